import * as z from 'zod/mini'
import { Language } from './languages.ts'
import { address, domain, name, period, secret, text } from './shapes.ts'

/** What a recipient is told of (GDPR Art. 19): release takes a restriction back. */
export const acts = ['restrict', 'release', 'rectify', 'erase'] as const
/** How long after it was to be told a recipient that has not confirmed is given up, and the officer told. */
const patience = { giveUp: period }
/** Value of the person that a recipient knows them by: `address`, the proven one, or a key of the subject. */
const known = name

const toldByMail = z.strictObject({
  kind: z.literal('mail'),
  address,
  /** Absent: the policy's first. */
  language: z.optional(Language),
  /** Absent: all. */
  acts: z.optional(z.array(z.enum(acts))),
  /** How long after it was told, and after each reminder, it is reminded. */
  reminder: period,
  ...patience,
})

const toldByOpenDsr = z.strictObject({
  kind: z.literal('opendsr'),
  /** With `endpoint`, and what the kind of recipient needs besides (docs/recipients.md). */
  secret,
  /** What its certificate names, and headers and answers say. */
  domain,
  regulation: z.enum(['gdpr', 'ccpa']),
  /** Absent: erasures alone, the only one of them that the protocol knows by itself. */
  acts: z.optional(z.array(z.enum(acts))),
  identities: z
    .array(z.strictObject({ type: z.string(), of: known, format: z.enum(['raw', 'sha1', 'md5', 'sha256']) }))
    .check(z.minLength(1)),
  ...patience,
})

/** It knows erasures alone. */
const toldByGoogleAnalytics = z.strictObject({
  kind: z.literal('google-analytics'),
  /** As above. */
  secret,
  propertyId: z.string(),
  user: z.strictObject({ type: z.enum(['USER_ID', 'CLIENT_ID', 'APP_INSTANCE_ID']), of: known }),
  ...patience,
})

const Told = z.discriminatedUnion('kind', [toldByMail, toldByOpenDsr, toldByGoogleAnalytics])

/** N11: a third party that holds a copy; `told`: how it hears of what becomes of it. */
export const Recipient = z.strictObject({
  name: z.string(),
  role: text,
  country: z.string(),
  told: z.optional(Told),
  /** GDPR Art. 15(2): what protects the data where they leave the EU, e.g. standard contractual clauses. */
  safeguard: z.optional(text),
})

export type Act = (typeof acts)[number]
export type MailTold = z.infer<typeof toldByMail>
export type OpenDsrTold = z.infer<typeof toldByOpenDsr>
export type GoogleAnalyticsTold = z.infer<typeof toldByGoogleAnalytics>
