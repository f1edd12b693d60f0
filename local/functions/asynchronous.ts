import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import { part, type Template, text } from '../front/resource.ts'
import { save, saved } from '../state/file.ts'
import type { DeadLetter } from '../streams/dead-letters.ts'

/** Lambda waits one minute before the first retry and two before the second (developer guide, asynchronous invocation). */
const pauseMs = [60_000, 120_000]
const defaultRetries = 2

type Waiting = {
  readonly functionArn: string
  readonly payload: unknown
  readonly source: string
  readonly attempts: number
  readonly at: number
}

export type AsynchronousSetting = {
  readonly clock: Clock
  readonly template: Template
  /** Where events are kept that no function has taken yet, a file for each; absent: in memory. */
  readonly folder?: string
  invoke(functionArn: string, payload: unknown): Promise<unknown>
  /** Nothing helped: to the queue that the template names for this function, or nowhere. */
  giveUp(functionArn: string, queueArn: string | undefined, letter: DeadLetter): void
}

/** Calls that nobody waits for: tried again, then given up to the function's destination. They survive a restart. */
export class Asynchronous {
  readonly #setting: AsynchronousSetting
  readonly #waiting = new Map<string, Waiting>()
  #stopped = false

  constructor(setting: AsynchronousSetting) {
    this.#setting = setting
    const { folder } = setting
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')))
      this.#waiting.set(basename(name, '.json'), saved(join(folder, name)) as Waiting)
  }

  /** Takes up what the last run left. */
  recover(): void {
    for (const id of this.#waiting.keys()) this.#later(id)
  }

  /** Accepts an event; `source` says where it comes from, for the dead letter. */
  send(functionArn: string, payload: unknown, source: string): void {
    const id = randomUUID()
    this.#keep(id, { functionArn, payload, source, attempts: 0, at: this.#setting.clock.now() })
    this.#try(id)
  }

  stop(): void {
    this.#stopped = true
  }

  #try(id: string): void {
    const waiting = this.#waiting.get(id)
    if (!waiting) return
    const { clock, invoke } = this.#setting
    void clock.during(`event for ${waiting.functionArn}`, async () => {
      try {
        await invoke(waiting.functionArn, waiting.payload)
        this.#drop(id)
      } catch (error) {
        // What ends with the local cloud has not failed: the next start tries it.
        if (!this.#stopped) this.#failed(id, waiting, error instanceof Error ? error.name : 'Error')
      }
    })
  }

  #failed(id: string, waiting: Waiting, error: string): void {
    const { clock, giveUp } = this.#setting
    const { retries, queueArn } = this.#rules(waiting.functionArn)
    if (waiting.attempts >= retries) {
      this.#drop(id)
      const name = waiting.functionArn.split(':').at(-1) ?? ''
      giveUp(waiting.functionArn, queueArn, {
        at: clock.instant(),
        function: name,
        source: waiting.source,
        error,
        count: 1,
      })
      return
    }
    const at = clock.now() + (pauseMs[waiting.attempts] ?? 0)
    this.#keep(id, { ...waiting, attempts: waiting.attempts + 1, at })
    this.#later(id)
  }

  #later(id: string): void {
    const waiting = this.#waiting.get(id)
    if (!waiting) return
    const name = waiting.functionArn.split(':').at(-1)
    this.#setting.clock.at(waiting.at, `${name} (try ${waiting.attempts + 1})`, () => this.#try(id))
  }

  #rules(functionArn: string): { retries: number; queueArn: string | undefined } {
    const name = functionArn.split(':').at(-1) ?? ''
    const { template } = this.#setting
    const config = template
      .ofType('AWS::Lambda::EventInvokeConfig')
      .find(({ properties }) => [name, functionArn].includes(text(properties.FunctionName)))
    const placed = template.ofType('AWS::Lambda::Function').find((one) => one.arn === functionArn)
    const destination = text(part(part(config?.properties, 'DestinationConfig'), 'OnFailure').Destination)
    const queue = destination || text(part(placed?.properties, 'DeadLetterConfig').TargetArn)
    return {
      retries: Number(config?.properties.MaximumRetryAttempts ?? defaultRetries),
      queueArn: queue || undefined,
    }
  }

  #keep(id: string, waiting: Waiting): void {
    this.#waiting.set(id, waiting)
    const { folder } = this.#setting
    if (folder) save(join(folder, `${id}.json`), JSON.stringify(waiting))
  }

  #drop(id: string): void {
    this.#waiting.delete(id)
    const { folder } = this.#setting
    if (folder) rmSync(join(folder, `${id}.json`), { force: true })
  }
}
