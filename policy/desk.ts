import * as z from 'zod/mini'
import { domain, period, secret } from './shapes.ts'
import { byHand } from './systems.ts'

/** Where the company's people see what is to be done (docs/desk.md). */
export const DeskPolicy = z.strictObject({
  signIn: z.discriminatedUnion('kind', [
    /** A Cognito user pool of our own: a second factor (TOTP) is required, and nobody signs up by themselves. */
    z.strictObject({
      kind: z.literal('cognito'),
      /** Beginning of its domain's name, unique in the region. */
      prefix: z
        .string()
        .check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be a lower-case name such as papyra-desk')),
    }),
    /** Any OpenID Connect provider: a secret with `issuer`, `clientId` and `clientSecret`. */
    z.strictObject({
      kind: z.literal('oidc'),
      secret,
      /** The claim of the ID token that holds a person's groups. */
      groups: z.string(),
      /** What `amr` (RFC 8176) has to hold one of: how a second factor shows. */
      secondFactor: z.array(z.string()).check(z.minLength(1)),
    }),
  ]),
  /** Whose addresses may sign in, as the provider has verified them. */
  domains: z.array(domain).check(z.minLength(1)),
  /** Which group of the provider has which role. */
  roles: z.strictObject({ officer: z.string(), agent: z.string(), auditor: z.string() }),
  /** How long a session lasts without a click, and in all. */
  sessions: z.strictObject({ idle: period, whole: period }),
  /** Who does by hand what a system that keeps failing does not, for one request at a time; absent: nobody does. */
  byHand: z.optional(z.strictObject(byHand)),
  /** What cannot be undone, and takes two people of the desk: one proposes, another confirms within the time; absent: nothing. */
  twoPeople: z.optional(
    z.strictObject({
      acts: z
        .array(
          z.enum(
            ['unhold', 'lift', 'turn-down', 'refuse-objection', 'decline-correction'],
            'must be unhold, lift, turn-down, refuse-objection or decline-correction',
          ),
        )
        .check(z.minLength(1)),
      within: period,
    }),
  ),
})

export type DeskPolicy = z.infer<typeof DeskPolicy>
