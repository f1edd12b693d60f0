import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Need } from '../../../local/gateway/service.ts'
import { largestMail, takeMail } from '../../../local/mail/mail-in.ts'
import { receiptRulesOf } from '../../../local/mail/receipt-rules.ts'
import { verdictsOn } from '../../../local/mail/verdicts.ts'
import { S3 } from '../../../local/s3/s3.ts'

const state = mkdtempSync(join(tmpdir(), 'oblige-mail-in-'))
let now = '2026-03-01T00:00:00.000Z'
const clock = { instant: () => now, during: <T>(_: string, work: () => Promise<T>) => work() }
const s3 = new S3({ state, clock })
s3.create('mails', false)

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const zone = {
  'test._domainkey.example.org': `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`,
  '_dmarc.example.org': 'v=DMARC1; p=reject',
  'example.com': 'v=spf1 ip4:127.0.0.1 -all',
  'example.test': 'v=spf1 -all',
}
const rule = {
  name: 'oblige',
  arn: 'arn:aws:ses:eu-central-1:111111111111:receipt-rule-set/oblige:receipt-rule/oblige',
  region: 'eu-central-1',
  recipients: ['info@office.example.com'],
  actions: [
    { kind: 's3', bucket: 'mails', prefix: 'mails/' },
    { kind: 'lambda', functionArn: 'arn:aws:lambda:eu-central-1:111111111111:function:ingest' },
  ],
} as const

/** What SES asked for, whom it told of what, and what it said of it. */
const [needed, told]: [Need[], Array<{ Records: Array<{ ses: Told }> }>] = [[], []]
type Told = {
  readonly mail: Readonly<Record<string, unknown>> & { readonly messageId: string }
  readonly receipt: Readonly<Record<string, unknown>>
}
let allowed = true
let door: Awaited<ReturnType<typeof takeMail>>
beforeAll(async () => {
  door = await takeMail({
    clock: clock as never,
    rules: [rule],
    s3,
    zone,
    port: 0,
    also: (needs) => needs.map(({ resource }) => ({ action: 'kms:GenerateDataKey', resource: `key of ${resource}` })),
    gateway: {
      check: (_, need) => {
        needed.push(need)
        return allowed ? { allowed, by: [] } : { allowed, by: [], why: 'no statement allows it' }
      },
    },
    send: (_, payload) => void told.push(payload as never),
    progress: () => undefined,
  })
})
beforeEach(() => {
  allowed = true
  told.length = 0
  needed.length = 0
})
afterAll(async () => {
  await door.stop()
  await s3.stop()
  rmSync(state, { recursive: true })
})

const send = (mail: Parameters<ReturnType<typeof nodemailer.createTransport>['sendMail']>[0]) => {
  const transport = nodemailer.createTransport(door.url)
  return transport
    .sendMail({ to: 'info@office.example.com', subject: 'Hello', text: 'Hello', ...mail })
    .finally(() => transport.close())
}
const dkim = { domainName: 'example.org', keySelector: 'test', privateKey }

test('a rule that stores mails leaves the note that SES writes when it is made, of which no function is told', async () => {
  expect(s3.object('mails', 'mails/AMAZON_SES_SETUP_NOTIFICATION')?.body.toString()).toContain('Setup Notification')
  expect(told).toEqual([])
})

test('a mail is stored as it came, under SES’s name for it, before the sender hears so; then the function is told', async () => {
  await send({ from: 'ada@example.org', text: 'Grüße', dkim })
  const [{ ses }] = (told[0]?.Records ?? []) as [{ ses: Told }]
  const stored = s3.object('mails', `mails/${ses.mail.messageId}`)?.body.toString('utf8') ?? ''
  expect(stored).toMatch(/^Return-Path: <ada@example\.org>\r\nReceived: from /)
  expect(stored).toContain('DKIM-Signature:')
  expect(stored).toContain('Authentication-Results: inbound-smtp.local;')
  expect(ses.receipt).toMatchObject({
    recipients: ['info@office.example.com'],
    dkimVerdict: { status: 'PASS' },
    dmarcVerdict: { status: 'PASS' },
    spamVerdict: { status: 'PASS' },
  })
  expect(ses.mail).toMatchObject({
    source: 'ada@example.org',
    headersTruncated: false,
    headers: expect.arrayContaining([{ name: 'Subject', value: 'Hello' }]),
    commonHeaders: { from: ['ada@example.org'], to: ['info@office.example.com'], subject: 'Hello' },
  })
  expect(JSON.stringify(told)).not.toContain('Grüße')
  // The bucket’s policy and its key are asked, for this rule and account.
  expect(needed.map(({ action }) => action)).toEqual(['s3:PutObject', 'kms:GenerateDataKey'])
  for (const { context } of needed)
    expect(context).toMatchObject({ 'aws:SourceArn': [rule.arn], 'aws:SourceAccount': [expect.any(String)] })
})

