import { expect, test } from 'vitest'
import { hashOf } from '../../adapters/policies.ts'
import policy from '../../demo/policy.ts'
import { staffOf } from '../../domain/desk.ts'
import { recordOf } from '../../domain/record.ts'
import { dayOf, instant } from '../../domain/time.ts'
import type { FiguresView, PromisesView } from '../../functions/contract/desk/figures.ts'
import type { PolicyView } from '../../functions/contract/desk/policy.ts'
import type { QueueView } from '../../functions/contract/desk/queue.ts'
import type { ProcessingRecord } from '../../functions/contract/desk/record.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import type { Policy } from '../../policy/schema.ts'
import { AtTheDesk } from './colleague.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'
import { post } from './post.ts'

const kim = somebody(200)
const lou = somebody(201)
const mia = somebody(205)
const officer = 'officer@papyra.example.com'
const agent = 'agent@papyra.example.com'
const auditor = 'auditor@papyra.example.com'

const at = async (email: string): Promise<AtTheDesk> => {
  const colleague = new AtTheDesk(house.cloud, email)
  const seen = await colleague.signsIn()
  expect([email, seen.status, seen.location]).toEqual([email, 303, '/desk'])
  expect((await colleague.gets('/desk')).status).toBe(200)
  return colleague
}

test('only colleagues of the company with a second factor and a role come in, and each refusal says why', async () => {
  for (const [email, why] of [
    ['hasty@papyra.example.com', 'A second factor is needed'],
    ['clerk@papyra.example.com', 'You have no role here'],
    ['freelancer@elsewhere.example.org', 'You cannot work here'],
  ] as const) {
    const stranger = new AtTheDesk(house.cloud, email)
    const seen = await stranger.signsIn()
    expect([email, seen.status, seen.page.includes(why)]).toEqual([email, 401, true])
    expect([...stranger.cookies.keys()]).toEqual([])
  }
  const nobody = new AtTheDesk(house.cloud, officer)
  const first = await nobody.gets('/desk')
  expect([first.status, first.location]).toEqual([303, '/desk/sign-in?back=%2Fdesk'])
  expect((await nobody.gets('/desk', 'application/json')).status).toBe(401)
}, 120_000)

test('a sign-in is good once, in its own browser, for ten minutes, and leads nowhere but to the desk', async () => {
  const colleague = new AtTheDesk(house.cloud, officer)
  const begun = await colleague.gets('/desk/sign-in?back=https://elsewhere.example.org/')
  const back = await colleague.returnsFrom(begun.location)
  // Another browser brings the same answer.
  const other = new AtTheDesk(house.cloud, officer)
  await other.gets('/desk/sign-in')
  expect((await other.gets(back)).status).toBe(400)
  const bare = new AtTheDesk(house.cloud, officer)
  expect((await bare.gets(back)).status).toBe(400)
  // An answer of another sign-in, altered.
  const altered = await colleague.gets(back.replace(/state=[^&]+/, 'state=another'))
  expect([altered.status, altered.page.includes('You are not signed in')]).toEqual([400, true])
  // The attempt is used up.
  expect((await colleague.gets(back)).page).toContain('This sign-in has expired')

  const again = new AtTheDesk(house.cloud, officer)
  const anew = await again.gets('/desk/sign-in')
  const late = await again.returnsFrom(anew.location)
  await house.cloud.clock.advance('PT11M')
  expect((await again.gets(late)).page).toContain('This sign-in has expired')
}, 120_000)

