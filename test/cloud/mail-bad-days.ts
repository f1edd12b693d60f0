import { crc32, deflateRawSync } from 'node:zlib'
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import nodemailer from 'nodemailer'
import { expect, test } from 'vitest'
import policy from '../../demo/policy.ts'
import type { Mail } from '../../local/mail/mail.ts'
import { long } from '../long.ts'
import { at } from './at-the-desk.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'
import { mailbox, post, postRaw } from './post.ts'

const officer = () => new Person(house.cloud, policy.company.officer)
const megabyte = 1024 * 1024

/** A zip of one file that is a thousand times as large when it is opened: APPNOTE.TXT, 4.3. */
function bomb(megabytes: number): Buffer {
  const file = Buffer.alloc(megabytes * megabyte)
  const [data, name] = [deflateRawSync(file, { level: 9 }), Buffer.from('all.bin')]
  const described = Buffer.alloc(26)
  described.writeUInt16LE(20, 0)
  described.writeUInt16LE(8, 4)
  described.writeUInt32LE(crc32(file), 10)
  described.writeUInt32LE(data.length, 14)
  described.writeUInt32LE(file.length, 18)
  described.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), described, name, data])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), described, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

/** A mail with a file, as a mail program writes it. */
function withFile(from: string, text: string, file: Buffer): Buffer {
  const lines = file.toString('base64').replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    `From: ${from}\r\nTo: ${mailbox}\r\nSubject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: application/zip; name=all.zip\r\nContent-Disposition: attachment; filename=all.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n--b--\r\n`,
  )
}

/** The link to the mail about which the officer was told last. */
async function linkToDecide(): Promise<string> {
  const told = (await officer().mails()).at(-1)
  expect(told?.subject).toMatch(/^An e-mail needs your decision: /)
  return /https?:\/\/\S+(\/mails\/[A-Za-z0-9_-]{43})/.exec(told?.text ?? '')?.[1] ?? ''
}
/** Its page. */
const toDecide = async (): Promise<string> => (await officer().looks(await linkToDecide())).page

test('a zip that is a thousand times as large inside is never opened: its mail is understood, and the officer reads its name', async () => {
  const zip = bomb(256)
  expect(zip.length).toBeLessThan(megabyte)
  const person = new Person(house.cloud, 'sends.a.bomb@example.org')
  await postRaw(
    house.cloud,
    withFile(person.address, 'Please delete my account and all my personal data.', zip),
    person.address,
  )
  expect((await person.sees(await person.link())).right).toBe('erasure')
  await postRaw(house.cloud, withFile(person.address, 'What can you do about my personal data?', zip), person.address)
  const page = await toDecide()
  expect(page).toContain('all.zip')
  expect(page).not.toContain('all.bin')
})

test.each([
  [
    'nested ten thousand times',
    `${'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'.repeat(10_000)}\r\nDelete my account\r\n`,
  ],
  ['with a megabyte of headers', `${`X-A: ${'a'.repeat(990)}\r\n`.repeat(1_000)}\r\nDelete my account\r\n`],
])(
  'a mail %s waits for a person, who sees who wrote and why it could not be read, and calls it spam',
  async (how, rest) => {
    const from = `made.to.break.${how.length}@example.org`
    const before = (await officer().mails()).length
    await postRaw(house.cloud, Buffer.from(`From: ${from}\r\nTo: ${mailbox}\r\nSubject: Broken\r\n${rest}`), from)
    expect(await officer().mails()).toHaveLength(before + 1)
    expect(await toDecide()).toContain(from)
    const link = await linkToDecide()
    const decide = (decision: string) =>
      fetch(`${house.cloud.site}${link}`, {
        method: 'POST',
        body: new URLSearchParams({ decision }),
        redirect: 'manual',
      })
    expect((await decide('rubbish')).status).toBe(400)
    expect((await decide('spam')).status).toBe(200)
    expect((await officer().looks(link)).page).toContain('that this e-mail is spam')
    expect(await new Person(house.cloud, from).mails()).toEqual([])
  },
)

