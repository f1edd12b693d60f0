import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { names } from '../../demo/places/places.ts'
import demo from '../../demo/policy.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const officer = () => new Person(house.cloud, demo.company.officer)

/** Somebody who has moved: the company knows them by an address at which SES has something to tell. */
async function movedTo(address: string, nth: number): Promise<Person> {
  const dynamodb = new DynamoDBClient(house.pastPermissions)
  for (const id of somebody(nth).accounts)
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: names.accounts,
        Key: { id: { S: id } },
        UpdateExpression: 'SET email = :email',
        ExpressionAttributeValues: { ':email': { S: address } },
      }),
    )
  return new Person(house.cloud, address)
}

test('a letter that has to arrive and comes back is on its request’s page, and the officer hears of it once; what asks to confirm leaks nothing', async () => {
  const before = (await officer().mails()).length
  const person = await movedTo('bounce+80@example.org', 80)
  const reference = await person.asks('restriction')
  await house.cloud.clock.advance('PT1M')
  const confirm = await person.link(reference)
  // Nobody is told of a mail that anybody can set off, and the page looks the same.
  expect((await officer().mails()).length).toBe(before)
  expect(await person.sees(confirm)).not.toHaveProperty('undeliveredAt')
  expect(await person.presses(confirm, 'confirm')).toBe(200)
  await house.cloud.clock.advance('PT10M')
  const link = await person.link(reference)
  expect(await person.sees(link)).toMatchObject({ status: 'held', undeliveredAt: expect.any(String) })
  expect((await person.looks(link)).page).toContain('your mailbox could not be reached')
  const [told, ...more] = (await officer().mails()).slice(before)
  expect(more).toEqual([])
  expect(told?.subject).toBe(`A letter came back: ${reference}`)
  expect(told?.text).not.toContain(person.address)
  expect(await person.presses(link, 'restore')).toBe(200)
  await house.cloud.clock.advance('PT1M')
  expect((await officer().mails()).length).toBe(before + 2)
  expect(house.cloud.metrics().Undelivered).toBeGreaterThanOrEqual(2)
  for (const { where, text } of await house.written()) expect(text.includes(person.address), where).toBe(false)
}, 240_000)

test('who calls a letter spam gets no more news and offers, and every letter that their request needs', async () => {
  const person = await movedTo('complaint+81@example.org', 81)
  const { link, reference } = await person.asksAndConfirms('restriction')
  await house.cloud.clock.advance('PT1M')
  const company = program('newsletter', 'Mailing')
  const { json } = await company.calls('POST', '/company/mailing/check', {
    list: 'newsletter',
    addresses: [person.address],
  })
  expect(JSON.stringify(json)).toContain(person.address)
  expect(await person.presses(link, 'restore')).toBe(200)
  expect((await person.mails(reference)).at(-1)?.subject).toBe(`Everything is back: ${reference}`)
}, 240_000)

test('news of a letter that nobody sent is no error once it is old, and is tried again while it is new', async () => {
  const [feedback] = house.cloud.resources
    .ofType('AWS::Lambda::Function')
    .filter(({ logicalId }) => logicalId.startsWith('Feedback'))
  const tells = (sentAt: string, messageId = 'unknown-000000') =>
    house.cloud.functions.invoke(feedback?.arn ?? '', { what: 'bounced', messageId, sentAt })
  await expect(tells(house.cloud.clock.instant())).rejects.toThrow('LetterUnknown')
  await expect(tells(house.cloud.clock.instant(), '../R#x')).rejects.toThrow('ZodError')
  await tells(new Date(house.cloud.clock.now() - 3_600_000).toISOString())
})