test('a session is new at each sign-in, ends by itself after half an hour without a click, and at once by signing out', async () => {
  const colleague = await at(officer)
  const first = colleague.cookies.get('__Host-oblige-desk')
  const begun = await colleague.gets('/desk/sign-in')
  const signedIn = await colleague.gets(await colleague.returnsFrom(begun.location))
  expect(signedIn.headers.getSetCookie().at(-1)).toMatch(
    /^__Host-oblige-desk=[\w-]{43}; Path=\/; Max-Age=28800; Secure; HttpOnly; SameSite=Lax$/,
  )
  const second = colleague.cookies.get('__Host-oblige-desk')
  expect(second).not.toBe(first)
  // The one from before is over: whoever had planted or seen it has nothing.
  const thief = new AtTheDesk(house.cloud, officer)
  thief.cookies.set('__Host-oblige-desk', first ?? '')
  expect((await thief.gets('/desk')).status).toBe(303)

  await house.cloud.clock.advance('PT20M')
  expect((await colleague.gets('/desk')).status).toBe(200)
  await house.cloud.clock.advance('PT20M')
  expect((await colleague.gets('/desk')).status).toBe(200)
  await house.cloud.clock.advance('PT31M')
  expect((await colleague.gets('/desk')).status).toBe(303)

  const another = await at(officer)
  const stolen = new AtTheDesk(house.cloud, officer)
  stolen.cookies.set('__Host-oblige-desk', another.cookies.get('__Host-oblige-desk') ?? '')
  expect((await stolen.gets('/desk')).status).toBe(200)
  expect((await another.sends('/desk/sign-out')).page).toContain('You are signed out')
  expect((await stolen.gets('/desk')).status).toBe(303)
}, 120_000)

test('however much it is used, a session ends after eight hours', async () => {
  const colleague = await at(officer)
  for (let n = 0; n < 16; n += 1) {
    await house.cloud.clock.advance('PT29M')
    expect([n, (await colleague.gets('/desk')).status]).toEqual([n, 200])
  }
  await house.cloud.clock.advance('PT29M')
  expect((await colleague.gets('/desk')).status).toBe(303)
}, 120_000)

