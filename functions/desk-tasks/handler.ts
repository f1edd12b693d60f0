import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { EvidenceStore } from '../../adapters/evidence.ts'
import type { Whole } from '../../adapters/items.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { type TaskPlace, Tasks } from '../../adapters/tasks.ts'
import { decide } from '../../domain/decide.ts'
import { type Duty, looked } from '../../domain/desk.ts'
import type { Refusal } from '../../domain/outcome.ts'
import { isReference } from '../../domain/reference.ts'
import { answeredTask, canBeAnswered } from '../../domain/stated.ts'
import { isAsked, reassigned, type Task } from '../../domain/tasks.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { largestEvidence } from '../../policy/schema.ts'
import type { TaskProblem } from '../../web/desk/task.ts'
import { task as taskPage } from '../../web/desk/task.ts'
import { tasks as tasksPage } from '../../web/desk/tasks.ts'
import type { TasksView } from '../contract/desk/tasks.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { noSuchRequest } from '../desk/refused.ts'
import { lineOf, taskLineOf } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { saidIn } from './said.ts'
import { taskSeen, whoElse, whoseTask } from './seen.ts'
import { Said } from './shape.ts'
import { Uploads } from './uploads.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const tasks = new Tasks(required('TABLE'), client)
const files = new EvidenceStore(required('TABLE'), client)
const sessions = new Sessions(required('TABLE'), client)

/** A form of parts is its files, and a little around them. */
const mostAround = 16_384

const duty = ({ route, act }: { readonly route: string; readonly act: string }): Duty => {
  if (route.endsWith('/look')) return 'look'
  if (route.endsWith('/answer')) return 'state'
  if (route.endsWith('/reassign')) return 'reassign'
  if (route.includes('/systems/')) return act === 'retry' || act === 'hand-over' ? act : 'see'
  return 'see'
}

/** What is done by hand: the list of it, one task, who it is about, whose it is, what was done; and which failing system's part is. */
export const handler = atTheDesk(
  'desk-tasks',
  Said,
  duty,
  client,
  { tasks: tasksPage, task: taskPage },
  (call) => {
    if (call.route === 'GET /desk/tasks') return list(call)
    if (call.route.includes('/systems/')) return whileOvertaken(() => ofSystem(call))
    if (call.route.endsWith('/look')) return whileOvertaken(() => look(call))
    if (call.route.endsWith('/reassign')) return whileOvertaken(() => reassign(call))
    if (!call.route.endsWith('/answer')) return see(call)
    const uploads = new Uploads(files)
    return whileOvertaken(() => answer(call, uploads))
  },
  largestEvidence + mostAround,
)

type Call = DeskCall<Said>

async function list({ query, colleague, now }: Call): Promise<DeskAnswer<'tasks'>> {
  const whose = query.whose === 'all' ? 'all' : 'mine'
  const from = placeIn(query.from)
  const page = await tasks.open({ ...(whose === 'mine' ? { asked: colleague.name } : {}), ...(from ? { from } : {}) })
  const lines = await Promise.all(page.tasks.map((task) => asked(task, now)))
  const { next } = page
  const view: TasksView = {
    at: now,
    whose,
    lines: lines.flatMap((line) => (line ? [line] : [])),
    ...(next ? { next: `${next.due}~${next.reference}~${next.id}` } : {}),
  }
  return { status: 200, json: view, page: { kind: 'tasks', tasks: view, colleague } }
}

/** What its request still asks; what it has gone on from is asked of nobody. */
async function asked(task: Task, now: Instant) {
  const request = await requests.request(task.reference)
  return request && isAsked(task, request) ? taskLineOf(task, request, now) : undefined
}

