import * as z from 'zod/mini'

export const Pressed = z.object({ csrf: z.optional(z.string()) })
export type Pressed = z.infer<typeof Pressed>
