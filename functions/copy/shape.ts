import * as z from 'zod/mini'
import { copyRights } from '../../policy/rights.ts'
import { Pressed } from '../entry/shapes.ts'

export const Wish = z.extend(Pressed, { right: z._default(z.enum(copyRights), 'access') })