test('the officer finds a request, looks whose it is and holds it up; the history says who did what, and the person reads it', async () => {
  const person = new Person(house.cloud, kim.email)
  const { link, reference } = await person.asksAndConfirms()
  const colleague = await at(officer)

  const queue = await colleague.json<QueueView>('/desk?right=erasure')
  expect(queue.lines.find((line) => line.reference === reference)).toMatchObject({ status: 'grace', waitsFor: 'time' })
  const narrowed = async (query: string) =>
    (await colleague.json<QueueView>(`/desk?${query}`)).lines.some((line) => line.reference === reference)
  const all = 'right=erasure&status=grace&waits=time&channel=form&language=en'
  expect(await narrowed(all)).toBe(true)
  for (const other of ['status=erasing', 'channel=phone', 'language=de', 'age=P7D'])
    expect([other, await narrowed(`${all}&${other}`.replace(/(\w+)=\w+&(.*\1=)/, '$2'))]).toEqual([other, false])
  const found = await colleague.sends('/desk/search', { sought: ` ${kim.email.toUpperCase()} ` })
  expect(found.page).toContain(reference)
  const direct = await colleague.sends('/desk/search', { sought: reference.toLowerCase() })
  expect([direct.status, direct.location]).toEqual([303, `/desk/requests/${reference}`])

  const path = `/desk/requests/${reference}`
  const before = await colleague.gets(path)
  expect(before.page).toContain('in the grace period')
  expect(before.page).not.toContain(kim.email)
  const looked = await colleague.sends(`${path}/look`)
  expect(looked.page).toContain(kim.email)
  expect((await colleague.gets(path)).page).not.toContain(kim.email)

  expect((await colleague.sends(`${path}/hold`, { reason: 'claim', file: '' })).location).toBe(
    `${path}?refused=no-file`,
  )
  expect((await colleague.gets(`${path}?refused=no-file`)).page).toContain('Enter the number of the file')
  expect((await colleague.sends(`${path}/hold`, { reason: 'claim', file: '2026/17' })).location).toBe(path)
  await house.cloud.clock.quiet()
  expect((await person.sees(link)).hold).toMatchObject({ reason: 'claim' })

  const seen = await colleague.json<DeskRequest>(path)
  const staff = staffOf('officer', house.office.people.issuer, officer)
  expect(seen.history.slice(-2).map(({ event, detail, who }) => [event, detail, who])).toEqual([
    ['looked', `by ${staff}`, officer],
    ['hold-set', expect.stringMatching(new RegExp(`by ${staff}$`)), officer],
  ])
  expect(seen.whole).toBe(true)
  // Held up already; not a second time, and nothing of the kind that is not possible now.
  expect((await colleague.sends(`${path}/hold`, { reason: 'claim', file: '2026/18' })).location).toContain(
    'refused=not-possible-now',
  )
  expect((await colleague.sends(`${path}/lift`)).location).toContain('refused=not-possible-now')
  // What lets an erasure go on takes two people: nothing happens by one, however often.
  expect((await colleague.sends(`${path}/unhold`, { file: '2026/17' })).location).toBe(path)
  await house.cloud.clock.quiet()
  expect((await person.sees(link)).hold).toMatchObject({ reason: 'claim' })
  expect((await house.cloud.mails()).findLast(({ to }) => to.includes(officer))?.subject).toBe(
    `A second person is needed: ${reference}`,
  )
  expect((await colleague.gets(path)).page).toContain('another officer has to confirm it')
  expect((await colleague.sends(`${path}/confirm`)).location).toBe(`${path}?refused=two-people`)
  const deputy = await at('deputy@papyra.example.com')
  await deputy.gets(path)
  expect((await deputy.sends(`${path}/decline`)).location).toBe(path)
  expect((await deputy.sends(`${path}/confirm`)).location).toContain('refused=not-possible-now')
  expect((await colleague.sends(`${path}/unhold`, { file: '2026/17' })).location).toBe(path)
  expect((await deputy.gets(path)).page).toContain('It cannot be undone')
  expect((await deputy.sends(`${path}/confirm`)).location).toBe(path)
  await house.cloud.clock.quiet()
  expect((await person.sees(link)).hold).toBeUndefined()
  // The machine that waited for the moment of the erasure still does, and no second one.
  const machines = house.cloud.machines.views().filter(({ input }) => input.includes(reference))
  expect(machines.filter(({ machine }) => !machine.includes('Recipients'))).toHaveLength(1)
  const second = staffOf('officer', house.office.people.issuer, 'deputy@papyra.example.com')
  const { history: acted } = await colleague.json<DeskRequest>(path)
  expect(acted.slice(-4).map(({ event, detail }) => [event, detail])).toEqual([
    ['act-proposed', `unhold, file 2026/17, by ${staff}`],
    ['proposal-declined', `unhold, by ${second}`],
    ['act-proposed', `unhold, file 2026/17, by ${staff}`],
    ['hold-ended', `file 2026/17, by ${second}`],
  ])
  // The person's own history names a role and a number, and no colleague.
  const history = await (await fetch(`${house.cloud.site}${link}/history`)).text()
  expect(history).toContain(staff)
  expect(history).not.toContain(officer)
}, 240_000)

