import { request } from 'node:http'
import { platform } from 'node:os'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ada, ben } from '../../demo/company/known.ts'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { house } from './one-house.ts'
import { linkIn, Person } from './person.ts'

const form = 'application/x-www-form-urlencoded'
const post = (path: string, body: string, type = form) =>
  fetch(`${house.cloud.site}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'text/html' },
    body,
    redirect: 'manual',
  })

test('hostile and malformed forms are answered with what is wrong, and never with a failure or an echo of markup', async () => {
  const hostile = [
    ['', 400],
    ['address=', 400],
    ['address=nobody', 400],
    ['address="><script>alert(1)</script>@example.org', 400],
    ['address=a@example.org%0d%0aBcc:all@example.org', 400],
    [`address=${'a'.repeat(300)}@example.org`, 400],
    ['address=ada.quill@example.org&right=everything', 400],
    ['address[]=a&address[]=b', 400],
    ['%', 400],
  ] as const
  for (const [body, status] of hostile) {
    const answer = await post('/requests', body)
    const page = await answer.text()
    expect([body.slice(0, 60), answer.status]).toEqual([body.slice(0, 60), status])
    expect(page).not.toContain('<script')
    expect(page).toContain('<h1')
  }
  expect((await post('/requests', '<a/>', 'application/xml')).status).toBe(415)
  expect((await post('/requests', '{"address":{"$ne":1}}', 'application/json')).status).toBe(400)
  expect(await house.cloud.mails()).toEqual([])
})

test('a browser that loads the page "Request received" again asks nothing again, and the address of a form leads to it', async () => {
  const address = 'once.only@example.org'
  const sent = await post('/requests', `address=${address}&right=access&language=de`)
  await house.cloud.clock.quiet()
  const there = sent.headers.get('location') ?? ''
  expect([sent.status, await sent.text()]).toEqual([303, ''])
  expect(there).not.toMatch(/once|example|%40/)
  const person = new Person(house.cloud, address)
  for (let n = 0; n < 2; n += 1) {
    const { status, page } = await person.looks(there)
    expect(status).toBe(200)
    for (const part of ['lang="de"', /OB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(there)?.[0] ?? '?']) expect(page).toContain(part)
  }
  await house.cloud.clock.quiet()
  expect(await person.mails()).toHaveLength(1)
  const led = async (path: string) =>
    (await fetch(`${house.cloud.site}${path}`, { headers: { accept: 'text/html' } })).url.replace(house.cloud.site, '')
  expect(await led('/requests')).toBe('/ask/')
  const link = await person.link()
  expect(await led(`${link}/confirm`)).toBe(link)
  const confirmed = await post(`${link}/confirm`, '')
  await house.cloud.clock.quiet()
  expect(confirmed.headers.get('location')).toBe(link)
})

// macOS has one address of its own alone.
test.skipIf(platform() === 'darwin')(
  'who asks on and on from one address waits for five minutes, others do not; what is larger than a form is not looked at',
  async () => {
    const { clock, site } = house.cloud
    // Another address of this machine: everybody else in this house comes from the first.
    const from = (localAddress: string, path: string, body = '') =>
      new Promise<{ readonly status: number; readonly page: string }>((resolve, reject) => {
        const headers = { 'content-type': form, 'content-length': Buffer.byteLength(body) }
        const sent = request(
          `${site}${path}`,
          { method: 'POST', headers, localAddress, agent: false },
          async (answer) => resolve({ status: answer.statusCode ?? 0, page: await text(answer) }),
        )
        sent.once('error', reject).end(body)
      })
    const asked = []
    for (let n = 0; n < 52; n += 1) asked.push(await from('127.0.0.2', '/requests'))
    expect(asked.map(({ status }) => status)).toEqual([...Array(50).fill(400), 429, 429])
    expect(asked.at(-1)?.page).toContain('try again in five minutes')
    expect((await from('127.0.0.3', '/requests')).status).toBe(400)
    await clock.advance('PT5M')
    expect((await from('127.0.0.2', '/requests')).status).toBe(400)
    const large = await from('127.0.0.2', '/requests', `address=${'x'.repeat(17_000)}`)
    expect([large.status, large.page]).toEqual([413, expect.stringContaining('larger than any form here accepts')])
  },
)

test('a body larger than any API takes is refused at the door', async () => {
  const send = (length: number) =>
    fetch(`${house.cloud.site}/requests`, { method: 'POST', body: new Uint8Array(length) })
  expect((await send(11_000_000)).status).toBe(413)
  // Who goes on for ever is cut off.
  await expect(send(60_000_000)).rejects.toThrow()
  expect((await fetch(`${house.cloud.site}/`)).status).toBe(200)
})

test('nobody learns whether an address is known: same answer, same mail to its owner, no system is asked', async () => {
  const asked: string[] = []
  const leave = house.cloud.onCall(({ needs }) => {
    for (const { resource } of needs) asked.push(resource)
  })
  const answers = []
  for (const address of [ben.email, 'nobody.at.all@example.org']) {
    const answer = await fetch(`${house.cloud.site}/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address }),
    })
    const { reference, ...said } = (await answer.json()) as Record<string, string>
    answers.push({ status: answer.status, said: Object.keys(said).sort(), shape: reference?.replace(/[0-9A-Z]/g, 'x') })
    await house.cloud.clock.quiet()
  }
  leave()
  expect(answers[0]).toEqual(answers[1])
  expect(asked.filter((resource) => resource.includes('demo-'))).toEqual([])
  const strangers = await new Person(house.cloud, 'nobody.at.all@example.org').mails()
  const known = await new Person(house.cloud, ben.email).mails()
  expect(strangers.map(({ subject }) => subject.replace(/OB-\S+/, ''))).toEqual(
    known.map(({ subject }) => subject.replace(/OB-\S+/, '')),
  )
})

