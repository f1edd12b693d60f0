import { setTimeout as realPause, setImmediate as turn } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { save, saved } from '../state/file.ts'

/** What wakes up at an instant. */
export type WakeUp = { readonly at: string; readonly label: string }
type Alarm = { readonly at: number; readonly order: number; readonly label: string; readonly ring: () => void }

/** A JavaScript timer fires at once when set for longer than 2^31 - 1 ms (24.8 days): longer ones are set again. */
const longestTimerMs = 2 ** 31 - 1
/** Real time in which nothing may start before all counts as quiet; longer than a hop through an HTTP socket's event. */
const quietMs = 4

/** What state machines need of a clock. */
export type Timekeeper = Pick<Clock, 'now' | 'instant' | 'at' | 'hold' | 'during'>

/**
 * The one clock of the local cloud: real time plus an offset that only grows. Workers read the offset from
 * `shared` (milliseconds, Float64); it survives restarts in `file`.
 */
export class Clock {
  /** Offset to real time in ms, for `Date` in workers. */
  readonly shared = new SharedArrayBuffer(8)
  readonly #offset = new Float64Array(this.shared)
  readonly #file: string | undefined
  readonly #work = new Map<number, string>()
  #alarms: Alarm[] = []
  #order = 0
  #started = 0
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  #turn: Promise<unknown> = Promise.resolve()
  #heading: number | undefined
  readonly #jumped = new Set<() => void>()
  /** Those who wait for the end of all work. */
  readonly #waiting = new Set<() => void>()

  constructor(file?: string) {
    this.#file = file
    this.#offset[0] = savedOffset(file)
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + (this.#offset[0] ?? 0)
  }

  /** The instant, as an ISO string with Z. */
  instant(): string {
    return new Date(this.now()).toISOString()
  }

  /** Calls `ring` once at `instant` (ms since the epoch; a past one rings at once). Answers how to call it off. */
  at(instant: number, label: string, ring: () => void): () => void {
    const alarm: Alarm = { at: instant, order: this.#order++, label, ring }
    this.#alarms.push(alarm)
    this.#alarms.sort((a, b) => a.at - b.at || a.order - b.order)
    this.#arm()
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm)
      this.#arm()
    }
  }

  /** Work under way: the clock does not jump before it is released. */
  hold(label: string): () => void {
    const id = this.#started++
    this.#work.set(id, label)
    return () => {
      this.#work.delete(id)
      if (this.#work.size === 0) this.#goOn()
    }
  }

  /** Runs under a hold. */
  async during<T>(label: string, work: () => Promise<T>): Promise<T> {
    const release = this.hold(label)
    try {
      return await work()
    } finally {
      release()
    }
  }

  /** What will wake up, in order. */
  wakeUps(): readonly WakeUp[] {
    return this.#alarms.map(({ at, label }) => ({ at: new Date(at).toISOString(), label }))
  }

  /** Labels of the work under way. */
  underWay(): readonly string[] {
    return [...this.#work.values()]
  }

  /** Resolves when nothing has been under way for a moment. Throws the labels after `limitMs` of real time. */
  async quiet(limitMs = 600_000): Promise<void> {
    const until = performance.now() + limitMs
    for (;;) {
      while (this.#work.size > 0) {
        if (this.#stopped) return
        if (performance.now() > until) throw new Error(`still under way: ${this.underWay().join(', ')}`)
        await this.#nothingUnderWay(until - performance.now())
      }
      const started = this.#started
      await realPause(quietMs)
      // On a busy machine the pause may end before what has arrived meanwhile was looked at.
      await turn()
      if (started === this.#started && this.#work.size === 0) return
    }
  }

  /** Resolves when the last work is released, when the clock stops, or after `limitMs` of real time. */
  #nothingUnderWay(limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(late)
        this.#waiting.delete(goOn)
        resolve()
      }
      const late = setTimeout(goOn, Math.max(0, limitMs) + 1)
      this.#waiting.add(goOn)
    })
  }

  #goOn(): void {
    for (const goOn of [...this.#waiting]) goOn()
  }

  /**
   * Goes to an instant (ISO with Z) or by a duration (ISO 8601), stopping at every wake-up on the way until all is
   * quiet. Throws a RangeError for what is neither, or lies in the past.
   */
  advance(to: string): Promise<void> {
    const turn = this.#turn.then(() => this.#advance(to))
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** Where it is being advanced to, as long as it is not there. */
  heading(): string | undefined {
    return this.#heading === undefined ? undefined : new Date(this.#heading).toISOString()
  }

  async #advance(to: string): Promise<void> {
    const target = this.#target(to)
    this.#heading = target
    try {
      await this.#stopByStop(target)
    } finally {
      this.#heading = undefined
    }
  }

  async #stopByStop(target: number): Promise<void> {
    await this.quiet()
    for (let next = this.#alarms[0]; next && next.at <= target && !this.#stopped; next = this.#alarms[0]) {
      this.#jump(next.at)
      this.#ring()
      await this.quiet()
    }
    this.#jump(target)
    this.#ring()
    await this.quiet()
  }

  /** Calls `listener` after every jump, before anything rings. Answers how to end it. */
  onJump(listener: () => void): () => void {
    this.#jumped.add(listener)
    return () => this.#jumped.delete(listener)
  }

  /** No alarm rings any more. */
  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#goOn()
  }

  #target(to: string): number {
    const target = /^[-+]?P/.test(to)
      ? Temporal.Instant.fromEpochMilliseconds(this.now()).toZonedDateTimeISO('UTC').add(Temporal.Duration.from(to))
          .epochMilliseconds
      : Temporal.Instant.from(to).epochMilliseconds
    if (target < this.now() - 1000) throw new RangeError('time only goes forward')
    return target
  }

  #jump(to: number): void {
    const ahead = to - this.now()
    if (ahead <= 0) return
    this.#offset[0] = (this.#offset[0] ?? 0) + ahead
    this.#save()
    for (const listener of this.#jumped) listener()
  }

  #ring(): void {
    while (this.#alarms[0] && this.#alarms[0].at <= this.now() && !this.#stopped) this.#alarms.shift()?.ring()
    this.#arm()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const next = this.#alarms[0]
    if (!next || this.#stopped) return
    this.#timer = setTimeout(() => this.#ring(), Math.min(longestTimerMs, Math.max(0, next.at - this.now())))
  }

  #save(): void {
    if (!this.#file) return
    save(this.#file, JSON.stringify({ offsetMs: this.#offset[0] }))
  }
}

function savedOffset(file: string | undefined): number {
  const offset = file && saved(file)
  if (!offset) return 0
  if (typeof offset === 'object' && 'offsetMs' in offset && typeof offset.offsetMs === 'number') return offset.offsetMs
  throw new Error(`the clock's file ${file} holds no offset`)
}
