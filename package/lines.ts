import type { Row } from './plain.ts'

/** Bytes of one piece of lines; a longer line has a piece of its own. */
const pieceBytes = 256 * 1024

/**
 * Rows as lines of JSON in a few large pieces outside the heap: millions of small objects that wait to be written
 * would keep the garbage collector busy with nothing else.
 */
export class Lines {
  readonly columns = new Set<string>()
  #full: Buffer[] = []
  #open = Buffer.alloc(0)
  #used = 0
  bytes = 0
  count = 0

  add(row: Row, line: string): void {
    for (const name of Object.keys(row)) this.columns.add(name)
    const length = Buffer.byteLength(line) + 1
    if (this.#used + length > this.#open.length) {
      this.#close()
      this.#open = Buffer.allocUnsafeSlow(Math.max(pieceBytes, length))
    }
    this.#open.write(line, this.#used)
    this.#open[this.#used + length - 1] = 0x0a
    this.#used += length
    this.bytes += length
    this.count++
  }

  #close(): void {
    if (this.#used > 0) this.#full.push(this.#open.subarray(0, this.#used))
    this.#open = Buffer.alloc(0)
    this.#used = 0
  }

  /** Whole lines in every piece. */
  pieces(): readonly Buffer[] {
    this.#close()
    return this.#full
  }

  *rows(): Iterable<Row> {
    for (const piece of this.pieces())
      for (const line of piece.toString('utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Row
  }
}
