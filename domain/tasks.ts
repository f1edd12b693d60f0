import type { Policy } from '../policy/schema.ts'
import type { ByHand } from '../policy/systems.ts'
import type { Receipt } from '../systems/contract.ts'
import { correctionsFor } from './correction.ts'
import type { Effect } from './effect.ts'
import { stillKept } from './erased.ts'
import type { Event } from './event.ts'
import { machineFor } from './letters.ts'
import { workedOn } from './lifecycle.ts'
import { type Outcome, refused } from './outcome.ts'
import { type Answer, categoriesFor, type Verb } from './receipts.ts'
import type { Reference } from './reference.ts'
import type { Request, Status } from './request.ts'
import { type Instant, moved, shifted } from './time.ts'

/** What somebody can be asked to do by hand; whether anything is left they state along with an erasure. */
export type TaskVerb = Exclude<Verb, 'check'>

/** Why somebody cannot do what they were asked. */
export const reasonsWhyNot = ['whose', 'access', 'law', 'other'] as const
type WhyNotDone = (typeof reasonsWhyNot)[number]

/** A file for a copy: nothing of it but how many bytes, and the end of its name (`pdf`, or empty). */
export type TaskFile = {
  readonly category: string
  readonly id: string
  readonly bytes: number
  readonly extension: string
}

/** What somebody of the company states that they did. */
export type Stated = {
  readonly at: Instant
  /** As `staffOf` names them. */
  readonly by: string
  readonly outcome: 'done' | 'nothing' | 'cannot'
  readonly receipts: readonly Receipt[]
  readonly reason?: WhyNotDone
  /** Where the papers of it are; never personal. */
  readonly file?: string
  readonly files?: readonly TaskFile[]
}

/** What one person of the company is asked to do by hand in one system, for one request; nothing in it is personal. */
export type Task = {
  readonly id: string
  readonly reference: Reference
  readonly system: string
  readonly verb: TaskVerb
  readonly round?: number
  /** The company's own address that was written to. */
  readonly asked: string
  readonly since: Instant
  readonly due: Instant
  /** When that address was last written to about it. */
  readonly remindedAt: Instant
  /** over: the request has gone on, and nobody need do it any more. */
  readonly state: 'open' | 'answered' | 'cannot' | 'over'
  readonly stated?: Stated
}

/** Tasks that are new or have changed, which of the systems' are still in time, and when the next has to be looked at. */
export type Handed = {
  readonly tasks: readonly Task[]
  readonly effects: readonly Effect[]
  readonly inTime: readonly string[]
  readonly until?: Instant
}

/** What a status asks of every system. */
const verbs: Readonly<Partial<Record<Status, TaskVerb>>> = {
  restricting: 'restrict',
  grace: 'restrict',
  holding: 'restrict',
  held: 'restrict',
  restoring: 'release',
  lifting: 'release',
  erasing: 'erase',
  'erasing-again': 'erase-again',
  gathering: 'export',
  ready: 'export',
  stopping: 'unsubscribe',
  correcting: 'rectify',
}
const verbIn = ({ status }: Request): TaskVerb | undefined => verbs[status]

const roundOf = (request: Request): number | undefined =>
  request.status === 'correcting' || request.status === 'erasing-again' ? request.round : undefined

/** The name of a task under its request: what is asked, where, and in which round of what has rounds. */
const named = (verb: TaskVerb, system: string, round?: number): string =>
  `${verb}.${system}${round === undefined ? '' : `.${round}`}`

/** What is asked of a system by hand now is called so; undefined: nothing is asked. */
export function taskOf(system: string, request: Request): string | undefined {
  const verb = verbIn(request)
  return verb && named(verb, system, roundOf(request))
}

/** Whether somebody does by hand what is asked of a system now: always, or because it fails for this request. */
export function isByHand(system: string, request: Request, policy: Policy): boolean {
  if (policy.systems[system]?.kind === 'manual') return true
  const verb = verbIn(request)
  const [byHand = [], id] = [request.byHand, taskOf(system, request)]
  // What was made unavailable by hand a program does not give back.
  return (id !== undefined && byHand.includes(id)) || (verb === 'release' && byHand.includes(named('restrict', system)))
}

/** Whether a task is still what is asked: its request has not gone on. */
export const isAsked = (task: Task, request: Request): boolean => taskOf(task.system, request) === task.id

