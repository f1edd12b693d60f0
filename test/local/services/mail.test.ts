import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESClient, SendEmailCommand, SendRawEmailCommand, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MailOut } from '../../../adapters/mail.ts'
import { Ses } from '../../../local/mail/ses.ts'
import { clientSetting, serveAlone } from './serve-alone.ts'

const state = mkdtempSync(join(tmpdir(), 'oblige-mail-'))
const clock = { instant: () => '2026-02-28T23:59:59.000Z' }
const start = () =>
  Ses.start({
    state,
    clock,
    region: 'eu-central-1',
    account: '111111111111',
    identities: ['privacy.example.com', 'info@example.org'],
    configurationSets: ['Oblige'],
  })
let ses: Ses
let alone: Awaited<ReturnType<typeof serveAlone>>
let client: SESClient

async function connect(): Promise<void> {
  ses = await start()
  alone = await serveAlone(ses)
  client = new SESClient({ ...clientSetting(alone.url), maxAttempts: 1 })
}
beforeAll(connect)
afterAll(async () => {
  await alone.stop()
  rmSync(state, { recursive: true })
})

const send = (Source: string, Destinations: string[], message: string, more: object = {}) =>
  client.send(new SendRawEmailCommand({ Source, Destinations, RawMessage: { Data: Buffer.from(message) }, ...more }))
const simple = 'From: Privacy <no-reply@privacy.example.com>\r\nTo: a@example.test\r\nSubject: s\r\n\r\nHello\r\n'
const inInbox = async () => (await (await fetch(`${ses.inbox}/store`)).json()) as { emails: Record<string, unknown>[] }

test('a mail of Oblige arrives letter for letter, with its attachment, in the list and in the inbox', async () => {
  const mailOut = new MailOut(
    'no-reply@privacy.example.com',
    'Datenschutz Müller',
    'info@example.org',
    'eu-central-1',
    client,
  )
  const certificate = JSON.stringify({ was: 'gelöscht', count: 3 })
  const messageId = await mailOut.send({
    to: 'juergen@example.test',
    subject: 'Ihre Daten wurden gelöscht: OB-7K3M-92QF ✓',
    text: 'Grüß Gott,\n\nalles weg.\n.\nEnde',
    html: '<p>Grüß Gott</p>',
    letter: 'OB-7K3M-92QF.000004-0',
    thread: 'OB-7K3M-92QF',
    answers: '<before@eu-central-1.amazonses.com>',
    attachment: { filename: 'certificate.json', content: certificate, contentType: 'application/json' },
  })
  const mail = ses.mails().at(-1)
  expect(mail).toMatchObject({
    at: clock.instant(),
    from: 'no-reply@privacy.example.com',
    to: ['juergen@example.test'],
    messageId,
    subject: 'Ihre Daten wurden gelöscht: OB-7K3M-92QF ✓',
    html: '<p>Grüß Gott</p>',
    attachments: [{ filename: 'certificate.json', contentType: 'application/json', content: certificate }],
  })
  expect(mail?.text.trimEnd()).toBe('Grüß Gott,\n\nalles weg.\n.\nEnde')
  expect(mail?.headers).toMatchObject({
    'auto-submitted': 'auto-generated',
    'x-oblige-letter': 'OB-7K3M-92QF.000004-0',
    'in-reply-to': '<before@eu-central-1.amazonses.com>',
    references: '<OB-7K3M-92QF@privacy.example.com> <before@eu-central-1.amazonses.com>',
  })
  const { emails } = await inInbox()
  expect(emails.at(-1)).toMatchObject({ subject: mail?.subject, at: Date.parse(clock.instant()) / 1000 })
})

test('SES gives every mail a Message-ID and a date of its own, whatever it was given', async () => {
  const given = 'Message-ID:\r\n <ours@example.com>\r\nDate: Thu, 01 Jan 1970 00:00:00 +0000\r\n'
  const { MessageId } = await send('no-reply@privacy.example.com', ['a@example.test'], given + simple)
  const mail = ses.mails().at(-1)
  expect(mail?.messageId).toBe(`<${MessageId}@eu-central-1.amazonses.com>`)
  expect(mail?.headers.date).toBe('Sat, 28 Feb 2026 23:59:59 +0000')
  expect([mail?.subject, mail?.text.trim()]).toEqual(['s', 'Hello'])
})

