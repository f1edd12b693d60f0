import * as z from 'zod/mini'
import { Pressed } from '../entry/shapes.ts'

export const Answered = z.extend(Pressed, { answer: z.enum(['yes', 'no']) })
