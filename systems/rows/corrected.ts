import { statement } from '../../policy/schema.ts'

type Part = {
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly completes?: readonly string[] | undefined
  readonly statement?: string | undefined
}
/** The attribute or column of a field, and whether rows that lack it get it too. */
export type Place = { readonly name: string; readonly completed: boolean }

/** Where a table keeps a field that can be corrected, or what a person says about its records; nothing: it does not. */
export function placeOf(field: string, { fields, completes, ...part }: Part): Place | undefined {
  const name = field === statement ? part.statement : fields?.[field]
  return name === undefined
    ? undefined
    : { name, completed: field === statement || (completes?.includes(field) ?? false) }
}
