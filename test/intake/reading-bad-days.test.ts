import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planFor } from '../../intake/plan.ts'
import { readMail } from '../../intake/read.ts'
import { understand } from '../../intake/understanding/understand.ts'
import { whoseIs } from '../../intake/whose.ts'
import { readWhole, sample, values, written } from './written.ts'

const megabyte = 1024 * 1024
/** Far more than any mail takes, far less than a Lambda may: a loop that grows with the square would not end in it. */
const patience = 5_000
/** The processor's time, not the clock's: other work on the machine does not count. */
const timed = async (bytes: Uint8Array) => {
  const started = process.cpuUsage()
  const mail = await readMail(bytes)
  const { user, system } = process.cpuUsage(started)
  return { mail, milliseconds: (user + system) / 1000 }
}

function nested(depth: number): Buffer {
  let mail = 'From: eva@mail.example\r\nSubject: deep\r\nContent-Type: multipart/mixed; boundary="b0"\r\n\r\n'
  for (let i = 1; i < depth; i += 1) mail += `--b${i - 1}\r\nContent-Type: multipart/mixed; boundary="b${i}"\r\n\r\n`
  return Buffer.from(`${mail}--b${depth - 1}\r\n\r\nDelete my account\r\n`)
}
const multipart = { 'Content-Type': 'multipart/mixed; boundary=b' }

describe('a mail made to break its reader', () => {
  test('with 10,000 nested parts is refused with a reason, its sender known', async () => {
    const { mail, milliseconds } = await timed(nested(10_000))
    expect(mail).toMatchObject({ refused: 'too-deep', subject: 'deep', from: { address: 'eva@mail.example' } })
    expect(milliseconds).toBeLessThan(patience)
    expect((await readWhole(nested(10))).text.own).toBe('Delete my account')
  })

  test('with 10,000 parts side by side is read in its first parts', async () => {
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nDelete my account\r\n'
    const { mail, milliseconds } = await timed(written(multipart, part.repeat(10_000)))
    expect(mail).toMatchObject({
      damage: ['too-many-parts'],
      text: { own: expect.stringContaining('Delete my account') },
    })
    expect(milliseconds).toBeLessThan(patience)
  })

  test('with headers that never end is refused with a reason', async () => {
    const long = Buffer.from(`From: eva@mail.example\r\n${`X-A: ${'a'.repeat(1000)}\r\n`.repeat(600)}`)
    const parts = `--b\r\n${`X-A: ${'a'.repeat(1000)}\r\n`.repeat(60)}\r\nx\r\n`.repeat(40)
    expect((await timed(long)).milliseconds).toBeLessThan(patience)
    expect(await readMail(written(multipart, parts))).toMatchObject({
      refused: 'headers-too-long',
      from: { address: 'ada@mail.example' },
    })
  })

  test('of no bytes at all is read as an empty one', async () => {
    expect(await readMail(new Uint8Array())).toMatchObject({ damage: ['empty'], text: { own: '' } })
  })

  test.each<[string, () => Buffer]>([
    ['line breaks', () => Buffer.alloc(40 * megabyte, '\n')],
    ['one line', () => written({}, 'a '.repeat(20 * megabyte))],
    ['cells', () => written({ 'Content-Type': 'text/html' }, '<td>'.repeat(10 * megabyte))],
    ['boundaries', () => written(multipart, '\n--b'.repeat(10 * megabyte))],
    ['almost boundaries', () => written(multipart, '\n--'.repeat(13 * megabyte))],
    ['declarations of boundaries', () => written({}, 'boundary=a '.repeat(3 * megabyte))],
    ['headers', () => Buffer.from('X: y\r\n'.repeat(6 * megabyte))],
    ['one header', () => written({ Subject: 'a '.repeat(20 * megabyte) })],
    [
      'texts that are each within bounds',
      () => written(multipart, `--b\r\n\r\n${'\n'.repeat(220 * 1024)}`.repeat(180)),
    ],
    ['bytes of no charset', () => Buffer.alloc(40 * megabyte, 200)],
  ])('with 40 MB of %s takes no longer', async (_, make) => {
    const { mail, milliseconds } = await timed(make())
    expect(milliseconds).toBeLessThan(patience)
    expect(mail.damage.length).toBeGreaterThan(0)
  })

  test.each<[string, () => Buffer]>([
    ['encoded words', () => written({ Subject: '=?utf-8?q?a?= '.repeat(18_000) })],
    ['addresses', () => written({ To: 'eva@mail.example, '.repeat(13_000) })],
    ['brackets', () => written({ To: '(('.repeat(120_000), From: '"<'.repeat(60_000) })],
    ['parameters', () => written({ 'Content-Type': `text/plain${';a*0*=b'.repeat(30_000)}` })],
    ['tags', () => written({ 'Content-Type': 'text/html' }, '<td> <'.repeat(40_000))],
    ['quotations', () => written({ 'Content-Type': 'text/html' }, '<blockquote>'.repeat(20_000))],
    ['header blocks', () => written({}, 'From: a@mail.example\nTo: b@mail.example\n\n'.repeat(2_400))],
    ['attributions', () => written({}, '1:00 a@mail.example:\n'.repeat(5_000))],
    ['references', () => written({}, 'OB 1234 '.repeat(12_000))],
    [
      'mails in mails',
      () => Buffer.from(`${'From: a@mail.example\r\nContent-Type: message/rfc822\r\n\r\n'.repeat(4_000)}x`),
    ],
  ])('with nothing but %s takes no longer either', async (_, make) => {
    expect((await timed(make())).milliseconds).toBeLessThan(patience)
  })
})

