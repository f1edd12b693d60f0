import type { Whole } from '../../adapters/items.ts'
import type { Sessions } from '../../adapters/sessions.ts'
import { correctionsFor } from '../../domain/correction.ts'
import { may, type Role, roles } from '../../domain/desk.ts'
import type { Request } from '../../domain/request.ts'
import { canBeAnswered, exceptionFor, partsOfTask } from '../../domain/stated.ts'
import { isAsked, type Task } from '../../domain/tasks.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { DeskTask } from '../contract/desk/tasks.ts'
import { taskLineOf } from '../desk/seen.ts'

/** A task as somebody of the company sees it, without whose data it is about. */
export async function taskSeen(
  { whole: { request }, task }: { readonly whole: Pick<Whole, 'request'>; readonly task: Task },
  role: Role,
  now: Instant,
  sessions: Sessions,
): Promise<DeskTask> {
  const { stated } = task
  const who = stated && (await sessions.nameOf(stated.by))
  const canGive = may(role, 'reassign') && canBeAnswered(task, request)
  const erases = task.verb === 'erase' || task.verb === 'erase-again'
  return {
    line: taskLineOf(task, request, now),
    at: now,
    right: request.right,
    status: request.status,
    promisedBy: request.promisedBy,
    parts: partsOfTask(task, request, policy).map((part) => {
      const mayKeep = erases ? exceptionFor(part.category, policy) : undefined
      return { ...part, ...(mayKeep ? { mayKeep } : {}) }
    }),
    mayAnswer: may(role, 'state') && canBeAnswered(task, request),
    colleagues: canGive ? await whoElse(task, now, sessions) : [],
    mayLook: may(role, 'look') && isAsked(task, request) && 'person' in request && request.person !== undefined,
    ...(stated
      ? {
          stated: {
            ...{ at: stated.at, by: stated.by, outcome: stated.outcome },
            receipts: stated.receipts.map(({ category, field, outcome, count }) => ({
              ...{ category, outcome, count },
              ...(field === undefined ? {} : { field }),
            })),
            ...(who ? { who } : {}),
            ...(stated.reason ? { reason: stated.reason } : {}),
            ...(stated.file ? { file: stated.file } : {}),
          },
        }
      : {}),
  }
}

/** Who did not sign in for so long may have left. */
const stillHere = 'P90D'

/** Colleagues who can say what was done by hand, each address once, but for who is asked already. */
export async function whoElse(
  { asked }: Task,
  now: Instant,
  sessions: Sessions,
): Promise<ReadonlyArray<{ readonly staff: string; readonly name: string }>> {
  const known = await sessions.colleagues(moved(now, stillHere, policy.company.timeZone, -1))
  return known
    .filter(({ role }) => roles.some((one) => one === role && may(one, 'state')))
    .filter(({ name }, n, all) => all.findIndex((one) => one.name === name) === n)
    .filter(({ name }) => name.toLowerCase() !== asked.toLowerCase())
    .map(({ staff, name }) => ({ staff, name }))
}

/** Whose data they are, as far as the task needs to know: what finds them in that system, and what is right. */
export function whoseTask(task: Task, request: Request): NonNullable<DeskTask['personal']> {
  const person = 'person' in request ? request.person : undefined
  const part = policy.systems[task.system]
  const owner = part?.kind === 'manual' ? part.owner : undefined
  const keys = Object.entries(person?.subject?.reveal().keys ?? {})
    .filter(([key, values]) => values.length > 0 && (owner === undefined || key === owner))
    .map(([key, values]) => [key, values.join(', ')] as const)
  const corrections = request.status === 'correcting' ? correctionsFor(request, task.system, policy) : []
  return {
    ...(person ? { address: person.address.reveal() } : {}),
    keys: Object.fromEntries(keys),
    right: corrections.map(({ field, value }) => ({ field, value })),
  }
}
