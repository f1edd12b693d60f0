import { devNull } from 'node:os'
import { join } from 'node:path'
import { Clock } from './clock/clock.ts'
import { serveControl } from './control/control.ts'
import { type Data, startData } from './data.ts'
import { AccessLog } from './front/access-log.ts'
import { ExecuteApi } from './front/execute-api.ts'
import { type Answered, HttpApi, type HttpRequest } from './front/http-api.ts'
import { serve } from './front/server.ts'
import { siteOf } from './front/site.ts'
import { Functions } from './functions/functions.ts'
import { siteOverride } from './functions/messages.ts'
import { placedFunctions } from './functions/placed.ts'
import { encryptedAtRest } from './gateway/at-rest.ts'
import { callersOf } from './gateway/callers.ts'
import { credentialOf } from './gateway/credential.ts'
import { type AccessKey, type Denial, Gateway, type Hook, type Withheld } from './gateway/gateway.ts'
import { outside } from './gateway/iam/principals.ts'
import type { Permission } from './gateway/iam/usage.ts'
import type { Service } from './gateway/service.ts'
import type { Mail } from './mail/mail.ts'
import type { Zone } from './mail/verdicts.ts'
import { expirationsOf } from './s3/lifecycle.ts'
import { largestObject } from './s3/objects.ts'
import { lock } from './state/lock.ts'
import { Machines } from './stepfunctions/machines.ts'
import { machinesOf } from './stepfunctions/placed.ts'
import { States } from './stepfunctions/service.ts'
import { DeadLetters } from './streams/dead-letters.ts'
import { readAssembly } from './template/assembly.ts'
import { type Resolved, resolve } from './template/template.ts'
import { expire } from './time-to-live.ts'
import {
  asMachine,
  asService,
  connectFeedback,
  connectMail,
  connectSchedules,
  connectStreams,
  type Parts,
  type Written,
} from './wiring.ts'

export type CloudSetting = {
  /** Folder that `cdk synth` wrote. */
  readonly assembly: string
  /** Folder of all state; a second start on it goes on where the last one ended, also after kill -9. */
  readonly state: string
  /** Absent: free ones. */
  readonly ports?: {
    readonly site?: number
    readonly gateway?: number
    readonly control?: number
    readonly inbox?: number
    /** Where mail comes in by SMTP, when the template has a receipt rule. */
    readonly smtp?: number
  }
  /** Deliver every stream record, event and task twice. */
  readonly twice?: boolean
  /**
   * After it rang a schedule rests for so long, ms of the clock. Absent: it rings as the template says, which for an
   * hourly one makes 1,440 stops on a way of 60 days.
   */
  readonly scheduleRestMs?: number
  /** Schedules that do not ring, by name; what they would start can be started by a call. */
  readonly asleep?: RegExp
  /** The site's public address, as the app knows it: functions that call it reach the site of this cloud. */
  readonly publicSite?: string
  /** Where issuers of tokens are on this machine, by the address that the template knows; may be added to later. */
  readonly issuers?: ReadonlyMap<string, string>
  /** The DNS by which mail that comes in is authenticated: text records by name. */
  readonly zone?: Zone
  progress?(line: string): void
  /** What `POST /reset` begins: stop this cloud, empty its state, start another one. */
  reset?(): void
}

export type Cloud = {
  /** URLs on 127.0.0.1, without a slash at their end. */
  readonly site: string
  readonly gateway: string
  readonly control: string
  readonly inbox: string
  /** Where mail comes in: smtp://127.0.0.1:PORT; empty when the template has no receipt rule. */
  readonly smtp: string
  readonly clock: Clock
  readonly functions: Functions
  readonly machines: Machines
  readonly deadLetters: DeadLetters
  readonly resources: Resolved
  /** The services themselves, past the gateway: for seeding and for looking at what is there. */
  readonly data: Data
  /** Every mail that SES accepted, oldest first. */
  mails(): Promise<readonly Mail[]>
  /** Credentials for a caller outside the template, such as the company's own application; policies of resources apply to it too. */
  principal(name: string, statements: readonly object[]): AccessKey
  /** Called after a service carried a call out and before the caller hears of it; throwing drops the connection. */
  onCall(hook: Hook): () => void
  /** Called before a service carries a call out; throwing drops the connection, as when a region is out of reach. */
  beforeCall(hook: Hook): () => void
  /** Called with each answer of a route of the API, before the caller hears of it. */
  onAnswer(hook: (answered: Answered) => void): () => void
  /** From now on schedules rest for so long after a ring, as `scheduleRestMs` says from the start on. */
  restSchedules(ms: number): void
  /** What functions counted, summed by metric since the start. */
  metrics(): Readonly<Record<string, number>>
  /** What the template's roles may do, and how often each permission was needed. */
  permissions(): readonly Permission[]
  /** Takes a permission away from a function, a machine, a schedule or a service. Answers how to give it back. */
  withhold(permission: Withheld): () => void
  /** Calls that were refused, by IAM or because the local cloud does not do them. */
  denied(): readonly Denial[]
  stop(): Promise<void>
}

/**
 * Starts the synthesized app on this machine. @throws naming what the template has that the local cloud does not know;
 * when a port is taken; when the state folder is in use
 */
