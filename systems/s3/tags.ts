import {
  DeleteObjectTaggingCommand,
  GetObjectTaggingCommand,
  PutObjectTaggingCommand,
  type S3Client,
  type Tag,
} from '@aws-sdk/client-s3'
import { restrictedTag } from './bucket-policy.ts'
import type { Version } from './versions.ts'

/** Most tags of an object (S3 user guide, "Categorizing your objects using tags"). */
export const mostTags = 10

/** Tags of one version, or nothing when the version is gone meanwhile. */
export async function tagsOf(client: S3Client, bucket: string, version: Version): Promise<readonly Tag[] | undefined> {
  try {
    const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket: bucket, ...naming(version) }))
    return TagSet
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** Gives a version exactly these tags; one that is gone meanwhile has none. */
export async function setTags(client: S3Client, bucket: string, version: Version, tags: readonly Tag[]): Promise<void> {
  const which = { Bucket: bucket, ...naming(version) }
  try {
    if (tags.length === 0) await client.send(new DeleteObjectTaggingCommand(which))
    else await client.send(new PutObjectTaggingCommand({ ...which, Tagging: { TagSet: [...tags] } }))
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

/** The reference of the request that restricts the version, if one does. */
export const restrictedBy = (tags: readonly Tag[]): string | undefined =>
  tags.find((tag) => tag.Key === restrictedTag)?.Value

export const withoutOurs = (tags: readonly Tag[]): readonly Tag[] => tags.filter((tag) => tag.Key !== restrictedTag)

const naming = ({ key, versionId }: Version) => ({ Key: key, VersionId: versionId })

const isGone = (error: unknown): boolean =>
  error instanceof Error && ['NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed'].includes(error.name)
