import type { Sql } from './database.ts'

export type Column = { readonly name: string; readonly type: string }

/** A foreign key of another table (or the same) that deletes or changes its rows along with ours. */
export type Follower = {
  readonly table: string
  readonly columns: readonly string[]
  readonly refersTo: readonly string[]
}

export type Shape = {
  /** Columns that are written; what the database computes itself is left out. */
  readonly columns: readonly Column[]
  readonly followers: readonly Follower[]
}

/** The schema or a table is not as the policy says. */
class NoSuchTable extends Error {
  override readonly name = 'NoSuchTable'
}

const columns = `SELECT a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relname = $2 AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
AND a.attgenerated = '' ORDER BY a.attnum`

const names = (numbers: string, table: string) => `(SELECT json_agg(a.attname ORDER BY k.n)::text
FROM unnest(f.${numbers}) WITH ORDINALITY k(attnum, n) JOIN pg_attribute a ON a.attrelid = f.${table} AND a.attnum = k.attnum)`

/** confdeltype: c cascade, n set null, d set default (PostgreSQL manual, pg_constraint). */
const followers = `SELECT f.conrelid::regclass::text, ${names('conkey', 'conrelid')}, ${names('confkey', 'confrelid')}
FROM pg_constraint f JOIN pg_class c ON c.oid = f.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relname = $2 AND f.contype = 'f' AND f.confdeltype IN ('c', 'n', 'd')`

/** What the database knows of the tables; asked once for each call, because it may change between two. */
export class Catalog {
  readonly #schema: string
  readonly #known = new Map<string, Shape>()

  constructor(schema: string) {
    this.#schema = schema
  }

  /** @throws NoSuchTable */
  async shape(sql: Sql, table: string): Promise<Shape> {
    const known = this.#known.get(table)
    if (known) return known
    const found = await sql(columns, [this.#schema, table])
    if (found.length === 0) throw new NoSuchTable('a table of the policy')
    const keys = await sql(followers, [this.#schema, table])
    const shape: Shape = {
      columns: found.map(([name, type]) => ({ name: name ?? '', type: type ?? '' })),
      followers: keys.map(([name, from, to]) => ({
        table: name ?? '',
        columns: JSON.parse(from ?? '[]') as string[],
        refersTo: JSON.parse(to ?? '[]') as string[],
      })),
    }
    this.#known.set(table, shape)
    return shape
  }
}
