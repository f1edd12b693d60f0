import { ExecutionError, StateMachine } from 'aws-local-stepfunctions'
import type { Timekeeper } from '../clock/clock.ts'
import { type Plan, prepared, type TaskPlan, type WaitPlan } from './definition.ts'
import type { Ended, Journal, Started } from './journal.ts'
import { pauseBeforeRetry } from './retry.ts'

export type ExecutionSetting = {
  readonly clock: Timekeeper
  readonly arn: string
  readonly journal: Journal
  readonly started: Started
  invoke(functionArn: string, payload: unknown, machineArn: string, begins: () => void): Promise<unknown>
  /** Run every task twice: Step Functions' and Lambda's at-least-once, made certain. */
  readonly twice: boolean
}

type Definition = ConstructorParameters<typeof StateMachine>[0]
type Handlers = NonNullable<
  NonNullable<NonNullable<Parameters<StateMachine['run']>[1]>['overrides']>['taskResourceLocalHandlers']
>
type Input = Parameters<StateMachine['run']>[0]
type Result = Awaited<ReturnType<Handlers[string]>>

/** Real time after which a sleeping execution is replayed, before the interpreter's own 24.8-day timer ends its task. */
const replayAfterMs = 20 * 24 * 3600 * 1000

/** One execution: the interpreter fed by the journal, so that it can be run again from the start at any time. */
export class Execution {
  readonly #setting: ExecutionSetting
  readonly #here = new Map<symbol, string>()
  #retries = 0
  #entered = 0
  #leave: () => void = () => undefined

  constructor(setting: ExecutionSetting) {
    this.#setting = setting
  }

  get arn(): string {
    return this.#setting.arn
  }

  get started(): Started {
    return this.#setting.started
  }

  get ended(): Ended | undefined {
    return this.#setting.journal.ended
  }

