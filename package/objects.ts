import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'

/** A place in S3 for small things, read and written whole. */
export type Place = { readonly client: S3Client; readonly bucket: string }

export async function put({ client, bucket }: Place, key: string, body: string | Uint8Array, type: string) {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type }))
}

/** @param range both ends included, bytes @param etag of the object that is meant @throws NoSuchKey, PreconditionFailed */
export async function get(
  { client, bucket }: Place,
  key: string,
  range?: readonly [number, number],
  etag?: string,
): Promise<Buffer> {
  const { Body } = await client.send(
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ...(range ? { Range: `bytes=${range[0]}-${range[1]}` } : {}),
      ...(etag === undefined ? {} : { IfMatch: etag }),
    }),
  )
  const content = await Body?.transformToByteArray()
  return content ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : Buffer.alloc(0)
}

/** The JSON that stands there; undefined when nothing does. */
export async function getJson<T>(place: Place, key: string): Promise<T | undefined> {
  try {
    return JSON.parse((await get(place, key)).toString('utf8')) as T
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}
