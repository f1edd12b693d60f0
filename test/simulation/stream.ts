import type { Dice } from './dice.ts'
import type { Item } from './dynamodb/values.ts'
import type { Time } from './time.ts'
import type { Weather } from './weather.ts'

type StreamRecord = {
  readonly eventName: 'INSERT'
  readonly dynamodb: { readonly SequenceNumber: string; readonly Keys: Item }
}

export type StreamSetting = {
  readonly time: Time
  readonly dice: Dice
  readonly weather: () => Weather
  readonly invoke: (event: { readonly Records: readonly StreamRecord[] }, about: string) => Promise<unknown>
  readonly gaveUp: (record: StreamRecord) => void
}

/** As infra/outbox.ts sets the event source. */
const batchSize = 50
const longestAgeMs = 23 * 3_600_000
const shardCount = 4

/** New effects of the table's stream, carried to the outbox: in order within a shard, at least once, until they are too old. */
export class Stream {
  readonly #shards: readonly Shard[]
  #sequence = 0

  constructor(setting: StreamSetting) {
    this.#shards = Array.from({ length: shardCount }, (_, n) => new Shard(setting, setting.dice.named(`shard ${n}`)))
  }

  /** What infra's filter lets through: a new item whose sort key begins with outbox#. */
  wrote(keys: Item): void {
    const pk = keys.pk?.S ?? ''
    const n = [...pk].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7) % shardCount
    this.#sequence++
    const record: StreamRecord = {
      eventName: 'INSERT',
      dynamodb: {
        SequenceNumber: String(this.#sequence).padStart(21, '0'),
        Keys: { pk: keys.pk ?? {}, sk: keys.sk ?? {} },
      },
    }
    this.#shards[n]?.add(record)
  }
}

class Shard {
  readonly #setting: StreamSetting
  readonly #dice: Dice
  #left: Array<{ readonly record: StreamRecord; readonly since: number }> = []
  #isReading = false
  #tries = 0

  constructor(setting: StreamSetting, dice: Dice) {
    this.#setting = setting
    this.#dice = dice
  }

  add(record: StreamRecord): void {
    const { time, weather } = this.#setting
    this.#left.push({ record, since: time.now() })
    // Lambda reads a shard four times a second; sometimes it has no capacity for minutes or hours.
    const late = this.#dice.chance(weather().late) ? this.#dice.between(60_000, 4 * 3_600_000) : 0
    this.#read(this.#dice.between(50, 1_000) + late)
  }

  #read(inMs: number): void {
    if (this.#isReading || this.#left.length === 0) return
    this.#isReading = true
    this.#setting.time.in(inMs, 'the stream is read', () => void this.#deliver())
  }

  async #deliver(): Promise<void> {
    const { time, weather, invoke, gaveUp } = this.#setting
    // After a failure halves are tried, down to the one that fails (bisectBatchOnError).
    const size = Math.max(1, Math.floor(batchSize / 2 ** this.#tries))
    const batch = this.#left.slice(0, size)
    const Records = batch.map(({ record }) => record)
    const about = Records[0]?.dynamodb.SequenceNumber ?? ''
    const failed = await invoke({ Records }, about).then(failuresIn, () => undefined)
    const firstFailed = failed?.map((id) => Records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id))
    const done = firstFailed === undefined ? 0 : firstFailed.length === 0 ? batch.length : Math.min(...firstFailed)
    if (done > 0 && this.#dice.chance(weather().twice))
      time.in(this.#dice.between(10, 600_000), 'the stream delivers again', () => {
        invoke({ Records: Records.slice(0, done) }, `${about} again`).catch(() => undefined)
      })
    this.#left = this.#left.slice(done)
    this.#tries = done > 0 ? 0 : this.#tries + 1
    const next = this.#left[0]
    if (next && done === 0 && time.now() - next.since > longestAgeMs) {
      gaveUp(next.record)
      this.#left = this.#left.slice(1)
      this.#tries = 0
    }
    this.#isReading = false
    this.#read(this.#tries === 0 ? this.#dice.between(10, 500) : 1000 * Math.min(60, 2 ** this.#tries))
  }
}

const failuresIn = (answer: unknown): readonly string[] =>
  ((answer as { batchItemFailures?: Array<{ itemIdentifier: string }> } | null)?.batchItemFailures ?? []).map(
    ({ itemIdentifier }) => itemIdentifier,
  )
