import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { readAhead } from '../../package/read-ahead.ts'
import type { FileData } from '../../systems/contract.ts'
import { all, file, row } from './sample.ts'

const contents = async (records: AsyncIterable<{ data: unknown }>) => {
  const found: string[] = []
  for await (const { data } of records)
    found.push(
      data instanceof Object && 'body' in data ? (await buffer(await (data as FileData).body())).toString() : 'row',
    )
  return found
}

test('records come in their order, and at most eight small files are under way at a time', async () => {
  let [underWay, most] = [0, 0]
  const slow = (n: number) => ({
    body: async () => {
      most = Math.max(most, ++underWay)
      await new Promise((resolve) => setTimeout(resolve, 20 - n))
      underWay--
      return Readable.from([`file ${n}`])
    },
  })
  const files = Array.from({ length: 20 }, (_, n) => file(`${n}`, `file ${n}`, slow(n)))
  expect(
    await contents(readAhead(all([row('identity', 'accounts', {}), ...files, row('identity', 'accounts', {})]))),
  ).toEqual(['row', ...files.map((_, n) => `file ${n}`), 'row'])
  expect(most).toBe(8)
})

test('a large file is not asked for before its turn', async () => {
  let asked = 0
  const large = { size: 2_000_000, body: async () => Readable.from([String(++asked)]) }
  const reading = readAhead(all([file('a', 'a'), file('b', '', large)]))[Symbol.asyncIterator]()
  await reading.next()
  expect(asked).toBe(0)
})

test('a failure comes in its turn, and the source is let go of when its reader stops', async () => {
  let ended = false
  async function* source() {
    try {
      yield file('a', 'a')
      yield file('b', 'b')
      throw new Error('the database is gone')
    } finally {
      ended = true
    }
  }
  const reading = readAhead(source())[Symbol.asyncIterator]()
  await reading.next()
  await reading.next()
  await expect(reading.next()).rejects.toThrow('the database is gone')
  ended = false
  for await (const _ of readAhead(source())) break
  expect(ended).toBe(true)
})
