import { CreateTableCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Activities } from '../../adapters/activities.ts'
import { Directory } from '../../adapters/directory.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import type { Request } from '../../domain/request.ts'
import { type Day, daysAfter } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startKms } from '../systems/kms.ts'
import { startStore } from './dynamodb-local.ts'

const { directory: place } = policy
const [key = 'id'] = Object.values(place.keys)

/** The store and the company's directory on DynamoDB Local, with what a round of inactivity works with. */
export async function openUnusedAccounts() {
  const [store, kms] = await Promise.all([startStore(), startKms('HMAC_256')])
  const mac = new Mac(kms.key, kms.client())
  const requests = new Requests(store.table, store.client)
  const activities = new Activities(store.table, mac, store.client)
  await store.client.send(
    new CreateTableCommand({
      TableName: place.table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [key, place.attribute].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: place.index,
          KeySchema: [{ AttributeName: place.attribute, KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  )
  let people = 0
  return {
    ...store,
    ends: { mac, requests, activities, directory: new Directory(policy, store.client) },
    /** Accounts of one person each, last used on a day; due when the policy's period is over. */
    async add(count: number, lastUsed: Day): Promise<readonly string[]> {
      const names = Array.from({ length: count }, () => `a-${++people}`)
      for (const name of names) {
        await store.client.send(
          new PutItemCommand({
            TableName: place.table,
            Item: marshall({ [key]: name, [place.attribute]: `${name}@example.org` }),
          }),
        )
        await activities.used(name, lastUsed, daysAfter(lastUsed, 'P181D'))
      }
      return names
    },
    /** The request that removes an account, as it is now. */
    async removalOf(name: string): Promise<Request | undefined> {
      const [known] = await activities.of([name])
      return known?.removal && requests.request(known.removal.reference)
    },
    /** Removals that were scheduled, by UTC day. */
    async scheduled(): Promise<Readonly<Record<string, number>>> {
      const { Items = [] } = await store.client.send(
        new QueryCommand({
          TableName: store.table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: marshall({ ':pk': 'A#removals' }),
        }),
      )
      return Object.fromEntries(Items.map((item) => unmarshall(item)).map(({ sk, scheduled }) => [sk, scheduled]))
    },
    stop: () => {
      kms.stop()
      store.stop()
    },
  }
}
