import * as z from 'zod/mini'
import { Language } from '../../policy/languages.ts'
import { doubtFields } from '../entry/doubt.ts'

export const Pressed = z.object({
  csrf: z.optional(z.string()),
  language: z.optional(Language),
  /** Of a legal hold: the policy's reason; and where the papers of it are. */
  reason: z._default(z.string().check(z.maxLength(31)), ''),
  file: z._default(z.string().check(z.maxLength(40)), ''),
  /** GDPR Art. 12(3): why it takes longer. */
  why: z._default(z.string().check(z.maxLength(31)), ''),
  ...doubtFields,
})
export type Pressed = z.infer<typeof Pressed>
