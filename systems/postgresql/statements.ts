import { escapeIdentifier as name } from 'pg'
import type { PostgresPolicy } from '../../policy/systems.ts'
import type { Column, Follower } from './catalog.ts'

export type TablePart = PostgresPolicy['tables'][number]

/** Bytes after which a page takes no further row: a call has 512 MB, and holds a page a few times over. */
const pageBytes = 4_000_000

/** The SQL of one table. $1 is always the owner's value; keys follow it. Identifiers are quoted, values are parameters. */
export class Statements {
  readonly #table: string
  readonly #owner: string
  readonly #keys: readonly string[]
  readonly #key: string

  constructor(schema: string, part: TablePart) {
    this.#table = `${name(schema)}.${name(part.table)}`
    this.#owner = name(part.column)
    this.#keys = part.primaryKey.map(name)
    this.#key = `(${this.#keys.join(', ')})`
  }

  get count(): string {
    return `SELECT count(*)::text FROM ${this.#table} WHERE ${this.#owner} = $1`
  }

  /** Rows after a key ($2…), read by the primary key and never by offset: what was deleted before does not shift it. */
  page(columns: readonly Column[], limit: number, after: boolean): string {
    const past = after ? `AND ${this.#key} > (${this.#keys.map((_, n) => `$${n + 2}`).join(', ')})` : ''
    const order = `ORDER BY ${this.#keys.join(', ')}`
    const sized = `SELECT t.*, octet_length(t::text) AS oblige_bytes FROM ${this.#table} t
WHERE ${this.#owner} = $1 ${past} ${order} LIMIT ${Math.trunc(limit)}`
    const summed = `SELECT s.*, sum(oblige_bytes) OVER (${order}) - oblige_bytes AS oblige_before FROM (${sized}) s`
    return `SELECT ${texts(columns)} FROM (${summed}) r WHERE oblige_before < ${pageBytes} ${order}`
  }

  locked(columns: readonly Column[], rows: number): string {
    return `SELECT ${texts(columns)} FROM ${this.#table} WHERE ${this.#these(rows)} FOR UPDATE`
  }

  delete(rows: number): string {
    return `DELETE FROM ${this.#table} WHERE ${this.#these(rows)}`
  }

  /** Keys that are there and belong to the owner. */
  own(rows: number): string {
    return `SELECT ${this.#keys.map((key) => `${key}::text`).join(', ')} FROM ${this.#table} WHERE ${this.#these(rows)}`
  }

  /** Whether rows beyond these would be deleted or changed along with them. */
  followed({ table, columns, refersTo }: Follower, rows: number): string {
    const parents = `SELECT ${refersTo.map((one) => `p.${name(one)}`).join(', ')} FROM ${this.#table} p WHERE ${this.#these(rows, 'p.')}`
    const others = `NOT (c.tableoid = '${this.#table.replaceAll("'", "''")}'::regclass AND c.ctid IN
(SELECT p.ctid FROM ${this.#table} p WHERE ${this.#these(rows, 'p.')}))`
    return `SELECT 1::text FROM ${table} c WHERE (${columns.map((one) => `c.${name(one)}`).join(', ')}) IN (${parents})
AND ${others} LIMIT 1`
  }

  /** Rows of a JSON array ($1) written as they were; where the key is there already nothing happens. */
  insert(columns: readonly Column[]): string {
    const list = columns.map((column) => name(column.name)).join(', ')
    const values = columns.map((column, n) => `(r->>${n})::${column.type}`).join(', ')
    return `INSERT INTO ${this.#table} (${list}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM json_array_elements($1::json) r
ON CONFLICT ${this.#key} DO NOTHING RETURNING ${texts(columns)}`
  }

  /** Sets rows that are there to what a JSON array ($2) says, all but their keys. */
  overwrite(columns: readonly Column[]): string {
    const values = columns.map((column, n) => `(r->>${n})::${column.type} AS ${name(column.name)}`).join(', ')
    const set = columns.map((column) => name(column.name)).filter((one) => !this.#keys.includes(one))
    const same = this.#keys.map((key) => `t.${key} = v.${key}`).join(' AND ')
    return `UPDATE ${this.#table} t SET ${set.map((one) => `${one} = v.${one}`).join(', ')}
FROM (SELECT ${values} FROM json_array_elements($2::json) r) v WHERE t.${this.#owner} = $1 AND ${same}
RETURNING ${texts(columns, 't.')}`
  }

  /** Sets a column ($2) where it holds something, or everywhere; keys follow. */
  update(column: Column, rows: number, everywhere: boolean): string {
    return `UPDATE ${this.#table} SET ${name(column.name)} = $2::text::${column.type}
WHERE ${this.#these(rows, '', 3)}${everywhere ? '' : ` AND ${name(column.name)} IS NOT NULL`} RETURNING 1::text`
  }

  #these(rows: number, of = '', first = 2): string {
    const width = this.#keys.length
    const tuple = (row: number) => `(${this.#keys.map((_, n) => `$${first + row * width + n}`).join(', ')})`
    const keys = this.#keys.map((key) => of + key).join(', ')
    return `${of}${this.#owner} = $1 AND (${keys}) IN (${Array.from({ length: rows }, (_, row) => tuple(row)).join(', ')})`
  }
}

const texts = (columns: readonly Column[], of = ''): string =>
  columns.map((column) => `${of}${name(column.name)}::text`).join(', ')
