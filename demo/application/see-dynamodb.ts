import { type DynamoDBClient, paginateQuery, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Account, Portal } from '../company/company.ts'
import { names } from '../places/places.ts'
import { inOrder, type Part, type Row } from './part.ts'

/** Accounts, sessions and linked sign-ins of one account. */
export async function dynamodbParts(account: string, client: DynamoDBClient): Promise<readonly Part[]> {
  const part = async (what: string, table: string, key: string, columns: readonly string[]): Promise<Part> => ({
    system: 'DynamoDB',
    what,
    columns,
    rows: await query(client, { table, attribute: key, value: account }),
  })
  return [
    await part('Account', names.accounts, 'id', ['firstName', 'lastName', 'email', 'phone', 'role', 'statement']),
    await part('Sessions', names.sessions, 'accountId', ['startedAt', 'ip', 'city', 'system', 'browser']),
    await part('Linked sign-in', names.signIns, 'accountId', ['provider', 'linkedAt', 'profile']),
  ]
}

export const allPortals = async (client: DynamoDBClient): Promise<readonly Portal[]> =>
  (await scan<Portal>(client, names.portals)).sort((one, other) => one.id.localeCompare(other.id))

export const allAccounts = async (client: DynamoDBClient): Promise<readonly Account[]> =>
  (await scan<Account>(client, names.accounts)).sort((one, other) => one.id.localeCompare(other.id))

/** Accounts with the same address, or of the same portal. */
export const accountsBy = async (
  client: DynamoDBClient,
  index: 'byEmail' | 'byPortal',
  value: string,
): Promise<readonly Account[]> =>
  (await query(client, {
    table: names.accounts,
    index,
    attribute: index === 'byEmail' ? 'email' : 'portalId',
    value,
  })) as unknown as readonly Account[]

type Question = {
  readonly table: string
  readonly index?: string
  readonly attribute: string
  readonly value: string
}

async function query(client: DynamoDBClient, { table, index, attribute, value }: Question): Promise<readonly Row[]> {
  const rows: Row[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      ...(index ? { IndexName: index } : { ConsistentRead: true }),
      KeyConditionExpression: '#a = :v',
      ExpressionAttributeNames: { '#a': attribute },
      ExpressionAttributeValues: { ':v': { S: value } },
    },
  )
  for await (const { Items = [] } of pages) rows.push(...Items.map((item) => inOrder(unmarshall(item))))
  return rows
}

async function scan<T>(client: DynamoDBClient, table: string): Promise<T[]> {
  const rows: T[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table }))
    rows.push(...Items.map((item) => unmarshall(item) as T))
  return rows
}
