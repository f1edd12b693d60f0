import { createHash } from 'node:crypto'

/** Longest name of one folder or file, and of a whole path, in UTF-16 units: Windows takes 260 with the folder that one unpacks into. */
const [longestName, longestPath] = [100, 180]
/** Names of devices on Windows, whatever follows the dot (Microsoft, "Naming Files, Paths, and Namespaces"). */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i
/** What no name may have on Windows, and the separators of all systems. */
const forbidden = /[<>:"|?*\\/]/gu
/** Control characters, and those that turn the order of what follows: a name would look like another one. */
const invisible = /\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/gu

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** A name of a file or folder that every usual file system takes, as near to the given one as can be. */
export function safeName(name: string): string {
  let safe = name.toWellFormed().normalize('NFC').replace(invisible, '').replace(forbidden, '_')
  // Windows drops what stands at the end, so two names would be one.
  safe = safe.replace(/[. ]+$/u, (end) => '_'.repeat(Math.min(end.length, 2))).replace(/^ +/u, '_')
  if (safe === '') safe = '_'
  const [stem = ''] = safe.split('.')
  if (device.test(stem.trimEnd())) safe = `_${safe}`
  return safe.length <= longestName ? safe : shortened(safe, name)
}

/** Cut in the middle of no character, with the ending kept, and told apart from what is cut to the same. */
function shortened(safe: string, name: string): string {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(safe)?.[0] ?? ''
  const room = longestName - ending.length - 10
  return `${whole(safe.slice(0, room))}~${shortHash(name)}${ending}`
}

const whole = (cut: string) =>
  [...new Intl.Segmenter().segment(cut)]
    .map((one) => one.segment)
    .slice(0, -1)
    .join('')

/** A path of safe names. @param path as the system names it, parts divided by slashes */
export function safePath(path: string): string {
  const parts = path.split('/').map(safeName)
  const safe = parts.join('/')
  if (safe.length <= longestPath) return safe
  const file = parts.at(-1) ?? '_'
  return `~${shortHash(path.slice(0, path.lastIndexOf('/')))}/${file}`
}

/** What names have in common that some file system takes for the same: case, and the many spellings of Unicode. */
const folded = (path: string) => path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
const number = (text: string) => createHash('sha256').update(text).digest().readBigUInt64LE()

/**
 * Which paths of a series are taken. 64 bits of a hash stand for a path: two paths with the same ones would only get
 * an addition that they do not need.
 */
export class NameBook {
  readonly #before: BigUint64Array
  readonly #new = new Set<bigint>()

  /** @param before what `written` gave after the slice before */
  constructor(before: Buffer = Buffer.alloc(0)) {
    this.#before = new BigUint64Array(new Uint8Array(before).buffer)
  }

  /**
   * A path that nobody has, below `folder`. @param path as the system names it @param id tells it from all others
   */
  take(folder: string, path: string, id: string): string {
    const parts = safePath(path).split('/')
    const file = parts.pop() ?? '_'
    let place = folder
    for (const part of parts) {
      const there = `${place}/${part}`
      // A system may have a file and a folder of the same name.
      place = this.#has('file', there) ? `${place}/${added(part, shortHash(there))}` : there
      this.#note('folder', place)
    }
    let taken = `${place}/${file}`
    for (let n = 0; this.#has('file', taken) || this.#has('folder', taken); n++)
      taken = `${place}/${added(file, shortHash(`${id} ${n}`))}`
    this.#note('file', taken)
    return taken
  }

  #has(kind: string, path: string): boolean {
    const hash = number(`${kind} ${folded(path)}`)
    if (this.#new.has(hash)) return true
    let [low, high] = [0, this.#before.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#before[middle] ?? 0n) < hash) low = middle + 1
      else high = middle
    }
    return this.#before[low] === hash
  }

  #note(kind: string, path: string): void {
    if (!this.#has(kind, path)) this.#new.add(number(`${kind} ${folded(path)}`))
  }

  /** Eight bytes for every path, in order. */
  written(): Buffer {
    const all = new BigUint64Array(this.#before.length + this.#new.size)
    all.set(this.#before)
    all.set([...this.#new], this.#before.length)
    all.sort()
    return Buffer.from(all.buffer)
  }
}

const added = (name: string, what: string) => {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? `${name.slice(0, dot)} (${what})${name.slice(dot)}` : `${name} (${what})`
}
