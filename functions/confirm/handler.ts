import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { AlreadyOpen, Overtaken, Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import type { Event, In } from '../../domain/request.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { linked, seenBy, shown } from '../entry/link.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const directory = new Directory(policy.directory, client)

/** Proof of the address. Twice is once; a link that ran out brings a fresh one, and the first receipt still counts. */
export const handler = endpoint('confirm', z.object({}), (call) => confirm(call, 3))

async function confirm(call: Call<object>, tries: number): Promise<Answer> {
  const { token, whole, seen } = await linked(call.token, requests, call.now)
  const { request } = whole
  if (request.status !== 'unverified') return shown(seen, call.token, request.language, 'form')
  const decision = decide(request, await eventFor(request, call.now), policy, call.now)
  if (decision.kind === 'refused') return shown(seen, call.token, request.language, 'form')
  try {
    const next = await requests.save(decision)
    return shown(seenBy(token, { ...whole, request: next }, call.now), call.token, next.language, 'form')
  } catch (error) {
    if ((error instanceof Overtaken || error instanceof AlreadyOpen) && tries > 0) return confirm(call, tries - 1)
    throw error
  }
}

async function eventFor(request: In<'unverified'>, now: Instant): Promise<Event> {
  const zone = policy.company.timeZone
  if (now >= request.linkUntil) return { type: 'asked-again', linkUntil: moved(now, policy.periods.confirmLink, zone) }
  const { hash, address } = request.person
  const firstReceivedAt = await firstReceipt(hash, request, now)
  const open = await requests.openOf(hash)
  if (open) return { type: 'confirmed', found: { duplicateOf: open as In<'duplicate'>['of'] }, firstReceivedAt }
  const subject = await directory.subjectOf(address.reveal())
  return { type: 'confirmed', found: subject ? { subject: new Personal(subject) } : 'nobody', firstReceivedAt }
}

/** An expired ask that is taken up again by a new form keeps the date at which it was first received. */
async function firstReceipt(hash: string, request: In<'unverified'>, now: Instant): Promise<Instant> {
  const oldest = moved(now, policy.periods.unverified, policy.company.timeZone, -1)
  const asked = await requests.unverifiedOf(hash)
  return (
    asked
      .map((one) => one.receivedAt)
      .filter((at) => at > oldest)
      .sort()[0] ?? request.receivedAt
  )
}
