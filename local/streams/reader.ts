import { setTimeout as realPause } from 'node:timers/promises'
import { iteratorOf, recordsAt, type StreamRecord, type StreamsCall, shardsOf, streamOf } from './shards.ts'

/** A shard that does not show what is awaited is read once more after this real time: DynamoDB Local answers a write before. */
const lookAgainMs = 15

/**
 * An iterator lives for 15 minutes (GetShardIterator in the API reference); of an empty shard DynamoDB Local also trims
 * what it points at once other tables were written. A new iterator from the same place loses nothing.
 */
const stale = ['ExpiredIteratorException', 'TrimmedDataAccessException']

export type ReaderSetting = {
  readonly call: StreamsCall
  readonly table: string
  /** Records that one look shows at most. */
  readonly atMost: number
  /** Sequence number after which a shard is to be read; undefined: from its oldest record. */
  placeOf(shard: string): string | undefined
  /** Whether changes were made that no record has shown yet. */
  awaits(): boolean
  /** Throws when the batch has to be read again. */
  deliver(shard: string, records: readonly StreamRecord[]): Promise<void>
  stopped(): boolean
}

/** Reads a table's stream, shard by shard and in order, and remembers between two looks where it is. */
export class StreamReader {
  readonly #setting: ReaderSetting
  /** Iterators by shard, oldest shard first; undefined where a shard is closed and read to its end. */
  #iterators = new Map<string, string | undefined>()

  constructor(setting: ReaderSetting) {
    this.#setting = setting
  }

  /** Delivers everything that is there. @throws what `deliver` throws, and what the stream answers */
  async read(): Promise<void> {
    try {
      await this.#read()
    } catch (error) {
      this.forget()
      if (!(error instanceof Error && stale.includes(error.name))) throw error
      await this.#read()
    }
  }

  /** The next look asks anew which shards there are, and reads each from its place. */
  forget(): void {
    this.#iterators.clear()
  }

  async #read(): Promise<void> {
    let closed = this.#iterators.size === 0
    const read = new Set<string>()
    do {
      if (closed) await this.#list()
      closed = false
      for (const shard of this.#iterators.keys()) {
        if (read.has(shard)) continue
        read.add(shard)
        // The end of a shard is the beginning of others.
        if (await this.#drain(shard)) closed = true
      }
    } while (closed && !this.#setting.stopped())
  }

  /** Answers whether the shard was read to its end just now. */
  async #drain(shard: string): Promise<boolean> {
    const { call, atMost, deliver, awaits, stopped } = this.#setting
    let at = this.#iterators.get(shard)
    if (!at) return false
    for (let empty = 0; at && empty < 2 && !stopped(); ) {
      const { records, next } = await recordsAt(call, at, atMost)
      empty = records.length === 0 ? empty + 1 : 0
      if (records.length > 0) await deliver(shard, records)
      else if (empty < 2 && next && awaits()) await realPause(lookAgainMs)
      at = next
      this.#iterators.set(shard, next)
      if (records.length < atMost && !awaits()) break
    }
    return !at
  }

  async #list(): Promise<void> {
    const { call, table, placeOf } = this.#setting
    const stream = await streamOf(call, table)
    if (!stream) throw new Error(`the table ${table} has no stream`)
    const known = this.#iterators
    const shards = await shardsOf(call, stream)
    const iterators = new Map<string, string | undefined>()
    for (const shard of shards)
      iterators.set(shard, known.has(shard) ? known.get(shard) : await iteratorOf(call, stream, shard, placeOf(shard)))
    this.#iterators = iterators
  }
}
