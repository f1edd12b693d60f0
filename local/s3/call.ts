import type { HttpRequest } from '../front/http-api.ts'
import { invalidArgument, notImplemented } from './refusal.ts'

/** A request read as S3 reads it. */
export type Call = {
  readonly operation: string
  /** Empty for ListBuckets. */
  readonly bucket: string
  /** Empty for what is done to the bucket. */
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  /** As it was sent: see body.ts for what it says. */
  readonly request: HttpRequest
}

/** Operations by method, target and the subresource in the query. */
const operations: Readonly<Record<string, string>> = {
  'GET /': 'ListBuckets',
  'PUT bucket': 'CreateBucket',
  'HEAD bucket': 'HeadBucket',
  'DELETE bucket': 'DeleteBucket',
  'GET bucket list-type': 'ListObjectsV2',
  'GET bucket versions': 'ListObjectVersions',
  'GET bucket versioning': 'GetBucketVersioning',
  'PUT bucket versioning': 'PutBucketVersioning',
  'GET bucket policy': 'GetBucketPolicy',
  'PUT bucket policy': 'PutBucketPolicy',
  'DELETE bucket policy': 'DeleteBucketPolicy',
  'POST bucket delete': 'DeleteObjects',
  'GET object': 'GetObject',
  'HEAD object': 'HeadObject',
  'PUT object': 'PutObject',
  'PUT object copy': 'CopyObject',
  'DELETE object': 'DeleteObject',
  'GET object tagging': 'GetObjectTagging',
  'PUT object tagging': 'PutObjectTagging',
  'DELETE object tagging': 'DeleteObjectTagging',
  'POST object uploads': 'CreateMultipartUpload',
  'PUT object uploadId': 'UploadPart',
  'PUT object uploadId copy': 'UploadPartCopy',
  'GET object uploadId': 'ListParts',
  'GET bucket uploads': 'ListMultipartUploads',
  'POST object uploadId': 'CompleteMultipartUpload',
  'DELETE object uploadId': 'AbortMultipartUpload',
}

/** Query parameters that narrow an operation, instead of naming another one. */
const parameters = new Set(
  `versionId partNumber prefix delimiter max-keys continuation-token start-after fetch-owner encoding-type key-marker
  version-id-marker x-id part-number-marker max-parts upload-id-marker max-uploads`.split(/\s+/),
)
const narrows = (name: string) => parameters.has(name) || /^(response-|x-amz-)/i.test(name)

/** Headers that would change what an operation means, and that the local S3 does not know. */
const unknownHeaders = /^x-amz-(object-lock-|grant-|mfa|copy-source-if-(un)?modified|bypass-|if-match-)/

/** Reads a request. @throws Refusal NotImplemented for an operation that the local S3 does not do, naming it */
export function callOf(request: HttpRequest): Call {
  const query = new URLSearchParams(request.query)
  const { bucket, key } = targetOf(request)
  const target = key !== '' ? 'object' : bucket !== '' ? 'bucket' : '/'
  const subresource = [...query.keys()].find((name) => !narrows(name))
  const copy = request.headers['x-amz-copy-source'] !== undefined ? 'copy' : undefined
  const name = [request.method, target, subresource, copy].filter((one) => one !== undefined).join(' ')
  const operation = operations[name]
  if (!operation) throw notImplemented(query.get('x-id') ?? name)
  const header = Object.keys(request.headers).find((one) => unknownHeaders.test(one))
  if (header) throw notImplemented(`${operation} with ${header}`)
  return { operation, bucket, key, query, headers: request.headers, request }
}

/** The bucket stands in the host's name or comes first in the path. */
function targetOf({ headers, path }: HttpRequest): { bucket: string; key: string } {
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  const inHost = /^(.+?)\.(?:s3[.-][a-z\d.-]*amazonaws\.com|(?:s3\.)?localhost)$/.exec(host)?.[1]
  try {
    const [first = '', ...rest] = path.slice(1).split('/')
    if (inHost !== undefined && inHost !== 's3') return { bucket: inHost, key: decodeURIComponent(path.slice(1)) }
    return { bucket: decodeURIComponent(first), key: decodeURIComponent(rest.join('/')) }
  } catch {
    throw invalidArgument('The path is not URL-encoded UTF-8')
  }
}

/** The object that a copy reads: `bucket/key?versionId=…`, URL-encoded. */
export function copySource(call: Call): { bucket: string; key: string; versionId?: string } {
  const [path = '', query = ''] = (call.headers['x-amz-copy-source'] ?? '').split('?')
  let decoded: string
  try {
    decoded = decodeURIComponent(path).replace(/^\//, '')
  } catch {
    throw invalidArgument('Copy Source must be URL-encoded')
  }
  const slash = decoded.indexOf('/')
  if (slash < 1) throw invalidArgument('Copy Source must mention the source bucket and key: sourcebucket/sourcekey')
  const versionId = new URLSearchParams(query).get('versionId')
  return { bucket: decoded.slice(0, slash), key: decoded.slice(slash + 1), ...(versionId ? { versionId } : {}) }
}
