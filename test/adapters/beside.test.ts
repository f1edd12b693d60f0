import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { Beside } from '../../adapters/beside.ts'

/** A table of which a request's item is held by other transactions, so many times. */
function held(times: number) {
  const client = new DynamoDBClient({ region: 'eu-central-1' })
  let left = times
  client.middlewareStack.add(
    () => async () => {
      if (left-- <= 0) return { response: {}, output: { $metadata: {} } as never }
      const CancellationReasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }]
      throw new TransactionCanceledException({ message: 'held', CancellationReasons, $metadata: {} })
    },
    { step: 'initialize' },
  )
  return client
}
/** Pauses that pass no time. @param chance what decides each */
function pauses(chance: number) {
  const waited: number[] = []
  return { waited, wait: async (ms: number) => void waited.push(ms), chance: () => chance }
}
const write = { Put: { TableName: 'table', Item: {} } }

test('what meets other transactions of its request waits before each try, up to twice as long as before, as chance will have it', async () => {
  const [longest, shortest] = [pauses(0.999), pauses(0)]
  for (const one of [longest, shortest])
    expect(await new Beside('table', held(5), one).writeWhileOpen('OB-1', write)).toBe('written')
  expect(longest.waited).toEqual([10, 20, 40, 80, 160])
  expect(shortest.waited).toEqual([0, 0, 0, 0, 0])
})

test('what meets no other waits for nothing', async () => {
  const none = pauses(0.5)
  expect(await new Beside('table', held(0), none).writeWhileOpen('OB-1', write)).toBe('written')
  expect(none.waited).toEqual([])
})

test('what is held for seconds is given up, and whoever called tries again', async () => {
  const all = pauses(0.5)
  const beside = new Beside('table', held(100), all)
  await expect(beside.writeWhileOpen('OB-1', write)).rejects.toBeInstanceOf(TransactionCanceledException)
  expect(all.waited).toHaveLength(7)
})
