import type { Effects } from '../../adapters/effects.ts'
import type { Indexes } from '../../adapters/indexes.ts'
import type { Waiting, Whole } from '../../adapters/items.ts'
import { executionOf, type Machines } from '../../adapters/machines.ts'
import type { MailLetters } from '../../adapters/mail-letters.ts'
import type { Requests } from '../../adapters/requests.ts'
import { machineFor } from '../../domain/letters.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { isClosed, isUncertified } from '../../domain/request.ts'
import { type Instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { log } from '../entry/log.ts'
import type { Arns } from '../entry/machines.ts'
import { count } from '../entry/metric.ts'
import type { Job } from './pages.ts'
import { tried } from './tried.ts'

/**
 * How late is too late, in ms. The stream tries for 23 hours (infra/outbox.ts): what was left before, and was not done, nobody
 * tries any more. A letter that was put aside, or held back for another day, is tried by nobody else. A machine that is an hour late
 * may be at it still: then it is found running, and left alone.
 */
const late = { outbox: 24 * 3_600_000, letter: 0, held: 0, machine: 3_600_000 }
const movers = ['letter', 'held', 'outbox', 'machine'] as const
type Mover = (typeof movers)[number]

type Stores = {
  readonly requests: Requests
  readonly effects: Effects
  readonly indexes: Indexes
  readonly letters: MailLetters
}

/**
 * What should have moved by itself and did not is found by when it should have: letters and starts that were given up or put
 * aside are left anew, as are letters whose day has come, and a machine that died is started again. The store is the truth, the
 * machine only keeps the time; what only waits is not read, however many there are.
 */
export const startAgain =
  ({ requests, effects, indexes, letters }: Stores, machines: Machines, arns: Arns): Job =>
  async (from, now) => {
    const { n, at }: Place = from === undefined ? { n: 0 } : JSON.parse(from)
    const mover = movers[n] ?? 'machine'
    const { found, next } = await indexes.overdue(mover, shifted(now, -late[mover]), at)
    for (const { reference, id, mail } of found) {
      if (mail !== undefined) {
        if (await letters.leaveAgain(mail, id, now)) leftAnew(mover, { event: id })
        continue
      }
      const whole = await requests.load(reference)
      if (whole && mover === 'machine') await lookAt(whole, now, { requests, effects }, machines, arns)
      else if (whole) await leaveAnew(whole, id, now, effects, mover)
    }
    if (next !== undefined) return JSON.stringify({ n, at: next } satisfies Place)
    return n + 1 < movers.length ? JSON.stringify({ n: n + 1 } satisfies Place) : undefined
  }
type Place = { readonly n: number; readonly at?: string }

async function leaveAnew({ waiting }: Whole, id: string, now: Instant, effects: Effects, mover: Mover): Promise<void> {
  const one = waiting.find((effect) => effect.id === id && !effect.doneAt)
  if (!one) return
  leftAnew(mover, { reference: one.reference, event: id })
  await effects.leaveAgain(one, now)
}

/** That a letter waited for its day is as it should be: nobody has to hear of it. */
function leftAnew(mover: Mover, line: { readonly reference?: string; readonly event: string }): void {
  log({ what: 'round', ...line, outcome: 'left anew' })
  if (mover !== 'held') count('StartedAgain', 1)
}

async function lookAt(
  whole: Whole,
  now: Instant,
  { requests, effects }: Pick<Stores, 'requests' | 'effects'>,
  machines: Machines,
  arns: Arns,
): Promise<void> {
  const { request, waiting } = whole
  const { reference } = request
  // Whose letters are out, and whom nothing else holds, was not forgotten when the last of them was: it died just then.
  if (isClosed(request) && request.person && !isUncertified(request))
    return waiting.some(({ doneAt }) => !doneAt) ? undefined : tried(requests, reference, { type: 'told' }, now)
  const machine = machineFor(request.status)
  if (!machine || nextForMachine(request, 'look', policy, now).to === 'end') return
  const starts = waiting.filter(({ effect }) => effect.kind === 'start' && effect.machine === machine)
  if (starts.some(({ doneAt }) => !doneAt) || (await isAnyRunning(starts, arns[machine], machines))) return
  log({ what: 'round', reference, event: machine, outcome: 'started again' })
  count('StartedAgain', 1)
  await effects.leave(reference, `again-${now.slice(0, 10)}`, { kind: 'start', machine }, now)
}

async function isAnyRunning(starts: readonly Waiting[], arn: string, machines: Machines): Promise<boolean> {
  for (const start of starts.toReversed()) if (await machines.isRunning(arn, executionOf(start))) return true
  return false
}
