import * as z from 'zod/mini'
import { Addresses, Category } from '../entry/shapes.ts'

export const Asked = z.object({ category: Category, addresses: Addresses.shape.addresses })
