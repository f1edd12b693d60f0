import * as z from 'zod/mini'

/** `outcome`, `reason`, `paper`; for each part of the task, by its number, `count-N` and `kept-N`, or a file `file-N`. */
export const Said = z.record(z.string(), z.union([z.string(), z.file()]))
export type Said = z.infer<typeof Said>
