import * as z from 'zod/mini'
import { Pressed } from '../entry/shapes.ts'

export const Typed = z.extend(Pressed, {
  code: z._default(z.string(), ''),
  passphrase: z._default(z.string(), ''),
  again: z._default(z.string(), ''),
})
export type Typed = z.infer<typeof Typed>
