import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { nameIn } from '../entry/shapes.ts'

export const Restored = z.object({
  system: z.optional(nameIn(policy.systems)),
})
