/** Texts whose charset was declared wrongly, or not at all. */
import { isUtf8 } from 'node:buffer'
import { guessed } from './guess-charset.ts'

/** windows-1252's letters for the bytes 0x80–0x9f; others are the same as in Latin-1. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = new Map([...high].map((letter, i) => [letter, 0x80 + i]))

/**
 * UTF-8 that was read as Latin-1 or windows-1252 ("dÃ©tenez"), read again; anything else comes back as it is.
 * Only a text that is UTF-8 throughout its suspicious letters is changed.
 */
export function mended(text: string): string {
  if (
    !/[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/.test(
      text,
    )
  )
    return text
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) as number
    const byte = byteOf.get(letter) ?? code
    if (byte > 0xff) return text
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

/**
 * Raw 8-bit headers in an old charset as UTF-8, which the parser expects (RFC 6532); other mails come back as they are.
 * Where a text declares a charset, programs that write raw headers mean it for them too.
 */
export function withReadableHeaders(mail: Buffer): Buffer {
  if (isUtf8(mail)) return mail
  const end = headersEnd(mail)
  const head = mail.subarray(0, end)
  if (isUtf8(head)) return mail
  const declared = /charset\s*=\s*"?([\w:.+-]{2,40})/i.exec(head.toString('latin1'))?.[1]
  const text = (declared && !/^utf-?8$|^us-ascii$/i.test(declared) && decodes(head, declared)) || guessed(head)
  return Buffer.concat([Buffer.from(text), mail.subarray(end)])
}

/** Where the headers of a mail end, at most 64 KB. */
export function headersEnd(mail: Buffer): number {
  const most = Math.min(mail.length, 64 * 1024)
  for (let at = mail.indexOf(10); at >= 0 && at + 1 < most; at = mail.indexOf(10, at + 1)) {
    const blank = mail[at + 1] === 10 || (mail[at + 1] === 13 && at + 2 < most && mail[at + 2] === 10)
    if (blank) return mail[at - 1] === 13 ? at - 1 : at
  }
  return most
}

function decodes(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether texts were decoded with the wrong charset: characters that no charset could read, beyond one cut in half. */
export const unreadable = (plain: string, rich: string): boolean =>
  (plain.includes('\ufffd') || rich.includes('\ufffd')) && /\ufffd(?!\s*$)/.test(plain + rich)

/**
 * The mail with every text declared as `x-user-defined`, which keeps each byte apart (WHATWG Encoding, 14.5), so that
 * `reread` can decode by what the bytes look like.
 */
export function asBytes(mail: Buffer): Buffer {
  const label = 'charset=x-user-defined'
  const end = headersEnd(mail)
  const typed = /^content-type:/im.test(mail.toString('latin1', 0, end))
  const text = mail
    .toString('latin1')
    .replace(/;\s*charset\s*=\s*(?:"[^"\r\n]{0,60}"|[^\s;"]{0,60})/gi, '')
    .replace(/^content-type:\s*text\/(?:plain|html)/gim, `$&; ${label}`)
  return Buffer.from(typed ? text : `Content-Type: text/plain; ${label}\r\n${text}`, 'latin1')
}

/** The text of such a mail in its likeliest charset; undefined when it holds anything but bytes. */
export function reread(text: string): string | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const byte = code >= 0xf780 && code <= 0xf7ff ? code - 0xf700 : code
    if (byte > 0x7f && code === byte) return undefined
    bytes[i] = byte
  }
  return guessed(bytes)
}
