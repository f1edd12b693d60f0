import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Open = { readonly site: string; readonly control: string }

/** Why nobody can go on: the house does not open any more, or the story is over. */
export class Over extends Error {}

/** The lives of one house on one state folder, each in a process of its own. */
export class Lives {
  /** How many have begun. */
  count = 0
  readonly #assembly: string
  readonly #state: string
  readonly #log: number
  #child: ChildProcess | undefined
  #over = false
  #isOpen = false
  #opens: PromiseWithResolvers<Open> = this.#another()

  /** @param log what the house's processes say */
  constructor(assembly: string, state: string, log: string) {
    this.#assembly = assembly
    this.#state = state
    this.#log = openSync(log, 'a')
  }

  /** Begins a life. Resolves when the house is open or its process has ended, whichever comes first. */
  async begin(): Promise<void> {
    this.count++
    const child = spawn(process.execPath, [join(import.meta.dirname, 'house.ts'), this.#assembly, this.#state], {
      stdio: ['ignore', 'pipe', this.#log],
    })
    this.#child = child
    const line = once(createInterface({ input: child.stdout ?? process.stdin }), 'line')
    const ended = once(child, 'exit')
    const open = await Promise.race([line.then(([text]) => JSON.parse(String(text)) as Open), ended])
    if (!Array.isArray(open)) {
      this.#isOpen = true
      this.#opens.resolve(open)
    } else if (child.signalCode !== 'SIGKILL') this.#fail(`life ${this.count} did not open: it ended with ${open[0]}`)
  }

  /** SIGKILL, as a machine dies. Resolves when nothing of the process is left. */
  async kill(): Promise<void> {
    const child = this.#child
    // Who waits while it opens goes on waiting for the next life.
    if (this.#isOpen) this.#opens = this.#another()
    this.#isOpen = false
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  /** Where the house is, as soon as it is open. @throws Over */
  where(): Promise<Open> {
    if (this.#over) throw new Over('the story is over')
    return this.#opens.promise
  }

  end(): void {
    this.#over = true
    this.#opens.reject(new Over('the story is over'))
  }

  #another(): PromiseWithResolvers<Open> {
    const opens = Promise.withResolvers<Open>()
    opens.promise.catch(() => undefined)
    return opens
  }

  #fail(why: string): void {
    this.#over = true
    this.#opens.reject(new Over(why))
  }
}
