import * as z from 'zod/mini'

/**
 * By field, `apply` or one of the policy's reasons not to; of an objection by `use-` and category, `stop` or a reason to go on.
 * `answer`: what the company says to the person in its own words; `extend`: why it needs longer.
 */
export const Decided = z.record(z.string(), z.string())
export type Decided = z.infer<typeof Decided>
