import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpRequest } from '../front/http-api.ts'

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
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)?.slice(1).map(Number)
  if (!parts || scope.length !== 4 || of('Algorithm') !== 'AWS4-HMAC-SHA256') return 'malformed'
  if (!Number.isInteger(expires) || expires < 1 || expires > longest || !date.startsWith(scope[0] ?? ''))
    return 'malformed'
  const [year = 0, month = 1, ...rest] = parts
  const signedAt = Date.UTC(year, month - 1, ...rest)
  const expected = signatureOf(request, query, of('SignedHeaders').split(';'), date, scope, secretAccessKey)
  const given = Buffer.from(of('Signature'), 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'other-signature'
  // Clocks may differ by a quarter of an hour.
  if (signedAt > now + 15 * 60_000) return 'not-yet'
  return now >= signedAt + expires * 1000 ? 'expired' : undefined
}

function signatureOf(
  { method, path, headers }: HttpRequest,
  query: URLSearchParams,
  signed: readonly string[],
  date: string,
  scope: readonly string[],
  secret: string,
): Buffer {
  const canonical = [
    method,
    path,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map((pair) => pair.map(encoded).join('='))
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    signed.join(';'),
    query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  ].join('\n')
  const hash = createHash('sha256').update(canonical).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', date, scope.join('/'), hash].join('\n')
  const key = scope.reduce<string | Buffer>((by, part) => hmac(by, part), `AWS4${secret}`)
  return hmac(key, toSign)
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