test('a mail of 40 MB with files is read at little cost: what is large is weighed, not decoded', async () => {
  const file = Buffer.alloc(29 * megabyte, 7)
  const head =
    '--b\r\n\r\nDelete my account\r\n--b\r\nContent-Type: application/zip; name=all.zip\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n'
  const lines = file.toString('base64').replace(/.{76}/g, '$&\r\n')
  const bytes = written(multipart, `${head}${lines}\r\n--b\r\n\r\nand tell me\r\n--b--`)
  expect(bytes.length).toBeGreaterThan(39 * megabyte)
  const before = process.memoryUsage().rss
  const { mail, milliseconds } = await timed(bytes)
  expect(mail).toMatchObject({
    damage: [],
    text: { own: expect.stringMatching(/^Delete my account\s+and tell me$/) },
    attachments: [{ name: 'all.zip', type: 'application/zip', size: file.length, leftOut: true }],
  })
  expect(milliseconds).toBeLessThan(patience)
  expect(process.memoryUsage().rss - before).toBeLessThan(40 * megabyte)
})

test('a mail larger than SES takes is read in its beginning, and says so', async () => {
  const mail = await readMail(written({}, `Delete my account\r\n${'x'.repeat(45 * megabyte)}`))
  expect(mail.damage).toContain('too-large')
})

test('a multipart whose boundary never comes shows its body as text', async () => {
  const mail = await readWhole(written({ 'Content-Type': 'multipart/mixed; boundary=never' }, 'Delete my account'))
  expect(mail).toMatchObject({
    text: { own: 'Delete my account' },
    damage: ['no-parts'],
    from: { address: 'ada@mail.example' },
  })
})

test('an empty line that holds a space, and a text without headers, are still texts', async () => {
  expect((await readWhole(Buffer.from('From: a@mail.example\r\n \r\nDelete my account'))).text.own).toBe(
    'Delete my account',
  )
  expect((await readWhole(Buffer.from('Delete my account\r\nplease.'))).text.own).toBe('Delete my account\nplease.')
})

/** Mails of other people and of their parsers' tests, beside the house and not part of it. */
const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'intake')
const filesIn = (set: string) => {
  const folder = join(shared, set)
  return existsSync(folder)
    ? readdirSync(folder).flatMap((name) => (/\.eml$/.test(name) ? [join(folder, name)] : []))
    : []
}
const files = filesIn('mime')
const theirs = [...files, ...filesIn('dev'), ...filesIn('short')]
if (theirs.length === 0)
  console.warn(
    `No sample mails in ${shared}: mails are mutated from the project’s own small set, and the test of other parsers’ broken mails is skipped.`,
  )

describe('a mutated mail', () => {
  const names = [
    'html-only',
    'outlook-reply',
    'forwarded-by-hand',
    'forwarded-as-attachment',
    'copy-by-group',
    'bounce',
    'attachments',
  ]
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.integer({ min: 0, max: 60 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom(
          '\r\n',
          '\0',
          '\r',
          '--',
          '--x',
          '--m--',
          '=?utf-8?B?',
          '?=',
          'Content-Type: ',
          ';charset=',
          '\x1b$B',
          '>',
          '<',
          '&#',
          ': ',
          'multipart/mixed; boundary=',
        )
        .map((text) => Buffer.from(text)),
    ),
  })

  // Half of them begin with the project's own, where each is of another kind.
  const seeds = [
    fc.constantFrom(...names).map((name) => ({ name, seed: sample(name) })),
    ...(theirs.length > 0 ? [fc.constantFrom(...theirs).map((name) => ({ name, seed: readFileSync(name) }))] : []),
  ]

  test('is read or refused, never thrown at, never lost, never waited for, and no value holds a line break', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(...seeds),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async ({ seed }, changes) => {
          let bytes: Buffer = seed
          for (const { at, cut, put } of changes) {
            const from = Math.floor(at * bytes.length)
            bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)])
          }
          const { mail, milliseconds } = await timed(bytes)
          expect(milliseconds).toBeLessThan(patience)
          if (mail.refused) expect(mail.damage).toContain(mail.refused)
          else expect(typeof mail.text.own).toBe('string')
          for (const value of values(mail)) expect(value).not.toMatch(/[\0\r\n]/)
          // What is to be done with it is always said; what could not be read waits for a person.
          const whose = mail.refused ? { writer: undefined, owner: undefined } : whoseIs(mail, [])
          const plan = planFor(mail, understand(mail), whose)
          if (mail.refused && !mail.automatic) expect(plan).toMatchObject({ to: 'decide', why: 'damaged' })
          else expect(['leave', 'open', 'tell', 'decide']).toContain(plan.to)
          // A request is opened for somebody only.
          if (plan.to === 'open') expect(whose.owner).toBeDefined()
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('that is nothing but noise is read too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (noise) => {
        expect((await readMail(noise)).damage).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })
})

test.skipIf(files.length === 0)(
  'every broken mail of other parsers’ tests is read, or refused with a reason',
  async () => {
    for (const name of files) {
      const bytes = readFileSync(name)
      const { mail, milliseconds } = await timed(bytes)
      expect(milliseconds, name).toBeLessThan(patience)
      if (mail.refused) expect(mail.damage, name).toContain(mail.refused)
      // A mail that has a body shows something of it.
      else if (/\r?\n\r?\n\s*\S/.test(bytes.toString('latin1')))
        expect(
          [mail.text.own, mail.text.quoted, mail.text.signature, mail.forwarded?.text, ...mail.attachments].some(
            Boolean,
          ),
          name,
        ).toBe(true)
      for (const value of values(mail)) expect(value, name).not.toMatch(/[\0\r\n]/)
    }
  },
)