test('SendEmail is composed into a message; IAM is told identity, configuration set, sender and recipients', async () => {
  alone.asked()
  await client.send(
    new SendEmailCommand({
      Source: 'Info <info@example.org>',
      Destination: { ToAddresses: ['a@example.test'], CcAddresses: ['b@example.test'] },
      Message: { Subject: { Data: 'Größe' }, Body: { Text: { Data: 'T' }, Html: { Data: '<p>H</p>' } } },
      ConfigurationSetName: 'Oblige',
    }),
  )
  expect(ses.mails().at(-1)).toMatchObject({ subject: 'Größe', to: ['a@example.test', 'b@example.test'], text: 'T' })
  const context = {
    'ses:FromAddress': ['info@example.org'],
    'ses:Recipients': ['a@example.test', 'b@example.test'],
    'ses:FromDisplayName': ['Info'],
  }
  const resource = (name: string) => `arn:aws:ses:eu-central-1:111111111111:${name}`
  expect(alone.asked()).toEqual([
    { action: 'ses:SendEmail', resource: resource('identity/info@example.org'), context },
    { action: 'ses:SendEmail', resource: resource('configuration-set/Oblige'), context },
  ])
})

test('where a recipient is an identity of the account, IAM is told of that one too', async () => {
  alone.asked()
  await send('no-reply@privacy.example.com', ['info@example.org'], simple)
  const identity = (name: string) => `arn:aws:ses:eu-central-1:111111111111:identity/${name}`
  expect(alone.asked().map(({ resource }) => resource)).toEqual([
    identity('privacy.example.com'),
    identity('info@example.org'),
  ])
})

test('what SES would refuse is refused in its words, and nothing is sent', async () => {
  const before = ses.mails().length
  const from = 'no-reply@privacy.example.com'
  const stranger = send('no-reply@example.com', ['a@example.test'], simple)
  await expect(stranger).rejects.toMatchObject({
    name: 'MessageRejected',
    message: expect.stringContaining('Email address is not verified'),
  })
  const forged = simple.replace('no-reply@privacy.example.com', 'boss@example.net')
  await expect(send(from, ['a@example.test'], forged)).rejects.toMatchObject({ name: 'MessageRejected' })
  const invalid = { name: 'InvalidParameterValue' }
  await expect(send(from, ['nobody'], simple)).rejects.toMatchObject(invalid)
  await expect(send(from, Array(51).fill('a@example.test'), simple)).rejects.toMatchObject(invalid)
  const RawMessage = Buffer.from(simple + 'x'.repeat(10 * 1024 * 1024)).toString('base64')
  const form = new URLSearchParams({ Action: 'SendRawEmail', Source: from, 'RawMessage.Data': RawMessage })
  const body = Buffer.from(form.toString())
  const large = await ses.handle({ method: 'POST', path: '/', query: '', headers: {}, body, sourceIp: '127.0.0.1' })
  expect(large.body.toString()).toContain('<Code>InvalidParameterValue</Code><Message>Message length is more than')
  const set = send(from, ['a@example.test'], simple, { ConfigurationSetName: 'none' })
  await expect(set).rejects.toMatchObject({ name: 'ConfigurationSetDoesNotExistException' })
  const unknown = client.send(new VerifyDomainIdentityCommand({ Domain: 'example.com' }))
  await expect(unknown).rejects.toMatchObject({ message: expect.stringContaining('VerifyDomainIdentity') })
  ses.failNext(1, 'Throttling')
  await expect(send(from, ['a@example.test'], simple)).rejects.toMatchObject({ name: 'Throttling' })
  expect(ses.mails().length).toBe(before)
  await send(from, ['a@example.test'], simple)
  expect(ses.mails().length).toBe(before + 1)
})

test('mails are the same after a restart, in the inbox too', async () => {
  const before = ses.mails()
  await alone.stop()
  await connect()
  expect(ses.mails()).toEqual(before)
  expect((await inInbox()).emails.map(({ subject }) => subject)).toEqual(before.map(({ subject }) => subject))
  await send('no-reply@privacy.example.com', ['a@example.test'], simple)
  expect(ses.mails().length).toBe(before.length + 1)
})
