import { rmSync } from 'node:fs'
import { S3Client } from '@aws-sdk/client-s3'
import { Clock } from '../../local/clock/clock.ts'
import { serve } from '../../local/front/server.ts'
import { Gateway } from '../../local/gateway/gateway.ts'
import { outside } from '../../local/gateway/iam/principals.ts'
import { S3 } from '../../local/s3/s3.ts'
import { type Fuse, fused } from '../../systems/contract-kit.ts'
import { denyRestricted } from '../../systems/s3/bucket-policy.ts'
import { quickFolder } from '../memory.ts'

export const bucket = 'company-files'
const arn = `arn:aws:s3:::${bucket}`

const company = [{ Effect: 'Allow', Action: 's3:*', Resource: [arn, `${arn}/*`] }]
/** What infra/systems.ts gives the function of an S3 system, and nothing more. */
const oblige = [
  { Effect: 'Allow', Action: ['s3:ListBucket', 's3:ListBucketVersions'], Resource: arn },
  {
    Effect: 'Allow',
    Action: [
      's3:GetObject',
      's3:GetObjectVersion',
      's3:GetObjectTagging',
      's3:GetObjectVersionTagging',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
      's3:DeleteObjectTagging',
      's3:DeleteObjectVersionTagging',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
    ],
    Resource: [`${arn}/accounts/*`, `${arn}/avatars/*`],
  },
]

export type Bucket = {
  /** As the company's application, under the bucket's policy. */
  readonly application: S3Client
  /** As Oblige's function. */
  oblige(fuse: Fuse): S3Client
  stop(): Promise<void>
}

/** A versioned bucket of the local cloud behind IAM, its policy as docs/systems.md tells the company to write it. */
export async function openBucket(): Promise<Bucket> {
  const state = quickFolder('oblige-s3-')
  const clock = new Clock()
  const s3 = new S3({ state, clock })
  const gateway = new Gateway({ clock, services: [s3] })
  const door = await serve(0, (request) => gateway.handle(request))
  const [application, own] = [outside('company', company), outside('oblige', oblige)]
  s3.create(bucket, true)
  s3.setPolicy(bucket, { Statement: denyRestricted(arn, own.arn) })
  const setting = { endpoint: door.url, region: 'eu-central-1', forcePathStyle: true }
  const client = new S3Client({ ...setting, credentials: gateway.keyOf(application) })
  const { requestHandler } = client.config
  return {
    application: client,
    oblige: (fuse) => fused(new S3Client({ ...setting, requestHandler, credentials: gateway.keyOf(own) }), fuse),
    async stop() {
      await door.stop()
      await s3.stop()
      clock.stop()
      rmSync(state, { recursive: true, force: true })
    },
  }
}
