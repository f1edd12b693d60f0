import { setImmediate } from 'node:timers/promises'
import type { DataRecord, FileData, Receipt } from '../systems/contract.ts'
import { type Appearance, appearanceOf, type CopyFacts, categoriesIn, folderOf, isFile } from './content.ts'
import type { SeriesKeys } from './keys.ts'
import { Pieces } from './lines.ts'
import { NameBook } from './names.ts'
import { get, getJson, type Place, put } from './objects.ts'
import { isPacked } from './packed.ts'
import { readAhead } from './read-ahead.ts'
import { Segment } from './segment.ts'
import { begun, finished, type Index, type Source } from './series.ts'
import { noShape } from './shape.ts'
import { type Batch, Table } from './table.ts'
import type { Content, Kind, Written } from './zip.ts'

/** When a segment is large enough: bytes (what one call copies well within its time), and files (its list is read whole). */
const [mostBytes, mostFiles] = [2 * 2 ** 30, 5_000]
/** Bytes of rows that may wait, as JSON and as CSV, of all sources together. */
const mostWaiting = 16 * 2 ** 20
/** Records that are taken until others have their turn: about a millisecond. */
const recordsInTurn = 100

export type SliceOf = { readonly n: number; enough(): boolean }
export type Gathered = { readonly next?: string; readonly receipts: readonly Receipt[] }

/** One slice of what one system gives, written as one segment. Nothing of it can be seen before all of it is there. */
export class Gathering {
  readonly #place: Place
  readonly #keys: SeriesKeys
  readonly #system: string
  readonly #facts: CopyFacts
  readonly #slice: SliceOf
  readonly #pieces = new Pieces()
  readonly #counts = new Map<string, number>()
  readonly #tables = new Map<string, Table>()
  readonly #known = new Map<string, Table>()
  /** The table of the record before: most of the next ones belong there too. */
  #last: { readonly category: string; readonly source: string; readonly table: Table } | undefined
  #index!: Index
  #names!: NameBook
  #segment: Segment | undefined
  #writing: Promise<void> = Promise.resolve()
  #list = ''
  #listed = 0

  constructor(place: Place, keys: SeriesKeys, system: string, facts: CopyFacts, slice: SliceOf) {
    this.#place = place
    this.#keys = keys
    this.#system = system
    this.#facts = facts
    this.#slice = slice
  }

