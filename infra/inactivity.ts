import { Duration, Stack } from 'aws-cdk-lib'
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import { inactivity } from '../workflows/inactivity.ts'
import type { Api } from './api.ts'
import type { Bundles } from './bundles.ts'
import { CompanyRoutes } from './company-api.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { machineOf } from './machine.ts'
import { accept } from './nag.ts'
import type { Store } from './store.ts'

type InactivityProps = {
  readonly policy: Policy
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly api: Api
}

type Stream = NonNullable<NonNullable<Policy['inactivity']>['stream']>

/** N6: hears when accounts are used, and looks every day for those that nobody uses. */
export class Inactivity extends Construct {
  readonly functions: readonly ObligeFunction[]
  readonly machine: StateMachine
  /** Where the stream's position lies when a use could not be noted for a day; holds no data. Absent: there is no stream. */
  deadLetters: Queue | undefined

  constructor(scope: Construct, id: string, { policy, keys, store, bundles, api }: InactivityProps) {
    super(scope, id)
    const environment = { TABLE: store.requests.tableName, MAC_KEY: keys.mac.keyArn }
    const hears = new ObligeFunction(this, 'Activity', {
      does: 'Notes when accounts were used',
      bundle: bundles.of('activity'),
      environment,
      dataKey: keys.data,
      // An HTTP API gives up after 30 seconds.
      timeout: Duration.seconds(25),
      memory: 1024,
    })
    new CompanyRoutes(this, 'Use', api, 'Says when accounts were used', [
      { method: HttpMethod.POST, path: '/activity', function: hears, scope: 'act' },
    ])
    const looks = new ObligeFunction(this, 'Round', {
      does: 'Schedules the removal of accounts that nobody uses, one slice a call',
      bundle: bundles.of('inactivity'),
      environment,
      dataKey: keys.data,
      timeout: Duration.minutes(5),
      memory: 1024,
    })
    for (const one of [hears, looks]) {
      one.allow(['kms:GenerateMac'], [keys.mac.keyArn])
      store.letWork(one, ['A#'], 'BatchGetItem', 'UpdateItem')
      store.letWork(one, ['R#'], 'PutItem')
    }
    store.letWork(hears, ['R#'], 'GetItem')
    store.letWork(looks, ['A#'], 'GetItem', 'DeleteItem')
    store.letWork(looks, ['P#'], 'Query', 'PutItem')
    store.letCount(looks)
    store.letSearch(looks, 'byIdleOn')
    const { directory } = policy
    const table = Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: directory.table })
    looks.allow(['dynamodb:GetItem'], [table])
    looks.allow(['dynamodb:Query'], [`${table}/index/${directory.index}`])
    const { stream } = policy.inactivity ?? {}
    const reads = stream && this.#read(stream, environment, { keys, store, bundles })
    this.functions = [hears, looks, ...(reads ? [reads] : [])]

    this.machine = machineOf(this, {
      name: 'inactivity',
      keys,
      story: (place) => inactivity(place, looks.arn),
      calls: [looks.arn],
    })
    new Rule(this, 'Daily', {
      // In the morning of Europe and before that of America: letters that ask for something come by day.
      schedule: Schedule.cron({ minute: '0', hour: '8' }),
      targets: [new SfnStateMachine(this.machine, { input: RuleTargetInput.fromObject({ v: 1 }) })],
    })
  }

  /** Follows the company's own table: what its filter lets through are rows that say when an account was used. */
  #read(
    { arn, lastUsed }: Stream,
    environment: Readonly<Record<string, string>>,
    { keys, store, bundles }: Pick<InactivityProps, 'keys' | 'store' | 'bundles'>,
  ): ObligeFunction {
    const reads = new ObligeFunction(this, 'UseStream', {
      does: "Notes when accounts were used, as the company's table says",
      bundle: bundles.of('use-stream'),
      environment,
      dataKey: keys.data,
      timeout: Duration.minutes(2),
    })
    reads.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    store.letWork(reads, ['A#'], 'BatchGetItem', 'UpdateItem')
    store.letWork(reads, ['R#'], 'GetItem', 'PutItem')
    this.deadLetters = new Queue(this, 'UseDeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    accept(this.deadLetters, { 'AwsSolutions-SQS3': 'It is the queue for dead letters itself.' })
    accept(reads.role, { 'AwsSolutions-IAM5[Resource::*]': 'dynamodb:ListStreams knows no resource.' })
    const table = Table.fromTableAttributes(this, 'Accounts', {
      tableArn: arn.replace(/\/stream\/.*$/, ''),
      tableStreamArn: arn,
    })
    const says = (type: 'S' | 'N') =>
      FilterCriteria.filter({
        eventName: FilterRule.or('INSERT', 'MODIFY'),
        dynamodb: { NewImage: { [lastUsed]: { [type]: FilterRule.exists() } } },
      })
    reads.function.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        filters: [says('S'), says('N')],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        // As the outbox: for as long as the stream keeps it, less an hour.
        retryAttempts: -1,
        maxRecordAge: Duration.hours(23),
        onFailure: new SqsDlq(this.deadLetters),
      }),
    )
    return reads
  }
}
