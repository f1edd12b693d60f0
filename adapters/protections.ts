import { DeleteItemCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { protectionKey, seconds } from './items.ts'

/** Keys that came of a passphrase, until the copy is encrypted with them: KMS encrypts them, bound to their request. */
export class Protections {
  readonly #dynamodb: DynamoDBClient
  readonly #kms: KMSClient
  readonly #table: string
  readonly #key: string

  /** @param key ARN of the key that encrypts them */
  constructor(table: string, key: string, dynamodb: DynamoDBClient, kms: KMSClient) {
    this.#table = table
    this.#key = key
    this.#dynamodb = dynamodb
    this.#kms = kms
  }

  /** @param until ISO instant: what nobody has deleted by then is dropped */
  async keep(reference: string, keys: Uint8Array, until: string): Promise<void> {
    const sealed = await this.#kms.send(
      new EncryptCommand({ KeyId: this.#key, Plaintext: keys, EncryptionContext: boundTo(reference) }),
    )
    const item = { ...protectionKey(reference), keys: sealed.CiphertextBlob, expires: seconds(until) }
    await this.#dynamodb.send(new PutItemCommand({ TableName: this.#table, Item: marshall(item) }))
  }

  /** @throws when there are none */
  async of(reference: string): Promise<Uint8Array> {
    const Key = marshall(protectionKey(reference))
    const { Item } = await this.#dynamodb.send(
      new GetItemCommand({ TableName: this.#table, Key, ConsistentRead: true }),
    )
    if (!Item) throw new Error('the keys of the passphrase are not there')
    const opened = await this.#kms.send(
      new DecryptCommand({
        KeyId: this.#key,
        CiphertextBlob: unmarshall(Item).keys as Uint8Array,
        EncryptionContext: boundTo(reference),
      }),
    )
    if (!opened.Plaintext) throw new Error('KMS answered without a plaintext')
    return opened.Plaintext
  }

  async forget(reference: string): Promise<void> {
    const Key = marshall(protectionKey(reference))
    await this.#dynamodb.send(new DeleteItemCommand({ TableName: this.#table, Key }))
  }
}

const boundTo = (reference: string) => ({ purpose: 'protection', reference })
