import { expect, test } from 'vitest'
import { inventCompany } from '../../demo/company/invent.ts'
import policy from '../../demo/policy.ts'
import { sha256, unpacked } from '../package/unpacked.ts'
import { promise } from '../promise.ts'
import { inBucket } from './bucket-of-copies.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

/** The whole file behind an address, and what came with it. */
async function fetched(address = ''): Promise<{ status: number; type: string; name: string; content: Buffer }> {
  const answer = await fetch(address)
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    name: answer.headers.get('content-disposition') ?? '',
    content: Buffer.from(await answer.arrayBuffer()),
  }
}
const anna = somebody(8)
const bert = somebody(9)
const clara = somebody(10)

promise(
  'N1',
  'who asks gets everything that every system holds, as one file that opens anywhere',
  async () => {
    const person = new Person(house.cloud, anna.email)
    const before = await house.sees(anna.accounts)
    const { link, reference } = await person.asksAndConfirms('access')
    const mail = (await person.mails(reference)).at(-1)
    expect(mail?.subject).toBe(`Your copy is ready: ${reference}`)
    expect(mail?.attachments ?? []).toEqual([])
    const seen = await person.sees(link)
    expect(seen).toMatchObject({ right: 'access', status: 'ready', actions: ['download', 'protect', 'withdraw'] })

    const { status, address } = await person.fetches(link)
    expect(status).toBe(200)
    const file = await fetched(address)
    expect(file).toMatchObject({ status: 200, type: 'application/zip' })
    expect(file.name).toBe(`attachment; filename="my-data-${reference}.zip"`)
    expect(file.content.length).toBe(seen.copy?.bytes)

    const inside = await unpacked(file.content)
    // Every file of the person's, every version, as it was.
    const digests = new Set([...inside.values()].map(sha256))
    const own = inventCompany().files.filter(({ key }) => anna.accounts.some((id) => key.includes(`/${id}/`)))
    expect(own.length).toBeGreaterThan(0)
    for (const version of own.flatMap(({ versions }) => versions))
      expect(digests).toContain(sha256(Buffer.from(version)))
    // Every category of the policy is spoken of, each with its number.
    const { manifest } = JSON.parse(inside.get('manifest.json')?.toString() ?? '{}')
    const spoken = JSON.stringify(manifest)
    for (const category of Object.keys(policy.categories)) expect(spoken).toContain(`"${category}"`)
    for (const { system, category, count } of seen.coverage.filter((line) => line.count > 0))
      expect({ system, category, count: recordsIn(manifest, system, category) }).toEqual({ system, category, count })
    // The person's own words are in it, and nobody else's address.
    const text = [...inside]
      .filter(([name]) => /\.(jsonl|csv|html)$/.test(name))
      .map(([, content]) => content.toString())
    expect(text.join('\n')).toContain(anna.email)
    expect(text.join('\n')).not.toContain(bert.email)
    // Nothing about the data has changed.
    expect(await house.sees(anna.accounts)).toEqual(before)
  },
  240_000,
)

test('a copy is fetched with a code from the newest mail, once with each, and as often as the policy says', async () => {
  const person = new Person(house.cloud, anna.email)
  const reference = (await person.mails()).at(-1)?.subject.split(': ')[1] ?? ''
  const link = await person.link(reference)
  expect(await person.types(link, 'AAAA-AAAA')).toMatchObject({ status: 400, error: 'code-over' })
  await person.presses(link, 'code')
  const code = await person.code()
  expect(await person.types(link, 'AAAA-AAAA')).toMatchObject({ status: 400, error: 'code-wrong' })
  const right = await person.types(link, code.toLowerCase().replace('-', ' '))
  expect(right.status).toBe(200)
  expect(await person.types(link, code)).toMatchObject({ status: 400, error: 'code-over' })
  expect((await person.sees(link)).copy?.downloadsLeft).toBe(policy.limits.downloads - 2)

  // An interrupted download goes on where it stopped.
  const whole = await fetched(right.address)
  const part = await fetch(right.address ?? '', { headers: { range: 'bytes=1000-' } })
  expect(part.status).toBe(206)
  expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.content.subarray(1000))
  // Altered, or of somebody else's copy, an address opens nothing.
  expect((await fetch((right.address ?? '').replace(/Signature=../, 'Signature=zz'))).status).toBe(403)
  expect((await fetch((right.address ?? '').replace(/1\.zip/, '2.zip'))).status).toBe(403)
  // Over, too.
  await house.cloud.clock.advance('PT16M')
  expect((await fetch(right.address ?? '')).status).toBe(403)

  for (let left = policy.limits.downloads - 2; left > 0; left--) {
    // Codes are mailed as often a day as the policy says.
    await house.cloud.clock.advance('P1D')
    expect((await person.fetches(link)).status).toBe(200)
  }
  expect(await person.presses(link, 'code')).toBe(409)
  expect((await person.looks(link)).page).toContain('as often as we allow')
}, 240_000)

