import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import * as z from 'zod/mini'
import type { Archive } from './archive.ts'
import { type Key, parsed, Signature, Unreadable, wrong } from './read.ts'
import { verify } from './verify.ts'

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const File = z.object({ path: z.string(), bytes: z.number(), sha256 })

/** The first version of the manifest; see docs/package.md. */
const Manifest = z.object({
  v: z.literal(1),
  reference: z.string(),
  right: z.string(),
  company: z.string(),
  round: z.number(),
  receivedAt: z.string(),
  at: z.string(),
  coverage: z.array(
    z.object({
      system: z.string(),
      category: z.string(),
      outcome: z.string(),
      found: z.number(),
      included: z.number(),
      files: z.number(),
      redacted: z.number(),
      reason: z.optional(z.string()),
      statedBy: z.optional(z.string()),
    }),
  ),
  notPartOf: z.array(z.string()),
  files: z.array(File),
  lists: z.array(z.extend(File, { files: z.number() })),
})
export type Manifest = z.infer<typeof Manifest>

const Document = z.strictObject({ manifest: z.record(z.string(), z.unknown()), signature: Signature })

export type PackageVerdict =
  | { readonly kind: 'valid' | 'unproved'; readonly manifest: Manifest; readonly files: number; readonly kid: string }
  | { readonly kind: 'altered-manifest' }
  | { readonly kind: 'another-key'; readonly kid: string }
  /** Files that are not as they were signed, that are not there, and that nobody signed. */
  | {
      readonly kind: 'altered'
      readonly changed: readonly string[]
      readonly missing: readonly string[]
      readonly unsigned: readonly string[]
    }

const manifestPath = 'manifest.json'
/** Bytes that a manifest may have; one of a copy of ten thousand segments has two million. */
const largest = 50_000_000

/**
 * Checks a copy: the manifest's signature, and the SHA-256 of every file, by the manifest itself or by the lists that
 * it covers. @param published the company's keys; without them the best answer is `unproved`
 * @throws Unreadable when there is no manifest that can be read
 */
export async function verifyPackage(archive: Archive, published?: readonly Key[]): Promise<PackageVerdict> {
  const size = archive.sizes.get(manifestPath)
  if (size === undefined) throw new Unreadable(`There is no ${manifestPath}: this is no copy that Oblige made.`)
  if (size > largest) throw new Unreadable(`${manifestPath} is too large: more than ${largest} bytes.`)
  const document = Document.safeParse(parsed(await text(await archive.read(manifestPath)), manifestPath))
  if (!document.success)
    throw new Unreadable(`${manifestPath} is not one of Oblige: ${document.error.issues.map(wrong).join('; ')}.`)
  const { manifest: signed, signature } = document.data
  const verdict = verify({ certificate: signed, signature }, published)
  if (verdict.kind === 'altered') return { kind: 'altered-manifest' }
  if (verdict.kind === 'another-key') return verdict
  const manifest = Manifest.safeParse(signed)
  if (!manifest.success) throw new Unreadable(`${manifestPath} is of a version that this program does not know.`)

  const { changed, missing, unsigned } = await compared(archive, manifest.data)
  if (changed.length + missing.length + unsigned.length > 0) return { kind: 'altered', changed, missing, unsigned }
  return { kind: verdict.kind, manifest: manifest.data, files: archive.sizes.size, kid: verdict.kid }
}

async function compared(archive: Archive, manifest: Manifest) {
  const changed = [...archive.twice]
  const missing: string[] = []
  const checked = new Set([manifestPath])
  const check = async (path: string, sum: string): Promise<boolean> => {
    checked.add(path)
    if (!archive.sizes.has(path)) missing.push(path)
    else if ((await sumOf(archive, path)) !== sum) changed.push(path)
    else return true
    return false
  }
  for (const { path, sha256 } of manifest.files) await check(path, sha256)
  for (const { path, sha256, files } of manifest.lists) {
    if (!(await check(path, sha256))) continue
    let lines = 0
    for await (const line of createInterface({ input: await archive.read(path) })) {
      await check(line.slice(66), line.slice(0, 64))
      lines++
    }
    if (lines !== files) changed.push(path)
  }
  return { changed, missing, unsigned: [...archive.sizes.keys()].filter((path) => !checked.has(path)) }
}

/** SHA-256 of a file; undefined when it cannot be read to its end. */
async function sumOf(archive: Archive, path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const piece of await archive.read(path)) hash.update(piece as Buffer)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}
