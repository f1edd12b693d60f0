/**
 * Keeps a mail's reading within bounds, before any parser sees it: large parts are cut while the mail is still raw
 * bytes, so that 40 MB of attachments never become strings or decoded copies.
 */

/** SES takes mails of up to 40 MB after encoding. https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const largest = 40 * 1024 * 1024 + 1024 * 1024
/** More than any letter holds; a text part beyond it is cut. Bytes, encoded. */
const longestText = 256 * 1024
/** Parts beyond it are not looked at. */
const mostParts = 500
/** Below this nothing needs cutting. Bytes. */
const small = 512 * 1024

export type Bounded = {
  readonly bytes: Buffer
  /** Real sizes, in decoded bytes, of the parts that were replaced by `marker(index)`. */
  readonly sizes: readonly number[]
  readonly cutText: boolean
  readonly tooManyParts: boolean
}

/** What stands in place of a large part: plain ASCII, so that a parser finds it whatever it decodes. */
export const marker = (index: number): string => `oblige-cut-${index}.`

/** The mail with large parts replaced by markers and large texts cut; the same bytes when there is nothing to do. */
export function bounded(raw: Uint8Array): Bounded {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, largest))
  const starts = partsOf(mail)
  const tooManyParts = starts.length > mostParts
  if (mail.length <= small && !tooManyParts) {
    return { bytes: mail, sizes: [], cutText: false, tooManyParts }
  }
  const kept = starts.slice(0, mostParts)
  const end = tooManyParts ? (starts[mostParts] ?? mail.length) : mail.length
  const pieces: Buffer[] = []
  const sizes: number[] = []
  let cutText = false
  for (const [i, start] of kept.entries()) {
    const part = mail.subarray(start, kept[i + 1] ?? end)
    if (part.length <= longestText) {
      pieces.push(part)
      continue
    }
    const { head, text, encoding } = opening(part)
    if (text) {
      cutText = true
      pieces.push(part.subarray(0, head + longestText), Buffer.from('\r\n'))
      continue
    }
    const length = part.length - head
    const stand = marker(sizes.length)
    const body = encoding === 'base64' ? Buffer.from(stand).toString('base64') : stand
    sizes.push(encoding === 'base64' ? Math.floor((length * 3) / 4) : length)
    pieces.push(part.subarray(0, head), Buffer.from(`${body}\r\n`))
  }
  return { bytes: Buffer.concat(pieces), sizes, cutText, tooManyParts }
}

/** Where parts begin: the mail itself, and each line that is one of its boundaries. */
function partsOf(mail: Buffer): number[] {
  const boundaries = declared(mail)
  const starts = [0]
  if (boundaries.size === 0) return starts
  const lengths = [...new Set([...boundaries].map(({ length }) => length))]
  for (let at = mail.indexOf('\n--'); at >= 0 && starts.length <= mostParts; at = mail.indexOf('\n--', at + 3)) {
    const line = mail.toString('latin1', at + 3, Math.min(mail.length, at + 3 + 80))
    if (lengths.some((length) => boundaries.has(line.slice(0, length)))) starts.push(at + 1)
  }
  return starts
}

/** Every boundary that any header declares (at most 70 characters, RFC 2046 5.1.1). */
function declared(mail: Buffer): Set<string> {
  const found = new Set<string>()
  for (const word of ['boundary', 'Boundary', 'BOUNDARY']) {
    for (let at = mail.indexOf(word); at >= 0 && found.size < 1000; at = mail.indexOf(word, at + 8)) {
      const [, quoted, bare] =
        /^[\w*]*\s*=\s*(?:"([^"\r\n]{1,80})|([^\s;"]{1,80}))/.exec(mail.toString('latin1', at + 8, at + 110)) ?? []
      const boundary = quoted ?? bare
      if (boundary) found.add(boundary)
    }
  }
  return found
}

/** How long the part's headers are, whether it is text to be read, and its encoding. */
function opening(part: Buffer): { head: number; text: boolean; encoding: string } {
  const lines = part.toString('latin1', 0, 64 * 1024)
  const blank = /\r?\n\r?\n/.exec(lines)
  const head = blank ? blank.index + blank[0].length : 0
  const headers = lines.slice(0, head).toLowerCase()
  const type = /content-type:\s*([\w/.+-]+)/.exec(headers)?.[1] ?? 'text/plain'
  const attached = /content-disposition:\s*attachment/.test(headers)
  const encoding = /content-transfer-encoding:\s*([\w-]+)/.exec(headers)?.[1] ?? '7bit'
  return { head, text: !attached && (type.startsWith('text/') || type.startsWith('multipart/')), encoding }
}
