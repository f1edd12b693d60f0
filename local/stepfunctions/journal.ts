import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Machine } from './definition.ts'

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
export type Started = {
  readonly kind: 'started'
  readonly machineArn: string
  readonly name: string
  readonly input: string
  readonly at: string
  /** As it was at the start: a sleeper keeps the definition it fell asleep in. */
  readonly definition: Machine
}
export type Ended = {
  readonly kind: 'ended'
  readonly status: Exclude<Status, 'RUNNING'>
  readonly at: string
  readonly transitions: number
  readonly output?: string
  readonly error?: string
  readonly cause?: string
}
/** What a state's visit came to, in order: waits begin and end, attempts of a task fail, the last one gives. */
export type Step =
  | { readonly kind: 'waiting'; readonly key: string; readonly until: number }
  | { readonly kind: 'waited'; readonly key: string }
  | {
      readonly kind: 'failed'
      readonly key: string
      readonly at: number
      readonly error: string
      readonly cause: string
    }
  | { readonly kind: 'gave'; readonly key: string; readonly result: unknown }
type Line = Started | Ended | Step

/**
 * What one execution has been through, appended line by line. A visit is known by its state, a digest of its input
 * (which tells the rounds of a Map apart) and how often the two met before: the same on every replay.
 */
export class Journal {
  readonly #file: string | undefined
  readonly #steps = new Map<string, Step[]>()
  #visits = new Map<string, number>()
  #started: Started | undefined
  #ended: Ended | undefined

  constructor(file: string | undefined) {
    this.#file = file
    if (!file || !existsSync(file)) return
    for (const text of readFileSync(file, 'utf8').split('\n')) {
      const line = parsed(text)
      if (line) this.#take(line)
    }
    // A line cut off by a crash must not swallow the next one.
    appendFileSync(file, '\n')
  }

  get started(): Started | undefined {
    return this.#started
  }

  get ended(): Ended | undefined {
    return this.#ended
  }

  append(line: Line): void {
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(line)}\n`)
    this.#take(line)
  }

  /** Call before every run of the interpreter: visits are counted anew. */
  rewind(): void {
    this.#visits = new Map()
  }

  /** Key of this visit of the state, and what it came to in earlier runs. */
  visit(state: string, input: unknown): { key: string; past: readonly Step[] } {
    const digest = createHash('sha256')
      .update(JSON.stringify(input) ?? '')
      .digest('hex')
      .slice(0, 16)
    const place = `${state}#${digest}`
    const visit = (this.#visits.get(place) ?? 0) + 1
    this.#visits.set(place, visit)
    const key = `${place}#${visit}`
    return { key, past: [...(this.#steps.get(key) ?? [])] }
  }

  #take(line: Line): void {
    if (line.kind === 'started') this.#started = line
    else if (line.kind === 'ended') this.#ended = line
    else this.#steps.set(line.key, [...(this.#steps.get(line.key) ?? []), line])
  }
}

/** Undefined for an empty line and for one that a crash cut off. */
function parsed(text: string): Line | undefined {
  try {
    return text === '' ? undefined : (JSON.parse(text) as Line)
  } catch {
    return undefined
  }
}
