import * as z from 'zod/mini'
import { address } from './shapes.ts'

export const timeZone = z.string().check(
  z.refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
    } catch {
      return false
    }
  }, 'must be a time zone such as Europe/Berlin'),
)

/** Whose policy it is. */
export const Company = z.strictObject({
  name: z.string(),
  country: z.string(),
  /** The part of the country whose public holidays count too (ISO 3166-2 without the country): BE for Berlin. */
  state: z.optional(z.string().check(z.regex(/^[A-Z0-9]{1,3}$/, 'must be a part of a country such as BE'))),
  /**
   * Days on which no deadline ends (Regulation 1182/71, Art. 3(4)), besides Saturdays and Sundays. Absent: the public
   * holidays there in ten years, looked up by each deployment (infra/holidays.ts).
   */
  holidays: z.optional(z.array(z.iso.date())),
  timeZone,
  address: z.string(),
  /** Where the data protection officer, or who answers for privacy, reads mail. */
  officer: address,
  /** The supervisory authority that takes complaints (GDPR Art. 77). */
  authority: z.strictObject({ name: z.string(), url: z.url() }),
})
