import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { accept } from './nag.ts'

/**
 * Where copies of people's data lie until they are fetched, and the segments that they are made of (package/). Encrypted
 * with our own key, without versions: what is deleted here is gone.
 */
export class Packages extends Construct {
  readonly bucket: Bucket
  readonly #keys: Keys

  constructor(scope: Construct, id: string, keys: Keys) {
    super(scope, id)
    this.#keys = keys
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.KMS,
      encryptionKey: keys.data,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // The workflow deletes a copy when its time is over; this is for what a workflow that died has left.
      lifecycleRules: [{ expiration: Duration.days(90), abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    accept(this.bucket, {
      'AwsSolutions-S1':
        'A log of S3 would hold the addresses of those who fetch; each fetch is in the history instead.',
    })
  }

  /** A system's function writes its own segments, and reads them to go on from there. */
  letGather(one: ObligeFunction, system: string): void {
    this.#allow(one, ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'], `segments/${system}/*`)
    this.#letUseKey(one, 'kms:Decrypt', 'kms:GenerateDataKey')
  }

  /** Puts copies together and deletes them. */
  letPutTogether(one: ObligeFunction): void {
    this.#allow(one, ['s3:GetObject', 's3:DeleteObject', 's3:AbortMultipartUpload'], 'segments/*')
    this.#allow(
      one,
      ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      'packages/*',
    )
    // Not held to a prefix: else S3 would not tell that a system gave nothing yet (API reference, "GetObject").
    one.allow(['s3:ListBucket'], [this.bucket.bucketArn])
    one.allow(['s3:ListBucketMultipartUploads'], [this.bucket.bucketArn])
    this.#letUseKey(one, 'kms:Decrypt', 'kms:GenerateDataKey')
  }

  /** Signs the address of a copy, which S3 serves with this function's permissions. */
  letHandOut(one: ObligeFunction): void {
    this.#allow(one, ['s3:GetObject'], 'packages/*')
    this.#letUseKey(one, 'kms:Decrypt')
  }

  #allow(one: ObligeFunction, actions: readonly string[], keys: string): void {
    one.allow(actions, [this.bucket.arnForObjects(keys)])
    const bucket = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    accept(one.role, {
      [`AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${keys}]`]:
        'The reference of a copy is known only when one is asked for.',
    })
  }

  #letUseKey(one: ObligeFunction, ...actions: ReadonlyArray<'kms:Decrypt' | 'kms:GenerateDataKey'>): void {
    one.allow(actions, [this.#keys.data.keyArn], {
      StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` },
    })
  }
}
