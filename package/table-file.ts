import { stringify } from 'csv-stringify/sync'
import type { Json, Row } from './plain.ts'

/** Longest text of a spreadsheet's cell: Excel cuts what is longer without a word ("Excel specifications and limits": 32,767). */
const longestCell = 32_000
/** Rows that are turned into text at a time: what one file of records holds in memory. */
const rowsAtOnce = 500

export type TableStyle = {
  readonly columns: readonly string[]
  readonly delimiter: ',' | ';'
  /** Stands in the place of a text that is too long for a cell. */
  readonly tooLong: string
  /** Hears of each such text. */
  onTooLong(): void
}

/**
 * Rows as CSV (RFC 4180, with a byte order mark, so that spreadsheets read UTF-8) that is safe to open: text that
 * would be a formula begins with an apostrophe, and a text too long for a cell says so instead of being cut.
 */
export function* csvOf(rows: Iterable<Row>, style: TableStyle): Iterable<Buffer> {
  const { columns, delimiter, tooLong } = style
  const cell = (value: Json | undefined): string | number => {
    if (value === undefined || value === null) return ''
    if (typeof value === 'number') return value
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    if (text.length <= longestCell) return text
    style.onTooLong()
    return tooLong
  }
  let first = true
  const written = (some: readonly (readonly (string | number)[])[]): Buffer => {
    const options = { bom: first, delimiter, escape_formulas: true, record_delimiter: 'windows' }
    first = false
    return Buffer.from(stringify(some as (string | number)[][], options))
  }
  let waiting: (string | number)[][] = [[...columns]]
  for (const row of rows) {
    waiting.push(columns.map((name) => cell(row[name])))
    if (waiting.length < rowsAtOnce) continue
    yield written(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield written(waiting)
}
