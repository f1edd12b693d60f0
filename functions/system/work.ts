import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod/mini'
import { Answers } from '../../adapters/answers.ts'
import { required } from '../../adapters/environment.ts'
import { EvidenceStore } from '../../adapters/evidence.ts'
import { Leases } from '../../adapters/leases.ts'
import { Ledger } from '../../adapters/ledger.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tasks } from '../../adapters/tasks.ts'
import { correctionsFor } from '../../domain/correction.ts'
import { stillKept } from '../../domain/erased.ts'
import { type Answer, categoriesFor, categoriesOf, subscriptionsIn, summed, type Verb } from '../../domain/receipts.ts'
import type { Kept, Request, Status } from '../../domain/request.ts'
import { isByHand, needsNobody, type Stated, taskOf } from '../../domain/tasks.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { subscribedTo } from '../../policy/schema.ts'
import type { Progress, Receipt, Slice, Subject, System } from '../../systems/contract.ts'
import type { SystemInput, SystemOutput } from '../contract/tasks.ts'
import { machineInput, task } from '../entry/task.ts'
import { packages } from '../package/bucket.ts'
import { filed, inOne, receiptsOf } from './by-hand.ts'
import { gather, hasGiven } from './gather.ts'

const Input = z.object({
  ...machineInput,
  verb: z.enum(['restrict', 'release', 'erase', 'check', 'erase-again', 'export', 'unsubscribe', 'rectify']),
})

/** A slice ends this long before the call would: enough to finish what is under way and to save. */
const marginMs = 20_000

/** In which statuses a verb may act: a machine that was overtaken does nothing. */
const allowed: Record<Verb, readonly Status[]> = {
  restrict: ['restricting', 'grace', 'holding', 'held'],
  release: ['restoring', 'lifting'],
  erase: ['erasing'],
  check: ['erasing'],
  'erase-again': ['erasing-again'],
  export: ['gathering', 'ready'],
  unsubscribe: ['stopping'],
  rectify: ['correcting'],
}

class NotCarriedOut extends Error {
  override readonly name = 'NotCarriedOut'
}

/**
 * One Lambda for each system: one slice of one verb, under the request's lease for this system. What is done by hand,
 * because the system is a person or because it fails for this request, is as somebody stated it.
 */
export function systemFunction(name: string, system: System | undefined) {
  const client = new DynamoDBClient({})
  const requests = new Requests(required('TABLE'), client)
  const answers = new Answers(required('TABLE'), client)
  const leases = new Leases(required('TABLE'), client)
  const ledger = new Ledger(required('TABLE'), client, new KMSClient({}))
  const bucket = packages()
  const tasks = new Tasks(required('TABLE'), client)
  const files = new EvidenceStore(required('TABLE'), client)

  return task('system', Input, async ({ reference, verb }: SystemInput, now, call): Promise<SystemOutput> => {
    const stopped = await leases.take(
      reference,
      name,
      verb,
      call.id,
      Date.parse(now),
      Math.ceil(call.remaining() / 1000) + 5,
    )
    let next = stopped
    try {
      // Read after the lease is held: nobody can change what this call may do while it works.
      const request = await requests.request(reference)
      if (!request || !allowed[verb].includes(request.status)) return { v: 1, done: true }
      const subject =
        request.status === 'erasing-again' ? (await ledger.subjectOf(reference))?.reveal() : subjectOf(request)
      if (!subject) return { v: 1, done: true }
      const { from, round } = roundOf(request, stopped)
      const known = await answers.find(reference, name, verb)
      if (verb === 'export' && hasGiven(known)) return { v: 1, done: true }
      if (!system || isByHand(name, request, policy)) return await byHand(verb, request, subject, round, call.remaining)
      const progress = await carryOut(system, verb, request, subject, {
        reference,
        ...(from === undefined ? {} : { from }),
        enough: () => call.remaining() < marginMs,
      })
      const sum = answered(name, verb, from === undefined ? tried(known) : known, progress, instant(Date.now()))
      const answer = { ...(await alsoBefore(system, sum, subject)), ...(round === undefined ? {} : { round }) }
      await answers.save(reference, answer)
      next = progress.next === undefined ? undefined : `${round === undefined ? '' : `${round}:`}${progress.next}`
      if (answer.done && answer.receipts.some((receipt) => receipt.outcome === 'failed')) throw new NotCarriedOut()
      return { v: 1, done: answer.done }
    } finally {
      await leases.giveBack(reference, name, verb, call.id, next)
    }
  })

  /** What an earlier request, or a call that died before its note, made unavailable: the person has it, and is told. */
  async function alsoBefore(system: System, answer: Answer, subject: Subject): Promise<Answer> {
    const unseen = answer.receipts
      .filter(({ count, outcome }) => count === 0 && outcome !== 'failed')
      .map(({ category }) => category)
    if (answer.verb !== 'restrict' || !answer.done || unseen.length === 0) return answer
    const held = (await system.find(subject)).filter((one) => unseen.includes(one.category) && one.restricted > 0)
    const before = held.map(({ category, restricted }): Receipt => ({ category, outcome: 'done', count: restricted }))
    return { ...answer, receipts: summed(answer.receipts, before) }
  }

  /** As somebody stated it; nothing, while nobody has: a step of the machine asks them. */
  async function byHand(
    verb: Verb,
    request: Request,
    subject: Subject,
    round: number | undefined,
    remaining: () => number,
  ): Promise<SystemOutput> {
    const { reference } = request
    const before = await Promise.all((['restrict', 'erase'] as const).map((one) => answers.find(reference, name, one)))
    const known = before.filter((answer) => answer !== undefined)
    const isNobodys = !system && needsNobody(name, request, subject.keys, known, policy)
    const id = taskOf(name, request)
    const stated = id ? (await tasks.find(reference, id))?.stated : undefined
    if (!isNobodys && !stated) return { v: 1, done: true }
    const receipts = await asStated(verb, request, subject, stated, remaining)
    await answers.save(reference, {
      ...{ system: name, verb, at: stated?.at ?? instant(Date.now()), done: true, receipts },
      ...(stated ? { by: stated.by } : {}),
      ...(round === undefined ? {} : { round }),
    })
    // What somebody cannot do is no failure of this call, and asking it again would not help.
    return { v: 1, done: true }
  }

  async function asStated(
    verb: Verb,
    request: Request,
    subject: Subject,
    stated: Stated | undefined,
    remaining: () => number,
  ): Promise<readonly Receipt[]> {
    const isCopy = request.status === 'gathering' || request.status === 'ready'
    if (verb !== 'export' || !isCopy || stated?.outcome !== 'done')
      return receiptsOf(
        verb,
        stated,
        categoriesFor(request.right === 'disclosure' ? 'erasure' : request.right, name, policy),
      )
    const slice = inOne(request.reference, remaining)
    return (await gather(name, filed(request.reference, stated, files), request, subject, slice, bucket)).receipts
  }

  async function carryOut(
    system: System,
    verb: Verb,
    request: Request,
    subject: Subject,
    slice: Slice,
  ): Promise<Progress> {
    switch (verb) {
      case 'restrict':
        return system.restrict(subject, slice)
      case 'release':
        return system.release(subject, slice)
      case 'export':
        if (request.status !== 'gathering' && request.status !== 'ready') return { receipts: [] }
        return gather(name, system, request, subject, slice, bucket)
      case 'erase':
        return system.erase(
          subject,
          policy.retention.filter((e) => categoriesOf(name, policy).includes(e.category)),
          slice,
        )
      case 'erase-again':
        return request.status === 'erasing-again'
          ? eraseAgain(system, stillKept(request.kept, request.startedAt), subject, slice)
          : { receipts: [] }
      case 'unsubscribe':
        return request.status === 'stopping'
          ? unsubscribe(name, system, request.lists, subject, slice)
          : { receipts: [] }
      case 'rectify':
        if (request.status !== 'correcting') return { receipts: [] }
        return system.rectify(subject, correctionsFor(request, name, policy), slice)
      case 'check':
        return { receipts: await leftovers(system, subject, new Set(policy.retention.map(({ category }) => category))) }
    }
  }
}

