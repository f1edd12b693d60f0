import * as z from 'zod/mini'
import { policy } from '../../policy/in-force.ts'
import { file, nameIn } from '../entry/shapes.ts'

export const Papers = z.union([
  z.object({ reason: nameIn(policy.holds), file }),
  // A reason that is none of the policy's is wrong, and not left out.
  z.strictObject({ file }),
])
