import { type CsvStyle, csvEnd, csvHead, csvLine } from './csv.ts'
import type { Row } from './plain.ts'

/** Characters that are turned into bytes together: line by line, that took longer than all the rest of a row. */
const together = 16 * 1024
/** Bytes of one piece; what does not fit into one has a piece of its own. */
const pieceBytes = 256 * 1024

/** Pieces that are used again: left to the garbage collector, they wait for it in ever new places. */
export class Pieces {
  readonly #free: Buffer[] = []

  /** @param least bytes that have room at any rate */
  take(least: number): Buffer {
    return (least <= pieceBytes && this.#free.pop()) || Buffer.allocUnsafeSlow(Math.max(pieceBytes, least))
  }

  giveBack(piece: Buffer): void {
    if (piece.length === pieceBytes) this.#free.push(piece)
  }
}

/** Some of the rows, both ways. The lines of CSV have so many of the columns. */
type Piece = { readonly json: Text; readonly csv: Text; readonly columns: number }

/**
 * Rows as lines of JSON and of CSV in a few large pieces outside the heap: millions of small objects that wait to be
 * written would keep the garbage collector busy with nothing else.
 */
export class Lines {
  readonly #style: CsvStyle
  readonly #buffers: Pieces
  readonly #columns: string[] = []
  readonly #known = new Set<string>()
  readonly #pieces: Piece[] = []
  /** The newest lines, not in a piece yet, and how many columns their first one has. */
  #newest = { json: '', csv: '', columns: 0 }
  #bytes = { json: 0, csv: 0 }
  count = 0

  constructor(style: CsvStyle, buffers: Pieces) {
    this.#style = style
    this.#buffers = buffers
  }

  /** Bytes of each; of the newest lines, characters. */
  get json(): number {
    return this.#bytes.json + this.#newest.json.length
  }

  get csv(): number {
    return this.#bytes.csv + this.#newest.csv.length
  }

  add(row: Row, line: string): void {
    for (const name of Object.keys(row)) {
      if (this.#known.has(name)) continue
      this.#known.add(name)
      this.#columns.push(name)
    }
    const newest = this.#newest
    if (newest.json === '') newest.columns = this.#columns.length
    newest.json += `${line}\n`
    newest.csv += csvLine(row, this.#columns, this.#style) + csvEnd
    this.count++
    if (newest.json.length >= together) this.#settle()
  }

  /** Puts the newest lines into a piece. */
  #settle(): void {
    const { json, csv, columns } = this.#newest
    if (json === '') return
    const [jsonBytes, csvBytes] = [Buffer.byteLength(json), Buffer.byteLength(csv)]
    let piece = this.#pieces.at(-1)
    if (!piece?.json.fits(jsonBytes) || !piece.csv.fits(csvBytes)) {
      const [a, b] = [this.#buffers.take(jsonBytes), this.#buffers.take(csvBytes)]
      piece = { json: new Text(a), csv: new Text(b), columns }
      this.#pieces.push(piece)
    }
    piece.json.add(json)
    piece.csv.add(csv)
    this.#bytes = { json: this.#bytes.json + jsonBytes, csv: this.#bytes.csv + csvBytes }
    this.#newest = { json: '', csv: '', columns: 0 }
  }

  /** Ends the lines: their pieces can be used again, and nothing that was given reads what it did. */
  giveBack(): void {
    for (const { json, csv } of this.#pieces.splice(0))
      for (const { content } of [json, csv]) this.#buffers.giveBack(content)
  }

  /** The lines of JSON, whole ones in every piece. */
  asJson(): readonly Buffer[] {
    this.#settle()
    return this.#pieces.map(({ json }) => json.written)
  }

  /** The lines of CSV under those columns that any row has. */
  *asCsv(): Iterable<Buffer> {
    this.#settle()
    const columns = this.#columns
    // What is too long was heard of when the row was added.
    const style = { ...this.#style, onTooLong: () => {} }
    yield Buffer.from(csvHead(columns, style) + csvEnd)
    for (const { json, csv, columns: had } of this.#pieces) {
      if (had === columns.length) yield csv.written
      else yield Buffer.from(Array.from(rowsOf(json.written), (row) => csvLine(row, columns, style) + csvEnd).join(''))
    }
  }

  *rows(): Iterable<Row> {
    this.#settle()
    for (const { json } of this.#pieces) yield* rowsOf(json.written)
  }
}

/** Lines in a buffer. */
class Text {
  readonly content: Buffer
  #used = 0

  constructor(content: Buffer) {
    this.content = content
  }

  fits(bytes: number): boolean {
    return this.#used + bytes <= this.content.length
  }

  add(lines: string): void {
    this.#used += this.content.write(lines, this.#used)
  }

  get written(): Buffer {
    return this.content.subarray(0, this.#used)
  }
}

function* rowsOf(json: Buffer): Iterable<Row> {
  for (const line of json.toString('utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Row
}
