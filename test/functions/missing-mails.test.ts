import { rmSync } from 'node:fs'
import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Mailbox } from '../../adapters/mailbox.ts'
import { Clock } from '../../local/clock/clock.ts'
import { serve } from '../../local/front/server.ts'
import { Gateway } from '../../local/gateway/gateway.ts'
import { outside } from '../../local/gateway/iam/principals.ts'
import { S3 } from '../../local/s3/s3.ts'
import { quickFolder } from '../memory.ts'

const arn = 'arn:aws:s3:::mails'
const get = { Effect: 'Allow', Action: 's3:GetObject', Resource: `${arn}/mails/*` }
const list = (Condition?: object) => ({ Effect: 'Allow', Action: 's3:ListBucket', Resource: arn, Condition })
const whoKnows = list({ StringLike: { 's3:prefix': `mails/${'?'.repeat(20)}*` } })
const [there, gone] = ['a'.repeat(40), 'b'.repeat(40)]

let mailboxOf: (...statements: readonly object[]) => Mailbox
const ends: Array<() => unknown> = []

beforeAll(async () => {
  const [clock, state] = [new Clock(), quickFolder('oblige-missing-')]
  const s3 = new S3({ state, clock })
  s3.create('mails', false)
  // The name of another mail begins like that of the one that is gone.
  for (const name of [there, `${gone}b`]) s3.put('mails', `mails/${name}`, Buffer.from(name), 'message/rfc822')
  const gateway = new Gateway({ clock, services: [s3] })
  const door = await serve(0, (request) => gateway.handle(request))
  const setting = { endpoint: door.url, region: 'eu-central-1', forcePathStyle: true, maxAttempts: 1 }
  mailboxOf = (...statements) =>
    new Mailbox('mails', new S3Client({ ...setting, credentials: gateway.keyOf(outside('reader', statements)) }))
  ends.push(
    () => door.stop(),
    () => s3.stop(),
    () => clock.stop(),
    () => rmSync(state, { recursive: true, force: true }),
  )
})
afterAll(async () => {
  for (const end of ends) await end()
})

test.each([
  ['who may list the bucket, by S3', [get, list()]],
  ['who may ask for a name that they know, by asking for it', [get, whoKnows]],
])('that a mail is missing is known to %s', async (_, statements) => {
  const mailbox = mailboxOf(...statements)
  expect(Buffer.from((await mailbox.raw(there)) ?? []).toString()).toBe(there)
  expect(await mailbox.raw(gone)).toBeUndefined()
})

test.each([
  ['who may not read it, though it is there', there, [whoKnows]],
  [
    'who may list mails by their folder alone, and so not by a name',
    gone,
    [get, list({ StringEquals: { 's3:prefix': 'mails/' } })],
  ],
  ['who may list none', gone, [get]],
])('a mail that S3 denies is not taken for missing: %s', async (_, name, statements) => {
  await expect(mailboxOf(...statements).raw(name)).rejects.toMatchObject({ name: 'AccessDenied' })
})

test('who may ask for names that they know can list no others', async () => {
  await expect(mailboxOf(get, whoKnows).after('')).rejects.toMatchObject({ name: 'AccessDenied' })
})
