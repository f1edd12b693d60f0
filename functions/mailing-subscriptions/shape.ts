import * as z from 'zod/mini'
import { Address, List } from '../entry/shapes.ts'

export const Choice = z.object({
  list: List,
  address: Address,
  subscribed: z.boolean(),
  /** When the person chose so, signed in: the company keeps the proof (GDPR Art. 7(1)). */
  at: z.iso.datetime({ offset: true }),
})
