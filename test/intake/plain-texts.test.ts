import fc from 'fast-check'
import PostalMime, { type Email } from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../intake/body.ts'
import { plainTexts } from '../../intake/plain-texts.ts'
import { sample, written } from './written.ts'

const options = { forceRfc822Attachments: true }
/** Line ends of either kind are one (quotes.ts). */
const readOf = (email: Email) => bodyOf(email).replaceAll('\r\n', '\n')

/** What the parser says of the mail, and what is read when it is handed the rest only. */
async function bothOf(mail: Buffer) {
  const found = plainTexts(mail)
  if (!found) return undefined
  const [whole, rest] = [await PostalMime.parse(mail, options), await PostalMime.parse(found.rest, options)]
  return {
    // Several texts are left to the parser.
    several: (rest.text ?? rest.html) !== undefined,
    parser: { ...whole, headerLines: [], headers: [], text: '', html: '', read: readOf(whole) },
    ours: { ...rest, headerLines: [], headers: [], text: '', html: '', read: readOf({ ...rest, ...found } as Email) },
    rest: found.rest,
  }
}

const quoted = { 'Content-Type': 'text/plain; charset="utf-8"', 'Content-Transfer-Encoding': 'quoted-printable' }
const part = (headers: string, body: string) => `--b\r\n${headers}\r\n\r\n${body}\r\n`
const plain = part('Content-Type: text/plain; charset=utf-8', 'Löschen Sie mein Konto')
const rich = part(
  'Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable',
  '<p>L=F6sch=\r\nen Sie mein Konto</p>',
)
const file = part('Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64', 'JVBERi0xLjc=')

describe('a text that any program reads alike', () => {
  test('is found in a mail that is one text, in plain and in HTML, or above a file, and the parser is handed none of it', async () => {
    for (const mail of [
      written(quoted, 'L=C3=B6schen Sie mein Konto'),
      written({ 'Content-Type': 'multipart/alternative;\r\n boundary="b"' }, `${plain}${rich}--b--\r\n`),
      written({ 'Content-Type': 'multipart/mixed; boundary=b' }, `${plain}${file}--b--\r\n`),
    ]) {
      const both = await bothOf(mail)
      expect(both?.ours.read).toBe('Löschen Sie mein Konto')
      expect(both?.ours).toEqual(both?.parser)
      expect(both?.rest.toString('latin1')).not.toMatch(/schen/)
    }
    expect((await bothOf(sample('attachments')))?.ours.read).not.toBe('')
  })

  test('is left to the parser when it flows, hangs on as a file, or its charset or encoding is rare or given twice', () => {
    for (const headers of [
      { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' },
      { ...quoted, 'Content-Disposition': 'attachment; filename=letter.txt' },
      { 'Content-Type': 'text/plain; charset=utf-16' },
      { 'Content-Type': 'text/plain (a comment); charset=utf-8' },
      { ...quoted, 'Content-Transfer-Encoding': 'x-uuencode' },
      { ...quoted, 'content-type': 'text/html' },
    ])
      expect(plainTexts(written(headers, 'Löschen'))).toBeUndefined()
  })

  const pieces = [
    'a',
    'é',
    '=',
    '=\r\n',
    '=C3=B6',
    '=4',
    '1',
    '=3D',
    '=0D=0A',
    '\r\n',
    '\n',
    '\r',
    ' ',
    '\t',
    'QUJD',
    '==',
  ]
  const body = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom('--b', '--b--', '\r\n--b', '\r\n--b\r\n', '\ufeff')), {
      maxLength: 14,
    })
    .map((all) => all.join(''))
  const header = fc.constantFrom(
    'Content-Type: text/plain',
    'content-type:text/html;charset=windows-1252;',
    'Content-Type: text/plain;\r\n\tcharset="UTF-8"',
    'Content-Type: multipart/alternative; boundary=b',
    'Content-Type: multipart/mixed; boundary="b"; x=y',
    'Content-Type: multipart/mixed; boundary=c',
    'Content-Type : text/html',
    'Content-Type',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Transfer-Encoding: BASE64 ',
    'Content-Transfer-Encoding: 8bit',
    'Content-Disposition: inline',
    'Content-Disposition: attachment',
    'Subject: Content-Type: text/html',
    ' content-type: text/html',
    '\r',
    '',
  )
  const headed = fc
    .tuple(fc.array(header, { maxLength: 3 }), fc.constantFrom('\r\n', '\n'), body)
    .map(([headers, end, below]) => [...headers, '', below].join(end))
  const divided = fc
    .tuple(fc.constantFrom('alternative', 'mixed', 'related', 'digest'), body, fc.array(headed, { maxLength: 4 }), body)
    .map(([kind, before, parts, after]) =>
      [`Content-Type: multipart/${kind}; boundary=b\r\n\r\n${before}`, ...parts]
        .join('\r\n--b\r\n')
        .concat('\r\n--b--', after),
    )

  test('is read as the parser reads it, however the mail is made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(headed, divided), fc.constantFrom('utf8', 'latin1'), async (mail, charset) => {
        const both = await bothOf(Buffer.from(mail, charset as BufferEncoding))
        if (both && !both.several) expect(both.ours).toEqual(both.parser)
      }),
      { numRuns: 1000 },
    )
  })
})
