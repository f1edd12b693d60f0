import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct, type IConstruct } from 'constructs'
import type { Keys } from './keys.ts'
import { accept } from './nag.ts'

/**
 * The pages that need no function. They are public text, so S3's own encryption will do (a key of ours would have to trust
 * CloudFront); nobody but the distribution reads the bucket.
 */
export class Site extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string, { folder, keys }: { readonly folder: string; readonly keys: Keys }) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Pages', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    accept(this.bucket, {
      'AwsSolutions-S1':
        'Only the distribution reads it, and only pages that everybody may read; a log would hold addresses.',
    })
    // Cached for five minutes rather than invalidated: the permission to invalidate would be for every distribution.
    const publish = new BucketDeployment(this, 'Publish', {
      sources: [Source.asset(folder)],
      destinationBucket: this.bucket as IBucket,
      cacheControl: [CacheControl.fromString('public, max-age=300')],
      memoryLimit: 256,
      logGroup: new LogGroup(this, 'PublishLog', {
        retention: RetentionDays.THREE_MONTHS,
        encryptionKey: keys.data,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    })
    const publisher = publish.handlerRole.node.scope
    if (publisher) this.#acceptPublisher(publisher)
  }

  /** CDK's own publisher works while the stack is deployed, from the bootstrap bucket into this one, and reaches no data. */
  #acceptPublisher(publisher: IConstruct): void {
    const { region } = Stack.of(this)
    const pages = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket)
    const why = 'CDK’s publisher of static pages: these two buckets only, and no personal data in either.'
    accept(publisher, {
      'AwsSolutions-L1': 'CDK chooses the runtime of its own publisher.',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
        'CDK’s publisher of static pages may write its log.',
      ...Object.fromEntries(
        [
          ...['GetObject*', 'GetBucket*', 'List*', 'DeleteObject*', 'Abort*'].map((action) => `Action::s3:${action}`),
          `Resource::<${pages}.Arn>/*`,
          `Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${region}/*`,
        ].map((finding) => [`AwsSolutions-IAM5[${finding}]`, why]),
      ),
    })
  }
}