test('an agent extends and decides, and no more; an auditor reads, and sees nobody', async () => {
  const person = new Person(house.cloud, lou.email)
  const { link, reference } = await person.asksAndConfirms('rectification')
  const file = new File(['Lou, as the registry has it.'], 'registry.pdf')
  expect(await person.sends(link, 'state', { statement: 'My <b>name</b> is Lou.' }, file)).toBe(200)
  const path = `/desk/requests/${reference}`

  const reader = await at(auditor)
  expect((await reader.gets(path)).status).toBe(200)
  expect((await reader.gets(path)).page).not.toContain('What you can do')
  for (const [to, fields] of [
    ['look', {}],
    ['extend', { why: 'complex' }],
    ['hold', { reason: 'claim', file: '1' }],
    ['unhold', { file: '1' }],
    ['lift', {}],
    ['decide', {}],
  ] as const)
    expect([to, (await reader.sends(`${path}/${to}`, fields)).status]).toEqual([to, 404])
  expect((await reader.sends('/desk/search', { sought: lou.email })).status).toBe(404)
  expect((await reader.sends('/desk/search', { sought: reference })).status).toBe(303)

  const colleague = await at(agent)
  for (const to of ['hold', 'unhold', 'lift'])
    expect([to, (await colleague.sends(`${path}/${to}`, { reason: 'claim', file: '1' })).status]).toEqual([to, 404])
  const looked = await colleague.sends(`${path}/look`)
  // What people write is text, on every page.
  expect(looked.page).toContain('My &lt;b&gt;name&lt;/b&gt; is Lou.')
  expect((await colleague.sends(`${path}/extend`, { why: 'complex' })).location).toBe(path)
  const decide = await colleague.sends(`${path}/decide`)
  expect(decide.location).toMatch(/^\/requests\/[\w-]{43}$/)
  const shown = () => fetch(`${house.cloud.site}${decide.location}`, { headers: { accept: 'text/html' } })
  expect(await (await shown()).text()).toContain('My &lt;b&gt;name&lt;/b&gt; is Lou.')
  expect(await (await fetch(`${house.cloud.site}${decide.location}/evidence`)).text()).toContain('registry has it')
  const decided = await fetch(`${house.cloud.site}${decide.location}/decide`, {
    method: 'POST',
    body: new URLSearchParams({ statement: 'apply' }),
  })
  expect(decided.status).toBe(200)
  await house.cloud.clock.quiet()
  const seen = await colleague.json<DeskRequest>(path)
  const byAgent = seen.history.filter(({ who }) => who === agent).map(({ event }) => event)
  expect(byAgent).toEqual(['looked', 'extended', 'looked', 'fetched', 'decided'])
  // Whoever is signed out has no link of the desk any more.
  await colleague.sends('/desk/sign-out')
  expect((await shown()).status).toBe(404)
}, 240_000)

test('every role sees what was promised and how it is kept, and nobody else; what was done counts when its day is over', async () => {
  const nobody = new AtTheDesk(house.cloud, officer)
  for (const path of ['/desk/promises', '/desk/figures', '/desk/figures.csv?year=2026']) {
    expect((await nobody.gets(path)).location).toMatch(/^\/desk\/sign-in\?back=/)
    expect((await nobody.gets(path, 'application/json')).status).toBe(401)
  }
  for (const email of [officer, agent, auditor]) {
    const { status, page } = await (await at(email)).gets('/desk/promises')
    expect([email, status, page.includes('A copy to take along')]).toEqual([email, 200, true])
  }
  const seen = async () => {
    const reader = await at(auditor)
    const view = await reader.json<PromisesView>('/desk/promises')
    const { months, ...figures } = await reader.json<FiguresView>('/desk/figures')
    const done = months.reduce((sum, { settled }) => sum + settled, 0)
    return { reader, view, figures, done, copies: view.promises.find(({ id }) => id === 'N1') }
  }
  // Twelve months are counted: what falls out of them with the first of a month is no matter of this story.
  const day = Number(dayOf(instant(house.cloud.clock.now()), policy.company.timeZone).slice(-2))
  await house.cloud.clock.advance(day > 24 ? 'P9D' : 'P2D')
  const before = await seen()
  const person = new Person(house.cloud, mia.email)
  const { reference } = await person.asksAndConfirms('portability')
  await house.cloud.clock.quiet()
  // Its day is not over.
  expect((await seen()).copies).toEqual(before.copies)
  await house.cloud.clock.advance('P2D')
  const { reader, view, figures, done, copies } = await seen()
  const { received = 0, finished = 0, late = 0 } = before.copies?.counts ?? {}
  expect(copies?.counts).toMatchObject({ received: received + 1, finished: finished + 1, late })
  expect(copies?.keeping).toBe(late > 0 ? 'broken' : 'kept')
  expect(done).toBeGreaterThan(before.done)
  expect(view.promises).toHaveLength(18)
  for (const { id, tests } of view.promises) expect([id, tests.length > 0]).toEqual([id, true])
  expect(view.promises.find(({ id }) => id === 'N12')).toMatchObject({ keeping: 'uncounted' })

  const inTime = Math.max(0, finished + 1 - late)
  expect(figures.promises.find(({ id }) => id === 'N1')).toMatchObject({ inTime })
  expect(figures.needed.find(({ kind }) => kind === 'portability')).toMatchObject({ promised: policy.periods.answer })
  const chart = (await reader.gets('/desk/figures?lang=de')).page
  for (const drawn of [
    '<title id="came-title">Eingegangen und erledigt</title>',
    '<rect class="part received"',
    '<path class="course"',
  ])
    expect(chart).toContain(drawn)
  const whole = await reader.gets('/desk/figures.json')
  expect(whole.headers.get('content-disposition')).toBe('attachment; filename="figures.json"')
  expect(JSON.parse(whole.page)).toMatchObject({ promises: figures.promises, needed: figures.needed })

  const { page } = await reader.gets('/desk/promises?lang=de')
  expect(page).toContain('Eine Kopie zum Mitnehmen')
  for (const personal of [mia.email, reference]) expect(page).not.toContain(personal)
  const file = await reader.gets(`/desk/figures.csv?year=${view.until?.slice(0, 4)}`)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="requests-\d{4}\.csv"$/)
  expect(file.page).toMatch(/\r\nright,portability,\d+,\d+/)
  for (const year of ['', '?year=26', '?year=2026%0d%0a'])
    expect([year, (await reader.gets(`/desk/figures.csv${year}`)).status]).toEqual([year, 400])
}, 240_000)

