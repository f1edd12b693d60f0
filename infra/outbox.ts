import { Duration } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import type { Mail } from './mail.ts'
import { accept } from './nag.ts'
import type { Store } from './store.ts'
import type { Webhooks } from './webhooks.ts'
import { machinesOf, type Workflows } from './workflows.ts'

type OutboxProps = {
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly workflows: Workflows
  readonly mail: Mail
  /** Mail comes in. */
  readonly mails: boolean
  /** Absent: no program of the company hears of anything. */
  readonly webhooks?: Webhooks
}

/** What was saved with a step is carried out: letters sent, machines started. */
export class Outbox extends Construct {
  readonly function: ObligeFunction
  /** Where the stream's position lies when an effect could not be carried out for a day; holds no data. */
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, { keys, store, bundles, workflows, mail, mails, webhooks }: OutboxProps) {
    super(scope, id)
    const machines = machinesOf(workflows)
    this.function = new ObligeFunction(this, 'Outbox', {
      does: 'Sends letters and starts machines that a saved step asks for',
      bundle: bundles.of('outbox'),
      environment: {
        TABLE: store.requests.tableName,
        MAC_KEY: keys.mac.keyArn,
        ...machines.environment,
        ...(webhooks ? { WEBHOOKS_MACHINE: webhooks.machine.stateMachineArn } : {}),
        ...mail.environment,
      },
      dataKey: keys.data,
      timeout: Duration.minutes(2),
    })
    store.letWork(this.function, ['R#'], 'Query', 'PutItem', 'UpdateItem')
    store.letWork(this.function, ['E#'], 'Query', 'DeleteItem')
    store.letWork(this.function, ['T#', 'N#'], 'PutItem')
    store.letWork(this.function, ['P#'], 'UpdateItem')
    // Of links that waited for another day the last of each right is sent.
    store.letSearch(this.function, 'bySubject')
    // Whether a guardian consents is asked under a reference of its own.
    store.letWork(this.function, ['P#'], 'Query', 'PutItem')
    // What was approved ends when data become unavailable.
    store.letWork(this.function, ['R#'], 'GetItem')
    store.letWork(this.function, ['P#'], 'DeleteItem')
    store.letWriteBeside(this.function)
    store.letCount(this.function)
    store.letWork(this.function, ['M#'], 'UpdateItem')
    store.letWork(this.function, ['S#'], 'PutItem')
    // Accounts that stay count anew; of those that were erased nothing is left.
    store.letWork(this.function, ['A#'], 'UpdateItem', 'DeleteItem')
    // Letters that a mail sets off and that are about no request, in the outbox beside the mail.
    if (mails) store.letWork(this.function, ['I#'], 'GetItem', 'UpdateItem')
    // One letter tells of all the mails that had none of their own.
    if (mails) store.letSearch(this.function, 'byDue')
    this.function.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    this.function.allow(
      ['states:StartExecution'],
      [...machines.all, ...(webhooks ? [webhooks.machine] : [])].map((machine) => machine.stateMachineArn),
    )
    mail.letSend(this.function)

    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    accept(this.deadLetters, { 'AwsSolutions-SQS3': 'It is the queue for dead letters itself.' })
    accept(this.function.role, { 'AwsSolutions-IAM5[Resource::*]': 'dynamodb:ListStreams knows no resource.' })
    this.function.function.addEventSource(
      new DynamoEventSource(store.requests as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        // What was saved with one step stands together, so that many records are several requests (functions/outbox).
        batchSize: 50,
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('outbox#') } } },
          }),
        ],
        // One that fails is tried again without those that went well, by itself, for as long as the stream keeps it
        // (24 hours); the age ends it an hour earlier, so that it reaches the dead letters.
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: -1,
        maxRecordAge: Duration.hours(23),
        onFailure: new SqsDlq(this.deadLetters),
      }),
    )
  }
}
