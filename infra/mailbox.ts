import { Duration, Names, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { accept } from './nag.ts'
import type { Store } from './store.ts'

type MailboxProps = {
  readonly policy: Policy
  readonly mailbox: NonNullable<Policy['mailbox']>
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
}

/** Our rule's name in its set, and our own set's. */
const name = 'oblige'
/** Where SES puts mails in the bucket; their names are SES's message ids. */
const mails = 'mails/'
/** More of a name than anybody guesses; SES's names are longer. */
const guessed = '?'.repeat(20)
/** Days that SQS keeps a message at most. */
const longestInQueue = 14
/** Our second rule's name in the set. */
const ownRule = `${name}-canary`
/** Where it puts those to the synthetic person. */
export const canaryMails = 'canary/'

/**
 * Mail in: a receipt rule of SES puts each mail into a bucket of its own, then tells a function. Only one set of rules is
 * active in an account and region, so our rule joins the one that the policy names; a set of our own is made only where
 * none is named, and somebody has to make it the active one (docs/mailbox.md).
 */
export class Mailbox extends Construct {
  readonly bucket: Bucket
  readonly function: ObligeFunction
  /**
   * Where SES's event lies when a mail could not be taken in three tries: its id, verdicts, sender, recipients and headers, as
   * long as the mail itself waits in the bucket, and under the same key.
   */
  readonly deadLetters: Queue
  readonly #keys: Keys

  constructor(scope: Construct, id: string, { policy, mailbox, keys, store, bundles }: MailboxProps) {
    super(scope, id)
    this.#keys = keys
    const rawMailDays = Number(policy.periods.rawMail.slice(1, -1))
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: keys.data,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(rawMailDays) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    accept(this.bucket, {
      'AwsSolutions-S1':
        'Only SES writes and a few functions read; a log of S3 would be one more place that names mails.',
    })
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: keys.data,
      enforceSSL: true,
      retentionPeriod: Duration.days(Math.min(rawMailDays, longestInQueue)),
    })
    accept(this.deadLetters, { 'AwsSolutions-SQS3': 'It is the queue for dead letters itself.' })
    this.function = new ObligeFunction(this, 'Ingest', {
      does: 'Reads a mail that came in, and opens the requests that it makes',
      bundle: bundles.of('ingest'),
      environment: {
        TABLE: store.requests.tableName,
        MAC_KEY: keys.mac.keyArn,
        MAILS_BUCKET: this.bucket.bucketName,
      },
      dataKey: keys.data,
      timeout: Duration.minutes(2),
      memory: 1024,
    })
    this.function.function.configureAsyncInvoke({
      // CDK's own destination would also let it re-encrypt, and ask what the queue is like.
      onFailure: { bind: () => ({ destination: this.deadLetters.queueArn }) },
      retryAttempts: 2,
    })
    this.function.allow(['sqs:SendMessage'], [this.deadLetters.queueArn])
    this.function.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [keys.data.keyArn], {
      StringEquals: { 'kms:ViaService': `sqs.${Stack.of(this).region}.amazonaws.com` },
    })
    this.letRead(this.function)
    store.letWork(this.function, ['I#'], 'GetItem', 'PutItem', 'UpdateItem')
    this.#lookForUnread(store)
    store.letWork(this.function, ['S#'], 'GetItem')
    letOpenRequests(this.function, keys, store)
    // Accounts that mails name by other means than an address.
    const table = Stack.of(this).formatArn({
      service: 'dynamodb',
      resource: 'table',
      resourceName: policy.directory.table,
    })
    const lookUps = Object.values(policy.directory.lookUps ?? {})
    if (lookUps.some(({ index }) => index === undefined)) this.function.allow(['dynamodb:GetItem'], [table])
    const indexes = [
      ...new Set(lookUps.flatMap(({ index }) => (index === undefined ? [] : [`${table}/index/${index}`]))),
    ]
    if (indexes.length > 0) this.function.allow(['dynamodb:Query'], indexes)
    this.#receive(mailbox, policy.canary)
  }

  /** SES stores a mail, and tells of it once: what nobody read is found in the bucket. */
  #lookForUnread(store: Store): void {
    this.#letList(this.function, mails)
    store.letWork(this.function, ['I#read'], 'Query')
    new Rule(this, 'Unread', {
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [
        new LambdaFunction(this.function.function, { event: RuleTargetInput.fromObject({ v: 1, job: 'unread' }) }),
      ],
    })
  }

  /** What a mail says, to those who decide on it; whether it is there, to who knows its name: nobody can list others. */
  letRead(one: ObligeFunction): void {
    this.#letGet(one, mails)
    one.allow(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': `${mails}${guessed}*` } })
  }

  /** The mails of the synthetic person, and no others. */
  letReadOwn(one: ObligeFunction): void {
    this.#letList(one, canaryMails)
    this.#letGet(one, canaryMails)
  }

  #letList(one: ObligeFunction, prefix: string): void {
    one.allow(['s3:ListBucket'], [this.bucket.bucketArn], { StringEquals: { 's3:prefix': prefix } })
  }

  #letGet(one: ObligeFunction, prefix: string): void {
    one.allow(['s3:GetObject'], [this.bucket.arnForObjects(`${prefix}*`)])
    one.allow(['kms:Decrypt'], [this.#keys.data.keyArn], {
      StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` },
    })
    const bucket = this.bucket.node.defaultChild as CfnBucket
    // A nested stack knows it by a parameter.
    const arn =
      Stack.of(one) === Stack.of(this)
        ? `${Stack.of(this).getLogicalId(bucket)}.Arn`
        : `referenceto${Names.nodeUniqueId(bucket.node)}Arn`
    accept(one.role, {
      [`AwsSolutions-IAM5[Resource::<${arn}>/${prefix}*]`]: 'SES names a mail when it comes.',
    })
  }

  /** SES puts mails into the bucket and tells the function of them, for our rule and account only. */
  #receive({ addresses, ruleSet }: NonNullable<Policy['mailbox']>, own: Policy['canary']): void {
    const stack = Stack.of(this)
    const set = ruleSet ?? new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: name }).ref
    const arnOf = (rule: string) =>
      stack.formatArn({
        service: 'ses',
        resource: 'receipt-rule-set',
        resourceName: `${ruleSet ?? name}:receipt-rule/${rule}`,
      })
    const ruleArn = arnOf(name)
    const ses = new ServicePrincipal('ses.amazonaws.com')
    const byRule = (arn: string) => ({ StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': arn } })
    const only = byRule(ruleArn)
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailIn',
        effect: Effect.ALLOW,
        principals: [ses],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${mails}*`)],
        conditions: only,
      }),
    )
    this.#keys.data.addToResourcePolicy(
      new PolicyStatement({
        sid: 'MailIn',
        effect: Effect.ALLOW,
        principals: [ses],
        actions: ['kms:GenerateDataKey'],
        resources: ['*'],
        conditions: only,
      }),
    )
    const permission = new CfnPermission(this, 'MayTell', {
      action: 'lambda:InvokeFunction',
      functionName: this.function.arn,
      principal: 'ses.amazonaws.com',
      sourceAccount: stack.account,
      sourceArn: ruleArn,
    })
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: set,
      rule: {
        name,
        enabled: true,
        recipients: [...addresses],
        // SES looks for spam and viruses; its verdicts come with the event.
        scanEnabled: true,
        // Who writes by a server without TLS has rights too.
        tlsPolicy: 'Optional',
        actions: [
          { s3Action: { bucketName: this.bucket.bucketName, objectKeyPrefix: mails } },
          { lambdaAction: { functionArn: this.function.arn, invocationType: 'Event' } },
        ],
      },
    })
    // SES tries both when the rule is made.
    rule.node.addDependency(permission, this.bucket.policy ?? this.bucket)
    if (own) this.#receiveOwn(own.address, set, byRule(arnOf(ownRule)))
  }

  /** The synthetic person's mail is stored for it to read, and told to nobody. */
  #receiveOwn(
    address: string,
    ruleSetName: string,
    conditions: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ) {
    const ses = new ServicePrincipal('ses.amazonaws.com')
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CanaryMailIn',
        principals: [ses],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${canaryMails}*`)],
        conditions,
      }),
    )
    this.#keys.data.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CanaryMailIn',
        principals: [ses],
        actions: ['kms:GenerateDataKey'],
        resources: ['*'],
        conditions,
      }),
    )
    const rule = new CfnReceiptRule(this, 'CanaryRule', {
      ruleSetName,
      rule: {
        name: ownRule,
        enabled: true,
        recipients: [address],
        scanEnabled: true,
        tlsPolicy: 'Require',
        actions: [{ s3Action: { bucketName: this.bucket.bucketName, objectKeyPrefix: canaryMails } }],
      },
    })
    rule.node.addDependency(this.bucket.policy ?? this.bucket)
  }
}

/** What it takes to open requests in the name of whoever owns an address, or to find those that are under way. */
export function letOpenRequests(one: ObligeFunction, keys: Keys, store: Store): void {
  one.allow(['kms:GenerateMac'], [keys.mac.keyArn])
  store.letWork(one, ['R#'], 'GetItem', 'PutItem')
  store.letWriteBeside(one)
  store.letWork(one, ['P#'], 'Query')
  store.letSearch(one, 'bySubject')
}
