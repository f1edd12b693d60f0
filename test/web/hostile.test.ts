import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentNamed } from '../../functions/desk/disposition.ts'
import { compose } from '../../letters/compose.ts'
import { type DeskPage, renderDeskPage } from '../../web/desk/page.ts'
import { type Page, renderPage } from '../../web/pages.ts'
import { deskPages, everyDeskPage } from './every-desk-page.ts'
import { mailToDecide } from './every-page.ts'
import { company, token, views } from './seen.ts'

/** What people send who want a page to do something: pieces of markup and of ways out of it, in any order, and any text at all. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<script>alert(1)</script>',
          '<img src=x onerror=alert(1)>',
          '"><svg/onload=alert(1)>',
          "' onfocus='alert(1)",
        ],
        ...[
          '</pre></textarea></title>',
          '<!--',
          ']]>',
          '`',
          '&lt;script&gt;',
          '&#x3c;',
          'javascript:alert(1)',
          '\u202e',
        ],
        ...[
          'valueOf',
          '__proto__',
          'constructor',
          '<iframe srcdoc="x">',
          '<meta http-equiv=refresh content=0>',
          '<base href=//evil.example>',
          '\u0000',
          '<',
        ],
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join('').replaceAll(/[\r\n]/g, ' '))

/** A page without what stands in it: its tags, and the names of their attributes. */
const skeleton = (markup: string): readonly string[] =>
  (markup.match(/<[^>]*>/g) ?? []).map((tag) => tag.replaceAll(/"[^"]*"/g, '""'))

const request = everyDeskPage['desk request, with its mails, looked at'] as Extract<DeskPage, { kind: 'request' }>
const answered = everyDeskPage['desk task, not said'] as Extract<DeskPage, { kind: 'task' }>
const preview = everyDeskPage['desk preview, turned down'] as Extract<DeskPage, { kind: 'preview' }>

/** Pages with what others sent in each place that takes it: mails and their files, statements, answers of systems, words of colleagues. */
const pagesWith = (text: string): readonly string[] => {
  const named = { keys: { [text]: text }, stated: { statement: text, [text]: text } }
  const desk: readonly DeskPage[] = [
    {
      ...request,
      seen: {
        ...request.seen,
        written: [{ n: 1, at: request.seen.line.receivedAt, who: text }],
        personal: {
          ...{ address: text, formerAddress: text, account: text, writer: text, ...named, written: { 1: text } },
          letters: { '000003-0': { to: text, subject: text, text, attached: text } },
          mails: { 'ses-1': { from: text, subject: text, text, trust: 'none', files: [{ name: text, bytes: 1 }] } },
        },
      },
    },
    {
      ...answered,
      task: {
        ...answered.task,
        stated: { at: views.grace.at, by: text, who: text, outcome: 'cannot', reason: text, file: text, receipts: [] },
        personal: { address: text, keys: { [text]: text }, right: [{ field: 'last-name', value: text }] },
      },
    },
    { ...preview, letter: { ...preview.letter, subject: text, text }, sends: { why: 'excessive', words: text } },
  ]
  const said = { from: text, subject: text, text, attachments: [text, text] }
  const mail: Page = { kind: 'mail', mail: { ...mailToDecide, owner: text, said }, token }
  const letter = {
    kind: 'turned-down',
    request: views['turned down, a copy'],
    link: 'https://…',
    answer: `.${text}`,
  } as const
  return [
    ...desk.map((page) => renderDeskPage(page, deskPages, 'en', company)),
    renderPage(mail, 'en', company),
    compose(letter, 'en', company).html,
  ]
}

test('whatever a mail, a file’s name, a statement or a system’s answer holds, it adds no tag and no attribute to any page or letter', () => {
  const plain = pagesWith('x').map(skeleton)
  fc.assert(
    fc.property(hostile, (text) => {
      expect(pagesWith(text).map(skeleton)).toEqual(plain)
    }),
    { numRuns: 150 },
  )
})

test('a file is saved by its own name, whatever that is, and its name ends no header', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), (name) => {
      const header = attachmentNamed(name)
      const [, plain = '', whole] =
        /^attachment; filename="([^"\\]*)"(?:; filename\*=UTF-8''([\w!#$&+.^`|~%-]*))?$/.exec(header) ?? []
      expect(header).toMatch(/^[\x20-\x7e]+$/)
      expect(whole === undefined ? plain : decodeURIComponent(whole)).toBe(name.toWellFormed())
    }),
  )
  expect(attachmentNamed('Rechnung "Mai".pdf')).toBe(
    `attachment; filename="Rechnung _Mai_.pdf"; filename*=UTF-8''Rechnung%20%22Mai%22.pdf`,
  )
  expect(attachmentNamed('../x.exe')).not.toContain('filename="..\\/')
})
