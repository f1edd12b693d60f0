import { createHash, hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Call } from './call.ts'
import { notImplemented, Refusal } from './refusal.ts'

/** What was sent, without its framing, and the checksum that was sent with it (header name and base64). */
export type Body = { readonly content: Buffer; readonly checksum: Readonly<Record<string, string>> }

const incomplete = () =>
  new Refusal(400, 'IncompleteBody', 'You did not provide the number of bytes specified by the Content-Length header')

/**
 * The body of a call: unwrapped when it is aws-chunked (as the SDKs stream), and held against every checksum that
 * came with it. @throws Refusal BadDigest, IncompleteBody, XAmzContentSHA256Mismatch
 */
export function bodyOf({ headers, request: { body } }: Call): Body {
  const sha256 = headers['x-amz-content-sha256'] ?? ''
  const chunked = sha256.startsWith('STREAMING-') || /\baws-chunked\b/.test(headers['content-encoding'] ?? '')
  const { content, trailers } = chunked ? unchunked(body) : { content: body, trailers: {} }
  const length = headers['x-amz-decoded-content-length']
  if (length !== undefined && Number(length) !== content.length) throw incomplete()
  if (/^[\da-f]{64}$/.test(sha256) && hash('sha256', content) !== sha256)
    throw new Refusal(400, 'XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match")
  const md5 = headers['content-md5']
  if (md5 !== undefined && createHash('md5').update(content).digest('base64') !== md5)
    throw new Refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.')
  const checksum = Object.fromEntries(
    Object.entries({ ...headers, ...trailers }).filter(([name]) =>
      /^x-amz-checksum-(?!algorithm|mode|type)/.test(name),
    ),
  )
  for (const [name, value] of Object.entries(checksum)) {
    if (digest(name.replace('x-amz-checksum-', ''), content) !== value)
      throw new Refusal(400, 'BadDigest', `The ${name} you specified did not match the calculated checksum.`)
  }
  return { content, checksum }
}

function digest(algorithm: string, content: Buffer): string {
  if (algorithm === 'sha1' || algorithm === 'sha256') return createHash(algorithm).update(content).digest('base64')
  if (algorithm !== 'crc32') throw notImplemented(`the checksum ${algorithm}`)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(content))
  return sum.toString('base64')
}

/** `SIZE[;extension]CRLF bytes CRLF … 0 CRLF trailers`: "Signature calculations: transferring payload in chunks". */
function unchunked(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const pieces: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = end < 0 ? Number.NaN : Number.parseInt(body.subarray(at, end).toString('latin1'), 16)
    const start = end + 2
    if (Number.isNaN(size) || size > body.length - start) throw incomplete()
    if (size === 0) return { content: Buffer.concat(pieces), trailers: trailersOf(body.subarray(start)) }
    pieces.push(body.subarray(start, start + size))
    at = start + size + 2
  }
}

const trailersOf = (tail: Buffer): Record<string, string> =>
  Object.fromEntries(
    tail
      .toString('latin1')
      .split('\r\n')
      .map((line) => line.split(/:(.*)/s))
      .filter(([name]) => name)
      .map(([name = '', value = '']) => [name.trim().toLowerCase(), value.trim()]),
  )
