import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { names } from '../../demo/places/places.ts'
import { lettersWordingOf } from '../../policy/wording/letters.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const aDay = 86_400_000
const at = (daysAgo: number) => new Date(house.cloud.clock.now() - daysAgo * aDay).toISOString()
const [seen, other, renamed] = [somebody(120), somebody(121), somebody(122)]
/** In the language of whoever it is. */
const removals = (['en', 'de'] as const).map((language) => lettersWordingOf(language).inactive.title)

const company = () => new DynamoDBClient(house.pastPermissions)
const change = async (id: string, attribute: string, value: { S: string } | { N: string }) => {
  await company().send(
    new UpdateItemCommand({
      TableName: names.accounts,
      Key: { id: { S: id } },
      UpdateExpression: 'SET #a = :v',
      ExpressionAttributeNames: { '#a': attribute },
      ExpressionAttributeValues: { ':v': value },
    }),
  )
  await house.cloud.clock.quiet()
}
const told = async ({ email }: ReturnType<typeof somebody>) =>
  (await new Person(house.cloud, email).mails()).filter(({ subject }) =>
    removals.some((title) => subject.startsWith(title)),
  ).length

const reader = () => {
  const [found] = house.cloud.resources
    .ofType('AWS::Lambda::Function')
    .filter(({ logicalId }) => logicalId.includes('UseStream'))
  return (records: readonly object[]) => house.cloud.functions.invoke(found?.arn ?? '', { Records: records })
}
const record = (id: string, lastSeen: object, before?: object, number = '1') => ({
  eventName: 'MODIFY',
  dynamodb: {
    SequenceNumber: number,
    NewImage: { id: { S: id }, lastSeen },
    ...(before ? { OldImage: { id: { S: id }, lastSeen: before } } : {}),
  },
})
const known = async () => (await house.rowsBeginning('A#')).length

promise(
  'N6',
  'that the company’s own table says that an account was used postpones its removal; any other change of its row does not',
  async () => {
    const accounts = [...seen.accounts, ...other.accounts, ...renamed.accounts]
    await program('application', 'Use').calls('POST', '/company/activity', {
      accounts: accounts.map((key) => ({ key, at: at(180) })),
    })
    for (const id of seen.accounts) await change(id, 'lastSeen', { S: at(1) })
    for (const id of renamed.accounts) await change(id, 'phone', { S: '+44 7700 900456' })
    await house.cloud.clock.advance('P2D')
    expect([await told(seen), await told(other), await told(renamed)]).toEqual([0, 1, 1])
    for (const one of [other, renamed])
      expect(
        await new Person(house.cloud, one.email).presses(await new Person(house.cloud, one.email).link(), 'restore'),
      ).toBe(200)
    // What comes back is a row that says nothing new.
    await house.cloud.clock.advance('PT1H')
    for (const one of [other, renamed]) expect(await told(one)).toBe(1)
  },
  long,
)

test(
  'a row that is made or removed, or says nothing of use, is no use; one that says it in seconds is',
  long,
  async () => {
    const before = await known()
    const dynamodb = company()
    const row = { id: { S: 'a-9999' }, email: { S: 'nobody@papyra.example.com' } }
    await dynamodb.send(new PutItemCommand({ TableName: names.accounts, Item: row }))
    await house.cloud.clock.quiet()
    expect(await known()).toBe(before)
    await change('a-9999', 'lastSeen', { N: String(Math.floor(house.cloud.clock.now() / 1000)) })
    expect(await known()).toBe(before + 1)
    await dynamodb.send(new DeleteItemCommand({ TableName: names.accounts, Key: { id: row.id } }))
    await house.cloud.clock.quiet()
    expect(await known()).toBe(before + 1)
    expect(
      (await dynamodb.send(new GetItemCommand({ TableName: names.accounts, Key: { id: row.id } }))).Item,
    ).toBeUndefined()
  },
)

test(
  'a record that is delivered twice is one use, and one that says no time that can be is counted, and holds up nobody',
  long,
  async () => {
    const invoke = reader()
    const good = { batchItemFailures: [] }
    const before = await known()
    const value = { S: at(0) }
    expect(await invoke([record('a-stream-1', value), record('a-stream-1', value, undefined, '2')])).toEqual(good)
    expect(await invoke([record('a-stream-1', value)])).toEqual(good)
    expect(await known()).toBe(before + 1)
    const failing = house.cloud.metrics().FailingSystem ?? 0
    const wrong = [{ S: 'yesterday' }, { N: '-1' }, { S: at(-3) }]
    expect(
      await invoke([...wrong.map((one) => record('a-stream-2', one)), record('a-stream-3', { S: at(2) })]),
    ).toEqual(good)
    expect(await known()).toBe(before + 2)
    expect((house.cloud.metrics().FailingSystem ?? 0) - failing).toBe(3)
    // The same time as before: something else of the row has changed.
    const same = { S: at(3) }
    expect(await invoke([record('a-stream-5', same, same)])).toEqual(good)
    expect(await known()).toBe(before + 2)
  },
)

test(
  'what cannot be noted is given back from the first that failed on, and those before it are noted',
  long,
  async () => {
    const [first, second] = [
      record('a-stream-6', { S: at(1) }, undefined, '1'),
      record('a-stream-7', { S: at(1) }, undefined, '2'),
    ]
    /** Keys of items that are asked for. */
    const keysIn = (needs: Parameters<Parameters<typeof house.cloud.onCall>[0]>[0]['needs']) =>
      needs
        .filter(({ action }) => action === 'dynamodb:BatchGetItem')
        .flatMap(({ context }) => context?.['dynamodb:LeadingKeys'] ?? [])
    let theSecond: readonly string[] = []
    const learn = house.cloud.onCall(({ needs }) => {
      theSecond = [...theSecond, ...keysIn(needs)]
    })
    await reader()([record('a-stream-7', { S: at(2) })])
    learn()
    expect(theSecond).toHaveLength(1)
    const before = await known()
    const leave = house.cloud.onCall(({ needs }) => {
      if (keysIn(needs).some((key) => theSecond.includes(key))) throw new Error('down')
    })
    expect(await reader()([first, second])).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
    leave()
    expect(await known()).toBe(before + 1)
    expect(await reader()([second])).toEqual({ batchItemFailures: [] })
  },
)
