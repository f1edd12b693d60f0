import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMail } from '../../intake/read.ts'
import { addressesIn, whoseIs } from '../../intake/whose.ts'
import { readText } from './written.ts'

const own = ['info@shop.example', 'privacy@shop.example']
const whose = async (body: string, headers: Readonly<Record<string, string>> = {}) =>
  whoseIs(await readText(body, headers), own)

describe('whose data a mail is about', () => {
  test('the writer’s own, when it names no other address', async () => {
    expect(await whose('Delete my account. You wrote to ADA@mail.example from info@shop.example.')).toEqual({
      writer: 'ada@mail.example',
      owner: 'ada@mail.example',
    })
  })

  test('those of the one address that it names', async () => {
    expect(await whose('My account is under Old.Ada@Mail.example, please delete it.')).toEqual({
      writer: 'ada@mail.example',
      owner: 'old.ada@mail.example',
    })
  })

  test('nobody’s that is certain, when it names several', async () => {
    expect((await whose('Delete ben@mail.example and eva@mail.example.')).owner).toBeUndefined()
  })

  test('not of an address in the signature or in what was quoted', async () => {
    const signed = 'Please delete my account.\n\n-- \nAda\nada@office.example'
    expect((await whose(signed)).owner).toBe('ada@mail.example')
    const quoted = 'Please delete my account.\n\n> Write to help@mail.example\n'
    expect((await whose(quoted)).owner).toBe('ada@mail.example')
  })

  test('a form of the company’s writes for who is in Reply-To, a colleague and a rule pass on what others wrote', async () => {
    const form = { From: 'Form <noreply@forms.example>', 'Reply-To': 'eva@mail.example' }
    expect((await whose('Delete my account.', form)).writer).toBe('eva@mail.example')
    const passedOn =
      'Can you take this?\n\n---------- Forwarded message ---------\nFrom: Eva <eva@mail.example>\nSubject: account\n\nDelete my account.'
    expect((await whose(passedOn, { From: 'Colleague <kim@shop.example>' })).writer).toBe('eva@mail.example')
    // Somebody else who forwards a mail is the one who writes to us.
    expect((await whose(passedOn)).writer).toBe('ada@mail.example')
  })

  test('addresses are found as people write them', () => {
    expect(addressesIn('(ada.quill+shop@Example.org), <b-b@x.example>; not@here, @all, c@d.example.')).toEqual([
      'ada.quill+shop@example.org',
      'b-b@x.example',
      'c@d.example',
    ])
  })
})

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'intake', 'dev')
type Truth = {
  readonly file: string
  readonly label: string
  readonly from_email: string
  readonly identity: { readonly email?: string }
}

describe.skipIf(!existsSync(folder))('on the optional folder of sample mail (../shared/intake)', () => {
  test('the address that a request names is taken for its owner’s, else its writer’s', async () => {
    const truths = readFileSync(join(folder, 'truth.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Truth)
      .filter(({ label, identity }) => identity.email && !/^(not-request|other-privacy)$/.test(label))
    expect(truths.length).toBeGreaterThan(60)
    const wrong: string[] = []
    for (const { file, identity } of truths) {
      const mail = await readMail(readFileSync(join(folder, file)), { mailboxes: ['info@brightwell.example'] })
      if (mail.refused !== undefined) continue
      const { owner } = whoseIs(mail, ['info@brightwell.example'])
      if (owner !== identity.email?.toLowerCase()) wrong.push(`${file}: ${owner} for ${identity.email}`)
    }
    // What is not certain is nobody’s and goes to a person; somebody else’s would be a letter to the wrong one.
    expect(
      wrong.filter((line) => !line.includes(': undefined for')),
      wrong.join('\n'),
    ).toEqual([])
    expect(wrong.length / truths.length).toBeLessThan(0.1)
  })
})
