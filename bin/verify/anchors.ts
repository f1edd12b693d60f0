import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import * as z from 'zod/mini'
import { type Key, readDocument, Signature, Unreadable, wrong } from './read.ts'
import { verify } from './verify.ts'

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const Anchor = z.looseObject({
  v: z.literal(1),
  kind: z.literal('anchor'),
  company: z.string(),
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  part: z.int(),
  previous: hash,
  heads: z.array(z.looseObject({ reference: z.string(), n: z.int(), hash })),
})
const File = z.strictObject({ anchor: Anchor, signature: Signature })

type Anchor = z.infer<typeof Anchor>
export type Anchored = z.infer<typeof File>

/** What anchors say of a history. */
export type AnchorVerdict =
  /** One of them is not what was signed, is not signed by a published key, or another one than the one before it was is missing. */
  | { readonly kind: 'no-anchors'; readonly where: string }
  /** Entry `n` is not the one that stood there on `day`, or is gone. */
  | { readonly kind: 'replaced'; readonly n: number; readonly day: string }
  /** Up to entry `n` the history is as it was at the end of `day`; 0 and no day: none of them names it. */
  | { readonly kind: 'anchored'; readonly n: number; readonly day?: string }

/** All anchors in a folder and in the folders in it, in the order of their writing. @throws Unreadable saying why not */
export async function readAnchors(folder: string): Promise<readonly Anchored[]> {
  let names: readonly string[]
  try {
    names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'))
  } catch {
    throw new Unreadable(`There is no folder ${folder} that can be read.`)
  }
  if (names.length === 0) throw new Unreadable(`${folder} has no anchors in it.`)
  const anchors = await Promise.all(names.map(async (name) => anchorIn(await readDocument(join(folder, name)), name)))
  return anchors.toSorted(({ anchor: a }, { anchor: b }) =>
    a.day === b.day ? a.part - b.part : a.day < b.day ? -1 : 1,
  )
}

function anchorIn(document: unknown, file: string): Anchored {
  const read = File.safeParse(document)
  if (!read.success)
    throw new Unreadable(`${file} is not an anchor of Oblige: ${read.error.issues.map(wrong).join('; ')}.`)
  return read.data
}

type History = {
  readonly reference: string
  readonly at: string
  readonly entries: ReadonlyArray<{ readonly n: number; readonly hash: string }>
}

/** Checks the anchors themselves, and that a history holds every entry that they name of it, as far as it was written by then. */
export function verifyAnchors(
  anchors: readonly Anchored[],
  { reference, at, entries }: History,
  published?: readonly Key[],
): AnchorVerdict {
  let before: Anchor | undefined
  let anchored: AnchorVerdict = { kind: 'anchored', n: 0 }
  for (const { anchor, signature } of anchors) {
    const where = `${anchor.day}, part ${anchor.part}`
    const { kind } = verify({ certificate: anchor, signature }, published)
    if (kind !== 'valid' && kind !== 'unproved') return { kind: 'no-anchors', where }
    if (before && anchor.previous !== hashOf(before)) return { kind: 'no-anchors', where }
    before = anchor
    for (const head of anchor.heads.filter((one) => one.reference === reference)) {
      const isLater = head.n > entries.length && at.slice(0, 10) <= anchor.day
      if (isLater) continue
      if (entries[head.n - 1]?.hash !== head.hash) return { kind: 'replaced', n: head.n, day: anchor.day }
      anchored = { kind: 'anchored', n: head.n, day: anchor.day }
    }
  }
  return anchored
}

const hashOf = (anchor: Anchor): string =>
  createHash('sha256')
    .update(canonicalize(anchor) ?? '')
    .digest('hex')
