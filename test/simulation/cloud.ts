import type { Machine } from '../../local/stepfunctions/definition.ts'
import { Machines } from '../../local/stepfunctions/machines.ts'
import { arnOf, definitionOf, named, rounds, type Story, stories } from '../workflows/definitions.ts'
import type { Code } from './bundle.ts'
import { companyTables, ownTables, policy } from './company.ts'
import type { Dice } from './dice.ts'
import { DynamoDb } from './dynamodb/operations.ts'
import { type Lag, Table, type Written } from './dynamodb/table.ts'
import { type FunctionSetting, Functions } from './functions.ts'
import { Failed } from './invocation.ts'
import { textOf } from './protocol.ts'
import { Receiving } from './receiving.ts'
import { Files } from './s3.ts'
import { dynamodb, kms, type Sent, ses, states } from './services.ts'
import { Stream } from './stream.ts'
import type { Time } from './time.ts'
import { type Fate, soresOf, type Weather } from './weather.ts'
import { type Answer, type Asked, Wire } from './wire.ts'

const machineArn = (name: string) => `arn:aws:states:eu-central-1:000000000000:stateMachine:${name}`
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const systems = Object.keys(policy.systems)
const machines = [...Object.keys(stories), 'daily-round'] as ReadonlyArray<Story | 'daily-round'>

const env: Readonly<Record<string, string>> = {
  TABLE: 'requests',
  VAULT_TABLE: 'vault',
  VAULT_KEYS_TABLE: 'vault-keys',
  PACKAGES_BUCKET: 'packages',
  MAILS_BUCKET: 'mails',
  ...{ MAC_KEY: 'mac-key', SIGNING_KEY: 'signing-key', DATA_KEY: 'data-key', VAULT_KEY: 'vault-key' },
  ...Object.fromEntries(
    Object.keys(stories).map((name) => [`${name.toUpperCase().replace('-', '_')}_MACHINE`, machineArn(name)]),
  ),
}

const pages = [
  ...['submit', 'confirm', 'status', 'restore', 'erase-now', 'withdraw', 'send-code', 'download', 'unsubscribe'],
  ...['mailing', 'lift', 'show-mail', 'decide-mail', 'state', 'decide'],
] as const
/** Functions by the name that machines and pages call them, with the timeouts of infra/. */
const settings: Readonly<Record<string, FunctionSetting>> = {
  ...Object.fromEntries(pages.map((name) => [name, { bundle: name, env, timeoutMs: 20_000 }])),
  ...Object.fromEntries(
    systems.map((system) => [
      `system-${system}`,
      { bundle: 'system-dynamodb', env: { ...env, SYSTEM: system }, timeoutMs: 15 * minute },
    ]),
  ),
  advance: { bundle: 'advance', env, timeoutMs: minute },
  certify: { bundle: 'certify', env, timeoutMs: minute },
  package: { bundle: 'package', env, timeoutMs: 15 * minute },
  'pass-on': { bundle: 'pass-on', env, timeoutMs: 90_000 },
  outbox: { bundle: 'outbox', env, timeoutMs: 2 * minute },
  round: { bundle: 'round', env, timeoutMs: 15 * minute },
  letter: { bundle: 'daily-letter', env, timeoutMs: 10 * minute },
  ingest: { bundle: 'ingest', env, timeoutMs: 2 * minute },
  feedback: { bundle: 'feedback', env, timeoutMs: minute },
  watch: { bundle: 'watch', env, timeoutMs: 5 * minute },
}
export const bundles: readonly string[] = [...new Set(Object.values(settings).map(({ bundle }) => bundle))]

/** What can be away for hours or days, and what is asked of it. */
export const places = [...systems, 'ses', 'kms', 'store'] as const
export type Place = (typeof places)[number]
const tablesOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(policy.systems).map(([name, system]) => [
      name,
      system.kind === 'dynamodb' ? system.tables.map(({ table }) => table) : [],
    ]),
  ),
  store: ['requests'],
}

export type CloudSetting = {
  readonly time: Time
  readonly dice: Dice
  readonly code: Code
  readonly weather: () => Weather
  readonly isAway: (place: Place) => boolean
  /** Something is asked, and nothing of it done yet. */
  readonly began: (asked: Asked) => void
  readonly heard: (asked: Asked, fate: Fate | 'away', answer: Answer | undefined) => void
  readonly wrote: (written: Written) => void
  readonly mailed: (sent: Sent) => void
  /** SES stored a mail, and tells nobody. */
  readonly untold: (mail: string) => void
  readonly printed: (name: string, line: string) => void
  readonly payload: (payload: unknown) => void
  /** A state machine calls a function about a request. */
  readonly called: (name: string, reference: string) => void
}

/** Oblige as it is deployed, on the simulation's services. */
export class Cloud {
  readonly tables: ReadonlyMap<string, Table>
  readonly functions: Functions
  readonly machines: Machines
  readonly files: Files
  readonly receiving: Receiving
  readonly #setting: CloudSetting
  readonly #definitions = new Map<string, Machine>()
  #version = 0
  /** Effects that the stream gave up. */
  givenUp = 0

