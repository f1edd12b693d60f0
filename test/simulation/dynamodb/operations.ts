import { Aliases, at, type Condition, holds, operandIn, type Path, Reader } from './expressions.ts'
import type { Table } from './table.ts'
import { updated } from './updates.ts'
import { type Item, invalid, order, Refusal, unknown, type Value } from './values.ts'

type Call = Readonly<Record<string, unknown>>
type Write = { readonly table: Table; readonly key: Item; readonly next: (old: Item) => Item | undefined }
type Prepared = Write & { readonly condition?: Condition; readonly onFailure?: unknown; readonly looks?: boolean }
export type Tables = ReadonlyMap<string, Table>

/** How long DynamoDB knows a transaction by its token, in ms (TransactWriteItems, ClientRequestToken). */
const tokenMs = 600_000

/** DynamoDB's operations as far as Oblige calls them, over tables in memory. @throws Refusal as the service answers */
export class DynamoDb {
  readonly #tables: Tables
  readonly #now: () => number
  readonly #tokens = new Map<string, { readonly at: number; readonly call: string }>()

  constructor(tables: Tables, now: () => number) {
    this.#tables = tables
    this.#now = now
  }

  handle(operation: string, call: Call): unknown {
    switch (operation) {
      case 'GetItem':
        return this.#get(call)
      case 'PutItem':
      case 'UpdateItem':
      case 'DeleteItem':
        return this.#write(operation, call)
      case 'Query':
        return this.#query(call)
      case 'BatchGetItem':
        return this.#batchGet(call)
      case 'BatchWriteItem':
        return this.#batchWrite(call)
      case 'TransactWriteItems':
        return this.#transact(call)
      default:
        throw unknown(`the operation ${operation}`)
    }
  }

