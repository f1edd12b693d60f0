import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { inventCompany } from '../../demo/company/invent.ts'
import { promise } from '../promise.ts'
import { house } from './one-house.ts'

/** Names that stand alone nowhere else, and what people had their data corrected to. */
const invented = ['Quill', 'Falk', 'Vane-Okonkwo', '+44 7700 900456']

const ofTheCompany = (address: string) => address.endsWith('@papyra.example.com') || house.recipients.includes(address)

/** Every personal value that the company holds of those whom Oblige wrote to, each long enough to be nobody else's. */
async function personal(): Promise<ReadonlySet<string>> {
  const company = inventCompany()
  const told = new Set((await house.cloud.mails()).flatMap(({ to }) => to))
  const known = company.accounts.filter(({ email }) => told.has(email))
  const ids = new Set(known.map(({ id }) => id))
  const of = <T>(rows: readonly T[], account: (row: T) => string) => rows.filter((row) => ids.has(account(row)))
  const values = [
    ...invented,
    ...[...told].filter((address) => !ofTheCompany(address)),
    ...known.flatMap(({ id, email, firstName, lastName, phone }) => [
      id,
      email,
      `${firstName} ${lastName}`,
      `${lastName}, ${firstName}`,
      ...(phone ? [phone] : []),
    ]),
    ...of(company.sessions, (one) => one.accountId).map(({ ip }) => ip),
    ...of(company.signIns, (one) => one.accountId).flatMap(({ profile }) => Object.values(profile)),
    ...of(company.files, ({ key }) => key.split('/')[1] ?? '').map(({ key }) => key.split('/').at(-1) ?? key),
    ...of(company.invoices, (one) => one.account_id).flatMap((one) => [one.number, one.billing_name]),
    ...of(company.payments, (one) => one.account_id).flatMap((one) => [one.id, one.provider_answer]),
    ...of(company.threads, (one) => one.account_id).map(({ title }) => title),
    ...of(company.posts, (one) => one.account_id).map(({ body }) => body),
  ]
  return new Set(values)
}

/** A value as it may be written: as it is, in JSON, in an address, in base64. */
const spelt = (value: string) =>
  new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), Buffer.from(value).toString('base64')])

/** Those that stand in a text, looked for by their beginnings in one pass: thousands in megabytes. */
function standing(values: ReadonlySet<string>, text: string): ReadonlySet<string> {
  const length = Math.min(...[...values].map((value) => value.length))
  const byBeginning = Map.groupBy(values, (value) => value.slice(0, length))
  const found = new Set<string>()
  for (let at = 0; at <= text.length - length; at++)
    for (const value of byBeginning.get(text.slice(at, at + length)) ?? [])
      if (text.startsWith(value, at)) found.add(value)
  return found
}

/** Where any of the values stands. */
async function leaks(values: ReadonlySet<string>): Promise<readonly string[]> {
  const places = await house.written()
  expect(places.length).toBeGreaterThan(12)
  const spellings = new Set([...values].flatMap((value) => [...spelt(value)]))
  return places.flatMap(({ where, text }) => [...standing(spellings, text)].map((one) => `${one} in ${where}`))
}

promise(
  'N15',
  'no personal value of anybody whom Oblige wrote to is in a log, a state machine’s history, a key, a tag, a metric, a subject, a link or the template',
  async () => {
    const values = await personal()
    expect(values.size).toBeGreaterThan(300)
    expect(await leaks(values)).toEqual([])
  },
  180_000,
)

test('the API’s access log tells of each answer by its route, in JSON, and holds no secret of a link and no query', async () => {
  const log = (await house.written()).find(({ where }) => where.endsWith('api-access.log'))
  const lines = (log?.text ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>)
  expect(lines.length).toBeGreaterThan(10)
  for (const { route = '' } of lines) expect(route).toMatch(/^(-|[A-Z]+ \/[\w{}+./-]*)$/)
  const secrets = (await house.cloud.mails()).flatMap(({ text }) => text.match(/[A-Za-z0-9_-]{43}/g) ?? [])
  expect(secrets.length).toBeGreaterThan(10)
  expect(secrets.filter((secret) => log?.text.includes(secret))).toEqual([])
})

test('a personal value in the key or the tag of one object among all is found', async () => {
  const [bucket] = house.cloud.resources.ofType('AWS::S3::Bucket').filter(({ logicalId }) => /Packages/.test(logicalId))
  const s3 = new S3Client({ ...house.pastPermissions, forcePathStyle: true })
  const planted = { Bucket: bucket?.name, Key: 'packages/ada.quill@example.org.zip' }
  await s3.send(new PutObjectCommand({ ...planted, Tagging: 'whose=Falk', Body: 'a copy' }))
  try {
    expect(await leaks(new Set(['ada.quill@example.org', ...invented]))).toEqual([
      `ada.quill@example.org in keys in ${bucket?.name}`,
      `Falk in tags in ${bucket?.name}`,
    ])
  } finally {
    await s3.send(new DeleteObjectCommand(planted))
  }
})
