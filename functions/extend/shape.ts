import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { nameIn } from '../entry/shapes.ts'

/** The two reasons that GDPR Art. 12(3) knows. */
export const Longer = z.object({ why: z.enum(['complex', 'many']) })

const { doubts = {}, questions = {} } = policy.identity ?? {}

/** GDPR Art. 12(6): why the company doubts who asks, and what it asks, both as the policy has them. */
export const Doubting = z.object({
  doubt: nameIn(doubts),
  questions: z.array(nameIn(questions)).check(z.minLength(1), z.maxLength(Object.keys(questions).length || 1)),
})
