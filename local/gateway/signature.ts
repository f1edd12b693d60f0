import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpRequest } from '../front/http-api.ts'

/** What a signature covers, and how it was made (AWS Signature Version 4). */
export type Signed = Pick<HttpRequest, 'method' | 'headers'> & {
  /** As the canonical request has it. */
  readonly path: string
  /** Parameters by name and value, decoded. */
  readonly query: ReadonlyArray<readonly [string, string]>
  readonly signedHeaders: readonly string[]
  readonly payloadHash: string
  /** For instance 20260206T083000Z. */
  readonly date: string
  /** Date, region, service and `aws4_request`. */
  readonly scope: readonly string[]
}

/** Whether the hexadecimal signature is the one that the secret makes. */
export function isSignatureOf(given: string, signed: Signed, secret: string): boolean {
  const [one, other] = [Buffer.from(given, 'hex'), signatureOf(signed, secret)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function signatureOf({ method, path, query, headers, ...by }: Signed, secret: string): Buffer {
  const canonical = [
    method,
    path,
    query
      .map((pair) => pair.map(encoded).join('='))
      .sort()
      .join('&'),
    ...by.signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    by.signedHeaders.join(';'),
    by.payloadHash,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', by.date, by.scope.join('/'), sha256(canonical)].join('\n')
  const key = by.scope.reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`)
  return hmac(key, toSign)
}

/** The instant of a signature's date, ms; undefined when it is none. */
export function instantOf(date: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 1, ...rest] = parts
  return Date.UTC(year, month - 1, ...rest)
}

export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Percent-encoded as signatures want it: everything but letters, digits and `-._~`. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
