import * as z from 'zod/mini'
import { domain, name, period, secret } from './shapes.ts'

/** On whose behalf the company holds accounts, and how they ask (docs/controllers.md). */
export const Processor = z.strictObject({
  /** The domain of `site`, for which the certificate is that signs every answer. */
  domain,
  secret,
  /** The attribute of the directory's rows that says on whose behalf an account is held. */
  attribute: z.string(),
  controllers: z.record(
    name,
    z.strictObject({
      name: z.string(),
      /** Values of the attribute: the accounts that it may ask about, and no others. */
      holds: z.array(z.string()).check(z.minLength(1)),
      /** From receipt to complete deletion, as it was agreed with it; absent: as for a person who asks. */
      erasure: z.optional(period),
    }),
  ),
})
