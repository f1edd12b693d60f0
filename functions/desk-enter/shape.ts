import * as z from 'zod/mini'

/** As it was typed: what is wrong with it is said at the field, and nothing has to be typed twice. */
const typed = (most: number) => z._default(z.string().check(z.maxLength(most)), '')
export const Entry = z.object({
  csrf: z.optional(z.string()),
  /** Of the form: pressed twice, it enters once. */
  once: typed(43),
  channel: typed(31),
  on: typed(31),
  right: typed(31),
  address: typed(320),
  theirs: typed(8),
  child: typed(8),
  /** For a correction; longer ones than the policy allows are refused with a sentence. */
  said: typed(16_000),
})
export type Entry = z.infer<typeof Entry>
