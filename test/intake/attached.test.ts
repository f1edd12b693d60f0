import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { attachedFile } from '../../intake/attached.ts'
import { largestHandedOn } from '../../intake/attachments.ts'
import { readWhole, written } from './written.ts'

type Part = { readonly file: Buffer; readonly encoding: 'base64' | 'quoted-printable' | '8bit'; readonly name: string }

const encoded = ({ file, encoding }: Part): Buffer => {
  if (encoding === 'base64') return Buffer.from(file.toString('base64').replace(/(.{76})/g, '$1\r\n'))
  if (encoding === '8bit') return file
  const text = [...file].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
  return Buffer.from(text.join('').replace(/(.{72})/g, '$1=\r\n'))
}

const mailWith = (...parts: readonly Part[]): Buffer =>
  written(
    { 'Content-Type': 'multipart/mixed; boundary=b' },
    Buffer.concat([
      Buffer.from('--b\r\n\r\nDelete my account\r\n'),
      ...parts.flatMap((part) => [
        Buffer.from(
          `--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${part.encoding}\r\nContent-Disposition: attachment; filename="${part.name}"\r\n\r\n`,
        ),
        encoded(part),
        Buffer.from('\r\n'),
      ]),
      Buffer.from('--b--\r\n'),
    ]),
  )

/** No line break but those of the wire, and none that looks like a boundary. */
const bytes = (length: number): Buffer => Buffer.from(randomBytes(length).map((byte) => 0x21 + (byte % 90)))

test.each(['base64', 'quoted-printable', '8bit'] as const)(
  'a file that came along in %s is handed on byte for byte, small or so large that reading left it out',
  async (encoding) => {
    const files = [bytes(40), bytes(300_000), Buffer.from('%PDF-1.7\u0000\u0001 end')]
    const mail = mailWith(...files.map((file, n) => ({ file, encoding, name: `${n}.bin` })))
    const known = (await readWhole(mail)).attachments
    for (const [n, file] of files.entries()) {
      const found = await attachedFile(mail, n)
      expect([n, found?.name, found?.bytes.equals(file)]).toEqual([n, known[n]?.name, true])
    }
    expect(await attachedFile(mail, files.length)).toBeUndefined()
  },
)

test('what is larger than can be handed on is not, and what is no mail has no files', async () => {
  const mail = mailWith({ file: bytes(largestHandedOn + 1), encoding: 'base64', name: 'film.mp4' })
  expect((await readWhole(mail)).attachments).toMatchObject([{ name: 'film.mp4', leftOut: true }])
  expect(await attachedFile(mail, 0)).toBeUndefined()
  expect(await attachedFile(Buffer.from('\u0000\u0001'), 0)).toBeUndefined()
})