test('who proves an address that nobody has here is told so, and the request is closed without a trace of them', async () => {
  const person = new Person(house.cloud, 'nobody.at.all@example.org')
  const link = await person.link()
  await person.presses(link, 'confirm')
  const [, answer] = await person.mails()
  expect(answer?.subject).toContain('found nothing')
  expect((await person.sees(await person.link())).status).toBe('not-found')
})

test('a mail scanner that opens the link changes nothing, however often', async () => {
  const person = new Person(house.cloud, 'ruth.reader@example.org')
  await person.asks()
  const link = await person.link()
  for (let i = 0; i < 3; i++) expect((await person.looks(link)).status).toBe(200)
  expect((await fetch(`${house.cloud.site}${link}`, { method: 'HEAD' })).status).toBeLessThan(500)
  expect((await person.sees(link)).status).toBe('unverified')
})

test('altered, shortened and invented links lead to the same plain page, and say nothing', async () => {
  const person = new Person(house.cloud, 'ruth.reader@example.org')
  const link = await person.link()
  const altered = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A')
  const pages = await Promise.all(
    [altered, link.slice(0, -3), '/requests/..%2f..%2fetc', `/requests/${'a'.repeat(5000)}`].map((one) =>
      person.looks(one),
    ),
  )
  for (const { status, page } of pages) {
    expect(status).toBe(404)
    expect(page).not.toContain('ruth')
  }
  expect(await person.presses(altered, 'confirm')).toBe(404)
})

test('a link that only confirms cannot restore, erase at once or fetch a certificate', async () => {
  const person = new Person(house.cloud, 'ruth.reader@example.org')
  const link = await person.link()
  expect(await person.presses(link, 'restore')).toBe(409)
  expect(await person.presses(link, 'erase-now')).toBe(409)
  expect((await person.looks(`${link}/certificate`)).status).toBe(404)
})

