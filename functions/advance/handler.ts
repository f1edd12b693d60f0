import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { AlreadyOpen, Requests } from '../../adapters/requests.ts'
import { hasOnlyBegun, heldIn, notYetCorrected } from '../../domain/correction.ts'
import { decide } from '../../domain/decide.ts'
import { notYetErasedAgain } from '../../domain/erased.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { lateIn } from '../../domain/outcome.ts'
import { outstanding } from '../../domain/receipts.ts'
import { isClosed } from '../../domain/request.ts'
import { handOver } from '../../domain/tasks.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { AdvanceInput, AdvanceOutput } from '../contract/tasks.ts'
import { count } from '../entry/metric.ts'
import { machineInput, task } from '../entry/task.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

const Input = z.object({
  ...machineInput,
  event: z.enum([
    'look',
    'restriction-settled',
    'moment-reached',
    'erasure-settled',
    'told',
    'release-settled',
    'gathered',
    'mailing-settled',
    'rectification-settled',
    'erased-again',
  ]),
})

/** Letters are still on their way: ask again later. */
class NotYetTold extends Error {
  override readonly name = 'NotYetTold'
}

class NoSuchRequest extends Error {
  override readonly name = 'NoSuchRequest'
}

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

export const handler = task('advance', Input, (input, now) => whileOvertaken(() => advance(input, now)))

async function advance(input: AdvanceInput, now: Instant): Promise<AdvanceOutput> {
  const whole = await requests.load(input.reference)
  if (!whole) throw new NoSuchRequest()
  const happened = eventFor(input.event, whole, now)
  if (!happened) return nextForMachine(whole.request, input.event, policy, now)
  const event = withHanded(happened, whole, now)
  const decision = decide(whole.request, event, policy, now)
  // Refused means overtaken: a restore, a second delivery, a reminder already sent. The store says what comes next.
  if (decision.kind === 'refused') return nextForMachine(whole.request, input.event, policy, now)
  report(event)
  try {
    return nextForMachine(await requests.save(decision), input.event, policy, now)
  } catch (error) {
    // Another erasure of the same person is under way: this one looks again when that may be over.
    if (error instanceof AlreadyOpen) return nextForMachine(whole.request, 'look', policy, now)
    throw error
  }
}

function eventFor(name: AdvanceInput['event'], { request, answers, waiting }: Whole, now: Instant): Event | undefined {
  switch (name) {
    case 'look':
      return undefined
    case 'told':
      if (isClosed(request) && request.person && waiting.some((one) => !one.doneAt)) throw new NotYetTold()
      return { type: 'told' }
    case 'moment-reached':
      return { type: 'moment-reached' }
    case 'restriction-settled':
      return { type: name, outstanding: outstanding('restrict', answers, policy) }
    case 'erasure-settled':
      return { type: name, outstanding: outstanding('erase', answers, policy) }
    case 'release-settled':
      return { type: name, outstanding: outstanding('release', answers, policy) }
    case 'gathered':
      return { type: name, outstanding: outstanding('export', answers, policy) }
    case 'mailing-settled':
      return { type: name, outstanding: outstanding('unsubscribe', answers, policy) }
    case 'rectification-settled':
      if (request.status !== 'correcting' || hasOnlyBegun(request, answers, policy, now)) return undefined
      return { type: name, outstanding: notYetCorrected(request, answers, policy), held: heldIn(answers) }
    case 'erased-again':
      if (request.status !== 'erasing-again') return undefined
      return { type: 'erasure-settled', outstanding: notYetErasedAgain(request, answers, policy) }
  }
}

/** What systems have not done is asked of somebody, where it is done by hand. */
const withHanded = (event: Event, whole: Whole, now: Instant): Event =>
  'outstanding' in event ? { ...event, handed: handOver(whole.request, event.outstanding, whole, policy, now) } : event

/** Who does by hand what they were asked, and is in time, fails nobody. */
function report(event: Event): void {
  if (!('outstanding' in event)) return
  const late = lateIn(event.outstanding, event.handed?.inTime)
  if (late.length > 0) count('FailingSystem', late.length)
  if (event.type === 'erasure-settled' && late.length > 0) count('PromiseAtRisk', 1)
}
