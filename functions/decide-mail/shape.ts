import * as z from 'zod/mini'
import { Language } from '../../policy/languages.ts'
import { rights } from '../../policy/rights.ts'
import { doubtFields } from '../entry/doubt.ts'

export const Decision = z.object({
  decision: z.enum(['open', 'none', 'spam']),
  owner: z._default(z.string().check(z.trim(), z.maxLength(254)), ''),
  language: z.optional(Language),
  ...doubtFields,
  ...(Object.fromEntries(rights.map((right) => [right, z.optional(z.literal('on'))])) as Record<
    (typeof rights)[number],
    z.ZodMiniOptional<z.ZodMiniLiteral<'on'>>
  >),
})