  #table(name: unknown): Table {
    const table = this.#tables.get(String(name))
    if (!table) throw new Refusal('ResourceNotFoundException', `Requested resource not found: ${name}`)
    return table
  }

  #get(call: Call) {
    only(call, 'TableName', 'Key', 'ConsistentRead', 'ProjectionExpression', 'ExpressionAttributeNames')
    const aliases = aliasesOf(call)
    const paths = pathsOf(call, aliases)
    aliases.close()
    const found = this.#table(call.TableName).get(call.Key as Item, !call.ConsistentRead)
    return found ? { Item: projected(found, paths) } : {}
  }

  #write(operation: string, call: Call) {
    const { table, key, next, condition } = this.#prepared(operation.replace('Item', ''), call)
    const before = table.get(key)
    if (condition && !holds(condition, before ?? {}))
      throw new Refusal('ConditionalCheckFailedException', 'The conditional request failed', {
        ...(before && call.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? { Item: before } : {}),
      })
    const after = next(before ?? key)
    if (after) table.put(after)
    else table.delete(key)
    if (call.ReturnValues === 'ALL_OLD') return before ? { Attributes: before } : {}
    if (call.ReturnValues === 'ALL_NEW') return after ? { Attributes: after } : {}
    if (call.ReturnValues !== undefined && call.ReturnValues !== 'NONE')
      throw unknown(`ReturnValues ${call.ReturnValues}`)
    return {}
  }

  /** A write, and what it hangs on. */
  #prepared(verb: string, call: Call): Prepared {
    only(
      call,
      ...['TableName', 'Key', 'Item', 'ConditionExpression', 'UpdateExpression', 'ExpressionAttributeNames'],
      ...['ExpressionAttributeValues', 'ReturnValues', 'ReturnValuesOnConditionCheckFailure'],
    )
    const table = this.#table(call.TableName)
    const aliases = aliasesOf(call)
    const condition = call.ConditionExpression
      ? new Reader(String(call.ConditionExpression), aliases).condition()
      : undefined
    const rest = { ...(condition ? { condition } : {}), onFailure: call.ReturnValuesOnConditionCheckFailure }
    const item = (call.Item ?? {}) as Item
    const key = verb === 'Put' ? table.keyOf(item) : (call.Key as Item)
    table.idOf(key)
    const write = this.#next(verb, call, table, aliases, item)
    aliases.close()
    return { table, key, next: write, looks: verb === 'ConditionCheck', ...rest }
  }

  #next(verb: string, call: Call, table: Table, aliases: Aliases, item: Item): Write['next'] {
    switch (verb) {
      case 'Put':
        return () => item
      case 'Delete':
        return () => undefined
      case 'ConditionCheck':
        return (old) => old
      case 'Update': {
        const update = call.UpdateExpression ? new Reader(String(call.UpdateExpression), aliases).update() : undefined
        const keys = table.keyNames()
        const touched = [...(update?.set ?? []).map(({ path }) => path), ...(update?.remove ?? [])]
        if (touched.some(([name = '']) => keys.includes(name))) throw invalid('This attribute is part of the key')
        return (old) => (update ? updated(old, update) : old)
      }
      default:
        throw unknown(`${verb} in a transaction`)
    }
  }

  #query(call: Call) {
    only(
      call,
      ...['TableName', 'IndexName', 'KeyConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'],
      ...['ExclusiveStartKey', 'Limit', 'ConsistentRead', 'ProjectionExpression', 'ScanIndexForward', 'Select'],
    )
    const table = this.#table(call.TableName)
    const index = call.IndexName as string | undefined
    if (index !== undefined && call.ConsistentRead) throw invalid('Consistent reads are not supported on indexes')
    const aliases = aliasesOf(call)
    const { hash, range } = table.keysOf(index)
    const condition = new Reader(String(call.KeyConditionExpression), aliases).condition()
    const paths = pathsOf(call, aliases)
    aliases.close()
    const { of, others } = keyCondition(condition, hash, range)
    const forward = call.ScanIndexForward !== false
    const ordered = table
      .partition(index, of, !call.ConsistentRead)
      .filter((item) => others.every((part) => holds(part, item)))
    const start = call.ExclusiveStartKey as Item | undefined
    const left = after(forward ? ordered : ordered.toReversed(), start, table, range, forward)
    const limit = (call.Limit as number | undefined) ?? 1000
    const page = left.slice(0, limit)
    // As DynamoDB: a page that is full has a next one, also when nothing is left for it.
    const last = page.length === limit ? page.at(-1) : undefined
    const next = last
      ? {
          LastEvaluatedKey: projected(
            last,
            table.keyNames(index).map((name) => [name]),
          ),
        }
      : {}
    if (call.Select === 'COUNT') return { Count: page.length, ScannedCount: page.length, ...next }
    if (call.Select !== undefined) throw unknown(`Select ${call.Select}`)
    const keysOnly = index !== undefined && table.setting.indexes?.[index]?.keysOnly
    const held = keysOnly ? table.keyNames(index).map((name) => [name]) : undefined
    const shown = page.map((item) => projected(projected(item, held), paths))
    return { Items: shown, Count: page.length, ScannedCount: page.length, ...next }
  }

  #batchGet(call: Call) {
    only(call, 'RequestItems')
    const Responses: Record<string, Item[]> = {}
    let count = 0
    for (const [name, asked] of Object.entries(call.RequestItems as Record<string, Call>)) {
      only(asked, 'Keys', 'ConsistentRead', 'ProjectionExpression', 'ExpressionAttributeNames')
      const table = this.#table(name)
      const keys = asked.Keys as readonly Item[]
      count += keys.length
      const ids = keys.map((key) => table.idOf(key))
      if (new Set(ids).size < ids.length) throw invalid('Provided list of item keys contains duplicates')
      const paths = pathsOf(asked, aliasesOf(asked))
      Responses[name] = keys.flatMap((key) => {
        const found = table.get(key, !asked.ConsistentRead)
        return found ? [projected(found, paths)] : []
      })
    }
    if (count === 0 || count > 100) throw invalid('Too many items requested for the BatchGetItem call')
    return { Responses, UnprocessedKeys: {} }
  }

  #batchWrite(call: Call) {
    only(call, 'RequestItems')
    type Request = { readonly PutRequest?: { readonly Item: Item }; readonly DeleteRequest?: { readonly Key: Item } }
    const writes = Object.entries(call.RequestItems as Record<string, readonly Request[]>).flatMap(([name, requests]) =>
      requests.map(({ PutRequest, DeleteRequest }) => {
        const table = this.#table(name)
        const key = PutRequest ? table.keyOf(PutRequest.Item) : (DeleteRequest?.Key ?? {})
        return { table, key, id: `${name} ${table.idOf(key)}`, item: PutRequest?.Item }
      }),
    )
    if (writes.length === 0 || writes.length > 25) throw invalid('Too many items requested for the BatchWriteItem call')
    if (new Set(writes.map(({ id }) => id)).size < writes.length)
      throw invalid('Provided list of item keys contains duplicates')
    for (const { table, key, item } of writes)
      if (item) table.put(item)
      else table.delete(key)
    return { UnprocessedItems: {} }
  }

  #transact(call: Call) {
    only(call, 'TransactItems', 'ClientRequestToken')
    const known = this.#known(call)
    if (known) return {}
    const items = call.TransactItems as ReadonlyArray<Readonly<Record<string, Call>>>
    if (items.length === 0 || items.length > 100) throw invalid('a transaction has 1 to 100 items')
    const writes = items.map((one) => {
      const [[verb, asked] = ['', {}]] = Object.entries(one)
      return this.#prepared(verb, asked)
    })
    const ids = writes.map(({ table, key }) => `${table.name} ${table.idOf(key)}`)
    if (new Set(ids).size < ids.length)
      throw invalid('Transaction request cannot include multiple operations on one item')
    const reasons = writes.map(({ table, key, condition, onFailure }) => {
      const before = table.get(key)
      if (!condition || holds(condition, before ?? {})) return { Code: 'None' }
      return {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        ...(before && onFailure === 'ALL_OLD' ? { Item: before } : {}),
      }
    })
    if (reasons.some(({ Code }) => Code !== 'None'))
      throw new Refusal('TransactionCanceledException', `Transaction cancelled [${reasons.map(({ Code }) => Code)}]`, {
        CancellationReasons: reasons,
      })
    const nexts = writes.map(({ table, key, next }) => next(table.get(key) ?? key))
    for (const [n, { table, key, looks }] of writes.entries()) {
      // What is only looked at stays as it is, also where nothing is.
      if (looks) continue
      const after = nexts[n]
      if (after) table.put(after)
      else table.delete(key)
    }
    for (const [token, { at }] of this.#tokens) {
      if (this.#now() - at <= tokenMs) break
      this.#tokens.delete(token)
    }
    if (typeof call.ClientRequestToken === 'string')
      this.#tokens.set(call.ClientRequestToken, { at: this.#now(), call: JSON.stringify(call) })
    return {}
  }

  /** The same call under the same token is carried out once. */
  #known(call: Call): boolean {
    const known = this.#tokens.get(String(call.ClientRequestToken))
    if (!known || this.#now() - known.at > tokenMs) return false
    if (known.call !== JSON.stringify(call))
      throw new Refusal('IdempotentParameterMismatchException', 'another call had this token')
    return true
  }
}

