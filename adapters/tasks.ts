import { type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Task } from '../domain/tasks.ts'
import { fromTask, requestKey, type Shelf, taskKey } from './items.ts'

/** Where a page of tasks begins. */
export type TaskPlace = Pick<Task, 'reference' | 'id' | 'due'>

/** What is to be done by hand. It is written with the step of its request that asks for it or answers it (requests.ts). */
export class Tasks {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient) {
    this.#client = client
    this.#table = table
  }

  async find(reference: string, id: string): Promise<Task | undefined> {
    const found = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(taskKey(reference, id)), ConsistentRead: true }),
    )
    return found.Item && fromTask(unmarshall(found.Item))
  }

  /**
   * What somebody still has to do, the first that is due first. @param asked of one address alone
   * @param read at most so many are looked through; then a page may be short, and there is a next one all the same
   */
  async open(
    { asked, from }: { readonly asked?: string; readonly from?: TaskPlace },
    limit = 25,
    read = 400,
  ): Promise<{ readonly tasks: readonly Task[]; readonly next?: TaskPlace }> {
    const shelf: Shelf = 'task'
    const tasks: Task[] = []
    let seen = 0
    let at: Record<string, unknown> | undefined = from && {
      ...taskKey(from.reference, from.id),
      open: shelf,
      due: from.due,
    }
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#table,
          IndexName: 'byDue',
          KeyConditionExpression: '#open = :open',
          ExpressionAttributeNames: { '#open': 'open' },
          ExpressionAttributeValues: marshall({ ':open': shelf }),
          Limit: 100,
          ...(at ? { ExclusiveStartKey: marshall(at) } : {}),
        }),
      )
      for (const one of (page.Items ?? []).map((item) => fromTask(unmarshall(item)))) {
        seen += 1
        if (asked !== undefined && one.asked.toLowerCase() !== asked.toLowerCase()) continue
        if (tasks.length === limit) return { tasks, next: placeOf(tasks.at(-1) ?? one) }
        tasks.push(one)
      }
      at = page.LastEvaluatedKey && unmarshall(page.LastEvaluatedKey)
    } while (at && seen < read)
    return at ? { tasks, next: { reference: refOf(at), id: idOf(at), due: String(at.due) as Task['due'] } } : { tasks }
  }
}

const placeOf = ({ reference, id, due }: Task): TaskPlace => ({ reference, id, due })
const refOf = ({ pk }: Record<string, unknown>) => String(pk).slice(requestKey('').pk.length) as Task['reference']
const idOf = ({ sk }: Record<string, unknown>) => String(sk).slice(taskKey('', '').sk.length)
