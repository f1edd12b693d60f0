import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { ObligeFunction } from './function.ts'
import { accept } from './nag.ts'

/** Beginnings of partition keys in the table of requests (adapters/items.ts). */
type Partition =
  | 'R#'
  | 'T#'
  | 'P#'
  | 'L#'
  | 'M#'
  | 'K#'
  | 'E#'
  | 'I#'
  | 'I#read'
  | 'S#'
  | 'N#'
  | 'A#'
  | 'B#'
  | 'C#'
  | 'D#'
  | 'H#anchors'
  | 'H#replaced'
  | 'F#'
  | 'V#'
  | 'Z#'
type Action = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem'

const string = (name: string) => ({ name, type: AttributeType.STRING })

/** The tables: on demand, encrypted with our own key, protected from deletion, and kept when the stack goes. */
export class Store extends Construct {
  readonly requests: Table
  readonly vault: Table
  readonly vaultKeys: Table
  readonly #dataKey: Key

  constructor(scope: Construct, id: string, dataKey: Key) {
    super(scope, id)
    this.#dataKey = dataKey
    const every: TableProps = {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: dataKey,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    }
    const backedUp = { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } }
    this.requests = new Table(this, 'Requests', {
      ...every,
      ...backedUp,
      timeToLiveAttribute: 'expires',
      stream: StreamViewType.NEW_IMAGE,
    })
    this.requests.addGlobalSecondaryIndex({
      indexName: 'byDue',
      partitionKey: string('open'),
      sortKey: string('due'),
      projectionType: ProjectionType.ALL,
    })
    this.requests.addGlobalSecondaryIndex({
      indexName: 'bySubject',
      partitionKey: string('subject'),
      sortKey: string('receivedAt'),
      projectionType: ProjectionType.ALL,
    })
    // Sparse: only what a machine or the outbox has to move is in it, by when it should have been.
    this.requests.addGlobalSecondaryIndex({
      indexName: 'byMove',
      partitionKey: string('moves'),
      sortKey: string('movesBy'),
      projectionType: ProjectionType.KEYS_ONLY,
    })
    // Sparse: only accounts that may become inactive are in it, each once, by the day on which it is looked at.
    this.requests.addGlobalSecondaryIndex({
      indexName: 'byIdleOn',
      partitionKey: string('idle'),
      sortKey: string('idleOn'),
      projectionType: ProjectionType.KEYS_ONLY,
    })
    // Every entry of a history once, by the day (UTC) on which it was written: what is anchored outside the table.
    this.requests.addGlobalSecondaryIndex({
      indexName: 'byDay',
      partitionKey: string('writtenOn'),
      sortKey: string('pk'),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['entry', 'expires'],
    })
    this.vault = new Table(this, 'Vault', { ...every, ...backedUp })
    // No backups: a deleted key is gone, and with it what it encrypted in every backup of the vault.
    this.vaultKeys = new Table(this, 'VaultKeys', every)
    accept(this.vaultKeys, {
      'AwsSolutions-DDB3': 'A backup of destroyed keys would bring back what was erased.',
    })
  }

  /** Lets a function work on items of the table of requests, and on no others. */
  letWork(one: ObligeFunction, partitions: readonly Partition[], ...actions: readonly Action[]): void {
    one.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.requests.tableArn],
      leadingKeys(partitions.map((partition) => `${partition}*`)),
    )
    this.letDecrypt(one)
  }

  /** Lets a function write beside the steps of a request, in one transaction with a look at it (adapters/beside.ts). */
  letWriteBeside(...those: readonly ObligeFunction[]): void {
    for (const one of those) this.letWork(one, ['R#'], 'ConditionCheckItem')
  }

  /** Lets a function count what it begins or settles, in the same transaction. */
  letCount(...those: readonly ObligeFunction[]): void {
    for (const one of those) this.letWork(one, ['F#'], 'PutItem')
  }

  /** Lets a function read one of the indexes. */
  letSearch(one: ObligeFunction, index: 'byDue' | 'bySubject' | 'byIdleOn' | 'byMove' | 'byDay'): void {
    one.allow(['dynamodb:Query'], [`${this.requests.tableArn}/index/${index}`])
    this.letDecrypt(one)
  }

  /** What DynamoDB asks of its caller to use the table's key; for that and nothing else. */
  letDecrypt(one: ObligeFunction): void {
    one.allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'], [this.#dataKey.keyArn], {
      StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` },
    })
  }
}

/** Condition: every partition key of the call begins so. All actions that we allow carry one. */
export const leadingKeys = (patterns: readonly string[]) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
})