/** As an erasure, and looked at in the same breath: nobody waits for it. */
async function eraseAgain(system: System, kept: readonly Kept[], subject: Subject, slice: Slice): Promise<Progress> {
  const except = kept.map(({ exception, category }) => ({ id: exception, category }))
  const { receipts, next } = await system.erase(subject, except, slice)
  if (next !== undefined) return { receipts, next }
  const left = await leftovers(system, subject, new Set(kept.map(({ category }) => category)))
  return { receipts: [...receipts, ...left.filter(({ outcome }) => outcome === 'failed')] }
}

/** Sets right what a system says of the person's wish to get the mails of a list, or of all. */
async function unsubscribe(
  name: string,
  system: System,
  lists: string,
  subject: Subject,
  slice: Slice,
): Promise<Progress> {
  const corrections = subscriptionsIn(name, policy, lists).map(({ category, list }) => ({
    category,
    field: subscribedTo(list),
    value: 'false',
  }))
  const { receipts, ...rest } = await system.rectify(subject, corrections, slice)
  return { ...rest, receipts: receipts.map(({ field: _, ...receipt }) => receipt) }
}

/** Where a call goes on, and in which round of what has rounds: what an earlier round left off is not this one's. */
function roundOf(request: Request, stopped: string | undefined): { readonly from?: string; readonly round?: number } {
  if (request.status !== 'correcting' && request.status !== 'erasing-again')
    return stopped === undefined ? {} : { from: stopped }
  const { round } = request
  const mark = `${round}:`
  return stopped?.startsWith(mark) ? { round, from: stopped.slice(mark.length) } : { round }
}

/** Erased means that `find` finds nothing live, and nothing restricted beyond what is kept by law. */
async function leftovers(system: System, subject: Subject, kept: ReadonlySet<string>): Promise<readonly Receipt[]> {
  return (await system.find(subject)).map(({ category, live, restricted }): Receipt => {
    const left = live + (kept.has(category) ? 0 : restricted)
    return left > 0
      ? { category, outcome: 'failed', count: left, reason: 'left-over' }
      : { category, outcome: 'done', count: 0 }
  })
}

/** Verbs whose every answer is of the whole, not of one slice. */
const telling: readonly Verb[] = ['check', 'export']

function answered(system: string, verb: Verb, known: Answer | undefined, progress: Progress, at: Instant): Answer {
  const before = telling.includes(verb) ? [] : (known?.receipts ?? [])
  return { system, verb, at, done: progress.next === undefined, receipts: summed(before, progress.receipts) }
}

/** A failure of an earlier round is history once a new round begins; what was done then stays counted. */
const tried = (known: Answer | undefined): Answer | undefined =>
  known && { ...known, receipts: known.receipts.filter((receipt) => receipt.outcome !== 'failed') }

const subjectOf = (request: Request): Subject | undefined =>
  'person' in request ? request.person?.subject?.reveal() : undefined