test('a link that only confirms, and a link of another request, open no copy', async () => {
  const person = new Person(house.cloud, bert.email)
  const reference = await person.asks('access')
  const confirming = await person.link(reference)
  await person.presses(confirming, 'confirm')
  expect(await person.presses(confirming, 'code')).toBe(409)
  expect((await person.types(confirming, 'AAAA-AAAA')).status).toBe(409)
  // Anna's code does not open Bert's copy.
  const link = await person.link(reference)
  await person.presses(link, 'code')
  const other = new Person(house.cloud, clara.email)
  const { link: elsewhere } = await other.asksAndConfirms('portability')
  expect(await other.types(elsewhere, await person.code())).toMatchObject({ status: 400, error: 'code-over' })
  expect((await person.types(`/requests/${'x'.repeat(43)}`, 'AAAA-AAAA')).status).toBe(404)
}, 240_000)

promise(
  'N1',
  'a portable copy holds what the person provided, and an address card',
  async () => {
    const person = new Person(house.cloud, clara.email)
    const link = await person.link()
    const inside = await unpacked((await fetched((await person.fetches(link)).address)).content)
    const names = [...inside.keys()].join('\n')
    expect(names).toMatch(/\.vcf$/m)
    expect(names).not.toMatch(/payment|sign-in/)
    const card = [...inside].find(([name]) => name.endsWith('.vcf'))?.[1].toString() ?? ''
    expect(card).toContain(clara.email)
  },
  240_000,
)

promise(
  'N1',
  'a copy is deleted when its time is over, with a mail before and after, and another is one click away',
  async () => {
    const person = new Person(house.cloud, bert.email)
    const reference = (await person.mails()).map(({ subject }) => subject.split(': ')[1] ?? '').at(-1) ?? ''
    expect(await inBucket()).toContain(reference)
    await house.passes('P15D')
    const subjects = (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])
    expect(subjects.slice(-2)).toEqual(['Your copy will be deleted soon', 'Your copy has been deleted'])
    expect(await inBucket()).not.toContain(reference)
    const link = await person.link(reference)
    expect(await person.sees(link)).toMatchObject({ status: 'discarded', actions: ['copy'] })
    expect(await person.presses(link, 'copy')).toBe(200)
    const mail = (await person.mails()).at(-1)
    expect(mail?.subject).toMatch(/^Your copy is ready: /)
    expect(mail?.subject).not.toContain(reference)
  },
  240_000,
)

promise(
  'N1',
  'who is waiting for an erasure still gets a copy of everything, from behind the lock',
  async () => {
    const person = new Person(house.cloud, somebody(11).email)
    const { link } = await person.asksAndConfirms()
    expect((await person.mails()).at(-1)?.text).toContain('copy of everything before it is erased')
    const { coverage } = await person.sees(link)
    expect(await person.presses(link, 'copy')).toBe(200)
    // A second click finds the same copy.
    expect(await person.presses(link, 'copy')).toBe(200)
    const copies = (await person.mails()).filter(({ subject }) => subject.startsWith('Your copy is ready'))
    expect(copies).toHaveLength(1)
    const copy = await person.sees(await person.link(copies[0]?.subject.split(': ')[1]))
    const numbers = (lines: typeof coverage) =>
      lines.map(({ category, system, count }) => ({ category, system, count }))
    expect(numbers(copy.coverage)).toEqual(numbers(coverage))
    // And by the form too, though the directory's own row is locked away by now.
    const { link: portable } = await person.asksAndConfirms('portability')
    expect((await person.sees(portable)).status).toBe('ready')
    expect((await person.fetches(portable)).status).toBe(200)
  },
  240_000,
)

type Manifest = { readonly coverage?: ReadonlyArray<Record<string, unknown>> }
const recordsIn = ({ coverage = [] }: Manifest, system: string, category: string): unknown => {
  const line = coverage.find((one) => one.system === system && one.category === category)
  return line?.included
}
