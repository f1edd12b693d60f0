import * as z from 'zod/mini'

export const Pressed = z.object({ csrf: z.optional(z.string()), language: z.optional(z.enum(['en', 'de'])) })
export type Pressed = z.infer<typeof Pressed>
