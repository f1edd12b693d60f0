import { expect, test } from 'vitest'
import { acts, duties, type Role, roles } from '../../domain/desk.ts'
import type { QueueView } from '../../functions/contract/desk/queue.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { at } from './at-the-desk.ts'
import { AtTheDesk } from './colleague.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const rex = somebody(304)

/**
 * Every route of the desk: who may take it, and a form that changes nothing when it is taken. Signing in is nobody's yet, and
 * addresses without a page say the same to everybody.
 */
const open = ['GET /desk/sign-in', 'GET /desk/callback', 'POST /desk/sign-out', 'GET /desk/{address+}']
const everybody = duties.see
const table: Readonly<Record<string, { who: readonly Role[]; fields?: Readonly<Record<string, string>> }>> = {
  'GET /desk': { who: everybody },
  'POST /desk/search': { who: everybody, fields: { sought: 'OB-0000-0000' } },
  'GET /desk/enter': { who: duties.enter },
  'POST /desk/enter': { who: duties.enter, fields: { channel: 'none' } },
  'GET /desk/requests/{reference}': { who: everybody },
  'GET /desk/requests/{reference}/certificate': { who: everybody },
  'POST /desk/requests/{reference}/look': { who: duties.look },
  'POST /desk/requests/{reference}/evidence': { who: duties.fetch },
  'POST /desk/requests/{reference}/mails/{mail}/files/{file}': { who: duties.fetch },
  'POST /desk/requests/{reference}/write': { who: duties.write, fields: { template: 'none' } },
  'POST /desk/requests/{reference}/turn-down': { who: duties['turn-down'], fields: { why: 'none' } },
  'POST /desk/requests/{reference}/note': { who: duties.write, fields: { words: '' } },
  ...Object.fromEntries(
    acts.map((act) => [`POST /desk/requests/{reference}/${act}`, { who: duties[act], fields: { file: '', why: '' } }]),
  ),
  'POST /desk/mails/{reference}': { who: duties.decide },
  'POST /desk/requests/{reference}/systems/{system}/retry': { who: duties.retry },
  'POST /desk/requests/{reference}/systems/{system}/hand-over': { who: duties['hand-over'] },
  'GET /desk/tasks': { who: everybody },
  'GET /desk/tasks/{reference}/{task}': { who: everybody },
  'POST /desk/tasks/{reference}/{task}/look': { who: duties.look },
  'POST /desk/tasks/{reference}/{task}/answer': { who: duties.state, fields: { outcome: 'none' } },
  'GET /desk/disclosures': { who: everybody },
  'GET /desk/disclosures/ask': { who: duties.ask },
  'POST /desk/disclosures/ask': { who: duties.ask, fields: { address: '' } },
  'POST /desk/tasks/{reference}/{task}/reassign': { who: duties.reassign, fields: { to: 'none' } },
  'GET /desk/promises': { who: everybody },
  'GET /desk/figures': { who: everybody },
  'GET /desk/figures.csv': { who: everybody },
  'GET /desk/figures.json': { who: everybody },
  'GET /desk/record': { who: everybody },
  'GET /desk/record.json': { who: everybody },
  'GET /desk/policy': { who: everybody },
  'GET /desk/policy.json': { who: everybody },
}

/** What a route can be asked to do; one that takes no act does what it does. */
const actsOf = (route: string): readonly string[] =>
  route.includes('/systems/') ? ['retry', 'hand-over'] : route.endsWith('/{act}') ? acts : ['']
const routes = () =>
  house.cloud.resources
    .ofType('AWS::ApiGatewayV2::Route')
    .map(({ properties }) => String(properties.RouteKey))
    .filter((route) => / \/desk(\/|$)/.test(route))
    .flatMap((route) => actsOf(route).map((act) => route.replace('{act}', act)))

const inJson = { accept: 'application/json' }
/** A reference that the desk knows, a system, a year; no mail and no task has such a name. */
const filled = (path: string, reference: string) =>
  path
    .replace('/desk/mails/{reference}', `/desk/mails/${'x'.repeat(43)}`)
    .replace('{reference}', reference)
    .replace('{system}', 'accounts')
    .replace('{task}', 'none')
    .replace('{mail}', 'none')
    .replace('{file}', '0')
    .replace(/\.csv$/, '.csv?year=2026')

test('every route of the desk is in the table, and none that is not there', () => {
  expect([...Object.keys(table), ...open].sort()).toEqual(routes().sort())
})

