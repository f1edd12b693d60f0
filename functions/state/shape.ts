import * as z from 'zod/mini'

/**
 * By field of the policy; `statement` is what the person says in words, `about` the category that it is about, `evidence` a
 * file (in a form of parts alone).
 */
export const Said = z.record(z.string(), z.union([z.string(), z.file()]))
export type Said = z.infer<typeof Said>