test('strangers can send no more than the policy’s number of mails a day to one address, and a link comes on the next', async () => {
  const person = new Person(house.cloud, 'mallory.target@example.org')
  for (let i = 0; i < policy.limits.mailsPerAddressAndDay + 3; i++) await person.asks()
  expect(await person.mails()).toHaveLength(policy.limits.mailsPerAddressAndDay)
  const { StartedAgain: before } = house.cloud.metrics()
  await house.cloud.clock.advance('P1DT2H')
  expect(await person.mails()).toHaveLength(policy.limits.mailsPerAddressAndDay + 1)
  // A letter that waited for its day calls nobody: else strangers could.
  expect(house.cloud.metrics().StartedAgain).toBe(before)
})

test(
  'a second click on confirm finds the same page, not an error; a second request of the same person joins the first',
  long,
  async () => {
    const person = new Person(house.cloud, ada.email)
    const [first, second] = [await person.asks(), await person.asks()]
    const links = [await person.link(first), await person.link(second)] as const
    // Both at once: one opens, the other finds it open.
    const statuses = await Promise.all(links.map((link) => person.presses(link, 'confirm')))
    expect(statuses).toEqual([200, 200])
    const seen = await Promise.all(links.map((link) => person.sees(link)))
    expect(seen.map(({ status }) => status).sort()).toEqual(['duplicate', 'grace'])
    for (const link of links) expect(await person.presses(link, 'confirm')).toBe(200)
    const subjects = (await person.mails()).map(({ subject }) => subject)
    expect(subjects.filter((one) => one.includes('already have an open request'))).toHaveLength(1)
    expect(subjects.filter((one) => one.includes('unavailable'))).toHaveLength(1)
    const open = seen[0]?.status === 'grace' ? first : second
    // What says so leads to the one that is open.
    const told = (await person.mails()).find(({ subject }) => subject.includes('already have an open request'))
    expect(told && (await person.sees(linkIn(told)))).toMatchObject({ reference: open, status: 'grace' })
    expect(await person.presses(await person.link(open), 'restore')).toBe(200)
  },
)

test('a link that ran out brings a new one, and the date of the first receipt still counts', long, async () => {
  const person = new Person(house.cloud, ada.email)
  const reference = await person.asks()
  const link = await person.link(reference)
  const { receivedAt, promisedBy } = await person.sees(link)
  await house.cloud.clock.advance('P8D')
  expect((await person.sees(link)).status).toBe('expired')
  expect(await person.presses(link, 'confirm')).toBe(200)
  const fresh = await person.link(reference)
  expect(fresh).not.toBe(link)
  // The new link does not bring the old one back to life.
  expect((await person.sees(link)).status).toBe('expired')
  await person.presses(fresh, 'confirm')
  const seen = await person.sees(await person.link(reference))
  expect(seen).toMatchObject({ status: 'grace', receivedAt, promisedBy })
  expect(await person.presses(await person.link(reference), 'restore')).toBe(200)
})

test('an address with a slash too few or too many leads to its page', async () => {
  for (const [path, page] of [
    ['/ask', '/ask/'],
    ['/de/ask/access', '/de/ask/access/'],
    ['/requests/', '/requests'],
    ['/desk/', '/desk'],
  ]) {
    const answer = await fetch(`${house.cloud.site}${path}`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')], path).toEqual([302, page])
  }
})

test('the API answers nobody who did not come through the distribution', async () => {
  const { HttpApi } = await import('../../local/front/http-api.ts')
  const api = new HttpApi(
    house.cloud.resources,
    (arn, payload) => house.cloud.functions.invoke(arn, payload),
    house.cloud.clock,
  )
  const request = {
    method: 'POST',
    path: '/requests',
    query: '',
    body: Buffer.from('address=a@example.org'),
    sourceIp: '127.0.0.1',
  }
  const around = await api.handle({ ...request, headers: { 'content-type': form } })
  const guessed = await api.handle({ ...request, headers: { 'content-type': form, 'x-oblige-origin': 'guess' } })
  expect([around.status, guessed.status]).toEqual([401, 403])
})
