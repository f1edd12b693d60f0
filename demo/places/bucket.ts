import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { File } from '../company/company.ts'
import { inTurns } from './in-turns.ts'
import { names } from './places.ts'

const Bucket = names.bucket

/** The company's bucket, versioned and empty. */
export async function freshBucket(client: S3Client, region: string): Promise<void> {
  try {
    await client.send(
      new CreateBucketCommand({
        Bucket,
        ...(region === 'us-east-1'
          ? {}
          : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-central-1' } }),
      }),
    )
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error
  }
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }))
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }))
    const Objects = [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) => (Key ? [{ Key, VersionId }] : []))
    if (Objects.length === 0) return
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
  }
}

/** What the bucket itself forbids: statements of a bucket policy. */
export async function setBucketPolicy(client: S3Client, statements: readonly object[]): Promise<void> {
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements })
  await client.send(new PutBucketPolicyCommand({ Bucket, Policy }))
}

/** Saves files, each version after the one before. */
export async function fillBucket(client: S3Client, files: readonly File[]): Promise<void> {
  await inTurns(8, files, async ({ key, contentType, versions }) => {
    for (const Body of versions) {
      await client.send(new PutObjectCommand({ Bucket, Key: key, Body, ContentType: contentType }))
    }
  })
}
