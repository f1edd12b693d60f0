import { Duration, Names, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, type ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy/schema.ts'
import type { ObligeFunction } from './function.ts'
import { accept } from './nag.ts'

/** As many days as a period has at most: a year may be a leap year. */
const daysOf = (period: string): number =>
  Math.ceil(Temporal.Duration.from(period).total({ unit: 'days', relativeTo: '2024-01-01' }))

/**
 * Where the histories are anchored, for as long as the longest of them is kept: S3 lets nobody delete or replace an anchor
 * before, whatever they may do in this account (Object Lock, compliance mode). Nothing personal lies here, so that nothing has
 * to be deleted before. Read with S3's own key: auditors need none of ours.
 */
export class Anchors extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string, { periods }: Policy) {
    super(scope, id)
    const kept = daysOf(periods.evidence)
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(kept)),
      lifecycleRules: [{ expiration: Duration.days(kept + 1), noncurrentVersionExpiration: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    // Object Lock keeps what was put first, but not from being put aside by a newer version, or by a marker of its deletion.
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PutOnce',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    )
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NeverPutAside',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject'],
        resources: [this.bucket.arnForObjects('*')],
      }),
    )
    accept(this.bucket, {
      'AwsSolutions-S1': 'Each anchor names the one before by its hash: a log would not tell more of what is missing.',
    })
  }

  /** Puts anchors, and reads one that lay there already; can delete none. */
  letAnchor(one: ObligeFunction): void {
    this.#let(one, 's3:PutObject', 's3:GetObject')
  }

  /** Lists and reads anchors. */
  letCompare(one: ObligeFunction): void {
    one.allow(['s3:ListBucket'], [this.bucket.bucketArn], { StringEquals: { 's3:prefix': 'anchors/' } })
    this.#let(one, 's3:GetObject')
  }

  #let(one: ObligeFunction, ...actions: readonly string[]): void {
    const path = 'anchors/*'
    one.allow(actions, [this.bucket.arnForObjects(path)])
    const bucket = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    accept(one.role, {
      [`AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${path}]`]: 'An anchor is named by its day.',
    })
  }

  /** Lists and reads all anchors, as auditors do. */
  letRead(policy: ManagedPolicy): void {
    policy.addStatements(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [this.bucket.arnForObjects('anchors/*')] }),
    )
    // In a nested stack CDK makes a parameter of what it names.
    const bucket = Names.uniqueId(this.bucket.node.defaultChild as CfnBucket)
    accept(policy, {
      [`AwsSolutions-IAM5[Resource::<referenceto${bucket}Arn>/anchors/*]`]: 'An anchor is named by its day.',
    })
  }
}
