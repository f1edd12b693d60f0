import { AsyncLocalStorage } from 'node:async_hooks'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import nodeTimers from 'node:timers'
import timers from 'node:timers/promises'
import type { Dice } from './dice.ts'

/** What a call of a function stands on, wherever in it something is asked for. */
export type Inside = {
  /** How far the clock of its machine is from the simulation's, in ms. */
  readonly skewMs: number
  /** Its own chance: what others draw changes nothing here. */
  readonly dice: Dice
  /** A timer of the simulation. Answers how to call it off. */
  later(ms: number, ring: () => void): () => void
  /** The same, of what nothing waits for: a deadline beside the work. */
  deadline(ms: number, ring: () => void): () => void
}

export const inside = new AsyncLocalStorage<Inside>()

/** Where instants and chance come from, in this process. */
export type Source = { now(): number; readonly dice: Dice }

let source: Source | undefined
const RealDate = Date
const own = { setTimeout, clearTimeout, randomBytes: crypto.randomBytes.bind(crypto) }

/**
 * Takes over what is not the same twice: the clock, timers and randomness, of functions and of the SDK alike. Once for a
 * process, which is nothing but simulations.
 */
export function takeOver(from: Source): void {
  const isFirst = source === undefined
  source = from
  if (!isFirst) return
  globalThis.Date = SimulatedDate as DateConstructor
  Math.random = () => dice().next()
  takeOverTimers()
  takeOverRandomness()
  syncBuiltinESMExports()
}

function known(): Source {
  if (!source) throw new Error('nothing was taken over')
  return source
}

const dice = (): Dice => inside.getStore()?.dice ?? known().dice
const now = (): number => Math.floor(known().now() + (inside.getStore()?.skewMs ?? 0))

class SimulatedDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(now())
    else super(...(given as [number]))
  }

  static override now(): number {
    return now()
  }
}

/** A timer of the simulation, in the place of Node's. */
class Timer {
  readonly off: () => void
  constructor(off: () => void) {
    this.off = off
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
  hasRef(): boolean {
    return false
  }
}

/** Only in functions: whoever drives them goes by the real ones. */
function takeOverTimers(): void {
  const set = (ring: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown => {
    const here = inside.getStore()
    return here ? new Timer(here.later(ms, () => ring(...args))) : own.setTimeout(ring, ms, ...args)
  }
  globalThis.setTimeout = Object.assign(set, {
    __promisify__: own.setTimeout.__promisify__,
  }) as unknown as typeof setTimeout
  globalThis.clearTimeout = ((timer: unknown) =>
    timer instanceof Timer ? timer.off() : own.clearTimeout(timer as NodeJS.Timeout)) as typeof clearTimeout
  // What middy sets beside a handler: its end, some milliseconds before Lambda's own.
  const deadline = (ring: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): unknown => {
    const here = inside.getStore()
    return here ? new Timer(here.deadline(ms, () => ring(...args))) : own.setTimeout(ring, ms, ...args)
  }
  Object.assign(nodeTimers, { setTimeout: deadline })
  const pause = timers.setTimeout
  Object.assign(timers, {
    setTimeout: (ms?: number, value?: unknown, ...rest: unknown[]) => {
      const here = inside.getStore()
      if (here) return new Promise((resolve) => here.later(ms ?? 0, () => resolve(value)))
      return Reflect.apply(pause, timers, [ms, value, ...rest])
    },
  })
}

function takeOverRandomness(): void {
  const bytes = (count: number): Buffer => Buffer.from(dice().bytes(count))
  const fill = <T extends ArrayBufferView>(into: T): T => {
    new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(bytes(into.byteLength))
    return into
  }
  const uuid = (): string => {
    const one = bytes(16)
    one[6] = ((one[6] ?? 0) & 0x0f) | 0x40
    one[8] = ((one[8] ?? 0) & 0x3f) | 0x80
    const hex = one.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
  Object.assign(crypto, {
    randomBytes: (count: number, done?: (error: null, bytes: Buffer) => void) => {
      const drawn = bytes(count)
      return done ? done(null, drawn) : drawn
    },
    randomFillSync: fill,

    randomUUID: uuid,
    randomInt: (from: number, to?: number) => (to === undefined ? dice().below(from) : from + dice().below(to - from)),
  })
  Object.defineProperties(globalThis.crypto, {
    getRandomValues: { value: fill, configurable: true },
    randomUUID: { value: uuid, configurable: true },
  })
}