/** Whether the answer is known without anybody having to look: then nobody is asked. */
export function needsNobody(
  system: string,
  request: Request,
  keys: Readonly<Record<string, readonly string[]>> | undefined,
  answers: readonly Answer[],
  policy: Policy,
): boolean {
  const part = policy.systems[system]
  if (part?.kind !== 'manual') return false
  if (part.owner !== undefined && keys && (keys[part.owner] ?? []).length === 0) return true
  const answered = (verb: Verb) => answers.find((one) => one.system === system && one.verb === verb && one.done)
  switch (request.status) {
    case 'stopping':
      return true
    case 'gathering':
    case 'ready':
      return categoriesFor(request.right, system, policy).length === 0
    case 'correcting':
      return correctionsFor(request, system, policy).length === 0
    case 'restoring':
    case 'lifting':
      return answered('restrict')?.receipts.every(({ outcome }) => outcome === 'not-found') ?? false
    case 'erasing-again': {
      // Paper has no backups: only what was kept for a law is left, until its end.
      const left = stillKept(request.kept, request.startedAt).map(({ exception }) => exception)
      const kept = answered('erase')?.receipts.filter(({ outcome }) => outcome === 'kept') ?? []
      return kept.every(({ exception }) => exception !== undefined && left.includes(exception))
    }
    default:
      return false
  }
}

const askedIn = (system: string, policy: Policy): ByHand | undefined => {
  const part = policy.systems[system]
  return part?.kind === 'manual' ? part : policy.desk?.byHand
}

/** An answered task's machine has been started: it is looked at again this long, in ms, after nothing came of it. */
const soon = 15 * 60_000

/**
 * What is to be done by hand once every other system has answered: new tasks, and reminders of those there are. Nobody
 * is asked twice for the same.
 * @param outstanding systems that have not carried out what the request asks now
 */
export function handOver(
  request: Request,
  outstanding: readonly string[],
  { tasks, answers }: { readonly tasks: readonly Task[]; readonly answers: readonly Answer[] },
  policy: Policy,
  now: Instant,
): Handed {
  const subject = 'person' in request ? request.person?.subject?.reveal() : undefined
  const asked = outstanding.filter(
    (system) => isByHand(system, request, policy) && !needsNobody(system, request, subject?.keys, answers, policy),
  )
  const wanted = asked.flatMap((system) => {
    const known = tasks.find((one) => one.id === taskOf(system, request))
    const task = known ?? begun(system, request, policy, now)
    return task ? [known ? reminded(task, policy, now) : { task, effects: [told(task, 'set')], isNew: true }] : []
  })
  const over = tasks
    .filter(({ state, id }) => state === 'open' && !wanted.some(({ task }) => task.id === id))
    .map((task): Task => ({ ...task, state: 'over' }))
  const inTime = wanted.map(({ task }) => task).filter((task) => isInTime(task, now))
  const moments = inTime.map((task) => (task.state === 'open' ? momentsOf(task, policy) : []).find((at) => at > now))
  return {
    tasks: [...wanted.filter(({ isNew }) => isNew).map(({ task }) => task), ...over],
    effects: wanted.flatMap(({ effects }) => effects),
    inTime: inTime.map(({ system }) => system),
    ...(inTime.length > 0
      ? { until: moments.map((at) => at ?? shifted(now, soon)).reduce((one, other) => (one < other ? one : other)) }
      : {}),
  }
}

const isInTime = ({ state, due }: Task, now: Instant): boolean =>
  state === 'answered' || (state === 'open' && now < due)

function begun(system: string, request: Request, policy: Policy, now: Instant): Task | undefined {
  const [verb, who, round] = [verbIn(request), askedIn(system, policy), roundOf(request)]
  if (!verb || !who) return undefined
  return {
    id: named(verb, system, round),
    reference: request.reference,
    system,
    verb,
    ...(round === undefined ? {} : { round }),
    asked: who.asked,
    since: now,
    due: dueBy(who, request, policy, now),
    remindedAt: now,
    state: 'open',
  }
}

/** Half of what is left until the promised instant at the most: the other half is for whoever is told that it is overdue. */
function dueBy({ due }: ByHand, { promisedBy }: Request, policy: Policy, now: Instant): Instant {
  const whole = moved(now, due, policy.company.timeZone)
  const half = shifted(now, (Date.parse(promisedBy) - Date.parse(now)) / 2)
  return half > now && half < whole ? half : whole
}

