import { setImmediate as turn } from 'node:timers/promises'
import type { Timekeeper } from '../../local/clock/clock.ts'

type Alarm = { readonly at: number; readonly order: number; readonly label: string; ring(): void }

/**
 * Processor time of this process after which a call that waits for nothing of the simulation counts as lost, in ms: real time
 * would be up on a busy machine too.
 */
const patienceMs = 60_000
/** Turns of the event loop in which nothing may stir before all counts as quiet. */
const quietTurns = 2

/**
 * The time of a run: it stands still while anything happens, and jumps to the next alarm. One alarm at a time, the next only
 * when all that came of it waits for another: so the order is the alarms', and theirs is the seed's.
 */
export class Time implements Timekeeper {
  #now: number
  #order = 0
  #stirred = 0
  /** Calls that run and wait for nothing of the simulation, such as for a thread of Node's. */
  #busy = 0
  readonly #heap: Alarm[] = []
  readonly #off = new Set<Alarm>()

  constructor(start: string) {
    this.#now = Date.parse(start)
  }

  now(): number {
    return this.#now
  }

  instant(): string {
    return new Date(this.#now).toISOString()
  }

  at(instant: number, label: string, ring: () => void): () => void {
    this.#stirred++
    const alarm: Alarm = { at: Math.max(instant, this.#now), order: this.#order++, label, ring }
    push(this.#heap, alarm)
    return () => {
      this.#off.add(alarm)
    }
  }

  in(ms: number, label: string, ring: () => void): () => void {
    return this.at(this.#now + ms, label, ring)
  }

  hold(): () => void {
    this.#stirred++
    return () => {
      this.#stirred++
    }
  }

  async during<T>(_label: string, work: () => Promise<T>): Promise<T> {
    const release = this.hold()
    try {
      return await work()
    } finally {
      release()
    }
  }

  /** Something is computed outside of the simulation until `isIdle()`: time stands still. */
  busy(by: 1 | -1): void {
    this.#busy += by
    this.#stirred++
  }

  stir(): void {
    this.#stirred++
  }

  /** Goes on until an instant, in ms; `after` is called after every alarm, when all is quiet. */
  async goOn(until: number, after: () => void, isOver: () => boolean = () => false): Promise<void> {
    await this.#quiet()
    for (let next = this.#heap[0]; next && next.at <= until && !isOver(); next = this.#heap[0]) {
      pop(this.#heap)
      if (this.#off.delete(next)) continue
      this.#now = next.at
      next.ring()
      await this.#quiet()
      after()
    }
    if (!isOver()) this.#now = Math.max(this.#now, until)
  }

  async #quiet(): Promise<void> {
    const began = process.cpuUsage()
    for (let quiet = 0; quiet < quietTurns; ) {
      const before = this.#stirred
      await turn()
      quiet = before === this.#stirred && this.#busy === 0 ? quiet + 1 : 0
      if (this.#busy > 0 && process.cpuUsage(began).user > 1000 * patienceMs)
        throw new Error('a call waits for something that the simulation does not know')
    }
  }
}

const isBefore = (a: Alarm, b: Alarm): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Alarm[], alarm: Alarm): void {
  let at = heap.length
  heap.push(alarm)
  while (at > 0) {
    const up = (at - 1) >> 1
    const parent = heap[up] as Alarm
    if (!isBefore(alarm, parent)) break
    heap[at] = parent
    at = up
  }
  heap[at] = alarm
}

function pop(heap: Alarm[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  let at = 0
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const child = right < heap.length && isBefore(heap[right] as Alarm, heap[left] as Alarm) ? right : left
    if (child >= heap.length || !isBefore(heap[child] as Alarm, last)) break
    heap[at] = heap[child] as Alarm
    at = child
  }
  heap[at] = last
}
