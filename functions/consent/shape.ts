import * as z from 'zod/mini'
import { Pressed } from '../entry/shapes.ts'

export const Answered = z.extend(Pressed, { consent: z.enum(['yes', 'no']) })
