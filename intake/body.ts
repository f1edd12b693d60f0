import type { Email } from 'postal-mime'
import { asText } from './attachments.ts'
import { mended } from './charset.ts'
import { textOf } from './html-to-text.ts'

/** Characters of one mail's text that are read on; the rest is not looked at. */
export const longestText = 100_000

/** The plain text, or the HTML when that is all there is or the plain text only says so. */
export function bodyOf({ text = '', html = '' }: Email): string {
  return chosen(text.trim(), html).replace(control, '')
}

/** NUL and other characters that no letter holds and some storage or terminal misreads; line ends and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/g

function chosen(plain: string, html: string): string {
  const rich = html.slice(0, 8 * longestText)
  if (!rich) return /^\s*<(?:!doctype|html)\b/i.test(plain) ? textOf(plain.slice(0, 8 * longestText)) : plain
  // "Your e-mail client cannot display HTML messages."
  if (plain.length > 200) return plain
  const fromHtml = textOf(rich)
  const stub = plain.length < 200 && /html/i.test(plain) && fromHtml.length > 0
  return stub || plain.length === 0 || fromHtml.length > 3 * plain.length + 40 ? fromHtml : plain
}

/**
 * A letter that a program put into a text/plain part marked as attachment, below "please see my letter": it is text of
 * the mail that the parser has decoded anyway, so nothing is opened. Other kinds of files are never looked into.
 */
export function letterOf(own: string, { attachments }: Email): string {
  if (own.length > 250) return ''
  const letter = attachments.find(
    ({ mimeType, content, filename }) =>
      mimeType === 'text/plain' &&
      /\.txt$/i.test(filename ?? '') &&
      typeof content !== 'string' &&
      content.byteLength < 32 * 1024,
  )
  return letter ? mended(asText(letter.content)).trim() : ''
}
