import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { p256 } from '@noble/curves/nist.js'
import { jwkOf } from '../../functions/certify/jose.ts'
import { Clock } from '../../local/clock/clock.ts'
import { serve } from '../../local/front/server.ts'
import { Gateway } from '../../local/gateway/gateway.ts'
import { outside } from '../../local/gateway/iam/principals.ts'
import { largestObject } from '../../local/s3/objects.ts'
import { S3 } from '../../local/s3/s3.ts'
import type { Sign } from '../../package/package.ts'
import { type Fuse, fused } from '../../systems/contract-kit.ts'

export const bucket = 'oblige-packages'
const arn = `arn:aws:s3:::${bucket}`

/** What the docstrings of package/package.ts say that each may, and nothing more. */
const gatherer = (system: string) => [
  {
    Effect: 'Allow',
    Action: ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload'],
    Resource: `${arn}/segments/${system}/*`,
  },
]
const packer = [
  { Effect: 'Allow', Action: 's3:GetObject', Resource: `${arn}/segments/*` },
  {
    Effect: 'Allow',
    Action: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
    Resource: `${arn}/packages/*`,
  },
  { Effect: 'Allow', Action: 's3:ListBucket', Resource: arn },
]
const protector = [
  {
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject', 's3:ListMultipartUploadParts'],
    Resource: `${arn}/packages/*`,
  },
]
const giver = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `${arn}/packages/*` }]
const discarder = [
  { Effect: 'Allow', Action: ['s3:ListBucket', 's3:ListBucketMultipartUploads'], Resource: arn },
  {
    Effect: 'Allow',
    Action: ['s3:DeleteObject', 's3:AbortMultipartUpload'],
    Resource: [`${arn}/segments/*`, `${arn}/packages/*`],
  },
]
const everything = [{ Effect: 'Allow', Action: 's3:*', Resource: [arn, `${arn}/*`] }]

export type Office = Awaited<ReturnType<typeof openOffice>>

/** The bucket of copies on a local S3 behind IAM, with a client for each who works with it. */
export async function openOffice() {
  const state = mkdtempSync(join(tmpdir(), 'oblige-package-'))
  const clock = new Clock()
  const s3 = new S3({ state, clock })
  const gateway = new Gateway({ clock, services: [s3] })
  const door = await serve(0, (request) => gateway.handle(request), largestObject)
  s3.create(bucket, false)
  const setting = { endpoint: door.url, region: 'eu-central-1', forcePathStyle: true, maxAttempts: 1 }
  const client = (name: string, statements: readonly object[], fuse?: Fuse) => {
    const made = new S3Client({ ...setting, credentials: gateway.keyOf(outside(name, statements)) })
    return fuse ? fused(made, fuse) : made
  }
  return {
    url: door.url,
    clock,
    gatherer: (system: string, fuse?: Fuse) => client(`gatherer-${system}`, gatherer(system), fuse),
    packer: (fuse?: Fuse) => client('packer', packer, fuse),
    protector: (fuse?: Fuse) => client('protector', protector, fuse),
    giver: () => client('giver', giver),
    discarder: () => client('discarder', discarder),
    everything: client('everything', everything),
    denied: gateway.denied,
    async stop() {
      await door.stop()
      await s3.stop()
      clock.stop()
      rmSync(state, { recursive: true, force: true })
    },
  }
}

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = jwkOf(pair.publicKey)
const secret = Buffer.from(pair.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url')
export const publishedKeys = { keys: [jwk] }

/** Signs a digest as KMS does; Node signs only the text itself, hence noble's P-256. */
export const signing: Sign = async (digest) => ({
  alg: 'ES256',
  kid: jwk.kid,
  value: Buffer.from(p256.sign(digest, secret, { prehash: false })).toString('base64url'),
  jwk: { ...jwk },
})
