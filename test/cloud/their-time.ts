import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { expect } from 'vitest'
import { names } from '../../demo/places/places.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

promise(
  'N4',
  'who lives in New York reads until when in their own time, in letters and on the page; somebody in Berlin in theirs',
  async () => {
    const [ours, theirs] = [somebody(181), somebody(182)]
    const dynamodb = new DynamoDBClient(house.pastPermissions)
    for (const id of theirs.accounts)
      await dynamodb.send(
        new UpdateItemCommand({
          TableName: names.accounts,
          Key: marshall({ id }),
          UpdateExpression: 'SET country = :country',
          ExpressionAttributeValues: marshall({ ':country': 'US' }),
        }),
      )
    for (const [who, zone, other] of [
      [theirs, /Eastern (Daylight|Standard) Time/, /CES?T|GMT\+/],
      [ours, /CES?T|GMT\+/, /Eastern/],
    ] as const) {
      const person = new Person(house.cloud, who.email)
      const { reference, link } = await person.asksAndConfirms()
      const letter = (await person.mails(reference)).at(-1)?.text ?? ''
      const { page } = await person.looks(link)
      for (const text of [letter, page]) {
        expect(text).toMatch(zone)
        expect(text).not.toMatch(other)
      }
      expect(await person.presses(link, 'restore')).toBe(200)
    }
  },
  long,
)
