import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** Every file of a zip by its path, read by yauzl in its strict way: sizes and checksums have to be right. */
export async function unpacked(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const archive = await fromBufferPromise(zip, { strictFileNames: true, validateEntrySizes: true })
  for await (const entry of archive.eachEntry()) {
    if (files.has(entry.fileName)) throw new Error(`twice in the zip: ${entry.fileName}`)
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  }
  return files
}

export const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
export const jsonOf = <T>(files: ReadonlyMap<string, Buffer>, path: string): T =>
  JSON.parse(files.get(path)?.toString() ?? 'null') as T
export const linesOf = (files: ReadonlyMap<string, Buffer>, path: string): unknown[] =>
  (files.get(path)?.toString() ?? '').split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]))
