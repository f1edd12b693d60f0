import * as z from 'zod/mini'
import { Pressed } from '../entry/shapes.ts'

export const Wish = z.extend(Pressed, { right: z._default(z.enum(['access', 'portability']), 'access') })
