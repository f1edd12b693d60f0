import { list, part, text } from '../front/resource.ts'
import type { Need } from '../gateway/service.ts'
import type { Input } from '../protocol/json.ts'
import type { Tables } from './tables.ts'

/** Where tables are, for ARNs. */
export type Place = { readonly region: string; readonly account: string; readonly streamLabel: string }

/** Operations on a table as such; IAM calls them the same. */
const onTables = new Set(
  `CreateTable DeleteTable DescribeContinuousBackups DescribeTable DescribeTimeToLive ListTagsOfResource Scan
  TagResource UntagResource UpdateTable UpdateTimeToLive`.split(/\s+/),
)
const onStreams = new Set(['DescribeStream', 'GetRecords', 'GetShardIterator'])
const onItems = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])

/** Parts of a transaction and the actions that they need ("IAM and transactions" in the developer guide). */
const inTransactions: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

/**
 * What IAM has to allow for a call, with `dynamodb:LeadingKeys` where it names items ("Actions, resources, and
 * condition keys for Amazon DynamoDB"). @throws for an operation that the local cloud does not do, PartiQL among them
 */
export async function needsOf(operation: string, input: Input, tables: Tables, place: Place): Promise<readonly Need[]> {
  const arn = (rest: string) => `arn:aws:dynamodb:${place.region}:${place.account}:table/${rest}`
  const tableIn = (of: Input) => nameOf(text(of.TableName) || text(of.ResourceArn))
  const need = (action: string, resource: string, keys?: readonly string[]): Need => ({
    action: `dynamodb:${action}`,
    resource: arn(resource),
    ...(keys === undefined ? {} : { context: { 'dynamodb:LeadingKeys': [...new Set(keys)] } }),
  })
  const item = async (action: string, of: Input): Promise<Need> => {
    const partition = await tables.partitionKey(tableIn(of))
    return need(action, tableIn(of), [written(part(of, of.Key ? 'Key' : 'Item')[partition])])
  }

  if (operation === 'ListTables' || operation === 'ListStreams')
    return [{ action: `dynamodb:${operation}`, resource: '*' }]
  if (onItems.has(operation)) return [await item(operation, input)]
  if (operation === 'Query') {
    const index = text(input.IndexName) || undefined
    const partition = await tables.partitionKey(tableIn(input), index)
    return [need('Query', within(tableIn(input), index), [queried(input, partition)])]
  }
  if (onTables.has(operation)) return [need(operation, within(tableIn(input), text(input.IndexName) || undefined))]
  if (onStreams.has(operation)) {
    const [stream = ''] = (text(input.StreamArn) || text(input.ShardIterator)).split('|')
    return [need(operation, `${nameOf(stream)}/stream/${place.streamLabel}`)]
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem')
    return await Promise.all(
      Object.entries(part(input, 'RequestItems')).map(async ([table, asked]) => {
        const name = nameOf(table)
        const partition = await tables.partitionKey(name)
        return need(
          operation,
          name,
          keysIn(asked).map((key) => written(key[partition])),
        )
      }),
    )
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems')
    return await Promise.all(
      list(input.TransactItems).flatMap((one) =>
        Object.entries(part(one)).map(([kind, of]) => item(inTransactions[kind] ?? kind, part(of))),
      ),
    )
  throw new Error(`the local cloud does not do dynamodb:${operation}`)
}

/** What an operation that succeeded may have done to one item. */
export type Change = {
  /** The item, or its key alone. */
  readonly item: Readonly<Record<string, unknown>>
  /** What the table's stream may call it. */
  readonly events: ReadonlyArray<'INSERT' | 'MODIFY' | 'REMOVE'>
}

/** What an operation that succeeded may have changed, by table. */
export function writtenBy(operation: string, input: Input): ReadonlyMap<string, readonly Change[]> {
  const all: ReadonlyArray<readonly [table: string, change: Change | undefined]> =
    operation === 'BatchWriteItem'
      ? Object.entries(part(input, 'RequestItems')).flatMap(([table, asked]) =>
          list(asked)
            .flatMap((one) => Object.entries(part(one)))
            .map(([kind, of]) => [table, changeBy(kind.replace('Request', ''), part(of))] as const),
        )
      : operation === 'TransactWriteItems'
        ? list(input.TransactItems)
            .flatMap((one) => Object.entries(part(one)))
            .map(([kind, of]) => [text(part(of).TableName), changeBy(kind, part(of))] as const)
        : [[text(input.TableName), changeBy(operation.replace('Item', ''), input)]]
  const written = new Map<string, readonly Change[]>()
  for (const [table, change] of all)
    if (change) written.set(nameOf(table), [...(written.get(nameOf(table)) ?? []), change])
  return written
}

function changeBy(kind: string, of: Input): Change | undefined {
  switch (kind) {
    case 'Put':
      return { item: part(of, 'Item'), events: ['INSERT', 'MODIFY'] }
    case 'Update':
      return { item: part(of, 'Key'), events: meetsAnItem(of) ? ['MODIFY'] : ['INSERT', 'MODIFY'] }
    case 'Delete':
      return { item: part(of, 'Key'), events: ['REMOVE'] }
    default:
      return undefined
  }
}

/** Whether an update succeeds only where the item is there already. */
const meetsAnItem = ({ ConditionExpression }: Input): boolean =>
  /^attribute_exists\(\w+\)( AND \w+\([^()]*\))*$/.test(text(ConditionExpression))

/** A table may be named by its ARN. */
const nameOf = (table: string): string => /:table\/([^/]+)/.exec(table)?.[1] ?? table
const within = (table: string, index: string | undefined): string =>
  index === undefined ? table : `${table}/index/${index}`

/** Keys of a table's part of a batch: of what is got, put, or deleted. */
function keysIn(asked: unknown): readonly Readonly<Record<string, unknown>>[] {
  const gets = list(part(asked).Keys)
  const writes = list(asked).map((one) => {
    const { PutRequest, DeleteRequest } = part(one)
    return PutRequest ? part(PutRequest, 'Item') : part(DeleteRequest, 'Key')
  })
  return [...gets, ...writes].map((key) => part(key))
}

/** An attribute value as IAM compares it. */
function written(value: unknown): string {
  const { S, N, B } = part(value)
  return text(S ?? N ?? B)
}

/** The value that a query sets for the partition key. @throws when it cannot be told */
function queried(input: Input, partition: string): string {
  const names = part(input, 'ExpressionAttributeNames')
  for (const [, left = '', right = ''] of text(input.KeyConditionExpression).matchAll(
    /([#:]?[\w.-]+)\s*=\s*([#:]?[\w.-]+)/g,
  )) {
    const [name, value] = left.startsWith(':') ? [right, left] : [left, right]
    if (text(names[name] ?? name) === partition) return written(part(input, 'ExpressionAttributeValues')[value])
  }
  const legacy = list(part(part(input, 'KeyConditions'), partition).AttributeValueList)
  if (legacy.length === 1) return written(legacy[0])
  throw new Error('the local cloud cannot tell the partition key of this dynamodb:Query')
}
