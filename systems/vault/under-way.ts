import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { Places } from './vault.ts'

/**
 * Which records are on their way between a source and the vault, written before they move. When a call dies, the next
 * one knows for which records "in both places" means "not finished", and not "written anew by the application".
 */
export class UnderWay {
  readonly #places: Places
  readonly #key: { pk: { S: string }; sk: { S: string } }
  #left: Set<string> | undefined
  /** Whether something is marked; undefined: nobody has looked. */
  #marked: boolean | undefined

  /** `what` names the verb and the table of this partition and reference. */
  constructor(places: Places, partition: string, reference: string, what: string) {
    this.#places = places
    this.#key = { pk: { S: `${partition}#under-way` }, sk: { S: `${reference}#${encodeURIComponent(what)}` } }
  }

  /** Marks `ids` and answers which of them a call that died had marked. */
  async begin(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const left = await this.unfinished()
    await this.#mark([...new Set([...ids, ...left])])
    return new Set(ids.filter((id) => left.has(id)))
  }

  /** These are where they belong. Only what a call that died has left stays marked, so the mark is never longer than a few batches. */
  async finish(ids: readonly string[]): Promise<void> {
    const done = new Set(ids)
    const left = [...(await this.unfinished())].filter((id) => !done.has(id))
    this.#left = new Set(left)
    await (left.length > 0 ? this.#mark(left) : this.end())
  }

  /** Nothing is under way any more. */
  async end(): Promise<void> {
    this.#left = new Set()
    if (this.#marked === false) return
    await this.#places.dynamodb.send(new DeleteItemCommand({ TableName: this.#places.vaultTable, Key: this.#key }))
    this.#marked = false
  }

  /** What an earlier call had marked and nobody has finished since. */
  async unfinished(): Promise<ReadonlySet<string>> {
    if (!this.#left) {
      const { Item } = await this.#places.dynamodb.send(
        new GetItemCommand({ TableName: this.#places.vaultTable, Key: this.#key, ConsistentRead: true }),
      )
      this.#left = new Set((Item?.ids?.L ?? []).map((id) => id.S ?? ''))
      this.#marked ??= Item !== undefined
    }
    return this.#left
  }

  async #mark(ids: readonly string[]): Promise<void> {
    this.#marked = true
    await this.#places.dynamodb.send(
      new PutItemCommand({
        TableName: this.#places.vaultTable,
        Item: { ...this.#key, ids: { L: ids.map((id) => ({ S: id })) } },
      }),
    )
  }
}