  constructor(setting: CloudSetting) {
    this.#setting = setting
    const { time, dice, code, weather, heard } = setting
    const stream = new Stream({
      time,
      dice: dice.named('stream'),
      weather,
      invoke: (event, about) => this.functions.invoke('outbox', event, about),
      gaveUp: () => {
        this.givenUp++
      },
    })
    const wrote = (written: Written) => {
      setting.wrote(written)
      const { table, before, after } = written
      if (table === 'requests' && !before && after?.sk?.S?.startsWith('outbox#')) stream.wrote(after)
    }
    const behind = dice.named('indexes')
    const lag: Lag = {
      now: () => time.now(),
      // Mostly some milliseconds; sometimes long enough for somebody to press a button.
      ms: () => (behind.chance(weather().late) ? behind.below(5_000) : behind.below(20)),
      later: (ms, act) => void time.in(ms, 'an index', act),
    }
    this.tables = new Map(
      Object.entries({ ...ownTables, ...companyTables }).map(([name, one]) => [name, new Table(name, one, wrote, lag)]),
    )
    const store = new DynamoDb(this.tables, () => time.now())
    this.files = new Files(time)
    const services = {
      dynamodb: dynamodb(store),
      kms: kms(),
      ses: ses(() => time.now(), setting.mailed),
      states: states(() => this.machines),
      s3: this.files,
    }
    const wire = new Wire({
      services: () => services,
      weather,
      isSore: soresOf(dice.named('sores')),
      began: setting.began,
      heard,
      isAway: (asked) => this.#isAway(asked),
    })
    this.functions = new Functions({ time, seed: dice, wire, weather, settings, printed: setting.printed }, code)
    this.receiving = new Receiving({
      ...{ time, weather, files: this.files, dice: dice.named('receiving') },
      invoke: (name, event, about) => this.functions.invoke(name, event, about),
      untold: setting.untold,
    })
    this.#define()
    this.machines = new Machines({
      clock: time,
      definitions: this.#definitions,
      invoke: (functionArn, payload) => this.#task(functionArn.split(':').at(-1) ?? '', payload),
    })
    this.#every(6 * hour, 5 * minute, () => void this.functions.invoke('watch', {}, 'schedule').catch(() => undefined))
    // Every hour where it is deployed.
    this.#every(6 * hour, 20 * minute, () => {
      void this.functions.invoke('ingest', { v: 1, job: 'unread' }, 'schedule').catch(() => undefined)
    })
    this.#every(day, 6 * hour, () => {
      this.machines.start(machineArn('daily-round'), `day-${time.instant().slice(0, 10)}`, '{"v":1,"from":""}')
    })
    this.#every(day, 11 * hour, () => this.#expire())
  }

  /** Functions and machines are deployed anew, while calls and executions are under way. */
  redeploy(code: Code): void {
    this.functions.redeploy(code)
    this.#version++
    this.#define()
  }

  /** Running executions keep what they were started with; new ones have another first state. */
  #define(): void {
    const tasks = named(systems, arnOf)
    for (const name of machines) {
      const { StartAt, States, ...rest } =
        name === 'daily-round' ? rounds['daily-round'] && definitionOf(name, tasks) : definitionOf(name, tasks)
      const first = `Version ${this.#version}`
      this.#definitions.set(machineArn(name), {
        ...rest,
        StartAt: first,
        States: { [first]: { Type: 'Pass', Next: StartAt }, ...States },
      })
    }
  }

  async #task(name: string, payload: unknown): Promise<unknown> {
    const { time, dice, weather } = this.#setting
    const reference = (payload as { reference?: string }).reference ?? 'nobody'
    const chance = dice.named(`task ${name} ${reference} ${time.now()}`)
    this.#setting.called(name, reference)
    this.#setting.payload(payload)
    const call = () => this.functions.invoke(name, payload, reference)
    // Lambda may be asked twice for one task, at once or while the answer of the first is on its way.
    if (chance.chance(weather().twice))
      time.in(chance.below(5_000), `${name} is asked again`, () => void call().catch(() => undefined))
    if (chance.chance(weather().late))
      await new Promise<void>((go) => time.in(chance.below(50_000), `${name} is late`, go))
    const result = await call().catch((error: unknown) => {
      this.#setting.payload(error instanceof Failed ? `${error.name} ${error.message}` : String(error))
      throw error
    })
    this.#setting.payload(result)
    return result
  }

  #every(ms: number, first: number, act: () => void): void {
    this.#setting.time.in(first, 'schedule', () => {
      act()
      this.#every(ms, ms, act)
    })
  }

  /** DynamoDB's TTL: some days after their end, items go; and so do mails from their bucket. */
  #expire(): void {
    this.files.expire(90)
    const requests = this.tables.get('requests')
    const end = this.#setting.time.now() / 1000 - 2 * 86_400
    for (const item of [...(requests?.all() ?? [])])
      if (item.expires?.N && Number(item.expires.N) < end) requests?.delete(requests.keyOf(item))
  }

  #isAway({ service, request }: Asked): boolean {
    const { isAway } = this.#setting
    if (service === 'ses' || service === 'kms') return isAway(service)
    if (service !== 'dynamodb') return false
    const away = [...systems, 'store'].filter(isAway)
    if (away.length === 0) return false
    const text = textOf(request.body)
    return away.some((place) => (tablesOf[place] ?? []).some((table) => isAbout(table, text)))
  }
}

/** Whether a call is about a table: its items may hold the same word. */
const isAbout = (table: string, call: string): boolean =>
  call.includes(`"TableName":"${table}"`) || call.includes(`"${table}":[`) || call.includes(`"${table}":{"Keys"`)
