import { BatchWriteItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { calledFirst, requestKey } from '../../adapters/items.ts'
import type { Machines } from '../../adapters/machines.ts'
import { MailLetters } from '../../adapters/mail-letters.ts'
import { Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, shifted } from '../../domain/time.ts'
import type { Arns } from '../../functions/entry/machines.ts'
import { inPages } from '../../functions/round/pages.ts'
import { policy } from '../../policy/in-force.ts'
import { address, confirmed, receivedAt, restricted } from '../domain/sample.ts'
import { long } from '../long.ts'
import { startStore } from './dynamodb-local.ts'

const hour = 3_600_000
const day = 24 * hour
/** Which executions Step Functions says are under way; all others died. */
const running = new Set<string>()
const machines = { isRunning: async (_: string, name: string) => running.has(name) } as unknown as Machines
let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let effects: Effects
let counted: { client: DynamoDBClient; calls: number; items: number }
let round: (now: Instant) => Promise<{ calls: number; items: number }>

beforeAll(async () => {
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT')
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true')
  vi.resetModules()
  const { startAgain } = await import('../../functions/round/start-again.ts')
  store = await startStore()
  requests = new Requests(store.table, store.client)
  effects = new Effects(store.table, store.client)
  counted = { client: new DynamoDBClient(store.access), calls: 0, items: 0 }
  counted.client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const { Items, Item } = result.output as { Items?: unknown[]; Item?: unknown }
      counted.calls++
      counted.items += Items?.length ?? (Item ? 1 : 0)
      return result
    },
    { step: 'initialize' },
  )
  const job = startAgain(
    {
      requests: new Requests(store.table, counted.client),
      effects: new Effects(store.table, counted.client),
      indexes: new Indexes(store.table, counted.client),
      letters: new MailLetters(store.table, counted.client),
    },
    machines,
    {} as Arns,
  )
  round = async (now) => {
    Object.assign(counted, { calls: 0, items: 0 })
    await inPages(job, '', now, () => false)
    return { calls: counted.calls, items: counted.items }
  }
})
afterAll(() => {
  vi.unstubAllEnvs()
  store?.stop()
})

let people = 0
async function lived(events: readonly Event[], at = receivedAt): Promise<Request> {
  const name = reference(new Uint8Array([4, 4, 4, 4, ++people]))
  const person = { address: new Personal(address), hash: `h-${people}` }
  const ask = { reference: name, right: 'erasure', language: 'en', person } as const
  let request = await requests.save(received(ask, policy, at))
  for (const event of events) {
    const asked = event.type === 'confirmed' ? { ...event, firstReceivedAt: at } : event
    const decision = decide(request, asked, policy, at)
    if (decision.kind === 'refused') throw new Error(`${event.type}: ${decision.reason}`)
    request = await requests.save(decision)
  }
  return request
}
async function undone({ reference: name }: Request): Promise<readonly string[]> {
  const whole = await requests.load(name)
  return (whole?.waiting ?? []).filter(({ doneAt }) => !doneAt).map(({ id }) => id)
}
const done = async (request: Request) => {
  for (const id of await undone(request)) await effects.markDone(request.reference, id, receivedAt)
}

/** So many more requests, each the item of one that is in its grace period, as the adapter wrote it. */
async function waitingLike(request: Request, count: number): Promise<void> {
  const { Item = {} } = await store.client.send(
    new GetItemCommand({ TableName: store.table, Key: marshall(requestKey(request.reference)) }),
  )
  const pattern = unmarshall(Item)
  expect(pattern).toMatchObject({ status: 'grace', open: 'owed', moves: 'machine' })
  const batch = 25
  for (let n = 0; n < count; n += batch) {
    const items = Array.from({ length: Math.min(batch, count - n) }, () => {
      const name = `OB-WAIT-${++people}`
      return { PutRequest: { Item: marshall({ ...pattern, ...requestKey(name), reference: name }) } }
    })
    await store.client.send(new BatchWriteItemCommand({ RequestItems: { [store.table]: items } }))
  }
}

test(
  'a round reads what should have moved and nothing that only waits: as much with 200 open requests as with 2,000',
  long,
  async () => {
    // Long after those of the other tests are due.
    const began = shifted(receivedAt, 400 * day)
    const asleep = await lived([confirmed, restricted], began)
    await done(asleep)
    const morning = shifted(began, 2 * day)
    await waitingLike(asleep, 200)
    const few = await round(morning)
    await waitingLike(asleep, 1800)
    expect(await round(morning)).toEqual(few)
    expect(few).toEqual({ calls: 4, items: 0 })
    const dead = await lived([confirmed], began)
    await done(dead)
    const found = await round(morning)
    expect(found.items).toBeGreaterThan(0)
    expect((await undone(dead)).map((id) => id.slice(0, 5))).toEqual(['again'])
  },
)

test('a machine is late when an hour has passed since it should have moved; one that still runs is left alone', async () => {
  const [dead, alive] = [await lived([confirmed]), await lived([confirmed])]
  const start = (await requests.load(alive.reference))?.waiting.find(({ effect }) => effect.kind === 'start')
  running.add(`${alive.reference}-${start?.id}`)
  for (const one of [dead, alive]) await done(one)
  await round(shifted(receivedAt, hour - 1))
  expect(await undone(dead)).toEqual([])
  await round(shifted(receivedAt, hour))
  expect([(await undone(dead)).length, await undone(alive)]).toEqual([1, []])
  // The same day again starts it no second time.
  await round(shifted(receivedAt, hour))
  expect(await undone(dead)).toHaveLength(1)
})

test('a machine that died in the grace period is found at the reminder that it owes, and what was done is looked for no more', async () => {
  const asleep = await lived([confirmed, restricted])
  await done(asleep)
  const { eraseAt } = asleep as Extract<Request, { status: 'grace' }>
  const firstReminder = shifted(eraseAt, -30 * day)
  await round(shifted(firstReminder, -hour))
  expect(await undone(asleep)).toEqual([])
  await round(shifted(firstReminder, 2 * hour))
  expect(await undone(asleep)).toHaveLength(1)
})

test('a letter that the stream gave up after a day is left anew, also of a request that is over', async () => {
  const request = await lived([confirmed, restricted])
  const letters = await undone(request)
  await round(shifted(receivedAt, day - 1))
  expect(await undone(request)).toEqual(letters)
  await round(shifted(receivedAt, day))
  const again = await undone(request)
  expect(again).toHaveLength(letters.length)
  expect(again.every((id) => id.endsWith(shifted(receivedAt, day).slice(0, 13)))).toBe(true)
})

test('a letter that was put aside is left anew every hour, once, under the name of its first try; one that is done is not', async () => {
  const request = await lived([confirmed, restricted])
  const [letter = '', sent = '', ...others] = await undone(request)
  for (const id of others) await effects.markDone(request.reference, id, receivedAt)
  for (const id of [letter, sent]) await effects.putAside(request.reference, id, receivedAt)
  await effects.markDone(request.reference, sent, receivedAt)
  await effects.putAside(request.reference, sent, receivedAt)
  for (const hours of [1, 2, 3]) {
    await round(shifted(receivedAt, hours * hour))
    const [again = '', ...more] = await undone(request)
    expect([again, more]).toEqual([`${letter}-${shifted(receivedAt, hours * hour).slice(0, 13)}`, []])
    expect(calledFirst(again)).toBe(letter)
    await effects.putAside(request.reference, again, shifted(receivedAt, hours * hour))
    await round(shifted(receivedAt, hours * hour + 60_000))
    expect(await undone(request)).toEqual([again])
  }
})
