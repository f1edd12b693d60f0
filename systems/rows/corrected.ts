import { statement, subscribedTo } from '../../policy/schema.ts'

type Part = {
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly completes?: readonly string[] | undefined
  readonly statement?: string | undefined
  readonly subscribed?: { readonly list: string; readonly at: string } | undefined
}
/** The attribute or column of a field, and whether rows that lack it get it too. */
export type Place = { readonly name: string; readonly completed: boolean }

/** Where a table keeps a field that can be corrected, or what a person says about its records; nothing: it does not. */
export function placeOf(field: string, { fields, completes, subscribed, ...part }: Part): Place | undefined {
  if (subscribed && field === subscribedTo(subscribed.list)) return { name: subscribed.at, completed: false }
  const name = field === statement ? part.statement : fields?.[field]
  return name === undefined
    ? undefined
    : { name, completed: field === statement || (completes?.includes(field) ?? false) }
}
