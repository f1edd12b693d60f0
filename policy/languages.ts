import * as z from 'zod/mini'

/** The languages that Oblige writes in. Whoever adds one is led by the compiler to the wording it lacks (docs/add-a-language.md). */
export const Language = z.enum(['en', 'de'])
export type Language = z.infer<typeof Language>
