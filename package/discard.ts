import {
  AbortMultipartUploadCommand,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3'
import { packagesPrefix, systemPrefix } from './keys.ts'
import type { Place } from './objects.ts'

/** Deletes everything that a request left in the bucket, `but` for one key. @throws when S3 could not delete something */
export async function discard(place: Place, reference: string, but?: string): Promise<void> {
  const systems = await systemsIn(place)
  for (const prefix of [packagesPrefix(reference), ...systems.map((system) => systemPrefix(system, reference))]) {
    await abortUnder(place, prefix)
    await deleteUnder(place, prefix, but)
  }
}

/** Systems that ever gave something, by the folders in which it lies. */
async function systemsIn({ client, bucket }: Place): Promise<readonly string[]> {
  const systems: string[] = []
  let token: string | undefined
  do {
    const page: ListObjectsV2CommandOutput = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'segments/', Delimiter: '/', ContinuationToken: token }),
    )
    for (const { Prefix } of page.CommonPrefixes ?? []) systems.push(Prefix?.split('/')[1] ?? '')
    token = page.NextContinuationToken
  } while (token !== undefined)
  return systems
}

async function deleteUnder({ client, bucket }: Place, prefix: string, but?: string): Promise<void> {
  for (;;) {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }))
    const Objects = Contents.flatMap(({ Key }) => (Key === but ? [] : [{ Key }]))
    if (Objects.length === 0) return
    const { Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    )
    if (Errors.length > 0) throw new Error(`S3 did not delete ${Errors.length} objects: ${Errors[0]?.Code}`)
  }
}

async function abortUnder({ client, bucket }: Place, prefix: string): Promise<void> {
  let markers: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | undefined = {}
  while (markers) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, ...markers }),
    )
    for (const { Key, UploadId } of page.Uploads ?? [])
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }))
    markers = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : undefined
  }
}
