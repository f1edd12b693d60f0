import { attachmentsOf, cutAt, largestHandedOn } from './attachments.ts'
import { bounded } from './bounds.ts'
import { parsed } from './parse.ts'

export type Attached = { readonly name: string; readonly bytes: Buffer }

/**
 * A file that came along, as its bytes: decoded, and looked into by nobody. Only this one part leaves the bounds in which a
 * mail is read (bounds.ts), and goes through no parser, which would mend its line breaks.
 *
 * @param raw the mail as SES stored it
 * @param n which one, as `Mail.attachments` has them
 * @returns undefined when there is no such file, or it is larger than may be handed on
 */
export async function attachedFile(raw: Uint8Array, n: number): Promise<Attached | undefined> {
  const { bytes, sizes, cut } = bounded(raw, true)
  const { email, refused } = await parsed(bytes)
  const [part, known] = [email.attachments[n], attachmentsOf(email.attachments, sizes)[n]]
  if (refused !== undefined || !part || !known || known.size > largestHandedOn) return undefined
  const from = cut[cutAt(part, sizes) ?? -1]
  const content = from
    ? decoded(from.body, from.encoding)
    : typeof part.content === 'string'
      ? Buffer.from(part.content)
      : Buffer.from(part.content as ArrayBuffer)
  return content.length > largestHandedOn ? undefined : { name: known.name, bytes: content }
}

/** RFC 2045, section 6. The line break before the next boundary belongs to the boundary (RFC 2046, section 5.1.1). */
function decoded(body: Buffer, encoding: string): Buffer {
  const text = () => body.toString('latin1')
  switch (encoding) {
    case 'base64':
      return Buffer.from(text(), 'base64')
    case 'quoted-printable':
      return Buffer.from(
        withoutLastBreak(text())
          .replace(/[ \t]*=[ \t]*\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
        'latin1',
      )
    default:
      return Buffer.from(withoutLastBreak(text()), 'latin1')
  }
}

const withoutLastBreak = (text: string): string => text.replace(/\r?\n$/, '')