  /** Names of the tasks and waits it stands in. */
  get current(): readonly string[] {
    return this.ended ? [] : [...this.#here.values()]
  }

  /** State transitions as they are billed: states entered and retries. */
  get transitions(): number {
    return this.ended?.transitions ?? this.#entered + this.#retries
  }

  /** Starts, or goes on after what the journal tells. */
  run(): void {
    const { clock, journal, started } = this.#setting
    const input: unknown = JSON.parse(started.input)
    const context = {
      Execution: { Id: this.arn, Input: input, Name: started.name, StartTime: started.at },
      StateMachine: { Id: started.machineArn, Name: started.machineArn.split(':').at(-1) },
    }
    const { machine, plans } = prepared(started.definition, context)
    journal.rewind()
    this.#entered = 0
    this.#retries = 0
    const away = new AbortController()
    const handlers: Handlers = Object.fromEntries(
      [...plans].map(([state, plan]) => [
        state,
        async (given: unknown) => (await this.#visit(state, plan, given, away.signal)) as Result,
      ]),
    )
    const release = clock.hold(`execution ${started.name}`)
    const run = new StateMachine(machine as unknown as Definition, { validationOptions: { noValidate: true } }).run(
      input as Input,
      {
        overrides: { taskResourceLocalHandlers: handlers },
        context: { ...context, Execution: { ...context.Execution, Input: input as Input } },
      },
    )
    const replay = setTimeout(() => {
      this.#leave()
      this.run()
    }, replayAfterMs)
    const timeout = started.definition.TimeoutSeconds
    const callOff =
      timeout === undefined
        ? undefined
        : clock.at(Date.parse(started.at) + timeout * 1000, `timeout of ${started.name}`, () => this.stop('TIMED_OUT'))
    this.#leave = () => {
      this.#leave = () => undefined
      clearTimeout(replay)
      callOff?.()
      run.abort()
      away.abort()
    }
    const counted = this.#count(run.eventLogs)
    const end = async (how: Omit<Ended, 'kind' | 'at' | 'transitions'>) => {
      await clock.during(`end of ${started.name}`, () => counted)
      this.#end(away.signal, how)
    }
    run.result
      .then(
        (output) => end({ status: 'SUCCEEDED', output: JSON.stringify(output) }),
        (error: unknown) => {
          const cause = error instanceof ExecutionError ? error.cause : error
          const { name, message } = cause instanceof Error ? cause : new Error(String(cause))
          return end({ status: 'FAILED', error: name, cause: message })
        },
      )
      .finally(() => this.#leave())
    // The first state was entered in this turn already, and holds the clock itself if there is work to do.
    setImmediate(release)
  }

  /** Ends it from outside. */
  stop(status: 'ABORTED' | 'TIMED_OUT', error?: string, cause?: string): void {
    if (this.ended) return
    this.#record({ status, ...(error ? { error } : {}), ...(cause ? { cause } : {}) })
    this.#leave()
  }

  /** Leaves it where it is: the journal knows the rest. */
  pause(): void {
    this.#leave()
  }

  async #visit(state: string, plan: Plan, input: unknown, away: AbortSignal): Promise<unknown> {
    const here = Symbol(state)
    this.#here.set(here, state)
    try {
      away.throwIfAborted()
      return await (plan.kind === 'wait' ? this.#wait(state, plan, input, away) : this.#task(state, plan, input, away))
    } finally {
      this.#here.delete(here)
    }
  }

  async #wait(state: string, plan: WaitPlan, input: unknown, away: AbortSignal): Promise<unknown> {
    const { journal, clock } = this.#setting
    const { key, past } = journal.visit(state, input)
    if (past.some((step) => step.kind === 'waited')) return input
    const begun = past.find((step) => step.kind === 'waiting')
    const until = begun?.until ?? plan.until(input, clock.now())
    if (!begun) journal.append({ kind: 'waiting', key, until })
    await this.#sleep(until, state, away)
    journal.append({ kind: 'waited', key })
    return input
  }

  async #task(state: string, plan: TaskPlan, input: unknown, away: AbortSignal): Promise<unknown> {
    const { journal, clock } = this.#setting
    const { key, past } = journal.visit(state, input)
    const gave = past.find((step) => step.kind === 'gave')
    const failures = past.filter((step) => step.kind === 'failed')
    if (gave) {
      this.#retries += failures.length
      return gave.result
    }
    for (;;) {
      const last = failures.at(-1)
      if (last) {
        const errors = failures.map(({ error }) => error)
        const pause = pauseBeforeRetry(plan.retry, errors)
        if (pause === undefined) {
          this.#retries += failures.length - 1
          throw Object.assign(new Error(last.cause), { name: last.error })
        }
        await this.#sleep(last.at + pause, `${state} (try ${failures.length + 1})`, away)
      }
      try {
        const result = await clock.during(`task ${state}`, () => this.#attempt(state, plan, input))
        away.throwIfAborted()
        journal.append({ kind: 'gave', key, result })
        this.#retries += failures.length
        return result
      } catch (error) {
        away.throwIfAborted()
        const { name, message } = error instanceof Error ? error : new Error(String(error))
        const failure = { kind: 'failed', key, at: clock.now(), error: name, cause: message } as const
        journal.append(failure)
        failures.push(failure)
      }
    }
  }

  async #attempt(state: string, plan: TaskPlan, input: unknown): Promise<unknown> {
    const call = async (begins: () => void) => {
      const { machineArn } = this.started
      if (plan.functionArn) return await this.#setting.invoke(plan.functionArn, input, machineArn, begins)
      const { FunctionName, Payload } = input as { FunctionName?: string; Payload?: unknown }
      if (!FunctionName) throw new Error(`'${state}' names no function`)
      const result = await this.#setting.invoke(FunctionName, Payload, machineArn, begins)
      return { ExecutedVersion: '$LATEST', Payload: result, StatusCode: 200 }
    }
    const calls = async (begins: () => void) => {
      if (this.#setting.twice) await call(begins)
      return await call(begins)
    }
    return await (plan.timeoutSeconds === undefined ? calls(() => undefined) : within(plan.timeoutSeconds, calls))
  }

  #sleep(until: number, label: string, away: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const callOff = this.#setting.clock.at(until, `${this.started.name}: ${label}`, () => {
        away.removeEventListener('abort', leave)
        // What comes next runs before the clock looks whether all is quiet.
        const release = this.#setting.clock.hold(`${this.started.name} wakes up`)
        resolve()
        setImmediate(release)
      })
      const leave = () => {
        callOff()
        reject(away.reason)
      }
      away.addEventListener('abort', leave, { once: true })
    })
  }

  async #count(events: AsyncIterable<{ type: string }>): Promise<void> {
    for await (const event of events) if (event.type === 'StateEntered') this.#entered++
  }

  #end(away: AbortSignal, end: Omit<Ended, 'kind' | 'at' | 'transitions'>): void {
    if (!away.aborted && !this.ended) this.#record(end)
  }

  #record(end: Omit<Ended, 'kind' | 'at' | 'transitions'>): void {
    const { journal, clock } = this.#setting
    journal.append({ kind: 'ended', ...end, at: clock.instant(), transitions: this.transitions })
  }
}

/**
 * A task's TimeoutSeconds go by real time: while it runs, the clock does not jump. They begin when its function does: a task
 * that waits for one of the few workers of this machine would else be tried once more, and wait behind itself.
 */
async function within<T>(seconds: number, work: (begins: () => void) => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const error = Object.assign(new Error(`no answer within ${seconds} seconds`), { name: 'States.Timeout' })
  let timer: NodeJS.Timeout | undefined
  const begins = () => {
    timer ??= setTimeout(() => late.reject(error), Math.min(seconds * 1000, 2 ** 31 - 1))
  }
  try {
    return await Promise.race([work(begins), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
