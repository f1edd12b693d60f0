import { afterAll, beforeAll, expect, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import type { Machines } from '../../adapters/machines.ts'
import { MailLetters } from '../../adapters/mail-letters.ts'
import { Requests } from '../../adapters/requests.ts'
import { copyAgainUntil } from '../../domain/copy.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { In, Request } from '../../domain/request.ts'
import { type Instant, shifted } from '../../domain/time.ts'
import type { Arns } from '../../functions/entry/machines.ts'
import { inPages } from '../../functions/round/pages.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import { address, confirmed, discarded, gathered, packaged, receivedAt, withdrawAsked } from '../domain/sample.ts'
import { promise } from '../promise.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let effects: Effects
beforeAll(async () => {
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT')
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true')
  vi.resetModules()
  const { startAgain } = await import('../../functions/round/start-again.ts')
  store = await startStore()
  requests = new Requests(store.table, store.client)
  effects = new Effects(store.table, store.client)
  const letters = new MailLetters(store.table, store.client)
  const stores = { requests, effects, indexes: new Indexes(store.table, store.client), letters }
  const job = startAgain(stores, machines, {} as Arns)
  round = (now) => inPages(job, '', now, () => false)
})
afterAll(() => {
  vi.unstubAllEnvs()
  store?.stop()
})

/** What is over needs no machine: asking for one would be wrong. */
const machines = { isRunning: () => Promise.reject(new Error('no machine')) } as unknown as Machines
let round: (now: Instant) => Promise<unknown>

let people = 0
async function lived(right: Right, events: ReadonlyArray<Event>): Promise<Request> {
  const name = reference(new Uint8Array([3, 3, 3, 3, ++people]))
  const person = { address: new Personal(address), hash: `h-${people}` }
  let request = await requests.save(received({ reference: name, right, language: 'en', person }, policy, receivedAt))
  for (const event of events) {
    const decision = decide(request, event, policy, receivedAt)
    if (decision.kind === 'refused') throw new Error(`${event.type}: ${decision.reason}`)
    request = await requests.save(decision)
  }
  return request
}
const sent = async ({ reference: name }: Request) => {
  const whole = await requests.load(name)
  for (const { id } of whole?.waiting ?? []) await effects.markDone(name, id, receivedAt)
}
const knows = async ({ reference: name }: Request) => {
  const request = await requests.request(name)
  return request !== undefined && 'person' in request && request.person !== undefined
}

promise(
  'N16',
  'who was told is forgotten by the daily round where it was not done at once, and not before',
  async () => {
    const told = await lived('access', [confirmed, withdrawAsked, discarded])
    const untold = await lived('portability', [confirmed, withdrawAsked, discarded])
    await sent(told)
    await round(shifted(receivedAt, 3_600_000))
    expect([await knows(told), await knows(untold)]).toEqual([false, true])
  },
)

promise(
  'N16',
  'a copy that was deleted leaves its person to the request until they can no longer ask again',
  async () => {
    const copy = (await lived('access', [confirmed, gathered, packaged])) as In<'ready'>
    const over = decide(copy, { type: 'moment-reached' }, policy, copy.availableUntil)
    if (over.kind === 'refused') throw new Error(over.reason)
    const gone = decide(await requests.save(over), discarded, policy, copy.availableUntil)
    if (gone.kind === 'refused') throw new Error(gone.reason)
    const closed = (await requests.save(gone)) as In<'discarded'>
    await sent(closed)
    const until = copyAgainUntil(closed, policy)
    await round(shifted(until, -1))
    expect(await knows(closed)).toBe(true)
    // What is an hour late is looked at.
    await round(shifted(until, 3_600_000))
    expect(await knows(closed)).toBe(false)
  },
)
