import * as z from 'zod/mini'
import { name } from './shapes.ts'

/** The system that answers whose an address is. */
export const Directory = z.strictObject({
  table: z.string(),
  index: z.string(),
  attribute: z.string(),
  /** Subject key by attribute of the row found, e.g. { account: 'id' }. */
  keys: z.record(name, z.string()),
  /**
   * What else people name their account by in a mail: the attribute of its row, with an index whose partition key that is,
   * or without one where it is the table's own; `pattern`: a regular expression for the whole value, which tells such a
   * value from another (flags `i` and `u`).
   */
  lookUps: z.optional(
    z.partialRecord(
      z.enum(['username', 'customerNumber', 'portal']),
      z.strictObject({ attribute: z.string(), index: z.optional(z.string()), pattern: z.string() }),
    ),
  ),
  /** The attribute that says in which language to write to a person whom nobody asked yet; absent: the policy's first. */
  language: z.optional(z.string()),
  /** The attribute that says in which country an account is (ISO 3166-1, two letters), for figures; absent: not known. */
  country: z.optional(z.string()),
})