export async function startCloud(setting: CloudSetting): Promise<Cloud> {
  const endings: Array<() => unknown> = [lock(setting.state)]
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end()
  }
  try {
    return { ...(await start(setting, endings)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Adds to `endings` how to end each part, in the order of their start. */
async function start(setting: CloudSetting, endings: Array<() => unknown>): Promise<Omit<Cloud, 'stop'>> {
  const { state, ports = {}, twice = false, progress = () => undefined } = setting
  const assembly = readAssembly(setting.assembly)
  const template = resolve(assembly)
  const callers = callersOf(template)
  const definitions = machinesOf(template)
  const clock = new Clock(join(state, 'clock.json'))
  endings.push(() => clock.stop())

  const writes = new Set<Written>()
  const inboxPort = ports.inbox === undefined ? {} : { inboxPort: ports.inbox }
  const written: Written = (table, items, changes) => {
    for (const listener of writes) listener(table, items, changes)
  }
  const roles = callers.roles
  const data = await startData({ template, assembly, roles: roles.values(), clock, state, written, ...inboxPort })
  for (const service of data.all) endings.push(() => service.stop())
  progress('services are up')

  let [endpoint, here] = ['', '']
  const functions = new Functions({
    clock,
    logs: join(state, 'logs'),
    functions: placedFunctions(template, assembly.asset),
    environmentOf: ({ arn }) => {
      const key = gateway.keyOf(callers.at(arn))
      return {
        AWS_ACCESS_KEY_ID: key.accessKeyId,
        AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
        AWS_ENDPOINT_URL: endpoint,
        ...otherServices(),
        AWS_REGION: arn.split(':')[3] ?? '',
        ...(setting.publicSite ? { [siteOverride]: `${setting.publicSite} ${here}` } : {}),
        // The machine's own profiles and keys stay out of reach.
        AWS_CONFIG_FILE: devNull,
        AWS_SHARED_CREDENTIALS_FILE: devNull,
      }
    },
  })
  const machines: Machines = new Machines({
    clock,
    folder: join(state, 'executions'),
    definitions,
    twice,
    invoke: asMachine(() => ({ gateway, callers, functions })),
  })
  const services: Service[] = [...data.all, new States(machines)]
  const gateway: Gateway = new Gateway({
    clock,
    services,
    also: encryptedAtRest(template),
  })
  // Who signs nothing may have a token: the API itself looks at it, at the same address as everything of AWS.
  const answer = (request: HttpRequest) =>
    credentialOf(request) === undefined && api.hasRoute(request)
      ? clock.during(`${request.method} at the API`, () => api.handle(request))
      : gateway.handle(request)
  const door = await serve(ports.gateway ?? 0, answer, largestObject)
  endpoint = door.url
  endings.push(
    door.stop,
    () => functions.stop(),
    () => machines.pause(),
  )

  const deadLetters = new DeadLetters(join(state, 'dead-letters.jsonl'))
  const parts: Parts = {
    ...{ template, clock, gateway, callers, functions, machines, deadLetters, state, twice, progress },
  }
  const schedules = connectSchedules(parts, setting.scheduleRestMs ?? 0, setting.asleep)
  endings.push(
    connectStreams(parts, writes),
    () => schedules.stop(),
    connectFeedback(parts, data),
    expire(clock, { ...data, expirations: expirationsOf(template) }, progress),
  )
  const api: HttpApi = new HttpApi(template, asService(parts, 'apigateway.amazonaws.com'), clock, {
    ...(setting.issuers ? { issuers: setting.issuers } : {}),
    log: new AccessLog(template, join(state, 'logs')),
  })
  services.push(new ExecuteApi(api))
  const mailIn = await connectMail(parts, data, { port: ports.smtp ?? 0, zone: setting.zone ?? {} })
  endings.push(mailIn.stop)
  const { s3, secrets, ses } = data
  const site = await serve(ports.site ?? 0, siteOf({ template, clock, gateway, s3, secrets, api }))
  endings.push(site.stop)
  here = site.url
  machines.recover()

  const cloud = {
    ...{ site: site.url, gateway: endpoint, inbox: ses.inbox, smtp: mailIn.url },
    ...{ clock, functions, machines, deadLetters, data, resources: template },
    mails: async () => ses.mails(),
    principal: (name: string, statements: readonly object[]) => gateway.keyOf(outside(name, statements)),
    onCall: (hook: Hook) => gateway.onCall(hook),
    beforeCall: (hook: Hook) => gateway.beforeCall(hook),
    onAnswer: (hook: (answered: Answered) => void) => api.onAnswer(hook),
    restSchedules: (ms: number) => schedules.rest(ms),
    metrics: () => Object.fromEntries(functions.metrics),
    permissions: () => gateway.usage.of(roles.values(), template.resources),
    withhold: (permission: Withheld) => gateway.withhold(permission),
    denied: () => gateway.denied,
  }
  const control = await serveControl(ports.control ?? 0, {
    ...cloud,
    executions: () => machines.views(),
    deadLetters: () => deadLetters.all(),
    ...(setting.reset ? { reset: () => setting.reset?.() } : {}),
  })
  endings.push(control.stop)
  return { ...cloud, control: control.url }
}

/** Services that whoever starts the local cloud has put somewhere else, e.g. AWS_ENDPOINT_URL_S3. */
const otherServices = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^AWS_ENDPOINT_URL_\w+$/.test(name) && value ? [[name, value]] : [],
    ),
  )
