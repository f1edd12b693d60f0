import type { HttpRequest } from '../front/http-api.ts'
import { instantOf, isSignatureOf } from './signature.ts'

/** Longest life of a presigned address, seconds: a week (S3 API reference, "Authenticating requests: query parameters"). */
const longest = 604_800

/** Why a presigned address is no good. */
export type Flaw = 'expired' | 'not-yet' | 'malformed' | 'other-signature'

/** Whether a request carries its signature in the query (AWS Signature Version 4, presigned). */
export const isPresigned = ({ headers, query }: Pick<HttpRequest, 'headers' | 'query'>): boolean =>
  headers.authorization === undefined && new URLSearchParams(query).has('X-Amz-Signature')

/**
 * What is wrong with a presigned address; undefined when it is good. Whoever has it may do what it was signed for and
 * nothing else: method, path, query and the signed headers are covered. @param now ms
 */
export function flawOf(request: HttpRequest, secretAccessKey: string, now: number): Flaw | undefined {
  const query = new URLSearchParams(request.query)
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? ''
  const [date, expires, scope] = [of('Date'), Number(of('Expires')), of('Credential').split('/').slice(1)]
  const signedAt = instantOf(date)
  if (signedAt === undefined || scope.length !== 4 || of('Algorithm') !== 'AWS4-HMAC-SHA256') return 'malformed'
  if (!Number.isInteger(expires) || expires < 1 || expires > longest || !date.startsWith(scope[0] ?? ''))
    return 'malformed'
  const signed = {
    ...request,
    query: [...query].filter(([name]) => name !== 'X-Amz-Signature'),
    signedHeaders: of('SignedHeaders').split(';'),
    payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    date,
    scope,
  }
  if (!isSignatureOf(of('Signature'), signed, secretAccessKey)) return 'other-signature'
  // Clocks may differ by a quarter of an hour.
  if (signedAt > now + 15 * 60_000) return 'not-yet'
  return now >= signedAt + expires * 1000 ? 'expired' : undefined
}
