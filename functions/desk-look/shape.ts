import * as z from 'zod/mini'
import { Language } from '../../policy/languages.ts'

export const Pressed = z.object({ csrf: z.optional(z.string()), language: z.optional(Language) })
export type Pressed = z.infer<typeof Pressed>
