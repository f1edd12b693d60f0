import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { openPromise } from 'yauzl'
import { Unreadable } from './read.ts'

/** The files of a copy, in a zip or in a folder. */
export type Archive = {
  /** Bytes of each by its path; a path that is there twice is named in `twice`. */
  readonly sizes: ReadonlyMap<string, number>
  readonly twice: readonly string[]
  read(path: string): Promise<Readable>
  close(): void
}

/** Whether it is a copy rather than a certificate: a folder, or a file that begins as a zip does. */
export async function isPackage(file: string): Promise<boolean> {
  try {
    if ((await stat(file)).isDirectory()) return true
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
      return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
}

/** @throws Unreadable */
export async function openArchive(file: string): Promise<Archive> {
  return (await stat(file)).isDirectory() ? openFolder(file) : openZip(file)
}

async function openZip(file: string): Promise<Archive> {
  try {
    const zip = await openPromise(file, { autoClose: false, strictFileNames: true, validateEntrySizes: true })
    const entries = new Map<string, Parameters<typeof zip.openReadStreamPromise>[0]>()
    const twice: string[] = []
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) {
        zip.close()
        throw new Unreadable(
          `${file} is protected with a passphrase. Open it with yours first (with 7-Zip, for example): the zip inside is the copy, and can be verified.`,
        )
      }
      if (entries.has(entry.fileName)) twice.push(entry.fileName)
      entries.set(entry.fileName, entry)
    }
    return {
      sizes: new Map([...entries].map(([path, { uncompressedSize }]) => [path, uncompressedSize])),
      twice,
      async read(path) {
        const entry = entries.get(path)
        if (!entry) throw new Error(`${path} is not in the zip`)
        return await zip.openReadStreamPromise(entry)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`${file} is not a whole zip: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

async function openFolder(folder: string): Promise<Archive> {
  const sizes = new Map<string, number>()
  const names = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const whole = join(entry.parentPath, entry.name)
    if (!entry.isFile()) throw new Unreadable(`${whole} is neither a file nor a folder.`)
    // Some file systems write letters and their accents apart.
    const path = whole.slice(join(folder, '/').length).replaceAll('\\', '/').normalize('NFC')
    names.set(path, whole)
    sizes.set(path, (await stat(whole)).size)
  }
  return {
    sizes,
    twice: [],
    read: async (path) => createReadStream(names.get(path) ?? join(folder, path)),
    close() {},
  }
}
