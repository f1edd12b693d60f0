import type { HttpRequest } from '../front/http-api.ts'
import { encoded, instantOf, isSignatureOf, sha256 } from './signature.ts'

/** How far the clocks of who signs and of API Gateway may differ, ms (IAM user guide, "Elements of a request signature"). */
const skewMs = 5 * 60_000

/**
 * Whether a request is signed in its header as API Gateway wants it: its method, path, query, host and body, by the secret
 * and now. @param now ms
 */
export function isSigned(request: HttpRequest, secretAccessKey: string, now: number): boolean {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? '',
  )
  const [, credential = '', names = '', signature = ''] = found ?? []
  const [date, signedHeaders] = [request.headers['x-amz-date'] ?? '', names.split(';')]
  const signedAt = instantOf(date)
  if (!found || signedAt === undefined || Math.abs(now - signedAt) > skewMs || !signedHeaders.includes('host'))
    return false
  const signed = {
    ...request,
    // Everywhere but in S3 each part of the path is encoded once more.
    path: request.path.split('/').map(encoded).join('/'),
    query: [...new URLSearchParams(request.query)],
    signedHeaders,
    payloadHash: sha256(request.body),
    date,
    scope: credential.split('/').slice(1),
  }
  return isSignatureOf(signature, signed, secretAccessKey)
}
