import * as z from 'zod/mini'
import { rights } from '../../web/frame.ts'
import { doubtFields } from '../entry/doubt.ts'

export const Decision = z.object({
  decision: z.enum(['open', 'none', 'spam']),
  owner: z._default(z.string().check(z.trim(), z.maxLength(254)), ''),
  language: z.optional(z.enum(['en', 'de'])),
  ...doubtFields,
  ...(Object.fromEntries(rights.map((right) => [right, z.optional(z.literal('on'))])) as Record<
    (typeof rights)[number],
    z.ZodMiniOptional<z.ZodMiniLiteral<'on'>>
  >),
})
