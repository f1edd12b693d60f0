import { placeOf } from '../rows/corrected.ts'
import type { Moved, Place, Row } from '../rows/place.ts'
import type { Catalog, Column, Shape } from './catalog.ts'
import type { Database, Sql, Text } from './database.ts'
import { Statements, type TablePart } from './statements.ts'

type Data = Readonly<Record<string, Text>>

/** Characters of a page from which on it may have been cut by size: more may follow although the limit was not reached. */
const cutFrom = 1_000_000

/** Rows outside of those that were asked for would have been deleted or changed along with them. */
class ReferredTo extends Error {
  override readonly name = 'ReferredTo'
}
/** The key of a restricted row belongs to somebody else by now. */
class KeyTaken extends Error {
  override readonly name = 'KeyTaken'
}
/** A trigger wrote something else than what was restricted. */
class ChangedByTrigger extends Error {
  override readonly name = 'ChangedByTrigger'
}
class NoSuchColumn extends Error {
  override readonly name = 'NoSuchColumn'
}

/** SQLSTATE class 23: a constraint of other rows stands against it. */
const stopped = (error: unknown): error is Error & { code?: string } =>
  error instanceof ReferredTo ||
  error instanceof KeyTaken ||
  String((error as { code?: unknown })?.code).startsWith('23')

/** The rows of one table that belong to one key of a subject. Every value travels as the text that PostgreSQL reads back. */
export class Table implements Place {
  readonly category: string
  readonly source: string
  readonly owner: string
  readonly value: string
  readonly #database: Database
  readonly #catalog: Catalog
  readonly #part: TablePart
  readonly #statements: Statements

  constructor(database: Database, catalog: Catalog, schema: string, part: TablePart, value: string) {
    this.category = part.category
    this.source = part.table
    this.owner = part.owner
    this.value = value
    this.#database = database
    this.#catalog = catalog
    this.#part = part
    this.#statements = new Statements(schema, part)
  }

  count(): Promise<number> {
    return this.#database.transaction(async (sql) => Number((await sql(this.#statements.count, [this.value]))[0]?.[0]))
  }

  async page(limit: number, from?: string): Promise<{ rows: readonly Row[]; next?: string }> {
    const after = from === undefined ? [] : (JSON.parse(from) as Text[])
    const rows = await this.#inTable(async (sql, { columns }) => {
      const found = await sql(this.#statements.page(columns, limit, from !== undefined), [this.value, ...after])
      return found.map((values) => this.#row(columns, values))
    })
    const characters = rows.reduce((sum, row) => sum + row.data.length, 0)
    const last = rows.at(-1)
    return { rows, ...(last && (rows.length === limit || characters > cutFrom) ? { next: last.key } : {}) }
  }

  take(rows: readonly Row[], keep: (rows: readonly Row[]) => Promise<void>): Promise<Moved> {
    return this.#together(rows, (some) =>
      this.#inTable(async (sql, shape) => {
        const these = [this.value, ...keysOf(some)]
        // Locked from here to the end: what is kept is what is deleted.
        const now = await sql(this.#statements.locked(shape.columns, some.length), these)
        await keep(now.map((values) => this.#row(shape.columns, values)))
        await this.#delete(sql, shape, some)
      }),
    )
  }

  erase(rows: readonly Row[]): Promise<Moved> {
    return this.#together(rows, (some) => this.#inTable((sql, shape) => this.#delete(sql, shape, some)))
  }

  overwrite(rows: readonly Row[]): Promise<Moved> {
    return this.#together(rows, (some) =>
      this.#inTable(async (sql, { columns }) => {
        for (const group of sameColumns(some)) {
          const { used, values } = written(columns, group)
          const now = await sql(this.#statements.overwrite(used), [this.value, values])
          this.#asTheyWere(group, used, now)
        }
      }),
    )
  }

  giveBack(rows: readonly Row[]): Promise<Moved> {
    return this.#together(rows, (some) =>
      this.#inTable(async (sql, { columns }) => {
        for (const group of sameColumns(some)) await this.#insert(sql, columns, group)
      }),
    )
  }

  correct(rows: readonly Row[], field: string, value: string): Promise<number> {
    return this.#inTable(async (sql, shape) => {
      const place = placeOf(field, this.#part)
      if (!place) return 0
      const update = this.#statements.update(columnOf(shape, place.name), rows.length, place.completed)
      return (await sql(update, [this.value, value, ...keysOf(rows)])).length
    })
  }

  corrected(data: string, field: string, value: string): Promise<string | undefined> {
    return this.#inTable(async (sql, shape) => {
      const known = JSON.parse(data) as Data
      const place = placeOf(field, this.#part)
      if (!place || (!place.completed && (known[place.name] ?? null) === null)) return undefined
      // The database reads the value now, so that the row can be given back later.
      const [read] = await sql(`SELECT ($1::text::${columnOf(shape, place.name).type})::text`, [value])
      return JSON.stringify({ ...known, [place.name]: read?.[0] ?? null })
    })
  }

  plain(data: string): unknown {
    return JSON.parse(data)
  }

  async #delete(sql: Sql, { followers }: Shape, rows: readonly Row[]): Promise<void> {
    const these = [this.value, ...keysOf(rows)]
    for (const follower of followers)
      if ((await sql(this.#statements.followed(follower, rows.length), these)).length > 0)
        throw new ReferredTo('rows of others would go too')
    await sql(this.#statements.delete(rows.length), these)
  }

  async #insert(sql: Sql, columns: readonly Column[], rows: readonly Row[]): Promise<void> {
    const { used, values } = written(columns, rows)
    const inserted = this.#asTheyWere(rows, used, await sql(this.#statements.insert(used), [values]))
    const there = rows.filter((row) => !inserted.has(row.key))
    if (there.length === 0) return
    const own = await sql(this.#statements.own(there.length), [this.value, ...keysOf(there)])
    if (own.length < there.length) throw new KeyTaken('by a row of somebody else')
  }

  /** Keys of the rows that were written. @throws ChangedByTrigger when one is not what it was */
  #asTheyWere(rows: readonly Row[], used: readonly Column[], now: readonly (readonly Text[])[]): ReadonlySet<string> {
    const before = new Map(rows.map((row) => [row.key, row.data]))
    const after = now.map((values) => this.#row(used, values))
    if (after.some((row) => before.get(row.key) !== row.data)) throw new ChangedByTrigger('not what was restricted')
    return new Set(after.map((row) => row.key))
  }

  /** All in one transaction; if others' rows stand against one of them, each in a transaction of its own. */
  async #together(rows: readonly Row[], move: (rows: readonly Row[]) => Promise<void>): Promise<Moved> {
    if (rows.length === 0) return { blocked: [] }
    try {
      await move(rows)
      return { blocked: [] }
    } catch (error) {
      if (!stopped(error)) throw error
      if (rows.length === 1) return { blocked: rows, reason: error.code ? `PostgreSQL ${error.code}` : error.name }
    }
    const blocked: Row[] = []
    let reason: string | undefined
    for (const row of rows) {
      const moved = await this.#together([row], move)
      blocked.push(...moved.blocked)
      reason = moved.reason ?? reason
    }
    return { blocked, ...(reason ? { reason } : {}) }
  }

  #inTable<T>(work: (sql: Sql, shape: Shape) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (sql) => work(sql, await this.#catalog.shape(sql, this.#part.table)))
  }

  #row(columns: readonly Column[], values: readonly Text[]): Row {
    const data = Object.fromEntries(columns.map((column, n) => [column.name, values[n] ?? null]))
    return { key: JSON.stringify(this.#part.primaryKey.map((name) => data[name] ?? null)), data: JSON.stringify(data) }
  }
}

/** @throws NoSuchColumn when the schema is not what the policy says, or the database computes the column itself */
function columnOf({ columns }: Shape, name: string): Column {
  const found = columns.find((column) => column.name === name)
  if (!found) throw new NoSuchColumn('the policy names a column that is not there')
  return found
}

const keysOf = (rows: readonly Row[]): readonly Text[] => rows.flatMap((row) => JSON.parse(row.key) as Text[])

/** Rows of the same columns as a JSON array of their values. @throws NoSuchColumn */
function written(columns: readonly Column[], rows: readonly Row[]) {
  const data = rows.map((row) => JSON.parse(row.data) as Data)
  const named = Object.keys(data[0] ?? {})
  const used = columns.filter((column) => named.includes(column.name))
  if (used.length < named.length) throw new NoSuchColumn('a column is gone')
  return { used, values: JSON.stringify(data.map((one) => used.map((column) => one[column.name] ?? null))) }
}

/** Rows restricted before and after a column was added do not go back in one statement: it has its default for the first. */
function sameColumns(rows: readonly Row[]): ReadonlyArray<readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const columns = JSON.stringify(Object.keys(JSON.parse(row.data) as Data))
    groups.set(columns, [...(groups.get(columns) ?? []), row])
  }
  return [...groups.values()]
}
