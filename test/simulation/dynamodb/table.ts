import { type Item, invalid, order, type Value } from './values.ts'

/** Names of key attributes, all of them strings. */
export type Keys = { readonly hash: string; readonly range?: string }
type IndexSetting = Keys & { readonly keysOnly?: boolean }
export type TableSetting = Keys & { readonly indexes?: Readonly<Record<string, IndexSetting>> }
export type Written = { readonly table: string; readonly before?: Item; readonly after?: Item }

/** How far an index runs behind, and a read that is not consistent, at a write; in ms of a clock. */
export type Lag = {
  readonly now: () => number
  readonly ms: () => number
  readonly later: (ms: number, act: () => void) => void
}

/** What a query answers of one partition: items in the order of their range keys. */
type Shelf = Array<{ readonly range: string; readonly id: string; item: Item }>

/** The items of one table and its indexes, in memory. Items are never changed, only replaced. */
export class Table {
  readonly name: string
  readonly setting: TableSetting
  readonly #items = new Map<string, Item>()
  readonly #shelves = new Map<string, Map<string, Shelf>>()
  readonly #written: (written: Written) => void
  readonly #lag: Lag | undefined
  /** What an item was before its last write, and until when a read that is not consistent may still see that. */
  readonly #before = new Map<string, { readonly item: Item | undefined; readonly until: number }>()
  /** No index sees a later write before an earlier one. */
  #indexedAt = 0

  constructor(name: string, setting: TableSetting, written: (written: Written) => void = () => undefined, lag?: Lag) {
    this.name = name
    this.setting = setting
    this.#written = written
    this.#lag = lag
    for (const index of ['', ...Object.keys(setting.indexes ?? {})]) this.#shelves.set(index, new Map())
  }

  keysOf(index: string | undefined): Keys {
    if (index === undefined) return this.setting
    const keys = this.setting.indexes?.[index]
    if (!keys) throw invalid(`The table does not have the specified index: ${index}`)
    return keys
  }

  /** The names of a table's own key, and an index's. */
  keyNames(index?: string): readonly string[] {
    const own = [this.setting, ...(index === undefined ? [] : [this.keysOf(index)])]
    return [...new Set(own.flatMap(({ hash, range }) => [hash, ...(range ? [range] : [])]))]
  }

  keyOf = (item: Item): Item =>
    Object.fromEntries(this.keyNames().map((name) => [name, item[name]])) as Record<string, Value>

  /** A key as text. @throws when it is not exactly the table's key */
  idOf(key: Item, exactly = true): string {
    const names = this.keyNames()
    if (exactly && Object.keys(key).length !== names.length)
      throw invalid('The provided key element does not match the schema')
    return JSON.stringify(
      names.map((name) => {
        const text = key[name]?.S
        if (text === undefined) throw invalid('The provided key element does not match the schema')
        if (text === '') throw invalid('One or more parameter values are not valid: an empty key')
        return text
      }),
    )
  }

  /** @param stale as a read that is not consistent may see it */
  get(key: Item, stale = false): Item | undefined {
    const id = this.idOf(key)
    const before = stale ? this.#before.get(id) : undefined
    return before && this.#lag && before.until > this.#lag.now() ? before.item : this.#items.get(id)
  }

  put(item: Item): Item | undefined {
    const id = this.idOf(item, false)
    for (const { hash, range } of Object.values(this.setting.indexes ?? {}))
      for (const name of [hash, ...(range ? [range] : [])])
        if (item[name] !== undefined && !item[name]?.S) throw invalid(`Type mismatch for Index Key ${name}`)
    const before = this.#items.get(id)
    this.#items.set(id, item)
    this.#place(id, before, item)
    this.#written({ table: this.name, ...(before ? { before } : {}), after: item })
    return before
  }

  delete(key: Item): Item | undefined {
    const id = this.idOf(key)
    const before = this.#items.get(id)
    if (!before) return undefined
    this.#items.delete(id)
    this.#place(id, before, undefined)
    this.#written({ table: this.name, before })
    return before
  }

  /** Items with a hash key, in the order of the range key, and of the table's own key after it. @param stale as `get` */
  partition(index: string | undefined, hash: string, stale = false): ReadonlyArray<Item> {
    const found = this.#shelves.get(index ?? '')?.get(hash) ?? []
    if (!stale || index !== undefined || !this.#lag) return found.map(({ item }) => item)
    // What is not there any more is as good as there: only what is new or was changed is seen as it was.
    return found.flatMap(({ item }) => {
      const seen = this.get(this.keyOf(item), true)
      return seen ? [seen] : []
    })
  }

  #place(id: string, before: Item | undefined, after: Item | undefined): void {
    const lag = this.#lag
    const ms = lag?.ms() ?? 0
    if (lag) this.#before.set(id, { item: before, until: lag.now() + ms })
    for (const [index, shelves] of this.#shelves) {
      const keys = this.keysOf(index === '' ? undefined : index)
      const act = () => {
        if (before) takeOff(shelves, keys, id, before)
        if (after) putOn(shelves, keys, id, after)
      }
      const isSeen = placed(keys, before ?? {}) !== undefined || placed(keys, after ?? {}) !== undefined
      if (index === '' || !lag || !isSeen) act()
      else {
        this.#indexedAt = Math.max(this.#indexedAt, lag.now() + ms)
        lag.later(this.#indexedAt - lag.now(), act)
      }
    }
  }

  all(): Iterable<Item> {
    return this.#items.values()
  }

  get size(): number {
    return this.#items.size
  }
}

function placed({ hash, range }: Keys, item: Item): { readonly hash: string; readonly range: string } | undefined {
  const [of, at] = [item[hash]?.S, range === undefined ? '' : item[range]?.S]
  return of === undefined || at === undefined ? undefined : { hash: of, range: at }
}

function putOn(shelves: Map<string, Shelf>, keys: Keys, id: string, item: Item): void {
  const place = placed(keys, item)
  if (!place) return
  const shelf = shelves.get(place.hash) ?? []
  shelves.set(place.hash, shelf)
  shelf.splice(spot(shelf, place.range, id), 0, { range: place.range, id, item })
}

function takeOff(shelves: Map<string, Shelf>, keys: Keys, id: string, item: Item): void {
  const place = placed(keys, item)
  const shelf = place && shelves.get(place.hash)
  if (!place || !shelf) return
  shelf.splice(spot(shelf, place.range, id), 1)
  if (shelf.length === 0) shelves.delete(place.hash)
}

/** Where an entry is, or belongs. */
function spot(shelf: Shelf, range: string, id: string): number {
  let [low, high] = [0, shelf.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = shelf[middle] as Shelf[number]
    if ((order(entry.range, range) || order(entry.id, id)) < 0) low = middle + 1
    else high = middle
  }
  return low
}
