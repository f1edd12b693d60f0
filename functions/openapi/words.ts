import * as z from 'zod/mini'

/** What answers are described with. */
export const text = z.string()
export const list = z.array
/** Left out when there is nothing to say, and never `undefined` or `null`. */
export const optional = z.exactOptional

type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Whether a schema and the type that a function answers with say the same. */
export type Same<View, Schema extends z.ZodMiniType> = Equal<Plain<View>, Plain<z.output<Schema>>>
/** No type at all where one of them does not. */
export type Every<All extends readonly true[]> = All
