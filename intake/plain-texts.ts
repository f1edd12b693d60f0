/**
 * Texts that any program reads alike are decoded here, and the parser is handed the rest of the mail: of most mails the
 * headers alone. It makes two pieces of memory of each line of a text, and 100 KB for a quoted-printable one: more work
 * than all else that it does.
 */

export type PlainTexts = Texts & {
  /** The mail without them. */
  readonly rest: Buffer
}
type Texts = { readonly text?: string; readonly html?: string }

/**
 * A mail that is one text, or the same in plain and in HTML, or whose first part is that. Only what is plainly so: whatever
 * the parser might read in another way is left to it.
 */
export function plainTexts(mail: Buffer): PlainTexts | undefined {
  const whole = mail.toString('latin1')
  // For the parser any number of carriage returns belongs to the end of a line.
  const part = whole.includes('\r\r') ? undefined : opened(whole)
  if (!part) return undefined
  const texts = textsOf(part)
  if (texts) return { ...texts, rest: Buffer.from(part.head.replace(part.encoding, '').slice(1), 'latin1') }
  if (alternativeField.test(part.type)) return undefined
  const { mark, pieces } = dividedOf(part)
  const [before = '', first = '', next = ''] = pieces
  const opening = endsLine(before) && isPart(first) && (isPart(next) || closes.test(next)) && opened(below(first))
  const inside = opening && textsOf(opening)
  // HTML alone becomes the plain text beside a further one, even beside an empty one.
  if (!inside || inside.text === undefined) return undefined
  const from = whole.length - part.body.length + before.length
  const to = from + mark.length + first.length
  return { ...inside, rest: Buffer.concat([mail.subarray(0, from), mail.subarray(to)]) }
}

/** Headers, each behind a line's end, the two of them that matter here, and what stands below. Every letter is a byte. */
type Part = {
  readonly head: string
  readonly type: string
  readonly encoding: string
  readonly body: string
}

/** Real mails have at most some 30 KB of headers. */
const longestHead = 64 * 1024

function opened(part: string): Part | undefined {
  const crlf = part.indexOf('\r\n\r\n')
  const end = crlf < 0 ? part.indexOf('\n\n') : crlf
  if (end < 0 || end > longestHead) return undefined
  const head = `\n${part.slice(0, end)}`
  if (endsEarlier.test(head)) return undefined
  let [type, encoding] = ['', '']
  for (const field of head.match(fields) ?? [])
    if (type === '' && /^\ncontent-type/i.test(field)) type = field
    else if (encoding === '' && encodingField.test(field)) encoding = field
    else if (!inlineField.test(field)) return undefined
  return { head, type, encoding, body: part.slice(end + (crlf < 0 ? 2 : 4)) }
}

/** An empty line, or a first line that goes on from none. */
const endsEarlier = /\n\r?\n|^\n[ \t]/
const fields = /\ncontent-(?:type|transfer-encoding|disposition)[^\n]*(?:\n[ \t][^\n]*)*/gi
const encodingField = /^\ncontent-transfer-encoding:[ \t]*(7bit|8bit|quoted-printable|base64)[ \t\r]*$/i
const inlineField = /^\ncontent-disposition:[ \t]*inline[ \t\r]*$/i
const textField =
  /^\ncontent-type:[ \t\r\n]*text\/(plain|html)(?:;[ \t\r\n]*charset=(?:"([\w-]+)"|([\w-]+)))?;?[ \t\r\n]*$/i
const alternativeField = /^\ncontent-type:\s*multipart\/alternative/i
const multipartField =
  /^\ncontent-type:[ \t\r\n]*multipart\/(?:alternative|mixed|related|report|signed)(?:;[ \t\r\n]*[\w-]+=(?:"[^";\\()\r\n]*"|[^\s";\\()]+))+;?[ \t\r\n]*$/i

