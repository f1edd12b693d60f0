import * as z from 'zod/mini'
import { Category } from '../entry/shapes.ts'

export const Reported = z.object({
  /** When it went. */
  at: z.optional(z.iso.datetime({ offset: true })),
  /** Absent: all that were approved. */
  categories: z.optional(z.array(Category).check(z.minLength(1))),
})
export type Reported = z.infer<typeof Reported>
