import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { Language } from '../../policy/languages.ts'

/** Addresses of one call: each costs a call of KMS, which an account has thousands of a second. */
const mostAddresses = 500

/** The fields of every button on a request's page. */
export const Pressed = z.object({ language: z.optional(Language) })
export type Pressed = z.infer<typeof Pressed>

export const Nothing = z.object({})

/** Longest part of an address before its @ (RFC 5321, 4.5.3.1.1): no mail goes to a longer one. */
const localPartAtMost = 64
/** RFC 5321 allows 254 characters. */
export const Address = z.string().check(
  z.trim(),
  z.maxLength(254),
  z.email(),
  z.refine((address) => address.indexOf('@') <= localPartAtMost),
)

/** Where the company keeps the papers of it, such as 2026/17: it stands in the history, so nothing personal. */
export const file = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9 /._-]{0,39}$/))

/** One of the names that the policy has for such a thing. */
export const nameIn = (named: Readonly<Record<string, unknown>>) => z.enum(Object.keys(named))

export const List = nameIn(policy.lists)
export const Category = nameIn(policy.categories)
export const Addresses = z.object({
  list: List,
  addresses: z.array(Address).check(z.minLength(1), z.maxLength(mostAddresses)),
})