test('a mail larger than SES takes is refused to whoever sends it, so that they hear of it', long, async () => {
  const transport = nodemailer.createTransport(house.cloud.smtp)
  const from = 'too.large@example.org'
  const raw = Buffer.concat([
    Buffer.from(`From: ${from}\r\nTo: ${mailbox}\r\nSubject: Large\r\n\r\n`),
    Buffer.alloc(41 * megabyte, 'Delete my account.\r\n'),
  ])
  await expect(transport.sendMail({ raw, envelope: { from, to: mailbox } })).rejects.toThrow(/552/)
  transport.close()
  expect(await new Person(house.cloud, from).mails()).toEqual([])
})

test(
  'a mail without a Message-ID that is delivered five times is answered once, and one without a date too opens one request',
  long,
  async () => {
    const raw = (from: string, date: string) =>
      Buffer.from(
        `From: ${from}\r\nTo: ${mailbox}\r\n${date}Subject: Account\r\n\r\nPlease delete my account and all my data.\r\n`,
      )
    const dated = new Person(house.cloud, 'five.times@example.org')
    for (let times = 0; times < 5; times++)
      await postRaw(house.cloud, raw(dated.address, 'Date: Fri, 06 Feb 2099 09:30:00 +0100\r\n'), dated.address)
    expect(await dated.mails()).toHaveLength(1)
    const undated = new Person(house.cloud, 'five.times.undated@example.org')
    for (let times = 0; times < 5; times++) await postRaw(house.cloud, raw(undated.address, ''), undated.address)
    const letters = await undated.mails()
    expect(letters.length).toBeLessThanOrEqual(policy.limits.mailsPerAddressAndDay)
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(1)
  },
)

test('a mail that SES stored and told nobody of is found within two hours, answered, and rings an alarm', async () => {
  const { cloud } = house
  const unread = () => cloud.metrics().MailsUnread ?? 0
  const hours = (n: number) => house.watched(() => cloud.clock.advance(`PT${n}H`))
  // From the first look on nothing is missed.
  await hours(1)
  const before = unread()
  const [bucket] = cloud.resources.ofType('AWS::S3::Bucket').filter(({ logicalId }) => logicalId.startsWith('Mailbox'))
  const person = new Person(cloud, 'was.told.to.nobody@example.org')
  const Body = `From: ${person.address}\r\nTo: ${mailbox}\r\nSubject: Account\r\n\r\nPlease delete my account and all my personal data.\r\n`
  const s3 = new S3Client({ ...house.pastPermissions, forcePathStyle: true })
  await s3.send(new PutObjectCommand({ Bucket: bucket?.name, Key: 'mails/0toldtonobody', Body }))
  s3.destroy()
  expect(await person.mails()).toEqual([])
  await hours(2)
  expect(unread()).toBe(before + 1)
  expect((await person.sees(await person.link())).right).toBe('erasure')
})

/** The one that begins so in the template's list of a type. */
const one = (type: string, id: string) =>
  house.cloud.resources.ofType(`AWS::${type}`).find(({ logicalId }) => logicalId.startsWith(id))

test('a mail that is not in its bucket is told to be missing, as S3 is asked for it alone: to who takes mails, on the page of who decides, and on the desk', async () => {
  const { cloud } = house
  const s3 = new S3Client({ ...house.pastPermissions, forcePathStyle: true })
  const bucket = one('S3::Bucket', 'Mailbox')
  const ingest = one('Lambda::Function', 'MailboxIngest')
  const deletes = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket: bucket?.name, Key }))
  const mailNamedIn = (resource: string) => /\/(mails\/[^/]+)$/.exec(resource)?.[1]

  const person = new Person(cloud, 'is.gone@example.org')
  const read = new Set<string>()
  let leave = cloud.onCall(({ principal, needs }) => {
    for (const { action, resource } of principal === ingest?.name ? needs : [])
      if (action === 's3:GetObject') read.add(mailNamedIn(resource) ?? '')
  })
  await post(cloud, { from: person.address, text: 'What can you do about my personal data?' })
  leave()
  const link = await linkToDecide()
  expect((await officer().looks(link)).page).toContain('What can you do about my personal data?')
  for (const key of read) await deletes(key)
  const { status, page } = await officer().looks(link)
  expect([status, page.includes('The e-mail is no longer kept.')]).toEqual([200, true])
  const decided = await fetch(`${cloud.site}${link}`, {
    method: 'POST',
    body: new URLSearchParams({ decision: 'open', access: 'on', owner: person.address }),
    redirect: 'manual',
  })
  expect(decided.status).toBe(200)
  await cloud.clock.quiet()
  const { reference } = await person.sees(await person.link())
  const agent = await at('agent')
  expect((await agent.sends(`/desk/requests/${reference}/look`)).status).toBe(200)

  // It is gone before it is read.
  const given = cloud.deadLetters.all().length
  leave = cloud.beforeCall(async ({ principal, needs }) => {
    const get = principal === ingest?.name && needs.find(({ action }) => action === 's3:GetObject')
    if (get) await deletes(mailNamedIn(get.resource) ?? '')
  })
  await post(cloud, { from: person.address, text: 'Please delete my account and all my personal data.' })
  await cloud.clock.advance('PT10M')
  leave()
  s3.destroy()
  expect(cloud.deadLetters.all().slice(given)).toMatchObject([{ function: ingest?.name, error: 'MailMissing' }])
})