/** Where a page begins: an instant, a reference and the name of a task, and nothing else is understood. */
function placeIn(from: string | undefined): TaskPlace | undefined {
  const [, due, reference, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([A-Z0-9-]+)~([a-z0-9.-]+)$/.exec(from ?? '') ?? []
  return due && id && reference && isReference(reference) ? { due: instant(due), reference, id } : undefined
}

type Found = { readonly whole: Whole; readonly task: Task }

async function found({ reference, path, colleague }: Call): Promise<Found> {
  const whole = await requests.load(reference)
  const task = whole?.tasks.find(({ id }) => id === path.task)
  if (!whole || !task) throw noSuchRequest(colleague)
  return { whole, task }
}

async function see(call: Call): Promise<DeskAnswer<'task'>> {
  const { colleague, now } = call
  const seen = await taskSeen(await found(call), colleague.role, now, sessions)
  return { status: 200, json: seen, page: { kind: 'task', task: seen, colleague } }
}

async function look(call: Call): Promise<DeskAnswer<'task'>> {
  const { colleague, now } = call
  const { whole, task } = await found(call)
  const decision = isAsked(task, whole.request)
    ? looked(whole.request, colleague.staff, policy, now)
    : ({ kind: 'refused', reason: 'not-possible-now' } satisfies Refusal)
  // It is gone from the request, or nobody need know it for this any more: there is nothing to look at.
  if (decision.kind === 'refused') return see(call)
  // First the entry, then the look: what nobody wrote down nobody saw.
  const request = await requests.save(decision)
  const seen = await taskSeen({ whole: { ...whole, request }, task }, colleague.role, now, sessions)
  const shown = { ...seen, personal: whoseTask(task, request) }
  return { status: 200, json: shown, page: { kind: 'task', task: shown, colleague } }
}

async function answer(call: Call, uploads: Uploads): Promise<DeskAnswer<'task'>> {
  const { colleague, body, now } = call
  const { whole, task } = await found(call)
  if (!canBeAnswered(task, whole.request)) return wrong(call, { whole, task }, 'not-possible-now', 409)
  const said = saidIn(body, task, whole.request)
  if (typeof said === 'string') return wrong(call, { whole, task }, said)
  const { files: given, ...rest } = said
  const named = uploads.named(given)
  const stated = { ...rest, at: now, by: colleague.staff, ...(named.length > 0 ? { files: named } : {}) }
  const event = { type: 'task-answered', task: answeredTask(task, stated), by: colleague.staff } as const
  const decision = decide(whole.request, event, policy, now)
  if (decision.kind === 'refused') return wrong(call, { whole, task }, 'not-possible-now', 409)
  await uploads.keep(given, whole.request)
  const request = await requests.save(decision)
  const after = await taskSeen({ whole: { ...whole, request }, task: event.task }, colleague.role, now, sessions)
  return { status: 200, json: after, seeOther: `/desk/tasks/${task.reference}/${task.id}${inLanguage(body)}` }
}

/** A task is another colleague's: they are written to, and the history says whose it is, and who gave it. */
async function reassign(call: Call): Promise<DeskAnswer<'task'>> {
  const { colleague, body, now } = call
  const { whole, task } = await found(call)
  if (!canBeAnswered(task, whole.request)) return wrong(call, { whole, task }, 'not-possible-now', 409)
  const to = (await whoElse(task, now, sessions)).find(({ staff }) => staff === body.to)
  if (!to) return wrong(call, { whole, task }, 'no-colleague')
  const given = reassigned(task, to.name, now)
  const event = { type: 'task-reassigned', task: given, to: to.staff, by: colleague.staff } as const
  const decision = decide(whole.request, event, policy, now)
  if (decision.kind === 'refused') return wrong(call, { whole, task }, 'not-possible-now', 409)
  const request = await requests.save(decision)
  const after = await taskSeen({ whole: { ...whole, request }, task: given }, colleague.role, now, sessions)
  return { status: 200, json: after, seeOther: `/desk/tasks/${task.reference}/${task.id}${inLanguage(body)}` }
}

async function wrong(
  { colleague, body, now }: Call,
  found: Found,
  problem: TaskProblem,
  status = 400,
): Promise<DeskAnswer<'task'>> {
  const seen = await taskSeen(found, colleague.role, now, sessions)
  const typed = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.slice(0, 40)]] : [])),
  )
  return { status, json: { error: problem, task: seen }, page: { kind: 'task', task: seen, colleague, problem, typed } }
}

/** A failing system is asked again at once; or somebody does its part by hand. */
async function ofSystem(call: Call): Promise<DeskAnswer> {
  const { reference, act, path, colleague, body, now } = call
  const request = await requests.request(reference)
  const type = act === 'retry' ? 'tried-again' : act === 'hand-over' ? 'handed-over' : undefined
  if (!request || !type) throw noSuchRequest(colleague)
  const decision = decide(request, { type, system: path.system ?? '', by: colleague.staff }, policy, now)
  const to = `/desk/requests/${reference}`
  if (decision.kind === 'refused')
    return {
      status: 409,
      json: { error: decision.reason, request: lineOf(request, now) },
      seeOther: `${to}${inLanguage(body, { refused: decision.reason })}`,
    }
  const after = await requests.save(decision)
  return { status: 200, json: lineOf(after, now), seeOther: `${to}${inLanguage(body)}` }
}

function inLanguage({ language }: Said, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ ...(typeof language === 'string' ? { lang: language } : {}), ...more })
  return query.size > 0 ? `?${query}` : ''
}
