import { wordingOfPackage } from '../policy/wording/package.ts'
import { cardOf } from './card.ts'
import type { Appearance, CopyFacts } from './content.ts'
import type { CsvStyle } from './csv.ts'
import { Lines, type Pieces } from './lines.ts'
import { type OthersPaths, pathsOf, withoutOthers } from './others.ts'
import { type Row, rowOf } from './plain.ts'
import type { Source } from './series.ts'
import { see } from './shape.ts'

/** When a source's rows are written: bytes, and rows, of one file. Spreadsheets take 1,048,576 rows. */
const [mostBytes, mostRows] = [4 * 2 ** 20, 50_000]
/** How much of a source index.html shows: rows, bytes. */
const [shownRows, shownBytes] = [500, 256 * 1024]

/** A file of records; its content is made while it is read. */
type File = { readonly name: string; readonly content: Iterable<Uint8Array> }
/** Rows on their way: the files that hold them, and what is called once those were read. */
export type Batch = { readonly files: readonly File[]; read(): void }

/** Rows of one source that are not written yet, and what is known of all of them. */
export class Table {
  readonly source: Source
  readonly #look: Appearance
  readonly #facts: CopyFacts
  readonly #others: OthersPaths
  readonly #mark: string
  readonly #pieces: Pieces
  #lines: Lines

  constructor(source: Source, look: Appearance, facts: CopyFacts, pieces: Pieces) {
    this.source = source
    this.#look = look
    this.#facts = facts
    this.#pieces = pieces
    this.#others = pathsOf(look.others)
    this.#mark = wordingOfPackage(facts.language).otherPerson
    this.#lines = this.#newLines()
  }

  /** Name of the file that is being filled, without its ending. */
  get #name(): string {
    return `${this.source.name}-${String(this.source.tables + 1).padStart(4, '0')}`
  }

  #newLines(): Lines {
    const { language, right } = this.#facts
    const style: CsvStyle = {
      // Spreadsheets in German expect a semicolon, since a comma stands in numbers; other services a comma.
      delimiter: language === 'de' && right === 'access' ? ';' : ',',
      tooLong: wordingOfPackage(language).tooLong(`${this.#name}.jsonl`),
      onTooLong: () => {
        this.source.tooLong++
      },
    }
    return new Lines(style, this.#pieces)
  }

  /** Bytes that wait. */
  get bytes(): number {
    return this.#lines.json + this.#lines.csv
  }

  get isFull(): boolean {
    const { json, csv, count } = this.#lines
    return Math.max(json, csv) >= mostBytes || count >= mostRows
  }

  /** One record. @param at when it is from, where the row itself does not say it */
  add(data: unknown, at?: string): void {
    const { source } = this
    const { row, redacted } = withoutOthers(rowOf(data), this.#others, this.#mark)
    const line = JSON.stringify(row)
    this.#lines.add(row, line)
    source.records++
    source.redacted += redacted
    see(source.shape, row)
    date(source, instantOf(at ?? (this.#look.dated === undefined ? undefined : row[this.#look.dated])))
    if (source.preview.length < shownRows && source.previewBytes + line.length <= shownBytes) {
      source.preview.push(row)
      source.previewBytes += line.length
    } else source.previewBytes = shownBytes
  }

  /** What waited; nothing waits after it. */
  take(): Batch {
    const lines = this.#lines
    if (lines.count === 0) return { files: [], read: () => {} }
    const name = this.#name
    this.source.tables++
    this.#lines = this.#newLines()
    const { vcard } = this.#look
    const cards = this.#facts.right === 'portability' && vcard ? cardsOf(lines.rows(), vcard) : []
    const files = [
      { name: `${name}.jsonl`, content: lines.asJson() },
      { name: `${name}.csv`, content: lines.asCsv() },
      ...(cards.length > 0 ? [{ name: `${name}.vcf`, content: cards }] : []),
    ]
    return { files, read: () => lines.giveBack() }
  }
}

const cardsOf = (rows: Iterable<Row>, vcard: NonNullable<Appearance['vcard']>): readonly Buffer[] =>
  [...rows].flatMap((row) => cardOf(row, vcard) ?? []).map((card) => Buffer.from(card))

/** An instant as JavaScript writes it: most are, and need not be read and written again. */
const canonical = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function instantOf(value: Row[string] | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  if (canonical.test(value)) return value
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** Keeps since when and until when, and how many in a month. */
function date(source: Source, instant: string | undefined): void {
  // Where no calendar reaches (years beyond four digits begin with a sign), a date is a mistake or a mark.
  if (instant === undefined || instant < '1900' || instant >= '2101') return
  if (source.earliest === undefined || instant < source.earliest) source.earliest = instant
  if (source.latest === undefined || instant > source.latest) source.latest = instant
  const month = instant.slice(0, 7)
  source.months[month] = (source.months[month] ?? 0) + 1
}
