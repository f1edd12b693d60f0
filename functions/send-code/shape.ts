import * as z from 'zod/mini'
import { Pressed } from '../entry/shapes.ts'

/** What the code is wanted for, where it is not to fetch the copy. */
export const Asked = z.extend(Pressed, { for: z.optional(z.literal('protect')) })