/** A machine that answers every letter which comes to it, at once. Answers how many came. */
async function answersAll(address: string, answer: (letter: Mail) => Parameters<typeof post>[1]): Promise<number> {
  const machine = new Person(house.cloud, address)
  for (let answered = 0; answered < 50; ) {
    const letters = await machine.mails()
    if (letters.length === answered) return answered
    for (const letter of letters.slice(answered)) await post(house.cloud, answer(letter))
    answered = letters.length
  }
  throw new Error('the two machines write to each other without an end')
}
const asks = 'Please delete my account and all my personal data.'

test(
  'two machines that answer each other end after one letter where one says so, and else after no more than a day’s',
  long,
  async () => {
    const polite = 'answers.politely@example.org'
    await post(house.cloud, { from: polite, subject: 'Account', text: asks })
    const answer = (letter: Mail) => ({
      subject: `Re: ${letter.subject}`,
      answers: [letter.messageId],
      text: `${asks}\n\nYour ticket was opened.`,
    })
    expect(
      await answersAll(polite, (letter) => ({
        ...answer(letter),
        from: polite,
        headers: { 'Auto-Submitted': 'auto-replied' },
      })),
    ).toBe(1)
    // One that begins with an automatic answer gets none.
    const robot = 'answers.first@example.org'
    await post(house.cloud, {
      from: robot,
      subject: 'Ticket',
      text: asks,
      headers: { 'Auto-Submitted': 'auto-replied' },
    })
    expect(await answersAll(robot, (letter) => ({ ...answer(letter), from: robot }))).toBe(0)

    const rude = 'answers.everything@example.org'
    await post(house.cloud, { from: rude, subject: 'Account', text: asks })
    const letters = await answersAll(rude, (letter) => ({ ...answer(letter), from: rude }))
    expect(letters).toBeGreaterThan(1)
    expect(letters).toBeLessThanOrEqual(policy.limits.mailsPerAddressAndDay)
    // Another who asks whether there is news, for ever: the same end.
    const account = new Person(house.cloud, somebody(179).email)
    const { reference, link } = await account.asksAndConfirms('restriction')
    const before = (await account.mails()).length
    await post(house.cloud, {
      from: account.address,
      subject: `Re: ${reference}`,
      answers: [`<${reference}@papyra.example.com>`],
      text: 'You have not answered my request yet. I am still waiting.',
    })
    const told = await answersAll(account.address, (letter) => ({
      ...answer(letter),
      from: account.address,
      text: 'You have not answered my request yet. I am still waiting.',
    }))
    expect(told - before).toBeLessThanOrEqual(policy.limits.mailsPerAddressAndDay)
    expect(told).toBeGreaterThan(before)
    expect(await account.presses(link, 'restore')).toBe(200)
    // Each of our letters says that a machine wrote it (RFC 3834, 5): machines of others that heed it never begin.
    for (const { headers } of await account.mails()) expect(headers['auto-submitted']).toMatch(/^auto-/)
    // The next day nobody begins again by itself.
    const count = (await house.cloud.mails()).length
    await house.cloud.clock.advance('PT25H')
    const since = (await house.cloud.mails()).slice(count).flatMap(({ to }) => to)
    expect(since).not.toContain(rude)
  },
)
