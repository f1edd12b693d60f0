import type { Waiting, Whole } from '../../adapters/items.ts'
import { executionOf, type Machines } from '../../adapters/machines.ts'
import type { Requests } from '../../adapters/requests.ts'
import { machineFor } from '../../domain/letters.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { isUncertified } from '../../domain/rectification.ts'
import { isClosed } from '../../domain/request.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { log } from '../entry/log.ts'
import type { Arns } from '../entry/machines.ts'
import { count } from '../entry/metric.ts'
import type { Job } from './pages.ts'
import { tried } from './tried.ts'

/** The stream tries for 23 hours (infra/outbox.ts): what was left before, and was not done, nobody tries any more. In ms. */
const givenUpMs = 24 * 3_600_000
const shelves = ['owed', 'under-way', 'again'] as const

/**
 * Every request that is not over is looked at: letters and starts that were given up are left anew, and a machine that died
 * is started again. The store is the truth, the machine only keeps the time.
 */
export const startAgain =
  (requests: Requests, machines: Machines, arns: Arns): Job =>
  async (from, now) => {
    const { shelf, at } = from === undefined ? { shelf: 0, at: undefined } : (JSON.parse(from) as Place)
    const { references, next } = await requests.notOver(shelves[shelf] ?? 'owed', at)
    for (const reference of references) {
      const whole = await requests.load(reference)
      if (whole) await lookAt(whole, now, requests, machines, arns)
    }
    if (next !== undefined) return JSON.stringify({ shelf, at: next } satisfies Place)
    return shelf + 1 < shelves.length ? JSON.stringify({ shelf: shelf + 1 } satisfies Place) : undefined
  }
type Place = { readonly shelf: number; readonly at?: string }

async function lookAt(whole: Whole, now: Instant, requests: Requests, machines: Machines, arns: Arns): Promise<void> {
  const { request, waiting } = whole
  const { reference } = request
  const undone = waiting.filter(({ doneAt }) => !doneAt)
  for (const one of undone.filter(({ at }) => at < instant(Date.parse(now) - givenUpMs))) {
    log({ what: 'round', reference, event: one.id, outcome: 'left anew' })
    count('StartedAgain', 1)
    await requests.leaveAgain(one, now)
  }
  // Whose letters are out, and whom nothing else holds, was not forgotten when the last of them was: it died just then.
  if (isClosed(request) && request.person && !isUncertified(request))
    return undone.length > 0 ? undefined : tried(requests, reference, { type: 'told' }, now)
  const machine = machineFor(request.status)
  if (!machine || nextForMachine(request, 'look', policy, now).to === 'end') return
  const starts = waiting.filter(({ effect }) => effect.kind === 'start' && effect.machine === machine)
  if (starts.some(({ doneAt }) => !doneAt) || (await isAnyRunning(starts, arns[machine], machines))) return
  log({ what: 'round', reference, event: machine, outcome: 'started again' })
  count('StartedAgain', 1)
  await requests.leave(reference, `again-${now.slice(0, 10)}`, { kind: 'start', machine }, now)
}

async function isAnyRunning(starts: readonly Waiting[], arn: string, machines: Machines): Promise<boolean> {
  for (const start of starts.toReversed()) if (await machines.isRunning(arn, executionOf(start))) return true
  return false
}
