import type { Clock } from '../clock/clock.ts'
import type { Change } from '../dynamodb/needs.ts'
import { save, saved } from '../state/file.ts'
import type { DeadLetters } from './dead-letters.ts'
import { mayPass, type Pattern, passes } from './filter.ts'
import { StreamReader } from './reader.ts'
import type { StreamRecord, StreamsCall } from './shards.ts'

/** An event source mapping of the template. */
export type Mapping = {
  readonly table: string
  readonly functionArn: string
  readonly batchSize: number
  readonly patterns: readonly Pattern[]
  readonly partialResponses: boolean
  readonly bisect: boolean
  /** -1: again and again. */
  readonly maximumRetries: number
  /** Seconds of the clock after which a record that keeps failing is given up; -1: never. */
  readonly maximumAgeSeconds: number
}

export type SourceSetting = {
  readonly clock: Clock
  readonly mapping: Mapping
  readonly call: StreamsCall
  readonly region: string
  readonly deadLetters: Pick<DeadLetters, 'add'>
  /** Where the place in every shard is kept; absent: in memory. */
  readonly file?: string
  /** Deliver every batch twice. */
  readonly twice: boolean
  invoke(functionArn: string, payload: unknown): Promise<unknown>
  /** The stream itself gave no records. */
  unread?(error: Error): void
}

/** What one look at a shard shows (GetRecords in the API reference): Lambda makes batches of those that pass the filter. */
const recordsAtOnce = 1000
/** When something is awaited in vain, there is one more look after this real time of rest. */
const lateLookMs = 400
/** A failed batch is tried again after 1, 2, 4… seconds of the clock, at most this many. */
const longestPauseSeconds = 60

/** Carries a table's changes to a function, shard by shard and in order, from where it was. */
export class StreamSource {
  readonly #setting: SourceSetting
  readonly #places: Map<string, string>
  readonly #reader: StreamReader
  #running = false
  /** Changes of the table that no record has shown yet: at the start, and after a failure, nobody knows how many. */
  #awaited = Number.POSITIVE_INFINITY
  #again = false
  #stopped = false
  #attempts = 0
  #failingSince: number | undefined
  #callOff: (() => void) | undefined
  #lateLook: NodeJS.Timeout | undefined

