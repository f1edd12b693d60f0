import { expect } from 'vitest'
import { gather } from '../../functions/system/gather.ts'
import type { Subject, System } from '../../systems/contract.ts'
import { requestIn } from '../domain/sample.ts'
import { assembled, covered } from '../package/copy.ts'
import { bucket, openOffice } from '../package/office.ts'
import { packageFacts } from '../package/sample.ts'
import { jsonOf, linesOf, sha256, unpacked } from '../package/unpacked.ts'

type Line = { readonly system: string; readonly found: number; readonly included: number; readonly outcome: string }
type Manifest = { readonly manifest: { readonly coverage: readonly Line[] } }

/**
 * A copy of what one system holds, made as its function makes it, in slices of one record, while the application goes
 * on: `meanwhile` is called before each slice. The manifest tells of exactly what is in it.
 */
export async function copied(
  name: 'accounts' | 'files' | 'business',
  category: string,
  system: System,
  subject: Subject,
  meanwhile: (slice: number) => Promise<void>,
): Promise<ReadonlyMap<string, Buffer>> {
  const office = await openOffice()
  try {
    const request = requestIn('gathering')
    const { reference } = request
    const place = { client: office.gatherer(name), name: bucket }
    let [from, count, slices] = [undefined as string | undefined, 0, 0]
    do {
      await meanwhile(++slices)
      const slice = { reference, enough: () => true, ...(from === undefined ? {} : { from }) }
      const { next, receipts } = await gather(name, system, request, subject, slice, place)
      expect(receipts.filter(({ outcome }) => outcome === 'failed')).toEqual([])
      count = receipts.find((receipt) => receipt.category === category)?.count ?? 0
      from = next
    } while (from !== undefined)
    const files = await unpacked(await assembled(office, packageFacts([covered(name, category, count)], { reference })))
    const records = recordsIn(files)
    const line = jsonOf<Manifest>(files, 'manifest.json').manifest.coverage.find((one) => one.system === name)
    expect(line).toMatchObject({ outcome: 'given', found: records.length, included: records.length })
    for (const [path, content] of files) if (path.endsWith('.sha256')) proven(files, content.toString())
    return files
  } finally {
    await office.stop()
  }
}

/** Every file of a list is in the copy, as the list says. */
function proven(files: ReadonlyMap<string, Buffer>, list: string): void {
  for (const line of list.trimEnd().split('\n')) {
    const [, digest = '', path = ''] = /^(\S+) {2}(.*)$/.exec(line) ?? []
    expect(sha256(files.get(path) ?? ''), path).toBe(digest)
  }
}

export const recordsIn = (files: ReadonlyMap<string, Buffer>): readonly Record<string, unknown>[] =>
  [...files.keys()]
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => linesOf(files, path) as Record<string, unknown>[])

/** The application at its work, as fast as it can, until stopped. @returns stops it, and tells how often it wrote */
export function busy(write: (n: number) => Promise<unknown>): () => Promise<number> {
  let [on, n] = [true, 0]
  const work = (async () => {
    while (on) await write(++n)
  })()
  return async () => {
    on = false
    await work
    return n
  }
}
