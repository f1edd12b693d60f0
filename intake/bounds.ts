/**
 * Keeps a mail's reading within bounds, before any parser sees it: large parts are cut while the mail is still raw
 * bytes, so that 40 MB of attachments never become strings or decoded copies.
 */

/** SES takes mails of up to 40 MB after encoding. https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const largest = 40 * 1024 * 1024 + 1024 * 1024
/** More than any letter holds; a text part beyond it is cut. Bytes, encoded. */
const longestText = 256 * 1024
/** Files beyond it are replaced: nobody looks into them, decoding them would be for nothing. Bytes, encoded. */
const longestFile = 16 * 1024
/** What all parts together may hand to the parser; each further part keeps little more than its headers. Bytes. */
const mostKept = 2 * 1024 * 1024
const leastKept = 4 * 1024
/** Lines of all bodies together: the parser makes a piece of memory of each. Ten thousand fill two hundred pages. */
const mostLines = 10_000
/** Parts beyond it are not looked at. */
const mostParts = 500
/** Below this nothing needs cutting. Bytes. */
const small = 256 * 1024
/** Lines that look like a boundary, and words that look like a declaration of one, that are looked at. */
const mostLooks = 100_000
const longestHead = 64 * 1024

export type Bounded = {
  readonly bytes: Buffer
  /** Real sizes, in decoded bytes, of the parts that were replaced by `marker(index)`. */
  readonly sizes: readonly number[]
  /** Those parts, still encoded, and how: a view of the mail, no copy. */
  readonly cut: ReadonlyArray<{ readonly body: Buffer; readonly encoding: string }>
  readonly cutText: boolean
  readonly tooManyParts: boolean
}

/** What stands in place of a large part: plain ASCII, so that a parser finds it whatever it decodes. */
const marker = (index: number): string => `oblige-cut-${index}.`

/**
 * The mail with large parts replaced by markers and large texts cut; the same bytes when there is nothing to do.
 * @param everyFile replaces files of any size: whoever wants one takes it from `cut`, which no parser has touched
 */
export function bounded(raw: Uint8Array, everyFile = false): Bounded {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, largest))
  const asItIs = { bytes: mail, sizes: [], cut: [], cutText: false, tooManyParts: false }
  const hasAtMost = (lines: number) => mail.length <= small && firstLines(mail, lines).bytes === mail.length
  // Neither lines nor parts are too many: each part begins with a line of its own, of three bytes and its end at least.
  const isSmall = mail.length < 4 * mostParts || (mail.length < mostLines && mayHoldParts(mail) <= mostParts)
  if (!everyFile && (isSmall || hasAtMost(mostParts))) return asItIs
  const starts = partsOf(mail)
  const tooManyParts = starts.length > mostParts
  if (!everyFile && !tooManyParts && hasAtMost(mostLines)) return asItIs
  const kept = starts.slice(0, mostParts)
  const end = tooManyParts ? (starts[mostParts] ?? mail.length) : mail.length
  const pieces: Buffer[] = []
  const sizes: number[] = []
  const cut: { body: Buffer; encoding: string }[] = []
  let cutText = false
  let [left, lines] = [mostKept, mostLines]
  for (const [i, start] of kept.entries()) {
    const part = mail.subarray(start, kept[i + 1] ?? end)
    const { head, text, encoding } = opening(part)
    const body = part.subarray(head)
    const most = everyFile && !text ? 0 : Math.max(leastKept, Math.min(left, text ? longestText : longestFile))
    const opened = firstLines(body.subarray(0, most), lines)
    const whole = opened.bytes === body.length
    if (whole || text) {
      left -= opened.bytes
      lines -= opened.lines
      pieces.push(part.subarray(0, head + opened.bytes))
      if (!whole) pieces.push(Buffer.from('\r\n'))
      cutText ||= !whole
    } else {
      const stand = marker(sizes.length)
      sizes.push(sizeOf(body, encoding))
      cut.push({ body, encoding })
      pieces.push(part.subarray(0, head), Buffer.from(encoding === 'base64' ? btoa(stand) : stand), Buffer.from('\r\n'))
    }
  }
  return { bytes: Buffer.concat(pieces), sizes, cut, cutText, tooManyParts }
}

/** The first `most` lines of a part. */
function firstLines(part: Buffer, most: number): { bytes: number; lines: number } {
  let at = -1
  for (let lines = 0; lines < most; lines += 1) {
    at = part.indexOf(10, at + 1)
    if (at < 0) return { bytes: part.length, lines: lines + 1 }
  }
  return { bytes: at + 1, lines: most }
}

/** How many parts there are at most; no more than one too many are counted. */
function mayHoldParts(mail: Buffer): number {
  let parts = 1
  for (let at = mail.indexOf('\n--'); at >= 0 && parts <= mostParts; at = mail.indexOf('\n--', at + 3)) parts += 1
  return parts
}

/** Decoded bytes of a part that is not decoded; for quoted-printable the encoded ones. */
function sizeOf(body: Buffer, encoding: string): number {
  if (encoding !== 'base64') return body.length
  let letters = 0
  // Line breaks, spaces and padding are below 0x2b or `=`.
  for (let i = 0; i < body.length; i += 1) {
    const byte = body[i] as number
    if (byte >= 0x2b && byte !== 0x3d) letters += 1
  }
  return Math.floor((letters * 3) / 4)
}

/** Where parts begin: the mail itself, and each line that is one of its boundaries. */
function partsOf(mail: Buffer): number[] {
  const boundaries = declared(mail)
  const starts = [0]
  if (boundaries.size === 0) return starts
  const lengths = [...new Set([...boundaries].map(({ length }) => length))]
  let looks = 0
  for (
    let at = mail.indexOf('\n--');
    at >= 0 && starts.length <= mostParts && looks < mostLooks;
    at = mail.indexOf('\n--', at + 3)
  ) {
    looks += 1
    const line = mail.toString('latin1', at + 3, Math.min(mail.length, at + 3 + 80))
    if (lengths.some((length) => boundaries.has(line.slice(0, length)))) starts.push(at + 1)
  }
  return starts
}

/** Every boundary that any header declares (at most 70 characters, RFC 2046 5.1.1). */
function declared(mail: Buffer): Set<string> {
  const found = new Set<string>()
  for (const word of ['boundary', 'Boundary', 'BOUNDARY']) {
    let looks = 0
    for (
      let at = mail.indexOf(word);
      at >= 0 && found.size < 1000 && looks < mostLooks / 10;
      at = mail.indexOf(word, at + 8)
    ) {
      looks += 1
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
  // Headers are read to their end where that comes soon; a long "header" without an end is text.
  const lines = part.toString('latin1', 0, longestHead)
  const blank = /\r?\n\r?\n/.exec(lines)
  const head = blank ? blank.index + blank[0].length : 0
  const headers = lines.slice(0, head).toLowerCase()
  const type = /^content-type:\s*([\w/.+-]+)/m.exec(headers)?.[1] ?? 'text/plain'
  const attached = /^content-disposition:\s*attachment/m.test(headers)
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/m.exec(headers)?.[1] ?? '7bit'
  // A mail inside the mail is text too, however it hangs on.
  const text = /^message\//.test(type) || (!attached && /^(?:text|multipart)\//.test(type))
  return { head, text, encoding }
}
