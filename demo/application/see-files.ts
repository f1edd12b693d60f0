import { createHash } from 'node:crypto'
import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { names } from '../places/places.ts'
import type { Part, Row } from './part.ts'

const Bucket = names.bucket
type Version = { readonly key: string; readonly version: string }

/** Every version of every file under the account's prefix, opened as its owner would. */
export async function filesPart(account: string, client: S3Client): Promise<Part> {
  const prefix = `accounts/${account}/`
  const rows: Row[] = []
  const refusals: string[] = []
  for (const version of await versionsUnder(prefix, client)) {
    const seen = await open(client, version)
    if (typeof seen === 'string') refusals.push(seen)
    else rows.push({ ...seen, name: version.key.slice(prefix.length) })
  }
  return {
    system: 'S3',
    what: 'Files',
    columns: ['name', 'type', 'bytes', 'sha256'],
    rows,
    ...(refusals[0] ? { refused: { count: refusals.length, answer: refusals[0] } } : {}),
  }
}

/** The file, or the error code with which S3 refused it. */
async function open(client: S3Client, { key, version }: Version): Promise<Row | string> {
  try {
    const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket, Key: key, VersionId: version }))
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { key, version, type: ContentType, bytes: bytes.length, sha256 }
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403) return error.name
    throw error
  }
}

async function versionsUnder(prefix: string, client: S3Client): Promise<readonly Version[]> {
  const versions: Version[] = []
  let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {}
  while (from) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket, Prefix: prefix, ...from }),
    )
    versions.push(...(page.Versions ?? []).map(({ Key = '', VersionId = '' }) => ({ key: Key, version: VersionId })))
    from = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined
  }
  return versions
}