const aliasesOf = (call: Call): Aliases =>
  new Aliases(
    call.ExpressionAttributeNames as Record<string, string> | undefined,
    call.ExpressionAttributeValues as Record<string, Value> | undefined,
  )

const pathsOf = (call: Call, aliases: Aliases): readonly Path[] | undefined =>
  call.ProjectionExpression ? new Reader(String(call.ProjectionExpression), aliases).paths() : undefined

function projected(item: Item, paths: readonly Path[] | undefined): Item {
  if (!paths) return item
  if (paths.some((path) => path.length > 1)) throw unknown('a projection into a map')
  return Object.fromEntries(
    paths.flatMap((path) => {
      const value = at(item, path)
      return value ? [[path[0] ?? '', value]] : []
    }),
  )
}

/** The partition of a query, and what is asked of its range key. */
function keyCondition(condition: Condition, hash: string, range: string | undefined) {
  const parts = condition.kind === 'and' ? condition.parts : [condition]
  const isOf = (name: string | undefined, part: Condition): boolean =>
    (part.kind === 'begins' && part.path[0] === name) ||
    (part.kind === 'compare' && part.left.kind === 'path' && part.left.path[0] === name)
  const own = parts.find((part) => part.kind === 'compare' && part.by === '=' && isOf(hash, part))
  const of = own?.kind === 'compare' ? operandIn(own.right, {})?.S : undefined
  const others = parts.filter((part) => part !== own)
  if (of === undefined || others.length > 1 || others.some((part) => !isOf(range, part)))
    throw invalid('Query condition missed key schema element')
  return { of, others }
}

function after(
  items: readonly Item[],
  start: Item | undefined,
  table: Table,
  range: string | undefined,
  forward: boolean,
): readonly Item[] {
  if (!start) return items
  const own = table.keyNames().map((name) => [name])
  const id = table.idOf(projected(start, own))
  const place = (item: Item) => (range === undefined ? '' : (item[range]?.S ?? ''))
  const isAfter = (item: Item) => {
    const way = order(place(item), place(start)) || order(table.idOf(item, false), id)
    return forward ? way > 0 : way < 0
  }
  return items.filter(isAfter)
}

/** @throws for a field that this table would pass over in silence */
function only(call: Call, ...fields: readonly string[]): void {
  for (const [field, value] of Object.entries(call))
    if (value !== undefined && !fields.includes(field)) throw unknown(`the field ${field}`)
}
