import * as z from 'zod/mini'
import { name, period } from './shapes.ts'

/** N6: accounts that nobody uses (docs/inactivity.md). */
export const Inactivity = z.strictObject({
  /** Unused for so long, counted from the end of the last day of use, an account is scheduled for removal. */
  after: period.check(z.regex(/^[^T]+$/, 'must be whole days, such as P180D')),
  /** From then to complete deletion; `periods.erasureLead` and `periods.reminders` count here as well. */
  grace: period,
  /** Whether the data become unavailable when the removal is scheduled; else only erasure changes anything. */
  unavailable: z.boolean(),
  /** Which key of the subject names an account; in `directory.keys` it points at the table's partition key. */
  account: name,
  /** The company's own table that says when accounts are used; absent: its software does (docs/inactivity.md). */
  stream: z.optional(
    z.strictObject({
      /** ARN of the table's stream, in the home region, with new images or with both. */
      arn: z
        .string()
        .check(
          z.regex(/^arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/[\w.-]+\/stream\/\S+$/, 'must be the ARN of a stream'),
        ),
      /** Attributes of its rows: the account's key; when it was last used (ISO 8601, or a number since 1970). */
      key: z.string(),
      lastUsed: z.string(),
    }),
  ),
  limits: z.strictObject({
    /** Accounts scheduled in one day (UTC), and letters about that in one second: below what SES lets the account send. */
    aDay: z.int().check(z.minimum(1)),
    aSecond: z.int().check(z.minimum(1)),
  }),
})
