import { type CsvStyle, csvEnd, csvHead, csvLine } from './csv.ts'
import type { Row } from './plain.ts'

/** Bytes of one piece; a longer line has a piece of its own. */
const pieceBytes = 256 * 1024

/** Some of the rows, both ways. The lines of CSV have so many of the columns. */
type Piece = { readonly json: Text; readonly csv: Text; readonly columns: number }

/**
 * Rows as lines of JSON and of CSV in a few large pieces outside the heap: millions of small objects that wait to be
 * written would keep the garbage collector busy with nothing else.
 */
export class Lines {
  readonly #style: CsvStyle
  readonly #columns: string[] = []
  readonly #known = new Set<string>()
  readonly #pieces: Piece[] = []
  /** Bytes of each. */
  json = 0
  csv = 0
  count = 0

  constructor(style: CsvStyle) {
    this.#style = style
  }

  add(row: Row, line: string): void {
    for (const name of Object.keys(row)) {
      if (this.#known.has(name)) continue
      this.#known.add(name)
      this.#columns.push(name)
    }
    const csv = csvLine(row, this.#columns, this.#style)
    const [jsonBytes, csvBytes] = [Buffer.byteLength(line) + 1, Buffer.byteLength(csv) + 2]
    let piece = this.#pieces.at(-1)
    if (!piece?.json.fits(jsonBytes) || !piece.csv.fits(csvBytes)) {
      piece = { json: new Text('\n', jsonBytes), csv: new Text(csvEnd, csvBytes), columns: this.#columns.length }
      this.#pieces.push(piece)
    }
    piece.json.add(line)
    piece.csv.add(csv)
    this.json += jsonBytes
    this.csv += csvBytes
    this.count++
  }

  /** The lines of JSON, whole ones in every piece. */
  asJson(): readonly Buffer[] {
    return this.#pieces.map(({ json }) => json.written)
  }

  /** The lines of CSV under those columns that any row has. */
  *asCsv(): Iterable<Buffer> {
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
    for (const { json } of this.#pieces) yield* rowsOf(json.written)
  }
}

/** Lines in a buffer of their own. */
class Text {
  readonly #content: Buffer
  readonly #end: readonly number[]
  #used = 0

  /** @param end of a line @param least bytes that have room at any rate */
  constructor(end: string, least: number) {
    this.#content = Buffer.allocUnsafeSlow(Math.max(pieceBytes, least))
    this.#end = [...Buffer.from(end)]
  }

  fits(bytes: number): boolean {
    return this.#used + bytes <= this.#content.length
  }

  add(line: string): void {
    this.#used += this.#content.write(line, this.#used)
    for (const byte of this.#end) this.#content[this.#used++] = byte
  }

  get written(): Buffer {
    return this.#content.subarray(0, this.#used)
  }
}

function* rowsOf(json: Buffer): Iterable<Row> {
  for (const line of json.toString('utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Row
}
