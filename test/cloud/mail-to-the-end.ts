import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { linkIn, Person, somebody } from './person.ts'
import { post, postRaw } from './post.ts'

const officer = () => new Person(house.cloud, policy.company.officer)

/** Letters of twelve languages beside English and German, each with somebody of their own. */
const letters = [
  ...(['19-fr-erasure', '23-es-access', '24-it-erasure', '25-nl-access', '26-pl-erasure', '27-pt-access'] as const),
  ...(['28-cs-erasure', '31-fi-erasure', '33-uk-access', '34-tr-erasure', '36-el-access', '38-ja-erasure'] as const),
]
const people = [166, 167, 168, 169, 170, 171, 172, 173, 174, 176, 177, 178]

promise(
  'N14',
  'letters in twelve languages go all the way: erased with nothing left, or a copy that was fetched',
  async () => {
    for (const [n, letter] of letters.entries()) {
      const { email, accounts } = somebody(people[n] ?? 0)
      const person = new Person(house.cloud, email)
      const raw = readFileSync(join(import.meta.dirname, '..', 'intake', 'letters', `${letter}.eml`), 'utf8')
      await postRaw(
        house.cloud,
        Buffer.from(raw.replaceAll('ada.quill@example.org', email).replace(/\r?\n/g, '\r\n')),
        email,
      )
      const [asked] = await person.mails()
      expect(await person.presses(linkIn(asked as never), 'confirm'), letter).toBe(200)
      const link = await person.link()
      if (letter.endsWith('erasure')) {
        expect(visible(await house.sees(accounts)), letter).toEqual([])
        expect(await person.presses(link, 'erase-now'), letter).toBe(200)
        expect((await person.sees(link)).status, letter).toBe('erased')
        expect(await house.leftOf({ email, accounts }), letter).toEqual([])
      } else {
        expect((await person.sees(link)).status, letter).toBe('ready')
        expect((await person.fetches(link)).status, letter).toBe(200)
      }
    }
  },
  long,
)

/** Writes, and confirms over the link of the letter that came. Answers the link to the request's page. */
async function asksByMail(person: Person, text: string): Promise<string> {
  await post(house.cloud, { from: person.address, subject: 'My data', text })
  expect(await person.presses(await person.link(), 'confirm')).toBe(200)
  return person.link()
}

promise(
  'N14',
  'every right is used by mail alone, in English and in German, and each request comes to its end',
  async () => {
    const { email, accounts } = somebody(175)
    const person = new Person(house.cloud, email)
    const before = await house.sees(accounts)

    // To have the data for another service, and to change one's mind: a reply leads to the page where it can be ended.
    const carried = await asksByMail(
      person,
      'Ich wechsle zu einem anderen Anbieter. Bitte senden Sie mir meine Daten nach Art. 20 DSGVO in einem maschinenlesbaren Format.',
    )
    const ready = await person.sees(carried)
    expect(ready).toMatchObject({ right: 'portability', status: 'ready' })
    await post(house.cloud, {
      from: email,
      subject: `Re: ${ready.reference}`,
      answers: [`<${ready.reference}@papyra.example.com>`],
      text: 'Bitte vergessen Sie meinen Antrag, ich ziehe meinen Antrag zurück.',
    })
    const stands = (await person.mails()).at(-1)
    expect(stands?.subject).toBe(`So steht es um Ihren Antrag: ${ready.reference}`)
    expect(await person.presses(linkIn(stands as never), 'withdraw')).toBe(200)
    expect((await person.sees(carried)).status).toBe('withdrawn')

    // Nobody uses the data, and the person has them back.
    const restricted = await asksByMail(
      person,
      'Please restrict the processing of my personal data under Article 18 GDPR.',
    )
    expect((await person.sees(restricted)).status).toBe('held')
    expect(visible(await house.sees(accounts))).toEqual([])
    expect(await person.presses(restricted, 'restore')).toBe(200)
    expect((await person.sees(restricted)).status).toBe('lifted')
    expect(await house.sees(accounts)).toEqual(before)

    // A statement that completes what is recorded: by mail, decided by somebody of the company.
    await house.cloud.clock.advance('P1D')
    const corrected = await asksByMail(
      person,
      'Please correct my personal data: my name is spelled wrong in your records.',
    )
    const { reference } = await person.sees(corrected)
    const letter = (await person.mails(reference)).at(-1)
    await post(house.cloud, {
      from: email,
      subject: `Re: ${letter?.subject}`,
      answers: [letter?.messageId ?? ''],
      text: 'My name is spelled Quill-Canary in my passport; your invoices of last year have it wrong.',
    })
    expect(await person.sees(corrected)).toMatchObject({ status: 'deciding', items: [{ field: 'statement' }] })
    const decision = await officer().link(reference)
    expect((await officer().looks(decision)).page).toContain('Quill-Canary')
    expect(await officer().sends(decision, 'decide', { statement: 'apply' })).toBe(200)
    expect((await person.sees(corrected)).status).toBe('corrected')

    // A use that is objected to is weighed, and ends.
    const objected = await asksByMail(
      person,
      'I object to the processing of my personal data for profiling under Article 21 GDPR.',
    )
    const objection = (await person.sees(objected)).reference
    expect(await person.sends(objected, 'state', { 'use-technical': 'on', grounds: 'I am easily known by it.' })).toBe(
      200,
    )
    const weighs = await officer().link(objection)
    expect(await officer().sends(weighs, 'decide', { 'use-technical': 'stop' })).toBe(200)
    expect((await person.sees(objected)).status).toBe('upheld')

    await house.cloud.clock.advance('P1D')
    const stopped = await asksByMail(person, 'Bitte melden Sie mich vom Newsletter ab. Ich widerspreche der Werbung.')
    expect((await person.sees(stopped)).status).toBe('stopped')

    const copied = await asksByMail(person, 'Please send me a copy of all the personal data that you hold about me.')
    expect((await person.fetches(copied)).status).toBe(200)

    const erased = await asksByMail(person, 'Bitte löschen Sie mein Konto und alle meine Daten.')
    expect(await person.presses(erased, 'erase-now')).toBe(200)
    // The copy goes first.
    await house.cloud.clock.advance('PT5M')
    expect((await person.sees(erased)).status).toBe('erased')
    expect(await house.leftOf({ email, accounts })).toEqual([])
    for (const { where, text } of await house.written()) expect(text.includes('Quill-Canary'), where).toBe(false)
  },
  long,
)

test('a sender in a language that we do not write gets the letter in the policy’s first language, below what matters in their own', async () => {
  expect(policy.languages[0]).toBe('en')
  const person = new Person(house.cloud, 'ecrit.en.francais@example.org')
  await post(house.cloud, {
    from: person.address,
    subject: 'Mes données',
    text: 'Bonjour,\n\nje vous demande de supprimer mon compte et toutes mes données personnelles.\n\nCordialement',
  })
  const [asked, ...more] = await person.mails()
  expect(more).toEqual([])
  expect(asked?.subject).toMatch(/^Please confirm your request: OB-/)
  // What they have to know stands above, in their own.
  expect(asked?.text).toContain('Veuillez ouvrir le lien de cet e-mail pour la confirmer.')
  expect((await person.sees(linkIn(asked as never))).right).toBe('erasure')
})
