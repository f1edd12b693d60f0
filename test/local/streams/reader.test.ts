import { expect, test } from 'vitest'
import { StreamReader } from '../../../local/streams/reader.ts'

const named = (name: string) => Object.assign(new Error(name), { name })

/** A stream that shows its one record only when it is asked for records the `late`th time. */
function hesitant(late: number, awaited: number) {
  let asked = 0
  let seen = 0
  const reader = new StreamReader({
    table: 'items',
    atMost: 10,
    placeOf: () => undefined,
    awaits: () => seen < awaited,
    deliver: async (_, batch) => {
      seen += batch.length
    },
    stopped: () => false,
    call: async (action) => {
      if (action === 'ListStreams') return { Streams: [{ StreamArn: 'stream' }] }
      if (action === 'DescribeStream') return { StreamDescription: { Shards: [{ ShardId: 'shard' }] } }
      if (action === 'GetShardIterator') return { ShardIterator: 'iterator' }
      asked++
      const Records = asked === late ? [{ eventID: '1', dynamodb: { SequenceNumber: '1' } }] : []
      return { Records, NextShardIterator: 'iterator' }
    },
  })
  return { read: () => reader.read(), asked: () => asked, seen: () => seen }
}

test.each([
  { late: 1, awaited: 1, asked: 1, seen: 1, what: 'shows everything that was written is asked once' },
  { late: 2, awaited: 1, asked: 2, seen: 1, what: 'shows a change late is asked again' },
  { late: 9, awaited: 1, asked: 2, seen: 0, what: 'shows nothing, for a write that changed nothing, is asked twice' },
  { late: 9, awaited: 0, asked: 1, seen: 0, what: 'owes nothing is asked once' },
])('a stream that $what', async ({ late, awaited, asked, seen }) => {
  const stream = hesitant(late, awaited)
  await stream.read()
  expect([stream.asked(), stream.seen()]).toEqual([asked, seen])
})

/** A stream whose first iterator no longer works when it is used for the second time: DynamoDB Local does so after a while. */
function stream(fault: string) {
  const records = ['1', '2', '3'].map((SequenceNumber) => ({ eventID: SequenceNumber, dynamodb: { SequenceNumber } }))
  const seen: string[] = []
  let iterators = 0
  const reader = new StreamReader({
    table: 'items',
    atMost: 1,
    placeOf: () => seen.at(-1),
    awaits: () => seen.length < 3,
    deliver: async (_, batch) => {
      seen.push(...batch.map(({ dynamodb }) => dynamodb.SequenceNumber))
    },
    stopped: () => false,
    call: async (action, body) => {
      const asked = body as Record<string, string>
      switch (action) {
        case 'ListStreams':
          return { Streams: [{ StreamArn: 'stream' }] }
        case 'DescribeStream':
          return { StreamDescription: { Shards: [{ ShardId: 'shard' }] } }
        case 'GetShardIterator':
          return { ShardIterator: `${iterators++}/${asked.SequenceNumber ?? '0'}` }
        default: {
          const [iterator, at = '0'] = (asked.ShardIterator ?? '').split('/')
          if (iterator === '0' && at !== '0') throw named(fault)
          const found = records.slice(Number(at), Number(at) + 1)
          return { Records: found, NextShardIterator: `${iterator}/${Number(at) + found.length}` }
        }
      }
    },
  })
  return { reader, seen }
}

test.each(['ExpiredIteratorException', 'TrimmedDataAccessException'])(
  'after %s a stream is read on from its place: nothing is lost, nothing comes twice',
  async (fault) => {
    const { reader, seen } = stream(fault)
    await reader.read()
    expect(seen).toEqual(['1', '2', '3'])
  },
)

test('any other error of the stream is told, and the next look begins at the same place', async () => {
  const { reader, seen } = stream('InternalServerError')
  await expect(reader.read()).rejects.toThrow('InternalServerError')
  await reader.read()
  expect(seen).toEqual(['1', '2', '3'])
})
