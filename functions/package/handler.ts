import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { SigningKey } from '../../adapters/keys.ts'
import { Leases } from '../../adapters/leases.ts'
import { Protections } from '../../adapters/protections.ts'
import { Requests } from '../../adapters/requests.ts'
import { erasedFrom, isBeingProtected, isStale } from '../../domain/copy.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { type Answer, categoriesFor } from '../../domain/receipts.ts'
import type { In, Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { Package, type PackageFacts } from '../../package/package.ts'
import { cut } from '../../package/passphrase.ts'
import { policy } from '../../policy/in-force.ts'
import { signedBy } from '../certify/jose.ts'
import type { PackageInput, PackageOutput } from '../contract/tasks.ts'
import { machineInput, task } from '../entry/task.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { nextRound, packages } from './bucket.ts'

const Input = z.object({ ...machineInput, act: z.enum(['put-together', 'protect', 'discard']) })
/** A slice ends this long before the call would. */
const marginMs = 30_000

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const leases = new Leases(required('TABLE'), client)
const kms = new KMSClient({})
const key = new SigningKey(required('SIGNING_KEY'), kms)
const protections = new Protections(required('TABLE'), required('DATA_KEY'), client, kms)
const bucket = packages()

/** Puts a copy together, slice by slice, encrypts it with a passphrase, or deletes it; and saves that it was done. */
export const handler = task('package', Input, async ({ reference, act }: PackageInput, now, call) => {
  const seconds = Math.ceil(call.remaining() / 1000) + 5
  const from = await leases.take(reference, 'package', act, call.id, Date.parse(now), seconds)
  let next = from
  try {
    const whole = await requests.load(reference)
    if (!whole) throw new Error('no such request')
    const slice = { ...(from === undefined ? {} : { from }), enough: () => call.remaining() < marginMs }
    const progress = await worked(act, whole, slice, call.id, now)
    next = progress.next
    if (next !== undefined) return { ...nextForMachine(whole.request, 'gathered', policy, now), done: false }
    const answer = await whileOvertaken(() => saved(whole.request, progress.event, now))
    if (act === 'protect') await forgetPlain(reference)
    return { ...answer, done: true }
  } catch (error) {
    // The upload was completed or given up by a call that died before its note: the next slice begins anew.
    if (error instanceof Error && error.name === 'NoSuchUpload') next = undefined
    throw error
  } finally {
    await leases.giveBack(reference, 'package', act, call.id, next)
  }
})

type Worked = { readonly next?: string; readonly event?: Event }
type Slice = { readonly from?: string; enough(): boolean }

function worked(act: PackageInput['act'], whole: Whole, slice: Slice, holder: string, now: Instant): Promise<Worked> {
  switch (act) {
    case 'put-together':
      return putTogether(whole, slice, now)
    case 'protect':
      return protect(whole.request, slice)
    case 'discard':
      return discard(whole.request, holder, now)
  }
}

async function putTogether({ request, answers }: Whole, slice: Slice, at: Instant): Promise<Worked> {
  if (!isWaiting(request)) return {}
  const round = nextRound(request)
  const copy = new Package(bucket.client, bucket.name, request.reference, round)
  const { reference, right, language, receivedAt } = request
  const facts = { reference, right, language, policy, receivedAt, at, coverage: coverage(request, answers) }
  const { next, done } = await copy.assemble(facts, (digest) => signedBy(key, digest), slice)
  if (!done) return { next: next ?? '' }
  const { bytes, files } = done
  const notAfter = await erasedFromOf(request)
  return { event: { type: 'packaged', package: { round, bytes, files }, ...(notAfter ? { notAfter } : {}) } }
}

async function protect(request: Request, slice: Slice): Promise<Worked> {
  if (request.status !== 'ready' || !isBeingProtected(request)) return {}
  const { reference, round, bytes, packagedAt } = request
  const keys = cut(await protections.of(reference))
  const copy = new Package(bucket.client, bucket.name, reference, round)
  const done = await copy.protect({ bytes, packagedAt }, keys, slice)
  return done.bytes === undefined ? { next: done.next ?? '' } : { event: { type: 'protected', bytes: done.bytes } }
}

/** Once it is saved that there is a protected copy: before that the plain one is what a repeated call begins with. */
async function forgetPlain(reference: string): Promise<void> {
  const request = await requests.request(reference)
  if (request?.status !== 'ready' || !request.protectedAt) return
  await new Package(bucket.client, bucket.name, reference, request.round).discardPlain()
  await protections.forget(reference)
}

async function discard(request: Request, holder: string, now: Instant): Promise<Worked> {
  if (request.status !== 'discarding' && request.status !== 'withdrawing') return {}
  // A system that is still gathering ends first: it would write what nobody deletes. Who comes later finds nothing to do.
  for (const system of Object.keys(policy.systems)) {
    await leases.take(request.reference, system, 'discard', holder, Date.parse(now), 60)
    await leases.giveBack(request.reference, system, 'discard', holder, undefined)
  }
  await new Package(bucket.client, bucket.name, request.reference, 1).discard()
  await protections.forget(request.reference)
  const from = request.status === 'discarding' ? await erasedFromOf(request) : undefined
  return { event: { type: 'discarded', ...(from !== undefined && from <= now ? { erased: true } : {}) } }
}

/** Whether there is something to put together: a machine that was overtaken finds that there is not. */
const isWaiting = (request: Request): request is In<'gathering'> | In<'ready'> =>
  (request.status === 'gathering' && request.gatheredAt !== undefined) ||
  (request.status === 'ready' && isStale(request))

/** Every system and category that the right is about: what it gave, that there is nothing, or why it is missing. */
function coverage(request: In<'gathering'> | In<'ready'>, answers: readonly Answer[]): PackageFacts['coverage'] {
  return Object.keys(policy.systems).flatMap((system) => {
    const answer = answers.find((one) => one.system === system && one.verb === 'export')
    return categoriesFor(request.right, system, policy).map((category) => {
      const receipt = answer?.receipts.find((one) => one.category === category)
      const found = receipt?.count ?? 0
      const statedBy = answer?.by ? { statedBy: answer.by } : {}
      if (!answer?.done || !receipt || receipt.outcome === 'failed')
        return {
          system,
          category,
          found,
          outcome: 'missing' as const,
          reason: receipt?.reason ?? 'no-answer-yet',
          ...statedBy,
        }
      return { system, category, found, outcome: found > 0 ? ('given' as const) : ('none' as const), ...statedBy }
    })
  })
}

/** From when data in a copy are erased, by whichever request of the same person is first. */
async function erasedFromOf(copy: In<'gathering'> | In<'ready'> | In<'discarding'>): Promise<Instant | undefined> {
  const open = await Promise.all(
    Object.values(await requests.openOf(copy.person.hash)).map((one) => requests.request(one)),
  )
  return open
    .flatMap((one) => (one && erasedFrom(copy, one)) ?? [])
    .sort()
    .at(0)
}

async function saved(read: Request, event: Event | undefined, now: Instant): Promise<Omit<PackageOutput, 'done'>> {
  const request = event ? ((await requests.request(read.reference)) ?? read) : read
  const decision = event && decide(request, event, policy, now)
  if (!decision || decision.kind === 'refused') return nextForMachine(request, 'gathered', policy, now)
  return nextForMachine(await requests.save(decision), 'gathered', policy, now)
}