  constructor(setting: SourceSetting) {
    this.#setting = setting
    this.#places = new Map(Object.entries(savedPlaces(setting.file)))
    this.#reader = new StreamReader({
      call: setting.call,
      table: setting.mapping.table,
      atMost: recordsAtOnce,
      placeOf: (shard) => this.#places.get(shard),
      awaits: () => this.#awaited > 0,
      deliver: (shard, records) => {
        this.#awaited -= records.length
        return this.#deliver(shard, records)
      },
      stopped: () => this.#stopped,
    })
  }

  get table(): string {
    return this.#setting.mapping.table
  }

  /**
   * The table may have changed: reads until nothing is left. The clock does not jump meanwhile.
   *
   * @param items how many were written, if that is known: no look is needed after their records were seen
   * @param changes how; what the mapping does not want is read with the next that it may want
   */
  wake(items = Number.POSITIVE_INFINITY, changes?: readonly Change[]): void {
    this.#awaited += items
    if (changes && !changes.some((change) => mayPass(this.#setting.mapping.patterns, change))) return
    clearTimeout(this.#lateLook)
    this.#look()
  }

  /** A write that changed nothing has no record; another may have come late. */
  #rest(): void {
    if (this.#awaited > 0) this.#lateLook = setTimeout(() => this.#lookLate(), lateLookMs).unref()
    this.#awaited = 0
  }

  #lookLate(): void {
    if (!this.#running) this.#reader.forget()
    this.#look()
  }

  #look(): void {
    this.#again = true
    if (this.#running || this.#stopped || this.#callOff) return
    this.#running = true
    void this.#setting.clock
      .during(`stream of ${this.table}`, async () => {
        while (this.#again && !this.#stopped && !this.#callOff) {
          this.#again = false
          await this.#reader.read()
        }
        if (!this.#again) this.#rest()
      })
      .catch((error: unknown) => {
        this.#awaited = Number.POSITIVE_INFINITY
        this.#later(error)
      })
      .finally(() => {
        this.#running = false
        // A change may have arrived between the last look and here.
        if (this.#again) this.#look()
      })
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#lateLook)
    this.#callOff?.()
  }

  /** Throws when what is left has to be tried again. */
  async #deliver(shard: string, records: readonly StreamRecord[]): Promise<void> {
    const { batchSize, bisect, patterns } = this.#setting.mapping
    const wanted = records.filter((record) => passes(patterns, record))
    let left = wanted
    while (left.length > 0) {
      // After a failure halves are tried, if the mapping says so, down to the one record that fails.
      const batch = Math.min(batchSize, left.length)
      const size = bisect ? Math.max(1, Math.ceil(batch / 2 ** this.#attempts)) : batch
      const part = left.slice(0, size)
      const failed = await this.#invoke(part)
      const good = failed ? part.slice(0, failed.from) : part
      if (good.length > 0) this.#keepPlace(shard, good)
      left = left.slice(good.length)
      if (!failed || good.length > 0) this.#succeeded()
      if (!failed) continue
      this.#failingSince ??= this.#setting.clock.now()
      if (!this.#isHopeless()) throw failed.error
      const given = part.slice(good.length)
      this.#giveUp(given, failed.error)
      this.#keepPlace(shard, given)
      left = left.slice(given.length)
      this.#succeeded()
    }
    this.#keepPlace(shard, records)
  }

  #isHopeless(): boolean {
    const { maximumRetries, maximumAgeSeconds } = this.#setting.mapping
    const age = (this.#setting.clock.now() - (this.#failingSince ?? 0)) / 1000
    return (
      (maximumRetries >= 0 && this.#attempts >= maximumRetries) || (maximumAgeSeconds >= 0 && age >= maximumAgeSeconds)
    )
  }

  #succeeded(): void {
    this.#attempts = 0
    this.#failingSince = undefined
  }

  /** Undefined when all went well; else the index of the first record to try again. */
  async #invoke(records: readonly StreamRecord[]): Promise<{ from: number; error: Error } | undefined> {
    const { mapping, region, twice, invoke } = this.#setting
    const event = {
      Records: records.map((record) => ({ ...record, eventSource: 'aws:dynamodb', awsRegion: region })),
    }
    try {
      if (twice) await invoke(mapping.functionArn, event)
      const answer = await invoke(mapping.functionArn, event)
      const failures = mapping.partialResponses ? failuresIn(answer) : []
      if (failures.length === 0) return undefined
      const places = failures.map((id) => records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id))
      // An id that is not in the batch fails the whole of it, as with Lambda.
      return { from: Math.max(0, Math.min(...places)), error: named('BatchItemFailures', 'records were given back') }
    } catch (error) {
      return { from: 0, error: error instanceof Error ? error : new Error(String(error)) }
    }
  }

  #later(error: unknown): void {
    const pause = Math.min(2 ** this.#attempts, longestPauseSeconds)
    this.#attempts++
    if (this.#stopped) return
    const { clock, unread } = this.#setting
    if (this.#failingSince === undefined && error instanceof Error) unread?.(error)
    this.#callOff = clock.at(clock.now() + pause * 1000, `stream of ${this.table} (try ${this.#attempts + 1})`, () => {
      this.#callOff = undefined
      this.#look()
    })
    this.#again = false
  }

  #giveUp(records: readonly StreamRecord[], error: Error): void {
    const { deadLetters, clock, mapping } = this.#setting
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber)
    deadLetters.add({
      at: clock.instant(),
      function: mapping.functionArn.split(':').at(-1) ?? '',
      source: `stream of ${mapping.table}`,
      error: error.name,
      count: records.length,
      ...(numbers[0] ? { first: numbers[0] } : {}),
      ...(numbers.at(-1) ? { last: numbers.at(-1) ?? '' } : {}),
    })
  }

  #keepPlace(shard: string, records: readonly StreamRecord[]): void {
    const last = records.at(-1)?.dynamodb.SequenceNumber
    if (!last) return
    this.#places.set(shard, last)
    const { file } = this.#setting
    if (file) save(file, JSON.stringify(Object.fromEntries(this.#places)))
  }
}

const named = (name: string, message: string) => Object.assign(new Error(message), { name })

function failuresIn(answer: unknown): readonly string[] {
  const failures = (answer as { batchItemFailures?: Array<{ itemIdentifier?: string }> } | null)?.batchItemFailures
  return (failures ?? []).map(({ itemIdentifier }) => itemIdentifier ?? '')
}

const savedPlaces = (file: string | undefined): Record<string, string> =>
  ((file && saved(file)) || {}) as Record<string, string>