test.each([
  ['who writes an address that is not theirs into From', { from: 'ada@example.org' }, 'GRAY', 'GRAY', 'FAIL'],
  ['who is allowed by SPF', { from: 'ben@example.com' }, 'PASS', 'GRAY', 'GRAY'],
  ['who is not', { from: 'eva@example.test' }, 'FAIL', 'GRAY', 'GRAY'],
])('SES’s verdict on %s', async (_, mail, spf, dkimVerdict, dmarc) => {
  await send(mail)
  expect(told[0]?.Records[0]?.ses.receipt).toMatchObject({
    spfVerdict: { status: spf },
    dkimVerdict: { status: dkimVerdict },
    dmarcVerdict: { status: dmarc },
  })
})

test('a mail that was changed on its way has a broken signature', async () => {
  const hop = { sender: 'ada@example.org', ip: '127.0.0.1', helo: 'there' }
  const signed = await new Promise<Buffer>((resolve, reject) =>
    nodemailer
      .createTransport({ streamTransport: true, buffer: true, dkim })
      .sendMail({ from: 'ada@example.org', to: 'info@office.example.com', text: 'Keep it.' }, (error, info) =>
        error ? reject(error) : resolve(info.message as Buffer),
      ),
  )
  const changed = Buffer.from(signed.toString('latin1').replace('Keep it.', 'Drop it.'), 'latin1')
  expect((await verdictsOn(signed, hop, zone)).verdicts.dkim).toBe('PASS')
  expect((await verdictsOn(changed, hop, zone)).verdicts).toMatchObject({ dkim: 'FAIL', dmarc: 'FAIL' })
})

test('mail for somebody else is not taken, and what is too large or cannot be stored is said so', async () => {
  await expect(send({ from: 'ada@example.org', to: 'else@office.example.com' })).rejects.toThrow('550')
  const raw = Buffer.alloc(largestMail + 1000, `Subject: s\r\n\r\n${'x'.repeat(70)}\r\n`)
  const envelope = { from: 'ada@example.org', to: 'info@office.example.com' }
  await expect(send({ raw, envelope })).rejects.toThrow('552')
  allowed = false
  await expect(send({ from: 'ada@example.org' })).rejects.toThrow('451')
  expect(told).toEqual([])
})

test('who hangs up in the middle of a mail has sent none', async () => {
  const { port } = new URL(door.url)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('data', (line) => {
      if (line.toString().startsWith('354')) socket.write('Subject: half a ma', () => socket.destroy())
    })
    socket.on('close', () => resolve())
    socket.write('HELO there\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<info@office.example.com>\r\nDATA\r\n')
  })
  await send({ from: 'ben@example.com' })
  expect(told).toHaveLength(1)
})

test('a mail is gone when its time in the bucket is over', async () => {
  await send({ from: 'ben@example.com' })
  const key = `mails/${told[0]?.Records[0]?.ses.mail.messageId}`
  now = '2026-05-29T00:00:00.000Z'
  s3.expire('mails', 'mails/', 90)
  expect(s3.object('mails', key)).toBeDefined()
  now = '2026-05-31T00:00:00.000Z'
  s3.expire('mails', 'mails/', 90)
  expect(s3.object('mails', key)).toBeUndefined()
})

test('a rule that does something else stops the local cloud by its name', () => {
  const found = { Enabled: true, Recipients: [], Actions: [{ BounceAction: { Sender: 'a@example.org' } }] }
  const template = { ofType: () => [{ ...rule, logicalId: 'Rule', type: '', stack: '', properties: { Rule: found } }] }
  expect(() => receiptRulesOf(template)).toThrow('does not know an action of the receipt rule oblige')
})
