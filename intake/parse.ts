import PostalMime, { type Email } from 'postal-mime'
import { asBytes, headersEnd, reread, unreadable, withReadableHeaders } from './charset.ts'
import type { Damage } from './mail.ts'

/** Depth of MIME parts that is followed; real mails have three or four. */
const deepest = 50

/** Bytes of all headers together; real mails have at most some 30 KB. */
const longestHeaders = 512 * 1024

const options = { forceRfc822Attachments: true, maxNestingDepth: deepest, maxHeadersSize: longestHeaders }

export type Parsed = {
  readonly email: Email
  readonly refused: Damage | undefined
  /** Headers or text were read in a guessed charset. */
  readonly guessed: boolean
  /** The declared parts are not there: what stands below the headers was taken as one text. */
  readonly flat: boolean
}

/** The parser's view; when it gives up, that of the headers alone, with the reason. Never throws. */
export async function parsed(bytes: Buffer): Promise<Parsed> {
  const readable = withReadableHeaders(bytes)
  try {
    const email = await PostalMime.parse(uncopied(readable), options)
    if (!email.text?.trim() && !email.html && email.attachments.length === 0)
      return await withoutStructure(readable, email)
    const better = unreadable(email.text ?? '', email.html ?? '') ? await guessing(readable, email) : undefined
    return {
      email: better ?? email,
      refused: undefined,
      guessed: better !== undefined || readable !== bytes,
      flat: false,
    }
  } catch (cause) {
    const headers = withoutContent(bytes.toString('latin1', 0, headersEnd(bytes)))
    return { email: await headersAlone(headers), refused: reasonOf(String(cause)), guessed: false, flat: false }
  }
}

/** Headers without those that say how to read the body. */
const withoutContent = (headers: string): string => headers.replace(/^content-[\w-]+:.*(?:\r?\n[ \t].*)*\r?\n?/gim, '')

/**
 * A mail that came out empty: a multipart without its boundary, an "empty" line with a space in it, a text without any
 * headers. What a person wrote there is not lost.
 */
async function withoutStructure(bytes: Buffer, empty: Email): Promise<Parsed> {
  const whole = bytes.toString('latin1')
  const blank = /\r?\n[ \t]*\r?\n/.exec(whole.slice(0, 64 * 1024))
  const headed = /^(?:from |[\w-]+\s*:)/i.test(whole)
  const head = headed ? withoutContent(whole.slice(0, blank?.index ?? whole.length)) : ''
  const body = headed ? whole.slice(blank ? blank.index + blank[0].length : whole.length) : whole
  const as = { refused: undefined, guessed: false }
  if (body.trim() === '') return { ...as, email: empty, flat: false }
  const email = await PostalMime.parse(Buffer.from(`${head.trimEnd()}\r\n\r\n${body}`, 'latin1'), options)
  const flat = (email.text ?? '').trim() !== ''
  // The headers of the mail as it came: they say what kind of mail it is.
  return { ...as, email: flat ? { ...(headed ? empty : email), text: email.text } : empty, flat }
}

/** The mail with its texts in the charset that they look like, when that is better. */
async function guessing(bytes: Buffer, email: Email): Promise<Email | undefined> {
  const { text, html } = await PostalMime.parse(asBytes(bytes), options)
  const [plain, rich] = [reread(text ?? ''), reread(html ?? '')]
  if (plain === undefined || rich === undefined || unreadable(plain, rich)) return undefined
  return { ...email, text: plain, html: rich }
}

async function headersAlone(headers: string): Promise<Email> {
  try {
    return await PostalMime.parse(`${headers.trimEnd()}\r\n\r\n`, options)
  } catch {
    return { headers: [], headerLines: [], attachments: [] }
  }
}

function reasonOf(cause: string): Damage {
  if (/nesting depth/i.test(cause)) return 'too-deep'
  return /header size/i.test(cause) ? 'headers-too-long' : 'unreadable'
}

/** The memory of a mail that has it to itself: of any other view the parser makes a copy first. */
const uncopied = (bytes: Buffer): ArrayBuffer | Buffer =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes
