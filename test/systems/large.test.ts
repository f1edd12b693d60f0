import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Progress } from '../../systems/contract.ts'
import { Fuse, handled, type Run, slice } from '../../systems/contract-kit.ts'
import { DynamoDbSystem } from '../../systems/dynamodb/dynamodb.ts'
import { long } from '../long.ts'
import { House } from './house.ts'

/** Records of a large subject, and the real milliseconds after which each slice has enough. */
const [records, sliceMs] = [2_000, 200]
const note = 'a line of a log '.repeat(20)

let house: House
beforeAll(async () => {
  house = await House.open()
  await house.table('events', 'account', 'at')
  const item = (n: number): Record<string, AttributeValue> => ({
    account: { S: 'a-1' },
    at: { S: String(n).padStart(6, '0') },
    note: { S: `${n} ${note}` },
  })
  await house.fill(
    'events',
    Array.from({ length: records }, (_, n) => item(n)),
  )
})
afterAll(() => house?.close())

const part = {
  kind: 'dynamodb' as const,
  label: { en: 'Events' },
  tables: [{ table: 'events', category: 'technical', owner: 'account', partitionKey: 'account', sortKey: 'at' }],
}
const subject = { keys: { account: ['a-1'] } }

/** A new instance for every slice, as functions come and go. */
async function inShortSlices(verb: (system: DynamoDbSystem) => Run): Promise<readonly Progress[]> {
  const all: Progress[] = []
  let from: string | undefined
  do {
    const system = new DynamoDbSystem('events', part, house.client(new Fuse()), house.places(new Fuse()))
    const end = Date.now() + sliceMs
    const enough = () => Date.now() > end
    const progress = await verb(system)({ ...slice('OB-TEST-0010'), enough, ...(from === undefined ? {} : { from }) })
    all.push(progress)
    from = progress.next
  } while (from !== undefined)
  return all
}

test(
  'thousands of records are restricted, released and erased in many short slices, each counted once',
  long,
  async () => {
    const before = (await house.items('events')).length
    const restricted = await inShortSlices((system) => (s) => system.restrict(subject, s))
    expect(await house.items('events')).toEqual([])
    const released = await inShortSlices((system) => (s) => system.release(subject, s))
    expect((await house.items('events')).length).toBe(before)
    const erased = await inShortSlices((system) => (s) => system.erase(subject, [], s))
    expect(await house.items('events')).toEqual([])
    expect(await house.items('vault')).toEqual([])
    for (const all of [restricted, released, erased]) expect(handled(all, 'technical')).toBe(records)
    expect(restricted.length).toBeGreaterThan(1)
    expect(before).toBe(records)
  },
)