function textsOf(part: Part): Texts | undefined {
  const one = textOf(part)
  if (one || !alternativeField.test(part.type)) return one
  const [before = '', first = '', second = '', after = '', ...more] = dividedOf(part).pieces
  if (!endsLine(before) || !isPart(first) || !isPart(second) || !closes.test(after) || more.length > 0) return undefined
  const [a, b] = [opened(below(first)), opened(below(second))].map((each) => each && textOf(each))
  const both = { ...a, ...b }
  return both.text === undefined || both.html === undefined ? undefined : both
}

/** What its boundary divides a part into, at most five pieces; none when it has no plain one. */
function dividedOf({ type, body }: Part): { mark: string; pieces: string[] } {
  const [, quoted, bare] = multipartField.test(type) ? (/;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? []) : []
  const mark = `--${quoted ?? bare ?? ''}`
  return { mark, pieces: mark === '--' ? [] : `${body}\n`.split(mark, 5) }
}

const endsLine = (piece: string): boolean => piece === '' || piece.endsWith('\n')
const isPart = (piece: string): boolean => /^\r?\n/.test(piece) && piece.endsWith('\n')
const closes = /^--\r?\n/
const below = (piece: string): string => piece.slice(piece.indexOf('\n') + 1)

function textOf({ type, encoding, body }: Part): Texts | undefined {
  const declared = textField.exec(type || '\ncontent-type: text/plain')
  const decoder = declared && decoderOf((declared[2] ?? declared[3] ?? 'utf-8').toLowerCase())
  const bytes = decoder && decoded(body, encodingField.exec(encoding)?.[1]?.toLowerCase())
  if (!bytes) return undefined
  const text = decoder.decode(bytes)
  return declared[1]?.toLowerCase() === 'html' ? { html: text } : { text }
}

/** Charsets in which a line's end is the byte that it is in ASCII, as browsers name them (WHATWG Encoding). */
const charsets = /^(?:utf-8|us-ascii|iso-8859-(?:[1-9]|1[03-6])|windows-125\d|koi8-[ru])$/
const decoders = new Map<string, TextDecoder>()

function decoderOf(charset: string): TextDecoder | undefined {
  const known = decoders.get(charset)
  if (known || !charsets.test(charset)) return known
  const decoder = new TextDecoder(charset)
  decoders.set(charset, decoder)
  return decoder
}

/** RFC 2045, section 6. Line ends become those of the parser, but for encoded ones, which it leaves as they are. */
function decoded(body: string, encoding = '8bit'): Buffer | undefined {
  if (encoding === 'base64') {
    const text = body.trimEnd()
    const end = text.search(/[^A-Za-z0-9+/\r\n]/)
    return end < 0 || /^==?$/.test(text.slice(end)) ? Buffer.from(text, 'base64') : undefined
  }
  const lines = `${body}\n`.replaceAll('\r\n', '\n')
  return encoding === 'quoted-printable' ? unquoted(lines) : Buffer.from(lines, 'latin1')
}

/** An `=` before a line's end joins two lines, before two digits it is a byte, elsewhere itself. */
function unquoted(lines: string): Buffer {
  const bytes = Buffer.allocUnsafe(lines.length)
  let length = 0
  for (let i = 0; i < lines.length; i += 1) {
    let byte = lines.charCodeAt(i)
    if (byte === equals && lines.charCodeAt(i + 1) === 10) {
      i += 1
      continue
    }
    const value = byte === equals ? digitAt(lines, i + 1) * 16 + digitAt(lines, i + 2) : -1
    if (value >= 0) {
      byte = value
      i += 2
    }
    bytes[length] = byte
    length += 1
  }
  return bytes.subarray(0, length)
}

const equals = 0x3d
/** What a hexadecimal digit stands for; anything else makes every sum negative. */
const digits = new Int16Array(256).fill(-256)
for (const [value, digit] of [...'0123456789abcdef'].entries())
  for (const byte of Buffer.from(digit + digit.toUpperCase())) digits[byte] = value
const digitAt = (lines: string, i: number): number => digits[lines.charCodeAt(i)] ?? -256
