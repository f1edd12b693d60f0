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

  /** `what` names the verb and the table of this partition and reference. */
  constructor(places: Places, partition: string, reference: string, what: string) {
    this.#places = places
    this.#key = { pk: { S: `${partition}#under-way` }, sk: { S: `${reference}#${encodeURIComponent(what)}` } }
  }

  /** Marks `ids` and answers which of them an earlier call had marked and not finished. */
  async begin(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const left = await this.unfinished()
    const known = new Set(ids.filter((id) => left.has(id)))
    await this.#places.dynamodb.send(
      new PutItemCommand({
        TableName: this.#places.vaultTable,
        Item: { ...this.#key, ids: { L: [...new Set([...ids, ...left])].map((id) => ({ S: id })) } },
      }),
    )
    return known
  }

  /** These are where they belong. The mark itself stays until the next `begin` or `end`. */
  finish(ids: readonly string[]): void {
    for (const id of ids) this.#left?.delete(id)
  }

  /** Nothing is under way any more. */
  async end(): Promise<void> {
    this.#left = new Set()
    await this.#places.dynamodb.send(new DeleteItemCommand({ TableName: this.#places.vaultTable, Key: this.#key }))
  }

  /** What an earlier call had marked and nobody has finished since. */
  async unfinished(): Promise<ReadonlySet<string>> {
    if (!this.#left) {
      const { Item } = await this.#places.dynamodb.send(
        new GetItemCommand({ TableName: this.#places.vaultTable, Key: this.#key, ConsistentRead: true }),
      )
      this.#left = new Set((Item?.ids?.L ?? []).map((id) => id.S ?? ''))
    }
    return this.#left
  }
}
