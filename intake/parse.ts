import PostalMime, { type Email } from 'postal-mime'
import type { Damage } from './mail.ts'

/** Depth of MIME parts that is followed; real mails have three or four. */
const deepest = 50

/** The parser's view; when it gives up, that of the headers alone, with the reason. Never throws. */
export async function parsed(bytes: Buffer): Promise<{ email: Email; refused: Damage | undefined }> {
  const options = { forceRfc822Attachments: true, maxNestingDepth: deepest }
  try {
    return { email: await PostalMime.parse(bytes, options), refused: undefined }
  } catch (cause) {
    const refused = /nesting depth/i.test(String(cause)) ? 'too-deep' : 'unreadable'
    const blank = /\r?\n\r?\n/.exec(bytes.toString('latin1', 0, 64 * 1024))
    const headers = bytes
      .toString('latin1', 0, blank ? blank.index : 64 * 1024)
      .replace(/^content-[\w-]+:.*(?:\r?\n[ \t].*)*\r?\n?/gim, '')
    try {
      return { email: await PostalMime.parse(`${headers.trimEnd()}\r\n\r\n`, options), refused }
    } catch {
      return { email: { headers: [], headerLines: [], attachments: [] }, refused }
    }
  }
}
