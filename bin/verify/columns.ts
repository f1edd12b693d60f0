/** Rows as aligned lines, two spaces in. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((field, n) => field.padEnd(widths[n] ?? 0)).join('  ')}`.trimEnd())
}
