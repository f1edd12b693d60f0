import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Personal } from '../domain/personal.ts'
import type { Instant } from '../domain/time.ts'
import type { Subject } from '../systems/contract.ts'
import { ledgerKey, seconds } from './items.ts'

/** KMS encrypts 4,096 bytes at a time (KMS quota); a person with hundreds of accounts takes several. */
const pieceBytes = 4_000
/** How long DynamoDB's TTL comes after a line's end, in seconds: the daily round deletes lines at their end. */
const slack = 30 * 86_400

/** A line of the ledger, as the index by due date gives it. */
export type Line = { readonly reference: string; readonly due: string }

/**
 * Who was erased, for as long as a law keeps something of theirs or a backup may bring the rest back: the keys that
 * systems know them by, which KMS encrypts, bound to their request. Only a system's own function can open them.
 */
export class Ledger {
  readonly #dynamodb: DynamoDBClient
  readonly #kms: KMSClient
  readonly #table: string
  readonly #key: string

  /** @param key ARN of the key that encrypts the lines; opening needs none */
  constructor(table: string, dynamodb: DynamoDBClient, kms: KMSClient, key = '') {
    this.#table = table
    this.#dynamodb = dynamodb
    this.#kms = kms
    this.#key = key
  }

  /** The item of a line, to be saved with the step that closes the request. @param ends when something is to be done, each in its turn */
  async line(
    reference: string,
    subject: Personal<Subject>,
    ends: readonly Instant[],
  ): Promise<Record<string, unknown>> {
    const plain = Buffer.from(JSON.stringify(subject.reveal()))
    const sealed: Uint8Array[] = []
    for (let at = 0; at < plain.length; at += pieceBytes) {
      const { CiphertextBlob } = await this.#kms.send(
        new EncryptCommand({
          KeyId: this.#key,
          Plaintext: plain.subarray(at, at + pieceBytes),
          EncryptionContext: boundTo(reference),
        }),
      )
      if (!CiphertextBlob) throw new Error('KMS answered without a ciphertext')
      sealed.push(CiphertextBlob)
    }
    const [due = '', last = due] = [[...ends].sort()[0], [...ends].sort().at(-1)]
    return { ...ledgerKey(reference), reference, sealed, open: 'ledger', due, expires: seconds(last) + slack }
  }

  /** Whose line it is, or undefined when there is none any more. */
  async subjectOf(reference: string): Promise<Personal<Subject> | undefined> {
    const { Item } = await this.#dynamodb.send(
      new GetItemCommand({ TableName: this.#table, Key: marshall(ledgerKey(reference)), ConsistentRead: true }),
    )
    if (!Item) return undefined
    const opened: Uint8Array[] = []
    for (const piece of unmarshall(Item).sealed as readonly Uint8Array[]) {
      const { Plaintext } = await this.#kms.send(
        new DecryptCommand({ CiphertextBlob: piece, EncryptionContext: boundTo(reference) }),
      )
      if (!Plaintext) throw new Error('KMS answered without a plaintext')
      opened.push(Plaintext)
    }
    return new Personal(JSON.parse(Buffer.concat(opened).toString()) as Subject)
  }

  /** Lines that are due by an instant, the oldest first: a page, and where the next begins. */
  async dueBy(until: string, from?: string, limit = 100): Promise<{ lines: readonly Line[]; next?: string }> {
    const { Items, LastEvaluatedKey } = await this.#dynamodb.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'byDue',
        KeyConditionExpression: '#open = :ledger AND due <= :until',
        ExpressionAttributeNames: { '#open': 'open' },
        ExpressionAttributeValues: marshall({ ':ledger': 'ledger', ':until': until }),
        Limit: limit,
        ...(from ? { ExclusiveStartKey: marshall(JSON.parse(from)) } : {}),
      }),
    )
    return {
      lines: (Items ?? []).map((item) => unmarshall(item) as Line),
      ...(LastEvaluatedKey ? { next: JSON.stringify(unmarshall(LastEvaluatedKey)) } : {}),
    }
  }

  /** When a line is to be looked at again. */
  async dueAgain(reference: string, due: Instant): Promise<void> {
    await this.#dynamodb.send(
      new UpdateItemCommand({
        TableName: this.#table,
        Key: marshall(ledgerKey(reference)),
        UpdateExpression: 'SET due = :due',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: marshall({ ':due': due }),
      }),
    )
  }

  /** Nothing is kept of them and no backup holds them any more: neither do we. */
  async forget(reference: string): Promise<void> {
    await this.#dynamodb.send(new DeleteItemCommand({ TableName: this.#table, Key: marshall(ledgerKey(reference)) }))
  }
}

const boundTo = (reference: string) => ({ purpose: 'ledger', reference })
