import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What was given up: where it can be found, never what it holds. */
export type DeadLetter = {
  readonly at: string
  readonly function: string
  readonly source: string
  /** ARN of the queue that the template names for it. */
  readonly queue?: string
  readonly error: string
  readonly count: number
  readonly first?: string
  readonly last?: string
}

/** The list of what streams and schedules gave up, kept across restarts. */
export class DeadLetters {
  readonly #file: string | undefined
  readonly #letters: DeadLetter[] = []

  constructor(file?: string) {
    this.#file = file
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file)) return
    for (const line of readFileSync(file, 'utf8').split('\n')) if (line) this.#letters.push(JSON.parse(line))
  }

  add(letter: DeadLetter): void {
    this.#letters.push(letter)
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(letter)}\n`)
  }

  all(): readonly DeadLetter[] {
    return this.#letters
  }
}
