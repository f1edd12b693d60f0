import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DailyFigures } from '../../adapters/figures.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Requests } from '../../adapters/requests.ts'
import { metered } from '../../bench/wire.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { total } from '../../domain/figures.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Day, dayOf, type Instant, instant, moved, shifted } from '../../domain/time.ts'
import type { Right } from '../../policy/rights.ts'
import { address, confirmed, receivedAt } from '../domain/sample.ts'
import { long } from '../long.ts'
import { policy } from '../sample-policy.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let figures: DailyFigures
beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  figures = new DailyFigures(store.table, store.client)
})
afterAll(() => store?.stop())

const berlin = policy.company.timeZone
const today = (at: Instant): Day => dayOf(at, berlin)
let people = 0
/** Somebody asks and confirms at once. */
async function asks(at: Instant, right: Right = 'access'): Promise<Request> {
  const n = ++people
  const person = { address: new Personal(address), hash: `h-${n}` }
  const name = reference(new Uint8Array([1, n >> 16, n >> 8, n, 7]))
  await requests.save(received({ reference: name, right, language: 'en', person }, policy, at))
  return does(name, { ...confirmed, firstReceivedAt: at } as Event, at)
}
async function does(name: string, event: Event, at: Instant): Promise<Request> {
  const decision = decide((await requests.request(name)) as Request, event, policy, at)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return requests.save(decision)
}

test('what a step counts is saved with it, once, under its day; and names nobody', async () => {
  const { reference: name } = await asks(receivedAt)
  const before = (await requests.request(name)) as Request
  const late = shifted(receivedAt, 3 * 86_400_000)
  const withdrawal = decide(before, { type: 'withdraw-asked' }, policy, late)
  if (withdrawal.kind === 'refused') throw new Error(withdrawal.reason)
  await requests.save(withdrawal)
  // Who comes too late saves nothing, and counts nothing.
  await expect(requests.save(withdrawal)).rejects.toThrow('changed meanwhile')
  await does(name, { type: 'discarded' }, late)
  const [first, second] = [await figures.addUp(today(receivedAt)), await figures.addUp(today(late))]
  expect(total([first])).toMatchObject({ received: 1, settled: 0 })
  expect(total([second])).toMatchObject({ received: 0, settled: 1, 'taken-back': 1 })
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.table }))
  const counts = Items.map((item) => unmarshall(item)).filter(({ pk }) => String(pk).startsWith('F#'))
  expect(counts.length).toBe(4)
  for (const one of counts) {
    expect(JSON.stringify(one)).not.toContain(address)
    if ('count' in one) expect(one.expires).toBeGreaterThan(Date.parse(late) / 1000 + 90 * 86_400)
  }
})

test('a day added up twice is the same day, and days in a row cross the end of a year', async () => {
  const eve = instant('2027-12-31T10:00:00Z')
  const newYear = shifted(eve, 86_400_000)
  for (const at of [eve, eve, newYear]) await asks(at)
  for (let again = 0; again < 2; again++) for (const at of [eve, newYear]) await figures.addUp(today(at))
  const row = await figures.ofDays(today(eve), today(newYear))
  expect(row.map(({ day, figures: one }) => [day, total([one]).received])).toEqual([
    ['2027-12-31', 2],
    ['2028-01-01', 1],
  ])
  expect((await figures.ofYear(2028)).map(({ day }) => day)).toEqual(['2028-01-01'])
})

test('one of two writes the letter; who dies meanwhile holds it up for a quarter of an hour, and who fails not at all', async () => {
  const day = '2026-03-01' as Day
  const now = instant('2026-03-02T03:10:00Z')
  const [until, over] = [shifted(now, 900_000), shifted(now, 900_001)]
  const both = await Promise.all([figures.claim(day, now, until), figures.claim(day, now, until)])
  expect(both.toSorted()).toEqual([false, true])
  expect(await figures.claim(day, over, shifted(over, 900_000))).toBe(true)
  await figures.giveBack()
  expect(await figures.claim(day, over, shifted(over, 900_000))).toBe(true)
  await figures.wasTold(day)
  expect(await figures.claim(day, shifted(over, 900_000), until)).toBe(false)
  expect(await figures.told()).toMatchObject({ until: day })
  expect(await figures.claim('2026-03-02' as Day, over, until)).toBe(true)
})

test('what the letter of a day costs does not grow with requests that are due later, or are over', long, async () => {
  const meter = await metered(store.access.endpoint)
  try {
    const client = new DynamoDBClient({ ...store.access, endpoint: meter.dynamodb })
    const [mine, days] = [new Indexes(store.table, client), new DailyFigures(store.table, client)]
    const now = instant('2029-05-02T03:10:00Z')
    const due = moved(now, 'P28D', berlin, -1)
    for (let n = 0; n < 20; n++) await asks(due)
    const cost = async () => {
      meter.reset()
      let pressing = 0
      for await (const one of mine.owedBy(moved(now, 'P7D', berlin))) pressing += one.receivedAt === due ? 1 : 0
      await days.addUp(today(due))
      await days.ofDays(today(due), today(now))
      expect(pressing).toBe(20)
      return meter.used.readUnits + meter.used.writeUnits
    }
    const few = await cost()
    for (let n = 0; n < 200; n++) {
      const { reference: name } = await asks(shifted(now, -3_600_000))
      if (n % 2 === 0) await does(name, { type: 'withdraw-asked' }, now)
    }
    expect(await cost()).toBe(few)
  } finally {
    await meter.stop()
  }
})

test('all days until one are read back to the year before which there are none, also on the first day of a year', async () => {
  const all = ['2041-12-30', '2042-06-01', '2043-01-01'] as Day[]
  for (const day of all) await figures.addUp(day)
  const read = async (last: string) => (await figures.untilNow(last as Day)).map(({ day }) => day)
  expect(await read('2043-12-31')).toEqual(all)
  // Nothing of the new year was added up yet.
  expect(await read('2044-01-01')).toEqual(all)
  expect(await read('2042-12-31')).toEqual(all.slice(0, 2))
  expect(await read('2040-12-31')).toEqual([])
})
