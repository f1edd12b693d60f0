import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { Language } from '../../policy/languages.ts'

/** As it was typed: what is wrong with it is said at the field, and nothing has to be typed twice. */
const typed = (most: number) => z._default(z.string().check(z.maxLength(most)), '')

/** What a person is asked: the terms, and `data-` with each category that would go. */
export const Question = z.object({
  csrf: z.optional(z.string()),
  language: z.optional(Language),
  address: typed(320),
  name: typed(320),
  place: typed(320),
  country: typed(31),
  purpose: typed(4_000),
  until: typed(31),
  by: typed(320),
  file: typed(80),
  theirs: typed(8),
  ...(Object.fromEntries(
    Object.keys(policy.categories).map((category) => [`data-${category}`, z.optional(z.literal('on'))]),
  ) as Record<string, z.ZodMiniOptional<z.ZodMiniLiteral<'on'>>>),
})
export type Question = z.infer<typeof Question>
