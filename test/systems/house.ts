import { type AttributeValue, CreateTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { KMSClient } from '@aws-sdk/client-kms'
import { type Fuse, fused } from '../../systems/contract-kit.ts'
import { put, remove, writeAll } from '../../systems/vault/batches.ts'
import type { Places } from '../../systems/vault/vault.ts'
import { startStore } from '../adapters/dynamodb-local.ts'
import { startKms } from './kms.ts'

type Item = Record<string, AttributeValue>

/** DynamoDB Local with the vault's tables and whatever a test adds, and a KMS: what every system stands on. */
export class House {
  readonly dynamodb: DynamoDBClient
  readonly #stops: ReadonlyArray<() => void>
  readonly #kms: () => KMSClient
  readonly #key: string

  private constructor(dynamodb: DynamoDBClient, kms: () => KMSClient, key: string, stops: ReadonlyArray<() => void>) {
    this.dynamodb = dynamodb
    this.#kms = kms
    this.#key = key
    this.#stops = stops
  }

  static async open(): Promise<House> {
    const [store, kms] = await Promise.all([startStore(), startKms()])
    const house = new House(store.client, kms.client, kms.key, [store.stop, kms.stop])
    await house.table('vault', 'pk', 'sk')
    await house.table('vault-keys', 'pk', 'sk')
    return house
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }

  /** Oblige's own places as one function instance has them, its clients going through the fuse. */
  places(fuse: Fuse): Places {
    return {
      dynamodb: this.client(fuse),
      kms: fused(this.#kms(), fuse),
      vaultTable: 'vault',
      vaultKeysTable: 'vault-keys',
      vaultKeyId: this.#key,
    }
  }

  client(fuse: Fuse): DynamoDBClient {
    const { endpoint, region, credentials, requestHandler } = this.dynamodb.config
    return fused(new DynamoDBClient({ ...(endpoint ? { endpoint } : {}), region, credentials, requestHandler }), fuse)
  }

  async table(name: string, partitionKey: string, sortKey?: string, index?: string): Promise<void> {
    const names = [partitionKey, ...(sortKey ? [sortKey] : []), ...(index ? [index] : [])]
    await this.dynamodb.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          ...(sortKey ? [{ AttributeName: sortKey, KeyType: 'RANGE' as const }] : []),
        ],
        ...(index
          ? {
              GlobalSecondaryIndexes: [
                {
                  IndexName: `by-${index}`,
                  KeySchema: [{ AttributeName: index, KeyType: 'HASH' as const }],
                  Projection: { ProjectionType: 'KEYS_ONLY' as const },
                },
              ],
            }
          : {}),
      }),
    )
  }

  async items(table: string): Promise<Item[]> {
    const items: Item[] = []
    let from: Item | undefined
    do {
      const page = await this.dynamodb.send(
        new ScanCommand({ TableName: table, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
      )
      items.push(...(page.Items ?? []))
      from = page.LastEvaluatedKey
    } while (from)
    return items
  }

  async fill(table: string, items: readonly Item[]): Promise<void> {
    await writeAll(this.dynamodb, table, items.map(put))
  }

  async empty(table: string, ...keys: readonly string[]): Promise<void> {
    const items = await this.items(table)
    const key = (item: Item) => Object.fromEntries(keys.flatMap((name) => (item[name] ? [[name, item[name]]] : [])))
    await writeAll(
      this.dynamodb,
      table,
      items.map((item) => remove(key(item))),
    )
  }

  async emptyVault(): Promise<void> {
    await this.empty('vault', 'pk', 'sk')
    await this.empty('vault-keys', 'pk', 'sk')
  }

  /** Everything in the vault's tables as text; bytes as the characters they stand for, so that open text would show. */
  async vaultText(): Promise<string> {
    const rows = [...(await this.items('vault')), ...(await this.items('vault-keys'))]
    return JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
  }
}
