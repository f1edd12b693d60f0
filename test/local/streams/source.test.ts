import { afterEach, expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'
import type { StreamRecord } from '../../../local/streams/shards.ts'
import { StreamSource } from '../../../local/streams/source.ts'

const record = (n: number, sk: string): StreamRecord => ({
  eventID: String(n),
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: String(n), Keys: { sk: { S: sk } } },
})

const clocks: Clock[] = []
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop()
})

/** A stream of nine records, of which the function wants five, three at a time; `refuses` says which it gives back once. */
function source(refuses?: string) {
  const records = Array.from({ length: 9 }, (_, n) => record(n + 1, n % 2 === 0 ? `outbox#${n}` : `history#${n}`))
  const batches: string[][] = []
  let refused = refuses === undefined
  const clock = new Clock()
  clocks.push(clock)
  const stream = new StreamSource({
    clock,
    region: 'eu-central-1',
    twice: false,
    deadLetters: { add: () => undefined },
    mapping: {
      ...{ table: 'items', functionArn: 'one', batchSize: 3, partialResponses: true, bisect: true },
      ...{ maximumRetries: -1, maximumAgeSeconds: -1 },
      patterns: [{ dynamodb: { Keys: { sk: { S: [{ prefix: 'outbox#' }] } } } }],
    },
    invoke: async (_, payload) => {
      const numbers = (payload as { Records: StreamRecord[] }).Records.map(({ dynamodb }) => dynamodb.SequenceNumber)
      batches.push(numbers)
      if (refused || !numbers.includes(refuses ?? '')) return { batchItemFailures: [] }
      refused = true
      return { batchItemFailures: [{ itemIdentifier: refuses }] }
    },
    call: async (action, body) => {
      const { SequenceNumber = '0', ShardIterator = '0' } = body as Record<string, string>
      if (action === 'ListStreams') return { Streams: [{ StreamArn: 'stream' }] }
      if (action === 'DescribeStream') return { StreamDescription: { Shards: [{ ShardId: 'shard' }] } }
      if (action === 'GetShardIterator') return { ShardIterator: SequenceNumber }
      const shown = records.slice(Number(ShardIterator)).slice(0, (body as { Limit: number }).Limit)
      return { Records: shown, NextShardIterator: String(Number(ShardIterator) + shown.length) }
    },
  })
  stream.wake(records.length)
  return { clock, batches }
}

test('a batch is made of records that pass the filter, however many others lie between them', async () => {
  const { clock, batches } = source()
  await clock.quiet()
  expect(batches).toEqual([
    ['1', '3', '5'],
    ['7', '9'],
  ])
})

test('of a batch that is given back in part what went well does not come again, and what follows comes after it', async () => {
  const { clock, batches } = source('3')
  await clock.advance('PT10S')
  expect(batches).toEqual([
    ['1', '3', '5'],
    // Halves are tried after a failure.
    ['3', '5'],
    ['7', '9'],
  ])
})
