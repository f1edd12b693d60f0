import { stringify } from 'csv-stringify/sync'
import type { Json, Row } from './plain.ts'

/** Longest text of a spreadsheet's cell: Excel cuts what is longer without a word ("Excel specifications and limits": 32,767). */
const longestCell = 32_000

/**
 * Rows as CSV (RFC 4180, with a byte order mark, so that spreadsheets read UTF-8) that is safe to open: text that
 * would be a formula begins with an apostrophe, and a text too long for a cell says so instead of being cut.
 * @param tooLong stands in the place of such a text
 */
export function csvOf(
  rows: readonly Row[],
  { delimiter, tooLong }: { readonly delimiter: ',' | ';'; readonly tooLong: string },
): { readonly text: string; readonly tooLong: number } {
  const columns = new Set<string>()
  for (const row of rows) for (const name of Object.keys(row)) columns.add(name)
  let long = 0
  const cell = (value: Json | undefined): string | number | bigint => {
    if (value === undefined || value === null) return ''
    if (typeof value === 'number') return value
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    if (text.length <= longestCell) return text
    long++
    return tooLong
  }
  const names = [...columns]
  const text = stringify([names, ...rows.map((row) => names.map((name) => cell(row[name])))], {
    bom: true,
    delimiter,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  return { text, tooLong: long }
}
