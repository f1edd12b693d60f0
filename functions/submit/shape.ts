import * as z from 'zod/mini'
import { Language } from '../../policy/languages.ts'
import { rights } from '../../policy/rights.ts'
import { Address } from '../entry/shapes.ts'

/** What a person asks for; `step` shows a page before it is sent. */
export const Ask = z.object({
  address: Address,
  right: z._default(z.enum(rights), 'erasure'),
  language: z.optional(Language),
  /** GDPR Art. 18(1)(a) to (d), or none: a restriction needs none here. */
  ground: z._default(z.enum(['none', 'accuracy', 'unlawful', 'claims', 'objection']), 'none'),
  /** N8: it is about a child; nothing is refused for it. */
  child: z.optional(z.literal('on')),
  step: z._default(z.enum(['check', 'change', 'send']), 'send'),
})
