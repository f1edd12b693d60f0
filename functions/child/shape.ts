import * as z from 'zod/mini'
import { Address, file } from '../entry/shapes.ts'

/** That an account is a child's. */
export const Reported = z.object({ address: Address, file })

/** That it is none. */
export const Ended = z.object({ file })
