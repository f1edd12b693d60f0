import type { Dice } from './dice.ts'
import { type Inside, inside } from './taken-over.ts'
import type { Time } from './time.ts'

/** A function died, timed out, or answered with an error, as Step Functions and streams see it. */
export class Failed extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/** One call of a function: what it waits for is the simulation's, and when it dies nothing of it goes on. */
export class Invocation implements Inside {
  readonly name: string
  readonly id: string
  readonly dice: Dice
  skewMs: number
  readonly began: number
  readonly ends: number
  readonly #time: Time
  readonly #ended = Promise.withResolvers<unknown>()
  #alive = true
  #waiting = 0
  #isBusy = false
  /** Calls of clients so far. */
  calls = 0

  constructor(
    time: Time,
    setting: {
      readonly name: string
      readonly id: string
      readonly dice: Dice
      readonly skewMs: number
      readonly timeoutMs: number
    },
  ) {
    this.#time = time
    this.name = setting.name
    this.id = setting.id
    this.dice = setting.dice
    this.skewMs = setting.skewMs
    this.began = time.now()
    this.ends = time.now() + setting.timeoutMs
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Runs until it answers, fails, dies or takes too long. */
  run(handler: () => Promise<unknown>): Promise<unknown> {
    const callOff = this.#time.at(this.ends, `${this.name} takes too long`, () => this.die('Sandbox.Timedout'))
    this.#busy(true)
    inside
      .run(this, handler)
      .then(
        (value) => this.#alive && this.#ended.resolve(value),
        (error: unknown) => this.#alive && this.#ended.reject(named(error)),
      )
      .finally(() => {
        callOff()
        this.#alive = false
        this.#busy(false)
      })
    return this.#ended.promise
  }

  /** Nothing of it is heard any more. */
  die(how = 'Runtime.ExitError'): void {
    if (!this.#alive) return
    this.#alive = false
    this.#busy(false)
    this.#ended.reject(new Failed(how, 'the function ended before it answered'))
  }

  later(ms: number, ring: () => void): () => void {
    this.#parked(1)
    let isOver = false
    const over = () => {
      if (isOver) return
      isOver = true
      this.#parked(-1)
    }
    const callOff = this.#time.in(ms, `${this.name} waits`, () => {
      over()
      if (this.#alive) inside.run(this, ring)
    })
    return () => {
      callOff()
      over()
    }
  }

  deadline(ms: number, ring: () => void): () => void {
    return this.#time.in(ms, `${this.name} has a deadline`, () => {
      if (this.#alive) inside.run(this, ring)
    })
  }

  /** Something that only the simulation answers; what it answers goes on inside of this call. */
  out<T>(ms: number, act: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.later(ms, () => {
        // Services are outside of the call.
        inside.exit(act).then((answer) => this.#alive && resolve(answer), reject)
      })
    })
  }

  #parked(by: 1 | -1): void {
    this.#waiting += by
    if (this.#alive) this.#busy(this.#waiting === 0)
  }

  #busy(is: boolean): void {
    if (is === this.#isBusy) return
    this.#isBusy = is
    this.#time.busy(is ? 1 : -1)
  }
}

function named(error: unknown): Failed {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return new Failed(name, message)
}
