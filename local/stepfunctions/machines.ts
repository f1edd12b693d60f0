import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Timekeeper } from '../clock/clock.ts'
import type { Machine } from './definition.ts'
import { Execution } from './execution.ts'
import { Journal, type Status } from './journal.ts'

export type MachinesSetting = {
  readonly clock: Timekeeper
  /** Where journals are kept; absent: in memory. */
  readonly folder?: string
  /** Definitions by the machine's ARN. */
  readonly definitions: ReadonlyMap<string, Machine>
  /** Calls a function for a machine; `begins` is called when it no longer waits for its turn. */
  invoke(functionArn: string, payload: unknown, machineArn: string, begins: () => void): Promise<unknown>
  /** Run every task twice. */
  readonly twice?: boolean
}

/** An execution as people and tests look at it. */
export type ExecutionView = {
  readonly name: string
  readonly machine: string
  readonly status: Status
  readonly startedAt: string
  readonly endedAt?: string
  readonly current: readonly string[]
  readonly transitions: number
  readonly input: string
  readonly output?: string
  readonly error?: string
  readonly cause?: string
}

/** An error of the service, by the name that its API gives it. */
export class StatesError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/** Every execution of every state machine of the template. */
export class Machines {
  readonly #setting: MachinesSetting
  readonly #executions = new Map<string, Execution>()

  constructor(setting: MachinesSetting) {
    this.#setting = setting
    if (setting.folder) mkdirSync(setting.folder, { recursive: true })
  }

  /** Takes up all executions that were under way when the last run ended, however it ended. */
  recover(): void {
    const { folder } = this.#setting
    if (!folder) return
    for (const file of readdirSync(folder)) {
      const journal = new Journal(join(folder, file))
      if (!journal.started) continue
      const execution = this.#keep(journal)
      if (!journal.ended) execution?.run()
    }
  }

  /**
   * StartExecution: the same name and input as a running one gives that one. Throws StatesError
   * (StateMachineDoesNotExist, ExecutionAlreadyExists, InvalidExecutionInput, InvalidName).
   */
  start(machineArn: string, name: string, input: string): Execution {
    const definition = this.#setting.definitions.get(machineArn)
    if (!definition) throw new StatesError('StateMachineDoesNotExist', `no state machine ${machineArn}`)
    if (!/^[\w.-]{1,80}$/.test(name)) throw new StatesError('InvalidName', `not a name: ${name}`)
    if (!isJson(input)) throw new StatesError('InvalidExecutionInput', 'the input is not JSON')
    const known = this.#executions.get(executionArn(machineArn, name))
    if (known) {
      if (!known.ended && known.started.input === input) return known
      throw new StatesError('ExecutionAlreadyExists', `Execution Already Exists: '${known.arn}'`)
    }
    const journal = new Journal(this.#file(machineArn, name))
    journal.append({ kind: 'started', machineArn, name, input, at: this.#setting.clock.instant(), definition })
    const execution = this.#keep(journal)
    if (!execution) throw new Error('a journal without a start')
    execution.run()
    return execution
  }

  /** Throws StatesError ExecutionDoesNotExist. */
  get(arn: string): Execution {
    const known = this.#executions.get(arn)
    if (!known) throw new StatesError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
    return known
  }

  all(): readonly Execution[] {
    return [...this.#executions.values()]
  }

  views(): readonly ExecutionView[] {
    return this.all().map(viewOf)
  }

  knows(machineArn: string): boolean {
    return this.#setting.definitions.has(machineArn)
  }

  /** Leaves every execution where it is. */
  pause(): void {
    for (const execution of this.#executions.values()) if (!execution.ended) execution.pause()
  }

  #keep(journal: Journal): Execution | undefined {
    const { started } = journal
    if (!started) return undefined
    const arn = executionArn(started.machineArn, started.name)
    const { clock, invoke, twice = false } = this.#setting
    const execution = new Execution({ clock, arn, journal, started, invoke, twice })
    this.#executions.set(arn, execution)
    return execution
  }

  #file(machineArn: string, name: string): string | undefined {
    const { folder } = this.#setting
    if (!folder) return undefined
    // Names may differ in case only, file systems may not.
    const id = createHash('sha256').update(executionArn(machineArn, name)).digest('hex').slice(0, 24)
    return join(folder, `${id}.jsonl`)
  }
}

const executionArn = (machineArn: string, name: string) =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`

function viewOf({ started, ended, current, transitions }: Execution): ExecutionView {
  return {
    name: started.name,
    machine: started.machineArn.split(':').at(-1) ?? '',
    status: ended?.status ?? 'RUNNING',
    startedAt: started.at,
    current,
    transitions,
    input: started.input,
    ...(ended ? { endedAt: ended.at } : {}),
    ...(ended?.output === undefined ? {} : { output: ended.output }),
    ...(ended?.error === undefined ? {} : { error: ended.error }),
    ...(ended?.cause === undefined ? {} : { cause: ended.cause }),
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
