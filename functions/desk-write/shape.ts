import * as z from 'zod/mini'
import { Language } from '../../policy/languages.ts'

export const Said = z.object({
  csrf: z.optional(z.string()),
  language: z.optional(Language),
  template: z._default(z.string().check(z.maxLength(31)), ''),
  /** Longer ones than the policy allows are refused with a sentence. */
  words: z._default(z.string().check(z.maxLength(16_000)), ''),
  /** Of the form: pressed twice, it is sent or noted once. */
  once: z._default(z.string().check(z.maxLength(43)), ''),
  /** Of a request that is turned down. */
  why: z._default(z.string().check(z.maxLength(31)), ''),
  step: z._default(z.enum(['preview', 'send']), 'preview'),
})
export type Said = z.infer<typeof Said>
