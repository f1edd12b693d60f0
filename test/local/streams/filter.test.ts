import { expect, test } from 'vitest'
import { writtenBy } from '../../../local/dynamodb/needs.ts'
import { mayPass, type Pattern } from '../../../local/streams/filter.ts'

const wanted: readonly Pattern[] = [
  { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'outbox#' }] } }, NewImage: { at: { S: ['x'] } } } },
]
const key = (sk: string) => ({ pk: { S: 'R#1' }, sk: { S: sk } })
const TableName = 'requests'
const looks = (operation: string, input: object) =>
  (writtenBy(operation, input as never).get(TableName) ?? []).map((change) => mayPass(wanted, change))

test('a write that a mapping cannot want wakes nobody; whatever it may want does, however it is written', () => {
  const there = { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(doneAt)' }
  expect(looks('PutItem', { TableName, Item: { ...key('outbox#1'), more: { S: 'y' } } })).toEqual([true])
  expect(looks('PutItem', { TableName, Item: key('lease#a') })).toEqual([false])
  expect(looks('UpdateItem', { TableName, Key: key('outbox#1') })).toEqual([true])
  expect(looks('UpdateItem', { TableName, Key: key('outbox#1'), ...there })).toEqual([false])
  const either = { ConditionExpression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }
  expect(looks('UpdateItem', { TableName, Key: key('outbox#1'), ...either })).toEqual([true])
  expect(looks('DeleteItem', { TableName, Key: key('outbox#1') })).toEqual([false])
  const batch = [{ PutRequest: { Item: key('outbox#2') } }, { DeleteRequest: { Key: key('outbox#1') } }]
  expect(looks('BatchWriteItem', { RequestItems: { [TableName]: batch } })).toEqual([true, false])
  const TransactItems = [
    { ConditionCheck: { TableName, Key: key('outbox#1') } },
    { Put: { TableName, Item: key('request') } },
    { Put: { TableName: `arn:aws:dynamodb:eu-central-1:1:table/${TableName}`, Item: key('outbox#1') } },
    { Delete: { TableName, Key: key('outbox#3') } },
  ]
  expect(looks('TransactWriteItems', { TransactItems })).toEqual([false, true, false])
})

test('a mapping without a filter, or with one of what only the record tells, hears of every write', () => {
  const [change] = writtenBy('DeleteItem', { TableName, Key: key('a') } as never).get(TableName) ?? []
  if (!change) throw new Error('nothing was written')
  expect(mayPass([], change)).toBe(true)
  expect(mayPass([{ dynamodb: { NewImage: { at: { S: ['x'] } } } }], change)).toBe(true)
  expect(mayPass([{ eventName: ['INSERT', 'MODIFY'] }], change)).toBe(false)
})
