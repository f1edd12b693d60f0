import * as z from 'zod/mini'

/** The field of the search: a reference, or the address of a person. */
export const Sought = z.object({
  csrf: z.optional(z.string()),
  sought: z._default(z.string().check(z.maxLength(254)), ''),
})
export type Sought = z.infer<typeof Sought>
