/** A record of a table: `key` is its primary key and `data` all of it, both as text that the table reads back. */
export type Row = { readonly key: string; readonly data: string }

/** `blocked` rows stayed where they are, because others refer to them (`reason` is the error's name). */
export type Moved = { readonly blocked: readonly Row[]; readonly reason?: string }

/** The rows of one table that belong to one key of a subject. Every operation may be repeated. */
export interface Place {
  readonly category: string
  /** Name of the table. */
  readonly source: string
  /** Which key of the subject, and its value. */
  readonly owner: string
  readonly value: string
  count(): Promise<number>
  /** Some rows in the order of their keys, a few megabytes at most. */
  page(limit: number, from?: string): Promise<{ readonly rows: readonly Row[]; readonly next?: string }>
  /** Keeps rows elsewhere (`keep`), then removes them; a row that changed meanwhile is kept again, as it was last. */
  take(rows: readonly Row[], keep: (rows: readonly Row[]) => Promise<void>): Promise<Moved>
  /** Removes rows for good. */
  erase(rows: readonly Row[]): Promise<Moved>
  /** Where the application wrote a row under the key of one of these, sets it, in its place, to what the row was. */
  overwrite(rows: readonly Row[]): Promise<Moved>
  /** Writes rows back as they were; where there is a row already it stays. */
  giveBack(rows: readonly Row[]): Promise<Moved>
  /** Sets a field of the policy in those of the rows that have it, or can have it; answers how many those are. */
  correct(rows: readonly Row[], field: string, value: string): Promise<number>
  /** The row's data with the field set, or nothing when it has no such field and gets none. */
  corrected(data: string, field: string, value: string): Promise<string | undefined>
  /** The row as plain data, for an export. */
  plain(data: string): unknown
}
