import { createHmac } from 'node:crypto'
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms'

export type VaultPlaces = {
  readonly dynamodb: DynamoDBClient
  readonly kms: KMSClient
  /** Table of wrapped keys: `pk` (system#reference), `sk` (category), and no backups, so that a deleted key is gone. */
  readonly vaultKeysTable: string
  /** The KMS key that wraps them. */
  readonly vaultKeyId: string
}

/** Names what a data key encrypts; also the KMS encryption context. */
type Owner = { readonly reference: string; readonly system: string; readonly category: string }

/** Not a reference: the key of a system's look-up hashes, which outlives requests. */
const lookUp = { reference: 'look-up', category: 'look-up' }

const contextOf = ({ reference, system, category }: Owner) => ({ reference, system, category })

/**
 * Data keys, one for each reference and category of a system. Losing the wrapped key is what erases, in backups too.
 * An instance remembers keys: make one for each call, so that a destroyed key is not used again.
 */
export class DataKeys {
  readonly #places: VaultPlaces
  readonly #system: string
  readonly #known = new Map<string, Promise<Uint8Array | undefined>>()

  constructor(places: VaultPlaces, system: string) {
    this.#places = places
    this.#system = system
  }

  /** The key, made when there is none. Concurrent callers get the same: the first to write wins. */
  async make(reference: string, category: string): Promise<Uint8Array> {
    const key =
      (await this.find(reference, category)) ?? (await this.#create({ reference, system: this.#system, category }))
    this.#known.set(`${reference}#${category}`, Promise.resolve(key))
    return key
  }

  /** The key, or nothing when it was never made or is destroyed. */
  find(reference: string, category: string): Promise<Uint8Array | undefined> {
    const id = `${reference}#${category}`
    const known = this.#known.get(id) ?? this.#read({ reference, system: this.#system, category })
    this.#known.set(id, known)
    // A failed answer is not remembered: the next try asks again.
    known.catch(() => this.#known.delete(id))
    return known
  }

  /** Destroys the key: what it encrypted is unreadable from here on, everywhere. */
  async destroy(reference: string, category: string): Promise<void> {
    this.#known.delete(`${reference}#${category}`)
    await this.#places.dynamodb.send(
      new DeleteItemCommand({
        TableName: this.#places.vaultKeysTable,
        Key: this.#row({ reference, system: this.#system, category }),
      }),
    )
  }

  /** Hashes values so that the same value is found again and nobody without the key can test a guess: base64url. */
  async hash(...values: readonly string[]): Promise<string> {
    const key = await this.make(lookUp.reference, lookUp.category)
    return createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url')
  }

  /** The system begins the key, so that a role can be held to its own system's (dynamodb:LeadingKeys). */
  #row({ reference, system, category }: Owner) {
    return { pk: { S: `${system}#${reference}` }, sk: { S: category } }
  }

  async #read(owner: Owner): Promise<Uint8Array | undefined> {
    const { Item } = await this.#places.dynamodb.send(
      new GetItemCommand({ TableName: this.#places.vaultKeysTable, Key: this.#row(owner), ConsistentRead: true }),
    )
    if (!Item?.wrapped?.B) return undefined
    const { Plaintext } = await this.#places.kms.send(
      new DecryptCommand({
        CiphertextBlob: Item.wrapped.B,
        KeyId: this.#places.vaultKeyId,
        EncryptionContext: contextOf(owner),
      }),
    )
    if (!Plaintext) throw new Error('KMS answered without a key')
    return Plaintext
  }

  async #create(owner: Owner): Promise<Uint8Array> {
    const { CiphertextBlob, Plaintext } = await this.#places.kms.send(
      new GenerateDataKeyCommand({
        KeyId: this.#places.vaultKeyId,
        KeySpec: 'AES_256',
        EncryptionContext: contextOf(owner),
      }),
    )
    if (!CiphertextBlob || !Plaintext) throw new Error('KMS answered without a key')
    try {
      await this.#places.dynamodb.send(
        new PutItemCommand({
          TableName: this.#places.vaultKeysTable,
          Item: { ...this.#row(owner), wrapped: { B: CiphertextBlob } },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      )
      return Plaintext
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      const winner = await this.#read(owner)
      if (!winner) throw error
      return winner
    }
  }
}
