import * as z from 'zod/mini'
import { isPlainText } from '../../domain/statement.ts'
import { policy } from '../../policy/in-force.ts'
import { Address, Category, file } from '../entry/shapes.ts'

const text = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.refine(isPlainText))

/** What is shown on one line. */
const line = (longest: number) => text(longest).check(z.refine((one) => !/[\n\t]/.test(one)))

export const Asked = z.object({
  address: Address,
  to: z.object({
    name: line(120),
    address: z.optional(line(200)),
    /** ISO 3166-1, two letters. */
    country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  }),
  /** In words that the person understands; nothing about the person. */
  purpose: text(500),
  categories: z.array(Category).check(z.minLength(1)),
  /** The last day on which the approval would hold. */
  until: z.iso.date(),
  /** Who of the company asks: a department, or a name. */
  by: line(120),
  file,
  language: z.optional(z.enum(policy.languages)),
})
export type Asked = z.infer<typeof Asked>
