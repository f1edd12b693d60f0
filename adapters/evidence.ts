import { DynamoDBClient, PutItemCommand, paginateQuery } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { evidenceKey, seconds } from './items.ts'

/** Bytes of a piece: an item may have 400 KB, its keys included (quotas page of the DynamoDB developer guide). */
const pieceBytes = 390_000

/**
 * Files that people give as evidence, kept aside in pieces and never opened. They go with their request (endings.ts), at
 * the latest when their time is over.
 */
export class EvidenceStore {
  readonly #client: DynamoDBClient
  readonly #table: string

  constructor(table: string, client: DynamoDBClient = new DynamoDBClient({})) {
    this.#client = client
    this.#table = table
  }

  /** @param id of this upload: what an earlier one left never mixes with it @param until ISO instant */
  async keep(reference: string, id: string, bytes: Uint8Array, until: string): Promise<void> {
    for (let n = 0; n * pieceBytes < bytes.length; n++) {
      const piece = bytes.subarray(n * pieceBytes, (n + 1) * pieceBytes)
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: marshall({ ...evidenceKey(reference, id, n), piece, expires: seconds(until) }),
        }),
      )
    }
  }

  /** The whole file: a few megabytes, as large as an answer of a function can be. */
  async read(reference: string, id: string): Promise<Buffer> {
    const pieces: Uint8Array[] = []
    for await (const page of paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: marshall({ ':pk': evidenceKey(reference, id, 0).pk, ':sk': `${id}#` }),
        ConsistentRead: true,
      },
    ))
      for (const item of page.Items ?? []) pieces.push(unmarshall(item).piece as Uint8Array)
    return Buffer.concat(pieces)
  }
}
