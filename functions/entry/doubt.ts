import * as z from 'zod/mini'
import type { Doubt } from '../../domain/identity.ts'
import { policy } from '../../policy/in-force.ts'

/** Fields of a form: why somebody of the company doubts who asks, and what is to be asked. */
export const doubtFields = {
  doubt: z._default(z.string().check(z.maxLength(31)), ''),
  ...(Object.fromEntries(
    Object.keys(policy.identity?.questions ?? {}).map((id) => [`ask-${id}`, z.optional(z.literal('on'))]),
  ) as Record<string, z.ZodMiniOptional<z.ZodMiniLiteral<'on'>>>),
}

/** What was filled in: why they doubt, and what is to be asked of who confirms; undefined: nothing was. */
export function doubtIn(body: Readonly<Record<string, unknown>>): Doubt | 'no-doubt' | undefined {
  const { doubts = {}, questions = {} } = policy.identity ?? {}
  const why = typeof body.doubt === 'string' ? body.doubt : ''
  const asked = Object.keys(questions).filter((id) => body[`ask-${id}`] === 'on')
  if (why === '' && asked.length === 0) return undefined
  return Object.hasOwn(doubts, why) && asked.length > 0 ? { why, questions: asked } : 'no-doubt'
}
