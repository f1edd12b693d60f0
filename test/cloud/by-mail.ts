import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { linkIn, Person, somebody } from './person.ts'
import { post, postAll, postRaw } from './post.ts'

const { officer } = demo.company
const hello = (person: Person) => ({ from: person.address, subject: 'Hello' })
const titles = async (person: Person) => (await person.mails()).map(({ subject }) => subject.replace(/: \S+$/, ''))

promise(
  'N4',
  'a mail to info@ in the person’s own words is answered in their language, confirmed by a link, and carried out',
  async () => {
    const hana = somebody(40)
    const person = new Person(house.cloud, hana.email)
    await post(house.cloud, {
      ...hello(person),
      subject: 'Konto',
      messageId: '<konto-1@example.org>',
      text: 'Guten Tag,\n\nbitte löschen Sie mein Konto und alle Daten, die Sie über mich gespeichert haben.\n\nFreundliche Grüße',
    })
    const [asked, ...more] = await person.mails()
    expect(more).toEqual([])
    expect(asked?.subject).toMatch(/^Bitte bestätigen Sie Ihren Antrag: OB-/)
    expect(asked?.headers['in-reply-to']).toBe('<konto-1@example.org>')
    // It names no account by anything but the address that it came from.
    expect(asked?.text).not.toContain('Benutzernamen')
    expect(visible(await house.sees(hana.accounts)).length).toBeGreaterThan(0)
    expect(await person.presses(linkIn(asked as never), 'confirm')).toBe(200)
    expect(visible(await house.sees(hana.accounts))).toEqual([])
    const link = await person.link()
    expect(await person.presses(link, 'erase-now')).toBe(200)
    expect((await person.sees(link)).status).toBe('erased')
    expect(await house.leftOf(hana)).toEqual([])
  },
  240_000,
)

test('one mail that asks for two rights opens two requests; the same mail delivered five times opens no more', async () => {
  const person = new Person(house.cloud, somebody(41).email)
  const mail = {
    ...hello(person),
    messageId: '<both@example.org>',
    text: 'Please send me a copy of all my data and then delete my account.',
  }
  for (let times = 0; times < 5; times++) await post(house.cloud, mail)
  const mails = await person.mails()
  const rights = await Promise.all(mails.map(async (one) => (await person.sees(linkIn(one))).right))
  expect(rights.sort()).toEqual(['access', 'erasure'])
})

promise('N9', 'who writes that they want no more newsletters gets none, once the address is confirmed', async () => {
  const person = new Person(house.cloud, somebody(47).email)
  await post(house.cloud, {
    ...hello(person),
    text: 'Please unsubscribe me from your newsletter. I object to direct marketing.',
  })
  const [asked] = await person.mails()
  const link = linkIn(asked as never)
  expect((await person.sees(link)).right).toBe('objection')
  expect(await person.presses(link, 'confirm')).toBe(200)
  expect((await person.sees(await person.link())).status).toBe('stopped')
})

test(
  'who asks the same again in other words gets a new link for the same request, and not more mails a day than promised',
  long,
  async () => {
    const person = new Person(house.cloud, somebody(42).email)
    for (let times = 0; times < 8; times++)
      await post(house.cloud, { ...hello(person), text: `Please delete my account, this is mail ${times} about it.` })
    const mails = await person.mails()
    expect(mails).toHaveLength(demo.limits.mailsPerAddressAndDay)
    expect(new Set(mails.map(({ subject }) => subject.split(': ').at(-1))).size).toBe(1)
    // A request that vanishes before a new link to it would end gets none: another one is opened.
    await house.passes('P25D')
    await post(house.cloud, { ...hello(person), text: 'Please delete my account, I still want that.' })
    const newest = (await person.mails()).at(-1)
    expect(newest?.subject).not.toBe(mails[0]?.subject)
    expect(newest?.subject).toMatch(/^Please confirm your request: /)
  },
)

