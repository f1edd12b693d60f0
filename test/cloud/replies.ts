import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { house } from './one-house.ts'
import { linkIn, Person, somebody } from './person.ts'
import { post } from './post.ts'

const officer = () => new Person(house.cloud, demo.company.officer)

promise(
  'N2',
  'a supplementary statement by mail is taken: found by the Message-ID alone, from the person only, and put before whoever decides',
  async () => {
    const person = new Person(house.cloud, somebody(82).email)
    await post(house.cloud, {
      from: person.address,
      subject: 'My name',
      text: 'Please correct my last name in your records. It is misspelt: it should be Quillfeather.',
    })
    const [asked] = await person.mails()
    expect(await person.presses(linkIn(asked as never), 'confirm')).toBe(200)
    const letter = (await person.mails()).at(-1)
    const link = linkIn(letter as never)
    // What the first mail said stands in the form already.
    expect((await person.looks(link)).page).toMatch(/<textarea[^>]*>Please correct my last name[^<]*Quillfeather/)
    const reply = {
      subject: 'Re: hello',
      answers: [letter?.messageId ?? ''],
      text: 'The last name in all my records has to be Quill-Feather, as in my passport.',
    }
    const mails = (await officer().mails()).length
    await post(house.cloud, { ...reply, from: 'mallory@example.com' })
    await post(house.cloud, { ...reply, from: person.address, pretended: true })
    expect((await person.sees(link)).status).toBe('stating')
    expect((await officer().mails()).slice(mails).map(({ subject }) => subject.replace(/: \S+$/, ''))).toEqual(
      Array.from({ length: 2 }, () => 'An e-mail needs your decision'),
    )
    await post(house.cloud, { ...reply, from: person.address, messageId: '<said@example.org>' })
    expect(await person.sees(link)).toMatchObject({ status: 'deciding', items: [{ field: 'statement' }] })
    expect((await person.mails()).at(-1)?.subject).toMatch(/^Where your request stands: /)
    const decision = await officer().link((await person.sees(link)).reference)
    expect((await officer().looks(decision)).page).toContain('has to be Quill-Feather')
    // Said again, it changes nothing; and somebody looks.
    await post(house.cloud, { ...reply, from: person.address, messageId: '<again@example.org>' })
    expect((await person.sees(link)).items).toHaveLength(1)
    expect(await person.presses(link, 'withdraw')).toBe(200)
    for (const { where, text } of await house.written()) expect(text.includes('Quill-Feather'), where).toBe(false)
  },
  long,
)

test('who writes for somebody else without an address is asked for it, in words that tell nothing, and a person looks', async () => {
  const firm = new Person(house.cloud, 'office@example.com')
  const before = (await officer().mails()).length
  await post(house.cloud, {
    from: firm.address,
    subject: 'Our client',
    text: 'Dear Sir or Madam,\n\non behalf of my client, Mr Noah Vane, I request the erasure of all his personal data under Article 17 GDPR.\n\nKind regards',
  })
  const [asked, ...more] = await firm.mails()
  expect(more).toEqual([])
  expect(asked?.subject).toMatch(/^Who are you writing for\?: /)
  expect(asked?.text).toContain('power of attorney')
  expect(asked?.text).not.toMatch(/https?:\S+\/requests\//)
  expect((await officer().mails()).slice(before)).toHaveLength(1)
})
