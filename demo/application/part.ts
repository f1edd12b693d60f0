/** A record as the application reads it. */
export type Row = Readonly<Record<string, unknown>>

/** What the application sees of one kind of record of one account. */
export type Part = {
  readonly system: 'DynamoDB' | 'S3' | 'PostgreSQL'
  readonly what: string
  /** Columns worth a look; a row may have more. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** What the store listed but did not hand out, and its answer. */
  readonly refused?: { readonly count: number; readonly answer: string }
}

/** A row with its fields in order, so that the same row reads the same. */
export const inOrder = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))