test('each route is for the roles that the table names: nobody else, no session, another’s token or another site gets anything', async () => {
  const those = new Map<Role, AtTheDesk>()
  for (const role of roles) those.set(role, await at(role))
  const nobody = new AtTheDesk(house.cloud, 'officer@papyra.example.com')
  const guessed = new AtTheDesk(house.cloud, 'officer@papyra.example.com')
  guessed.cookies.set('__Host-oblige-desk', 'x'.repeat(43))
  const officer = those.get('officer') as AtTheDesk
  const { reference } = await new Person(house.cloud, rex.email).asksAndConfirms()
  const about = `/desk/requests/${reference}`
  const length = async () => (await officer.json<DeskRequest>(about)).history.length
  const before = await length()

  for (const [route, { who, fields = {} }] of Object.entries(table)) {
    const [method, pattern = ''] = route.split(' ')
    const path = filled(pattern, reference)
    for (const stranger of [nobody, guessed]) {
      const seen = method === 'GET' ? await stranger.gets(path) : await stranger.sends(path, fields)
      expect([route, seen.status, seen.location.startsWith('/desk/sign-in')]).toEqual([route, 303, true])
      const json =
        method === 'GET' ? await stranger.gets(path, 'application/json') : await stranger.sends(path, fields, inJson)
      expect([route, json.status, json.page]).toEqual([route, 401, '{"error":"sign-in-first"}'])
    }
    for (const [role, colleague] of those) {
      if (who.includes(role)) continue
      const json =
        method === 'GET' ? await colleague.gets(path, 'application/json') : await colleague.sends(path, fields, inJson)
      expect([route, role, json.status, json.page]).toEqual([route, role, 404, '{"error":"not-your-role"}'])
    }
    if (method === 'GET') continue
    const [mine, theirs] = [those.get(who[0] ?? 'officer') as AtTheDesk, await at(who[0] ?? 'officer')]
    for (const [csrf, site] of [
      ['', 'same-origin'],
      [theirs.csrf, 'same-origin'],
      [mine.csrf, 'cross-site'],
      [mine.csrf, 'same-site'],
    ] as const) {
      const seen = await mine.sends(path, { ...fields, csrf }, { ...inJson, 'sec-fetch-site': site })
      expect([route, site, seen.status, seen.page]).toEqual([route, site, 400, '{"error":"not-from-here"}'])
    }
  }
  expect(await length()).toBe(before)

  for (const [route, { who, fields = {} }] of Object.entries(table))
    for (const role of who) {
      const [method, pattern = ''] = route.split(' ')
      const colleague = those.get(role) as AtTheDesk
      const path = filled(pattern, reference)
      const seen =
        method === 'GET' ? await colleague.gets(path, 'application/json') : await colleague.sends(path, fields, inJson)
      expect([route, role, [200, 202, 400, 404, 409].includes(seen.status)]).toEqual([route, role, true])
      expect([route, role, /not-your-role|sign-in-first|not-from-here|internal/.test(seen.page)]).toEqual([
        ...[route, role, false],
      ])
    }
}, 240_000)

test('whoever goes back to the address of a form is led to the page with it, and of no page hears so on a page', async () => {
  const officer = await at('officer')
  const { lines } = await officer.json<QueueView>('/desk')
  const reference = lines[0]?.reference ?? ''
  const paths = (of: string) =>
    Object.keys(table)
      .filter((route) => route.startsWith(of))
      .map((route) => filled(route.slice(of.length), reference))
  const [pages, forms] = [paths('GET '), paths('POST ')]
  expect(forms.length).toBeGreaterThan(20)
  for (const form of forms) {
    const { status, location } = await officer.gets(form)
    if (!pages.includes(form)) expect([form, status, pages.includes(location)]).toEqual([form, 303, true])
  }
  const { status, page } = await officer.gets('/desk/nothing')
  expect([status, /<h1>[^<]+/.test(page)]).toEqual([404, true])
})

test('a name of one thing opens no other: a mail’s id no request, a reference no mail, a session no request’s page', async () => {
  const officer = await at('officer')
  const { lines, mails } = await officer.json<QueueView>('/desk')
  const reference = lines[0]?.reference ?? ''
  const session = officer.cookies.get('__Host-oblige-desk') ?? ''
  const ids = [...mails.map(({ id }) => id), session, 'x'.repeat(43)]
  for (const id of ids)
    for (const act of ['look', 'write', 'note', ...acts])
      expect([act, (await officer.sends(`/desk/requests/${id}/${act}`)).status]).toEqual([act, 404])
  for (const id of ids)
    for (const path of [`/desk/requests/${id}`, `/desk/tasks/${id}/${id}`, `/desk/tasks/${reference}/${id}`])
      expect([path, (await officer.gets(path)).status]).toEqual([path, 404])
  for (const id of [reference, session]) expect((await officer.sends(`/desk/mails/${id}`)).status).toBe(404)
  // What stands in a history, a queue or a cookie is no person's link.
  for (const id of [reference, session, ...mails.map((one) => one.id)])
    for (const path of [`/requests/${id}`, `/mails/${id}`])
      expect([path, (await fetch(`${house.cloud.site}${path}`)).status]).toEqual([path, 404])
}, 120_000)

test('no page of the desk is framed, kept, sniffed or told of elsewhere, and no secret of a session is written down', async () => {
  const officer = await at('officer')
  const { lines } = await officer.json<QueueView>('/desk')
  for (const path of [
    '/desk',
    '/desk/enter',
    '/desk/promises',
    '/desk/figures',
    '/desk/record.json',
    `/desk/requests/${lines[0]?.reference}`,
  ]) {
    const { headers } = await officer.gets(path)
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"])
      expect([path, policy.includes(rule)]).toEqual([path, true])
    expect([path, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      path,
      'no-store',
      'nosniff',
    ])
    expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer'])
  }
  const begun = await officer.gets('/desk/sign-in')
  const attempt = officer.cookies.get('__Host-oblige-sign-in') ?? ''
  expect((await officer.gets(await officer.returnsFrom(begun.location))).location).toBe('/desk')
  const secrets = [...attempt.split('.').slice(0, 3), officer.cookies.get('__Host-oblige-desk') ?? '']
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/)
  for (const { where, text } of await house.written())
    expect([where, secrets.filter((one) => text.includes(one))]).toEqual([where, []])
}, 120_000)
