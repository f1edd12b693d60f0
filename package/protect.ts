import { packageKey, protectedKey } from './keys.ts'
import { get, type Place } from './objects.ts'
import { Parts } from './parts.ts'
import type { EntryKeys } from './passphrase.ts'
import { Authentication, after, before, crypt, type Entry } from './winzip-aes.ts'

/** Bytes of the copy in one part, whole blocks of the cipher: 10,000 parts of the smallest are 84 GB, then parts grow. */
const smallest = 8 * 2 ** 20
const mostParts = 10_000

/** The copy that is protected: its round, its bytes, and when it was made (ISO instant). */
export type Plain = { readonly round: number; readonly bytes: number; readonly packagedAt: string }
/** Where a slice goes on: the upload, its next part, and the state of the code over what was encrypted, base64. */
type Cursor = { readonly upload: string; readonly next: number; readonly code: string }

/**
 * One slice of making the protected file: the finished copy, read part by part, encrypted, and sent. The same part is
 * the same bytes however often it is made. Holds a few parts in memory.
 */
export async function protect(
  place: Place,
  reference: string,
  { round, bytes, packagedAt }: Plain,
  keys: EntryKeys,
  slice: { readonly from?: string; enough(): boolean },
): Promise<{ readonly next?: string; readonly bytes?: number }> {
  const [from, to] = [packageKey(reference, round), protectedKey(reference, round)]
  const entry: Entry = { name: `copy-${reference}.zip`, modified: new Date(packagedAt), size: bytes }
  const start = slice.from === undefined ? undefined : (JSON.parse(slice.from) as Cursor)
  const parts = start ? new Parts(place, to, start.upload) : await Parts.begin(place, to)
  const code = await Authentication.of(keys, start && Buffer.from(start.code, 'base64'))
  const [partBytes, last] = partsOf(bytes)
  let sending: Promise<unknown> = Promise.resolve()
  for (let number = start?.next ?? 1; number <= last; number++) {
    const at = (number - 1) * partBytes
    const content = crypt(await get(place, from, [at, Math.min(bytes, at + partBytes) - 1]), keys, at)
    code.update(content)
    const ends = number === last ? [after(entry, keys, code.code())] : []
    await sending
    sending = parts.send(number, Buffer.concat([...(number === 1 ? [before(entry, keys)] : []), content, ...ends]))
    // Whoever waits next hears of it.
    sending.catch(() => {})
    if (number < last && slice.enough()) {
      await sending
      const cursor: Cursor = { upload: parts.id, next: number + 1, code: Buffer.from(code.saved).toString('base64') }
      return { next: JSON.stringify(cursor) }
    }
  }
  await sending
  await parts.complete(await parts.listed(last))
  return { bytes: before(entry, keys).length + bytes + after(entry, keys, Buffer.alloc(10)).length }
}

/** Bytes of a part, and how many there are. */
function partsOf(bytes: number): readonly [number, number] {
  const partBytes = Math.max(smallest, Math.ceil(bytes / mostParts / 16) * 16)
  return [partBytes, Math.ceil(bytes / partBytes)]
}