test('every role reads and keeps the record of processing and the policy, and nobody else does', async () => {
  const nobody = new AtTheDesk(house.cloud, officer)
  for (const path of ['/desk/record', '/desk/record.json', '/desk/policy.json'])
    expect([path, (await nobody.gets(path)).status, (await nobody.gets(path, 'application/json')).status]).toEqual([
      ...[path, 303, 401],
    ])
  for (const email of [officer, agent, auditor]) {
    const reader = await at(email)
    const { status, page } = await reader.gets('/desk/record')
    expect([email, status, page.includes('Record of processing activities')]).toEqual([email, 200, true])
    for (const { name } of Object.values(policy.recipients)) expect(page).toContain(name)
    expect(await reader.json<ProcessingRecord>('/desk/record')).toEqual(recordOf(policy))
    for (const [file, content] of [
      ['record', recordOf(policy)],
      ['policy', policy],
    ] as const) {
      const kept = await reader.gets(`/desk/${file}.json`)
      expect(kept.headers.get('content-disposition')).toBe(`attachment; filename="${file}.json"`)
      expect(JSON.parse(kept.page)).toMatchObject(JSON.parse(JSON.stringify(content)))
    }
  }
  expect((await (await at(auditor)).gets('/desk/record?lang=de')).page).toContain('Wer verantwortlich ist')
  // The one in force is the first that is known: it says what the file says, and another hash is no version.
  const reader = await at(auditor)
  const inForce = JSON.parse((await reader.gets('/desk/policy.json')).page) as Policy
  const { versions } = await reader.json<PolicyView>('/desk/policy')
  expect(versions).toEqual([{ hash: hashOf(inForce), since: expect.any(String) }])
  const kept = await reader.gets(`/desk/policy.json?version=${hashOf(inForce)}`)
  expect([kept.status, JSON.parse(kept.page)]).toEqual([200, inForce])
  expect((await reader.gets(`/desk/policy.json?version=${'0'.repeat(64)}`)).status).toBe(404)
  expect((await reader.gets('/desk/policy')).page).toContain(`Version ${hashOf(inForce).slice(0, 12)}`)
}, 120_000)

