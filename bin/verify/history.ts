import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import * as z from 'zod/mini'
import { type Anchored, type AnchorVerdict, verifyAnchors } from './anchors.ts'
import { columns } from './columns.ts'
import { printable } from './in-words.ts'
import { type Document, type Key, Signature, Unreadable, wrong } from './read.ts'
import { type Verdict, verify } from './verify.ts'

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const Entry = z.looseObject({
  n: z.int(),
  at: z.string(),
  event: z.string(),
  from: z.string(),
  to: z.string(),
  detail: z.optional(z.string()),
  digest: z.optional(hash),
  previous: hash,
  hash,
})
/** What the person is not told of an entry: in an auditor's file alone. */
const Untold = z.looseObject({ n: z.int(), event: z.string(), detail: z.optional(z.string()), salt: z.string() })
const History = z.looseObject({
  v: z.literal(1),
  kind: z.literal('history'),
  reference: z.string(),
  right: z.string(),
  company: z.string(),
  at: z.string(),
  entries: z.array(Entry),
  untold: z.optional(z.array(Untold)),
  historyHash: hash,
  historyLength: z.int(),
})
const File = z.strictObject({ history: History, signature: Signature })

type History = z.infer<typeof History>
export type HistoryVerdict =
  | { readonly kind: Exclude<Verdict['kind'], 'valid' | 'unproved'> }
  /** Signed as it is, but entry `at` is not what the one after it, or the head, says it was. */
  | { readonly kind: 'broken'; readonly at: number }
  | { readonly kind: 'another-request' }
  | Exclude<AnchorVerdict, { readonly kind: 'anchored' }>
  | {
      readonly kind: 'valid' | 'unproved'
      readonly history: History
      readonly certified?: number
      readonly anchored?: { readonly n: number; readonly day?: string }
    }

/** What a history is compared with, besides itself. */
export type Beside = {
  readonly certificate?: Document['certificate']
  readonly anchors?: readonly Anchored[]
}

/** Whether a document is a history: then it has to be a whole one. */
export const isHistory = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && 'history' in document

/** @throws Unreadable saying why not */
export function historyIn(document: unknown, file: string): z.infer<typeof File> {
  const read = File.safeParse(document)
  if (!read.success)
    throw new Unreadable(`${file} is not a history of Oblige: ${read.error.issues.map(wrong).join('; ')}.`)
  return read.data
}

/**
 * Checks the signature, and the chain from its beginning: each entry holds the hash (SHA-256 of RFC 8785 JSON) of the one
 * before. @param beside a certificate of the same request, whose hash has to stand in the chain, and anchors, of which every
 * entry that they name has to stand there
 */
export function verifyHistory(
  { history, signature }: z.infer<typeof File>,
  published?: readonly Key[],
  { certificate, anchors }: Beside = {},
): HistoryVerdict {
  const verdict = verify({ certificate: history, signature }, published)
  if (verdict.kind !== 'valid' && verdict.kind !== 'unproved') return { kind: verdict.kind }
  let previous = '0'.repeat(64)
  for (const [i, { hash: said, ...entry }] of history.entries.entries()) {
    if (entry.n !== i + 1 || entry.previous !== previous || hashOf(entry) !== said) return { kind: 'broken', at: i + 1 }
    const beside = history.untold?.find(({ n }) => n === entry.n)
    if (history.untold && entry.digest !== (beside && hashOf(beside))) return { kind: 'broken', at: i + 1 }
    previous = said
  }
  if (history.historyLength !== history.entries.length || history.historyHash !== previous)
    return { kind: 'broken', at: history.entries.length + 1 }
  const anchored = anchors && verifyAnchors(anchors, history, published)
  if (anchored && anchored.kind !== 'anchored') return anchored
  const known = certificate && history.entries.find(({ hash: one }) => one === certificate.historyHash)
  if (certificate && (certificate.reference !== history.reference || known?.n !== certificate.historyLength))
    return { kind: 'another-request' }
  return { kind: verdict.kind, history, ...(known ? { certified: known.n } : {}), ...(anchored ? { anchored } : {}) }
}

const hashOf = (said: object): string =>
  createHash('sha256')
    .update(canonicalize(said) ?? '')
    .digest('hex')

/** The verdict in plain words, and what happened. @param keys where the keys came from */
export function historyInWords(verdict: HistoryVerdict, file: string, keys: string | undefined): string {
  switch (verdict.kind) {
    case 'altered':
      return `ALTERED: ${file} is not what was signed. Something in it was changed, or the signature was.`
    case 'another-key':
      return `SIGNED BY ANOTHER KEY: ${file} was signed by a key that is not among those that ${keys} publishes. It proves nothing.`
    case 'broken':
      return `BROKEN: entry ${verdict.at} of ${file} was changed, removed or moved after it was written.`
    case 'no-anchors':
      return `NO ANCHORS: that of ${verdict.where} is not what was signed, is signed by a key that ${keys} does not publish, or one before it is missing. The history was not compared.`
    case 'replaced':
      return `REPLACED: ${file} is whole and signed, but entry ${verdict.n} is not the one that stood there on ${verdict.day}. Its history was written anew.`
    case 'another-request':
      return `DOES NOT FIT: the certificate is not of this history, or of another state of it.`
    case 'unproved':
    case 'valid': {
      const { history, certified, anchored } = verdict
      const known =
        verdict.kind === 'valid'
          ? `VALID: ${file} was signed by a key that ${keys} publishes, and its ${history.entries.length} entries are whole and in order.`
          : `NOT PROVED: ${file} is whole and in order, but nobody compared the key that signed it. Add --keys.`
      const rows = history.entries.map(({ n, at, from, to, ...entry }) => {
        const { event, detail } = history.untold?.find((one) => one.n === n) ?? entry
        return [String(n), at, event, from === to ? to : `${from} to ${to}`, detail ?? '']
      })
      return [
        known,
        ...(certified === undefined ? [] : [`The certificate was signed at its entry ${certified}.`]),
        ...(anchored === undefined ? [] : [anchoredInWords(anchored)]),
        '',
        `Request ${history.reference}, ${history.right}, at ${history.company}, as of ${history.at}`,
        ...columns(rows),
      ]
        .map((line, i) => (i === 0 ? line : printable(line)))
        .join('\n')
    }
  }
}

const anchoredInWords = ({ n, day }: { readonly n: number; readonly day?: string }): string =>
  day === undefined
    ? 'None of the anchors names this request: they say nothing of it.'
    : `Up to entry ${n} it is as it was at the end of ${day} (UTC), when that was anchored.`
