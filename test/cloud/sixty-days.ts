import { createPublicKey, verify } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { expect, test } from 'vitest'
import { ada, ben } from '../../demo/company/known.ts'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person } from './person.ts'

promise(
  'N3',
  'what is to be erased becomes unavailable to everyone at once, the company’s own application included',
  async () => {
    const person = new Person(house.cloud, ada.email)
    const before = await house.sees(ada.accounts)
    expect(before.every(({ parts }) => parts.some(({ rows }) => rows.length > 0))).toBe(true)
    const { reference, link } = await person.asksAndConfirms()
    const mail = (await person.mails(reference)).at(-1)
    expect(mail?.subject).toContain('unavailable')
    expect(visible(await house.sees(ada.accounts))).toEqual([])
    const seen = await person.sees(link)
    expect(seen.status).toBe('grace')
    expect(seen.coverage.every(({ outcome }) => outcome === 'restricted' || outcome === 'not-found')).toBe(true)
    // Whoever has the same data as a neighbour sees no difference.
    expect(visible(await house.sees(ben.accounts)).length).toBeGreaterThan(3)
  },
  120_000,
)

promise(
  'N5',
  'until the end of the grace period everything comes back byte for byte',
  async () => {
    const person = new Person(house.cloud, ben.email)
    const before = await house.sees(ben.accounts)
    const { link, reference } = await person.asksAndConfirms()
    expect(visible(await house.sees(ben.accounts))).toEqual([])
    await house.passes('P20D')
    expect(await person.presses(link, 'restore')).toBe(200)
    expect(await house.sees(ben.accounts)).toEqual(before)
    expect((await person.mails(reference)).at(-1)?.subject).toContain('back')
    await house.passes('P60D')
    expect(await house.sees(ben.accounts)).toEqual(before)
    expect(
      (await person.mails(reference))
        .map(({ subject }) => subject)
        .filter((one) => one.startsWith('Your data have been erased')),
    ).toEqual([])
  },
  240_000,
)

promise(
  'N4',
  'after the promised period everything is gone in every system, and the person holds a signed certificate',
  async () => {
    // The first test's request: its 60 days have passed meanwhile.
    const person = new Person(house.cloud, ada.email)
    const mails = await person.mails()
    const reminders = mails.filter(({ subject }) => subject.startsWith('A reminder'))
    expect(reminders).toHaveLength(3)
    const last = mails.at(-1)
    expect(last?.subject).toContain('erased')
    const file = last?.attachments.find(({ filename }) => filename.endsWith('.json'))
    const document = JSON.parse(file?.content ?? '{}')
    const key = createPublicKey({ key: document.signature.jwk, format: 'jwk' })
    const signature = Buffer.from(document.signature.value, 'base64url')
    const signed = Buffer.from(canonicalize(document.certificate) ?? '')
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
    const { keys } = (await (await fetch(`${house.cloud.site}/.well-known/jwks.json`)).json()) as { keys: object[] }
    expect(keys).toContainEqual(document.signature.jwk)
    expect(document.certificate.erasedAt <= document.certificate.promisedBy).toBe(true)
    expect(visible(await house.sees(ada.accounts))).toEqual([])
    expect(await house.leftOf(ada)).toEqual([])
  },
)

promise('N7', 'what a law keeps is said with basis and end, stays locked away, and nothing else is kept', async () => {
  const person = new Person(house.cloud, ada.email)
  const link = await person.link()
  const { coverage, closedAt = '' } = await person.sees(link)
  const keptLines = coverage.filter(({ outcome }) => outcome === 'kept')
  expect(keptLines.map(({ category, exception }) => [category, exception])).toEqual([['payment', 'invoices']])
  expect(keptLines[0]?.count).toBeGreaterThan(0)
  const year = new Date(closedAt).toLocaleDateString('en', { timeZone: policy.company.timeZone, year: 'numeric' })
  expect((keptLines[0]?.until ?? '').slice(0, 4)).toBe(String(Number(year) + 10))
  expect(coverage.filter(({ outcome }) => !['kept', 'erased', 'not-found'].includes(outcome))).toEqual([])
  expect(await house.locked()).toEqual(['payment'])
})

promise('N11', 'those who got data are told to erase them too, each once', async () => {
  const { reference } = await new Person(house.cloud, ada.email).sees(await new Person(house.cloud, ada.email).link())
  const mails = await house.cloud.mails()
  const told = mails.filter(({ subject }) => subject === `Erasure to be carried out: ${reference}`)
  expect(told.map(({ to }) => to[0]).sort()).toEqual(house.recipients)
  for (const mail of told) expect(mail.text).toContain(ada.email)
})

promise(
  'N14',
  'asking, having everything back and being erased costs nothing and is possible at any hour',
  async () => {
    const home = await (await fetch(`${house.cloud.site}/`)).text()
    expect(home).toContain('at any time and free of charge')
    const night = new Date(house.cloud.clock.now())
    night.setUTCDate(night.getUTCDate() + ((7 - night.getUTCDay()) % 7) + 7)
    night.setUTCHours(1, 0, 0, 0)
    await house.cloud.clock.advance(night.toISOString())
    const person = new Person(house.cloud, ben.email)
    const { link } = await person.asksAndConfirms()
    expect((await person.sees(link)).status).toBe('grace')
    expect(await person.presses(link, 'restore')).toBe(200)
  },
  long,
)

test('what goes well calls nobody: from the form to the certificate, and back from there, no function fails', async () => {
  const folder = join(house.state, 'logs')
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
  for (const { email } of [ada, ben]) {
    const person = new Person(house.cloud, email)
    const { reference } = await person.sees(await person.link())
    const written = lines.filter((line) => line.includes(`"reference":"${reference}"`))
    expect(written.length).toBeGreaterThan(10)
    expect(written.filter((line) => line.includes('"level":"ERROR"'))).toEqual([])
  }
  // Machines of one request woke up together to tell recipients, again and again in stories before.
  const told = lines.filter((line) => line.includes('"what":"pass-on"'))
  expect(told.length).toBeGreaterThan(10)
  expect(told.filter((line) => line.includes('"error":"Busy"'))).toEqual([])
})

test('every call of every function and machine was allowed by the template’s roles', async () => {
  const denied = (await (await fetch(`${house.cloud.control}/denied`)).json()) as unknown[]
  // What programs of the company and its auditors may not do, stories try; and they ask for mails that are gone, which S3 denies
  // to who may not list the bucket.
  const tried = /company|"auditor( of the test)?"|s3:ListBucket on resource: [\w:-]*mailbox/
  expect(denied.filter((one) => !tried.test(JSON.stringify(one)))).toEqual([])
})

test('no machine waits for a moment that Step Functions cuts short: it would wake up before it, find nothing to do, and wait again', () => {
  const folder = join(house.state, 'executions')
  const waitedFor = readdirSync(folder).flatMap((file) => [
    ...readFileSync(join(folder, file), 'utf8').matchAll(/"(?:to":"wait"|more":true),"at":"([^"]+)"/g),
  ])
  expect(waitedFor.length).toBeGreaterThan(100)
  expect(waitedFor.map(([, at = '']) => at).filter((at) => Date.parse(at) % 1000 !== 0)).toEqual([])
})
