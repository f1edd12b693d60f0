import { readFile, stat } from 'node:fs/promises'
import * as z from 'zod/mini'

/** What was given cannot be read as what it should be; the message is for the person at the command line. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Bytes; a certificate has some thousands, a history of years some hundred thousands. */
const largest = 1_000_000
/** Milliseconds that published keys may take to arrive. */
const patience = 10_000

/** 32 bytes in base64url. */
const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
const Key = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate, kid: z.string() })

export const Signature = z.strictObject({
  alg: z.literal('ES256'),
  kid: z.string(),
  /** 64 bytes in base64url. */
  value: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
  jwk: Key,
})
/** Nothing besides: a field next to the certificate would be covered by no signature. */
const Document = z.strictObject({ certificate: z.record(z.string(), z.unknown()), signature: Signature })
const KeySet = z.object({ keys: z.array(z.unknown()) })

export type Key = z.infer<typeof Key>
export type Document = z.infer<typeof Document>

/** What a file holds, as JSON. @throws Unreadable saying why not */
export const readDocument = async (file: string): Promise<unknown> => parsed(await textOf(file), file)

/** A certificate's file. @throws Unreadable saying why not */
export const readCertificate = async (file: string): Promise<Document> => certificateIn(await readDocument(file), file)

/** @throws Unreadable saying why not */
export function certificateIn(document: unknown, file: string): Document {
  const read = Document.safeParse(document)
  if (!read.success) {
    throw new Unreadable(`${file} is not a certificate of Oblige: ${read.error.issues.map(wrong).join('; ')}.`)
  }
  return read.data
}

/** Where a site has its keys (RFC 8615 keeps such paths free; JSON Web Key sets are commonly found there). */
const wellKnown = '/.well-known/jwks.json'

/**
 * Published keys from a site, from an address of a key set or from a file; keys of other kinds are left out.
 * @throws Unreadable saying why not
 */
export async function readKeys(from: string): Promise<readonly Key[]> {
  const text = /^https?:\/\//.test(from) ? await fetched(setAt(from)) : await textOf(from)
  const set = KeySet.safeParse(parsed(text, from))
  if (!set.success) throw new Unreadable(`${from} is not a set of keys (RFC 7517).`)
  return set.data.keys.flatMap((key) => {
    const read = Key.safeParse(key)
    return read.success ? [read.data] : []
  })
}

const setAt = (address: string): string => {
  if (!URL.canParse(address)) throw new Unreadable(`${address} is no address.`)
  const url = new URL(address)
  return url.pathname === '/' ? new URL(wellKnown, url).href : address
}

export const wrong = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `${issue.keys.join(', ')} is covered by no signature`
    : `${issue.path.join('.') || 'the file'} is missing or not as it should be`

async function textOf(file: string): Promise<string> {
  let size: number
  try {
    const found = await stat(file)
    if (!found.isFile()) throw new Unreadable(`${file} is not a file.`)
    size = found.size
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`There is no file ${file} that can be read.`)
  }
  if (size > largest) throw new Unreadable(`${file} is too large for what Oblige signs: more than ${largest} bytes.`)
  return readFile(file, 'utf8')
}

async function fetched(url: string): Promise<string> {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'http:' && !['127.0.0.1', 'localhost'].includes(hostname))
    throw new Unreadable(`${url}: keys prove something only when they come by https.`)
  let answer: Response
  try {
    answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) })
  } catch {
    throw new Unreadable(
      `${url} did not answer with keys. Nothing was decided; please try again, or save the keys first.`,
    )
  }
  if (!answer.ok) throw new Unreadable(`${url} answered ${answer.status} instead of keys.`)
  const text = await answer.text()
  if (text.length > largest) throw new Unreadable(`${url} answered with more than ${largest} bytes.`)
  return text
}

export function parsed(text: string, from: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable(`${from} is not JSON; perhaps it is cut off.`)
  }
}