/** When whoever was asked is reminded, and when it is overdue; in order. */
const momentsOf = ({ system, since, due }: Task, policy: Policy): readonly Instant[] => [
  ...(askedIn(system, policy)?.reminders ?? [])
    .map((before) => moved(due, before, policy.company.timeZone, -1))
    .filter((at) => at > since),
  due,
]

function reminded(task: Task, policy: Policy, now: Instant) {
  const owed = task.state === 'open' ? momentsOf(task, policy).findLast((at) => at <= now) : undefined
  if (owed === undefined || owed <= task.remindedAt) return { task, effects: [], isNew: false }
  const isOverdue = owed >= task.due
  return {
    task: { ...task, remindedAt: now },
    effects: isOverdue ? [told(task, 'overdue'), told(task, 'overdue', 'officer')] : [told(task, 'reminder')],
    isNew: true,
  }
}

const told = ({ id }: Task, news: 'set' | 'reminder' | 'overdue', to?: 'officer'): Effect => ({
  kind: 'task',
  task: id,
  news,
  ...(to ? { to } : {}),
})

/** A task as another colleague's: open, also where somebody said that they cannot; its time goes on. @param asked their address */
export function reassigned({ stated: _, ...task }: Task, asked: string, now: Instant): Task {
  return { ...task, asked, remindedAt: now, state: 'open' }
}

/** What is kept of tasks with the request, once every system was asked. */
export function withTasks<Next extends Request>(request: Next, { inTime, until }: Handed): Next {
  const { awaits: _, hurried: __, ...kept } = { awaits: undefined, hurried: undefined, ...request }
  return { ...kept, ...(until ? { awaits: { systems: inTime, until } } : {}) } as unknown as Next
}

const isWorkedOn = ({ status }: Request): boolean => (workedOn as readonly Status[]).includes(status)

/** Systems that fail: they have not answered, and nobody was asked to do it by hand. */
export const failingIn = (request: Request, policy: Policy): readonly string[] =>
  'outstanding' in request && isWorkedOn(request)
    ? request.outstanding.filter((system) => !isByHand(system, request, policy))
    : []

type OfTask = Extract<Event, { type: 'task-answered' | 'task-reassigned' | 'tried-again' | 'handed-over' }>
export const isOfTask = (event: Event): event is OfTask =>
  event.type === 'task-answered' ||
  event.type === 'task-reassigned' ||
  event.type === 'tried-again' ||
  event.type === 'handed-over'

/** Somebody did by hand what they were asked, gives it to a colleague, has a failing system asked at once, or has it done by hand. */
export function nextOfTask(request: Request, event: OfTask, policy: Policy): Outcome {
  const machine = machineFor(request.status)
  if (!machine || !isWorkedOn(request)) return refused('not-possible-now')
  const start: readonly Effect[] = [{ kind: 'start', machine }]
  const hurried = { ...request, hurried: true as const }
  switch (event.type) {
    case 'task-answered': {
      const { task } = event
      if (!isAsked(task, request) || !task.stated) return refused('not-possible-now')
      const { outcome, reason, file, files = [] } = task.stated
      const why = [...(reason ? [reason] : []), ...(file ? [`file ${file}`] : [])]
      return {
        request: { ...hurried, ...(files.length > 0 ? { filed: true as const } : {}) },
        effects: start,
        detail: `${task.verb} in ${task.system}: ${[outcome, ...why].join(', ')}`,
      }
    }
    case 'task-reassigned': {
      const { task, to } = event
      if (!isAsked(task, request) || task.state !== 'open') return refused('not-possible-now')
      // Whom it was asked of may have said that they cannot: the machine learns that it is open again.
      const fails = 'outstanding' in request && !request.awaits?.systems.includes(task.system)
      return {
        request: fails ? hurried : request,
        effects: [told(task, 'set'), ...(fails ? start : [])],
        detail: `${task.verb} in ${task.system}, to ${to}`,
      }
    }
    case 'tried-again':
      return failingIn(request, policy).includes(event.system)
        ? { request: hurried, effects: start, detail: event.system }
        : refused('not-possible-now')
    case 'handed-over': {
      const id = taskOf(event.system, request)
      if (!id || !policy.desk?.byHand || !failingIn(request, policy).includes(event.system))
        return refused('not-possible-now')
      return {
        request: { ...hurried, byHand: [...(request.byHand ?? []), id] },
        effects: start,
        detail: `${verbIn(request)} in ${event.system}`,
      }
    }
  }
}
