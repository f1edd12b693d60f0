import * as z from 'zod/mini'
import { name, secret } from './shapes.ts'
import { statuses } from './statuses.ts'

/** Who gives tokens to the company's own programs (OAuth 2.0 client credentials, docs/api.md). */
export const ClientsPolicy = z.discriminatedUnion('kind', [
  /** A Cognito user pool without people, and in it one client for each program. It costs by client and token. */
  z.strictObject({
    kind: z.literal('cognito'),
    /** Beginning of its domain's name, unique in the region. */
    prefix: z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be a lower-case name')),
    /** What each may do. */
    programs: z.record(name, z.array(z.enum(['read', 'act'])).check(z.minLength(1))),
  }),
  /** Any provider of OpenID Connect whose tokens are JWTs, signed with RSA. */
  z.strictObject({
    kind: z.literal('oidc'),
    issuer: z.url({ protocol: /^https$/ }),
    /** What `aud` of a token has to hold one of. */
    audience: z.array(z.string()).check(z.minLength(1)),
  }),
])

export type ClientsPolicy = z.infer<typeof ClientsPolicy>

/** What programs of the company may do with a token (RFC 6749, section 3.3). */
export const scopes = { read: 'oblige/read', act: 'oblige/act' } as const
export type Scope = keyof typeof scopes

/** A program that hears by a call what becomes of requests (docs/api.md): of these statuses, or of all. */
export const Webhook = z.strictObject({ secret, statuses: z.optional(z.array(z.enum(statuses)).check(z.minLength(1))) })