test('nothing is done by a form of another site or another session, nor by a link', async () => {
  const colleague = await at(officer)
  const { lines } = await colleague.json<QueueView>('/desk')
  const path = `/desk/requests/${lines[0]?.reference}`
  const before = (await colleague.json<DeskRequest>(path)).history.length
  const foreign = await colleague.sends(`${path}/look`, {}, { 'sec-fetch-site': 'cross-site' })
  expect([foreign.status, foreign.page.includes('Nothing was changed')]).toEqual([400, true])
  const another = await at(officer)
  for (const csrf of ['', 'x', another.csrf])
    expect([csrf, (await colleague.sends(`${path}/look`, { csrf })).status]).toEqual([csrf, 400])
  expect(await colleague.gets(`${path}/look`)).toMatchObject({ status: 303, location: path })
  expect((await colleague.json<DeskRequest>(path)).history).toHaveLength(before)
}, 120_000)

test('wrong input gets a clear answer: unknown requests, acts, places in the queue, and bodies of no shape', async () => {
  const colleague = await at(officer)
  for (const reference of ['OB-0000-0000', 'nothing', '%00', '..%2Fsign-in'])
    expect([reference, (await colleague.gets(`/desk/requests/${reference}`)).status]).toEqual([reference, 404])
  const { lines } = await colleague.json<QueueView>('/desk')
  expect((await colleague.sends(`/desk/requests/${lines[0]?.reference}/explode`)).status).toBe(404)
  const first = lines.map(({ reference }) => reference)
  for (const from of ['x', '~', '2026-01-01T00:00:00Z~R#x', '{"pk":{"S":"R#x"}}'])
    expect(
      (await colleague.json<QueueView>(`/desk?from=${encodeURIComponent(from)}`)).lines.map(
        ({ reference }) => reference,
      ),
    ).toEqual(first)
  expect((await colleague.sends('/desk/search', { sought: 'x'.repeat(5000) })).status).toBe(400)
  expect((await colleague.sends('/desk/search', { sought: '<script>alert(1)</script>@x' })).page).not.toContain(
    '<script',
  )
  for (const cookie of ['', 'short', 'x'.repeat(43), '../../etc'.padEnd(43, 'x')]) {
    const guesser = new AtTheDesk(house.cloud, officer)
    guesser.cookies.set('__Host-oblige-desk', cookie)
    expect((await guesser.gets('/desk')).status).toBe(303)
  }
}, 120_000)

test('a mail that nobody else can decide on waits on the desk, is opened by name, and leaves when it is decided', async () => {
  const max = somebody(202)
  await post(house.cloud, { from: max.email, subject: 'Hello', text: 'What can you do about my personal data?' })
  const reader = await at(auditor)
  const waiting = (await reader.json<QueueView>('/desk')).mails
  const [mail] = waiting.filter(
    ({ receivedAt }) =>
      receivedAt ===
      waiting
        .map((one) => one.receivedAt)
        .sort()
        .at(-1),
  )
  expect(mail).toMatchObject({ why: 'unsure', language: 'en' })
  const page = await reader.gets('/desk')
  expect(page.page).toContain('wait')
  expect(page.page).not.toContain('What can you do')
  expect((await reader.sends(`/desk/mails/${mail?.id}`)).status).toBe(404)

  const colleague = await at(agent)
  expect((await colleague.sends('/desk/mails/nothing')).status).toBe(404)
  expect((await colleague.sends(`/desk/mails/${'x'.repeat(43)}`)).status).toBe(404)
  const opened = await colleague.sends(`/desk/mails/${mail?.id}`)
  expect(opened.location).toMatch(/^\/mails\/[\w-]{43}$/)
  const shown = await colleague.gets(opened.location)
  expect(shown.page).toContain('What can you do about my personal data?')
  const decided = await fetch(`${house.cloud.site}${opened.location}`, {
    method: 'POST',
    body: new URLSearchParams({ decision: 'open', access: 'on', owner: max.email }),
  })
  expect(decided.status).toBe(200)
  await house.cloud.clock.quiet()
  expect((await new Person(house.cloud, max.email).mails()).at(-1)?.subject).toMatch(/^Please confirm your request/)
  const left = (await colleague.json<QueueView>('/desk')).mails.map(({ id }) => id)
  expect(left).not.toContain(mail?.id)
  expect(left).toHaveLength(waiting.length - 1)
}, 120_000)