test('a mail that asks for somebody else’s data goes to their owner to confirm, and tells the writer nothing', async () => {
  const [owner, writer] = [new Person(house.cloud, somebody(43).email), new Person(house.cloud, 'mallory@example.com')]
  await post(house.cloud, {
    ...hello(writer),
    text: `Please send me a copy of all personal data that you hold about the account ${owner.address}.`,
  })
  expect(await titles(owner)).toEqual(['Please confirm your request'])
  expect(await titles(writer)).toEqual(['We asked the owner of the address'])
  // The same for an address that nobody has, and no link for the one who does not own it.
  const other = new Person(house.cloud, 'nobody.at.all@example.org')
  await post(house.cloud, { ...hello(writer), text: `Please delete the account of ${other.address} and all its data.` })
  // And the same again, now that its owner has asked too, and confirmed.
  await owner.asksAndConfirms('access')
  await post(house.cloud, {
    ...hello(writer),
    text: `Please send me a copy of all the personal data that you hold about the account ${owner.address}.`,
  })
  const told = await writer.mails()
  expect(told).toHaveLength(3)
  const plain = (text = '') => text.replace(/OB-\S+/g, 'REFERENCE')
  expect(new Set(told.map(({ text }) => plain(text))).size).toBe(1)
  expect(told[0]?.text).not.toMatch(/https?:\S+\/requests\//)
})

test('robots, lists, our own letters, spam and ordinary mail get no answer', async () => {
  const person = new Person(house.cloud, somebody(44).email)
  const asking = { ...hello(person), text: 'Please delete my account and all my personal data.' }
  const before = (await house.cloud.mails()).length
  await post(house.cloud, { ...asking, headers: { 'Auto-Submitted': 'auto-replied' } })
  await post(house.cloud, {
    ...asking,
    headers: { 'List-Id': '<all.example.org>', 'List-Unsubscribe': '<mailto:x@example.org>' },
  })
  await post(house.cloud, { ...asking, headers: { 'X-Oblige-Letter': 'OB-7K3M-92QF.000001-0' } })
  await post(house.cloud, {
    ...asking,
    subject: 'Undelivered Mail Returned to Sender',
    from: 'mailer-daemon@example.org',
  })
  await post(house.cloud, {
    ...asking,
    text: `${asking.text}\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X`,
  })
  await post(house.cloud, {
    ...hello(person),
    text: 'Where is my parcel? The order number is 55-1203, it was sent last week.',
  })
  expect((await house.cloud.mails()).length).toBe(before)
})

test('what a service asks for its customers with the headers of a newsletter is for a person, and not answered', async () => {
  const service = new Person(house.cloud, 'requests@deletions.example.org')
  const desk = new Person(house.cloud, officer)
  await post(house.cloud, {
    ...hello(service),
    text: `For our user ${somebody(44).email}: please delete the account and all personal data of it.`,
    headers: { 'List-Unsubscribe': '<mailto:x@deletions.example.org>' },
  })
  expect((await desk.mails()).at(-1)?.subject).toMatch(/^An e-mail needs your decision: /)
  expect([...(await service.mails()), ...(await new Person(house.cloud, somebody(44).email).mails())]).toEqual([])
})

test('what is not certain waits for a person of the company, who reads it as text and decides', async () => {
  const ines = somebody(45)
  const person = new Person(house.cloud, ines.email)
  const desk = new Person(house.cloud, officer)
  await post(house.cloud, {
    ...hello(person),
    subject: '<script>alert(1)</script>',
    text: 'What can you do about my personal data?\n<img src=x onerror=alert(1)>',
  })
  expect(await person.mails()).toEqual([])
  const told = (await desk.mails()).at(-1)
  expect(told?.subject).toMatch(/^An e-mail needs your decision: /)
  expect(told?.text).not.toContain('personal data?')
  const link = /https?:\/\/\S+(\/mails\/[A-Za-z0-9_-]{43})/.exec(told?.text ?? '')?.[1] ?? ''
  const { status, page } = await desk.looks(link)
  expect(status).toBe(200)
  expect(page).toContain('What can you do about my personal data?')
  expect(page).not.toMatch(/<script>|<img src=x/)
  const decide = (fields: Record<string, string>) =>
    fetch(`${house.cloud.site}${link}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  expect((await decide({ decision: 'open', owner: ines.email })).status).toBe(400)
  expect((await decide({ decision: 'open', access: 'on', owner: 'nobody' })).status).toBe(400)
  // Killed right after the decision was kept, it says that nothing was lost, and the form is still there.
  const leave = house.cloud.onCall(async ({ principal, needs }) => {
    if (!/decidemail/i.test(principal) || !needs.some(({ action }) => action === 'dynamodb:UpdateItem')) return
    leave()
    await house.cloud.functions.kill(principal)
  })
  expect((await decide({ decision: 'open', access: 'on', owner: ines.email })).status).toBe(500)
  expect((await desk.looks(link)).page).toContain('name="decision"')
  expect((await decide({ decision: 'open', access: 'on', owner: ines.email })).status).toBe(200)
  // The second decision finds the first.
  expect((await decide({ decision: 'none' })).status).toBe(200)
  await house.cloud.clock.quiet()
  expect(await titles(person)).toEqual(['Please confirm your request'])
  expect((await desk.looks(link)).page).toContain('what this e-mail asks for')
  expect((await desk.looks(link.replace(/.$/, 'x'))).status).toBe(404)
})

test('a reply finds its request and hears where it stands; from somebody else it goes to a person', long, async () => {
  const person = new Person(house.cloud, somebody(46).email)
  const { reference, link } = await person.asksAndConfirms('restriction')
  const letter = (await person.mails(reference)).at(-1)
  const reply = {
    subject: `Re: ${letter?.subject}`,
    answers: [`<${reference}@papyra.example.com>`, letter?.messageId ?? ''],
    text: 'You have not answered my request yet. I am still waiting.',
  }
  await post(house.cloud, { ...reply, from: person.address })
  expect((await titles(person)).at(-1)).toBe('Where your request stands')
  const [mails, asked] = [(await person.mails()).length, (await new Person(house.cloud, officer).mails()).length]
  await post(house.cloud, { ...reply, from: person.address, pretended: true, messageId: '<2@example.org>' })
  await post(house.cloud, { ...reply, from: 'mallory@example.com', messageId: '<3@example.com>' })
  expect((await person.mails()).length).toBe(mails)
  expect((await new Person(house.cloud, officer).mails()).length).toBe(asked + 2)
  await post(house.cloud, {
    ...reply,
    from: person.address,
    text: 'Thank you for your help!',
    messageId: '<4@example.org>',
  })
  expect((await person.mails()).length).toBe(mails)
  expect(await person.presses(link, 'restore')).toBe(200)
})

test('letters in every language that is understood become the request that they ask for', long, async () => {
  const folder = join(import.meta.dirname, '..', 'intake', 'letters')
  const asked = readdirSync(folder)
    .filter((file) => /-(erasure|access|portability|restriction|rectification)\.eml$/.test(file))
    .map((file) => ({ file, language: file.slice(3, 5), right: /-(\w+)\.eml$/.exec(file)?.[1] }))
  const opened: Array<{ file: string; right: string | undefined }> = []
  for (const { file } of asked) {
    const address = `reader.${file.slice(0, 5)}@example.org`
    const raw = readFileSync(join(folder, file), 'utf8').replaceAll('ada.quill@example.org', address)
    await postRaw(house.cloud, Buffer.from(raw.replace(/\r?\n/g, '\r\n')), address)
    const person = new Person(house.cloud, address)
    const [mail] = await person.mails()
    opened.push({ file, right: mail && (await person.sees(linkIn(mail))).right })
  }
  const wrong = opened.filter(({ file, right }) => !file.endsWith(`-${right}.eml`))
  expect(wrong).toEqual([])
  expect(new Set(asked.map(({ language }) => language)).size).toBeGreaterThanOrEqual(12)
})

/** Enough that they pile up; `BURST=1000` takes half a minute longer. */
const burst = Number(process.env.BURST ?? 200)

test('of hundreds of mails in a burst each single person’s is answered, and nobody else', long, async () => {
  const before = (await house.cloud.mails()).length
  const people = Array.from({ length: 10 }, (_, n) => `in.a.crowd.${n}@example.org`)
  const mails = Array.from({ length: burst }, (_, n) =>
    n % (burst / 10) === 5
      ? { from: people[Math.floor((n * 10) / burst)] ?? '', text: 'Please delete my account and all my personal data.' }
      : { from: `shopper.${n}@example.org`, text: `Where is my parcel ${n}? It was sent last week.` },
  )
  await postAll(house.cloud, mails)
  const answered = (await house.cloud.mails()).slice(before).flatMap(({ to }) => to)
  expect(answered.sort()).toEqual(people)
})

test('a mail of which SES tells, but which is not in its bucket, is tried again and then stands before a person', async () => {
  const ingest = house.cloud.resources
    .ofType('AWS::Lambda::Function')
    .find(({ logicalId }) => logicalId.startsWith('MailboxIngest'))
  const verdict = { status: 'PASS' }
  const receipt = Object.fromEntries(
    ['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((name) => [`${name}Verdict`, verdict]),
  )
  const timestamp = new Date().toISOString()
  const told = (messageId: string) => ({ Records: [{ ses: { mail: { messageId, timestamp }, receipt } }] })
  await expect(house.cloud.functions.invoke(ingest?.arn ?? '', told('0'.repeat(40)))).rejects.toThrow('MailMissing')
  await expect(house.cloud.functions.invoke(ingest?.arn ?? '', told('../segments/x'))).rejects.toThrow('ZodError')
})

test('nothing of a mail is in a log, in the name of an object, or in what a machine keeps', async () => {
  const text = (await house.written()).map((one) => one.text).join('\n')
  for (const said of ['What can you do about', 'mallory@example.com', somebody(40).email, 'konto-1@example.org'])
    expect(text).not.toContain(said)
})