  async run(records: AsyncIterable<DataRecord>): Promise<Gathered> {
    const { n } = this.#slice
    await this.#carryOn()
    const categories = categoriesIn(this.#system, this.#facts)
    for (const category of categories) this.#counts.set(category, 0)
    let next: string | undefined
    let taken = 0
    try {
      for await (const record of readAhead(records)) {
        // Rows come without a pause: what is being compressed and sent has its turn between them.
        if (++taken % recordsInTurn === 0) await setImmediate()
        if (categories.includes(record.category)) await this.#take(record)
        if (record.next === undefined || !(this.#slice.enough() || this.#isFull)) continue
        next = record.next
        break
      }
      for (const table of this.#tables.values()) await this.#write(table)
      await this.#writing
      await this.#close()
    } catch (error) {
      await this.#writing.catch(() => {})
      await this.#segment?.giveUp()
      throw error
    }
    await put(this.#place, this.#keys.names(n), this.#names.written(), 'application/octet-stream')
    await put(this.#place, this.#keys.index(n), JSON.stringify(this.#index), 'application/json')
    if (next === undefined) await finished(this.#place, this.#keys, n)
    const receipts = [...this.#counts].map(([category, count]): Receipt => {
      return { category, outcome: count > 0 ? 'done' : 'not-found', count }
    })
    return next === undefined ? { receipts } : { receipts, next }
  }

  /** What the slices before found, or the beginning of a series. */
  async #carryOn(): Promise<void> {
    const { n } = this.#slice
    if (n === 1) await begun(this.#place, this.#keys)
    const before = n === 1 ? undefined : await getJson<Index>(this.#place, this.#keys.index(n - 1))
    if (n !== 1 && !before) throw new Error(`slice ${n} has no slice before it`)
    this.#names = new NameBook(n === 1 ? undefined : await get(this.#place, this.#keys.names(n - 1)))
    this.#index = { v: 1, system: this.#system, sources: [], parts: [], ...before, n }
  }

  get #isFull(): boolean {
    return this.#segment !== undefined && (this.#segment.bytes >= mostBytes || this.#segment.entries >= mostFiles)
  }

  async #take({ category, source, data }: DataRecord): Promise<void> {
    const table = isFile(data) ? await this.#file(category, data) : this.#row(category, source, data)
    this.#counts.set(category, (this.#counts.get(category) ?? 0) + 1)
    if (table.isFull) await this.#write(table)
    let [waiting, largest] = [0, table]
    for (const one of this.#tables.values()) {
      waiting += one.bytes
      if (one.bytes > largest.bytes) largest = one
    }
    if (waiting > mostWaiting) await this.#write(largest)
  }

  #row(category: string, source: string, data: unknown): Table {
    if (this.#last?.category !== category || this.#last.source !== source)
      this.#last = { category, source, table: this.#table(category, 'rows', source) }
    const { table } = this.#last
    table.add(data)
    return table
  }

  /** The file as it was, and a row that tells of it. */
  async #file(category: string, data: FileData): Promise<Table> {
    const table = this.#table(category, 'files', '')
    const { name, versionId, modified, current } = data
    const folder = `${table.source.folder}/${current ? 'files' : 'older-versions'}`
    const path = this.#names.take(folder, name, versionId)
    await this.#writing
    const body = await data.body()
    const { bytes, sha256 } = await this.#add(path, body, {
      modified: new Date(modified),
      compress: !isPacked(name),
      size: data.size,
    })
    if (bytes !== data.size) throw new Error('a file has another size than the system said')
    table.source.files++
    table.source.bytes += bytes
    table.add({ file: path, name, version: versionId, modified, current, bytes, sha256 }, modified)
    return table
  }

  #table(category: string, kind: Source['kind'], named: string): Table {
    const known = this.#known.get(`${category} ${kind} ${named}`)
    if (known) return known
    const look =
      kind === 'files' ? { name: 'files', others: [] } : appearanceOf(this.#facts.policy, this.#system, category, named)
    const key = `${category} ${kind} ${look.name}`
    const table = this.#tables.get(key) ?? this.#newTable(category, kind, look)
    this.#tables.set(key, table)
    // As many as the policy has; others may be without number.
    if (look.table !== undefined) this.#known.set(`${category} ${kind} ${named}`, table)
    return table
  }

  #newTable(category: string, kind: Source['kind'], look: Appearance): Table {
    const { sources } = this.#index
    const found = sources.find((one) => one.category === category && one.kind === kind && one.name === look.name)
    const source = found ?? newSource(this.#system, category, kind, look.name)
    if (!found) sources.push(source)
    return new Table(source, look, this.#facts, this.#pieces)
  }

  /** Rows are compressed while the next ones are read: one batch under way, never more. */
  async #write(table: Table): Promise<void> {
    await this.#writing
    this.#writing = this.#send(table.source, table.take())
    // Whoever writes next hears of it.
    this.#writing.catch(() => {})
  }

  async #send(source: Source, batch: Batch): Promise<void> {
    for (const { name, content } of batch.files) {
      const { bytes } = await this.#add(`${source.folder}/${name}`, content, { modified: new Date(source.latest ?? 0) })
      source.bytes += bytes
    }
    batch.read()
  }

  async #add(path: string, content: Content, kind: Kind): Promise<Written> {
    this.#segment ??= new Segment(this.#place, this.#keys.segment(this.#slice.n))
    const written = await this.#segment.add(path, content, kind)
    this.#list += `${written.sha256}  ${path}\n`
    this.#listed++
    return written
  }

  /** Ends the segment with the list of its checksums, as `sha256sum -c` reads it. A slice without anything has none. */
  async #close(): Promise<void> {
    if (!this.#segment) return
    const { n } = this.#slice
    const path = `checksums/${this.#system}-${String(n).padStart(4, '0')}.sha256`
    const content = Buffer.from(this.#list)
    const files = this.#listed
    const written = await this.#segment.add(path, [content], { modified: new Date(0) })
    const { etag, directory } = await this.#segment.close()
    this.#index.parts.push({ n, etag, directory, list: { path, ...written, files } })
  }
}

const newSource = (system: string, category: string, kind: Source['kind'], name: string): Source => ({
  category,
  name,
  kind,
  folder: folderOf(system, category),
  records: 0,
  tables: 0,
  files: 0,
  bytes: 0,
  months: {},
  redacted: 0,
  tooLong: 0,
  shape: noShape(),
  preview: [],
  previewBytes: 0,
})
