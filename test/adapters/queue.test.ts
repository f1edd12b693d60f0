import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Indexes, type Place, type QueueAsked } from '../../adapters/indexes.ts'
import { toItem } from '../../adapters/items.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { shifted } from '../../domain/time.ts'
import { receivedAt, requestIn } from '../domain/sample.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let indexes: Indexes
/** In the order of their promises; two always share one. */
const all: Request[] = Array.from({ length: 230 }, (_, n) => ({
  ...requestIn(n % 3 === 0 ? 'gathering' : 'grace'),
  reference: reference(new Uint8Array([7, 0, 0, n >> 8, n])),
  language: n % 50 === 7 ? ('de' as const) : ('en' as const),
  promisedBy: shifted(receivedAt, Math.floor(n / 2) * 60_000),
}))

beforeAll(async () => {
  store = await startStore()
  indexes = new Indexes(store.table, store.client)
  for (let from = 0; from < all.length; from += 25)
    await store.client.send(
      new BatchWriteItemCommand({
        RequestItems: {
          [store.table]: all
            .slice(from, from + 25)
            .map((one) => ({ PutRequest: { Item: marshall(toItem(one), { removeUndefinedValues: true }) } })),
        },
      }),
    )
})
afterAll(() => store?.stop())

/** References of every page, and how many pages there were. */
async function paged(asked: Omit<QueueAsked, 'from'>): Promise<readonly (readonly string[])[]> {
  const pages: string[][] = []
  let from: Place | undefined
  do {
    const page = await indexes.queue('owed', { ...asked, ...(from ? { from } : {}) })
    pages.push(page.requests.map((one) => one.reference))
    from = page.next
  } while (from)
  return pages
}
const sorted = (references: readonly string[]) => references.toSorted()

test('page by page, everybody is there once, the oldest promise first', async () => {
  for (const limit of [1, 25, 100, 500]) {
    const pages = await paged({ limit })
    const found = pages.flat()
    expect(sorted(found)).toEqual(sorted(all.map((one) => one.reference)))
    const promises = found.map((name) => all.find((one) => one.reference === name)?.promisedBy ?? '')
    expect(promises).toEqual(promises.toSorted())
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit)
  }
})

test('with a filter nobody is missed, however rare they are, and no page reads more than it may', async () => {
  const fits = ({ language }: Request) => language === 'de'
  const wanted = sorted(all.filter(fits).map((one) => one.reference))
  expect(wanted).toHaveLength(5)
  for (const asked of [{}, { limit: 1 }, { atMost: 100 }, { limit: 2, atMost: 1 }]) {
    const pages = await paged({ fits, ...asked })
    expect(sorted(pages.flat())).toEqual(wanted)
  }
  // The rarest on a page of their own: a page that read its fill may be empty, and says where the next begins.
  const { requests: none, next } = await indexes.queue('owed', { fits: () => false, atMost: 100 })
  expect(none).toEqual([])
  expect(next).toBeDefined()
})

test('a place that no longer holds a request is a place all the same', async () => {
  const { next } = await indexes.queue('owed', { limit: 10 })
  const gone = { reference: 'OB-ZZZZ-ZZZZ', due: next?.due ?? '' }
  const after = await indexes.queue('owed', { from: gone, limit: 5 })
  expect(after.requests.every(({ promisedBy }) => promisedBy >= gone.due)).toBe(true)
})

test('what is overdue is counted, and no further than asked', async () => {
  expect(await indexes.countDueBy('owed', receivedAt, 1000)).toBe(2)
  expect(await indexes.countDueBy('owed', '9999', 1000)).toBe(230)
  expect(await indexes.countDueBy('owed', '9999', 50)).toBe(50)
})

test('nobody is owed anything before they proved their address: it is neither in the queue nor counted', async () => {
  const unproven = { ...requestIn('unverified'), reference: reference(new Uint8Array([7, 1, 1, 1, 1])) }
  const Item = marshall(toItem({ ...unproven, promisedBy: shifted(receivedAt, -60_000) }), {
    removeUndefinedValues: true,
  })
  await store.client.send(new BatchWriteItemCommand({ RequestItems: { [store.table]: [{ PutRequest: { Item } }] } }))
  expect((await paged({ limit: 500 })).flat()).not.toContain(unproven.reference)
  expect(await indexes.countDueBy('owed', receivedAt, 1000)).toBe(2)
})
