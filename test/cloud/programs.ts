import { expect, test } from 'vitest'
import { document } from '../described.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'
import { tokenOf } from './tokens.ts'

const token = (program: string, scope: string) => tokenOf(house.office.people, program, scope)

async function calls(method: string, path: string, bearer?: string, body: object = {}) {
  const answer = await fetch(`${house.cloud.gateway}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  })
  await house.cloud.clock.quiet()
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

/** What programs can call, with what its token needs. */
const operations = Object.entries(document.paths)
  .filter(([path]) => path.startsWith('/programs/'))
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security = [] }]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, 'OB-0000-0000'),
      scope: security[0]?.client?.[0] ?? '',
    })),
  )

test('a program of the company does with a token what the token is good for, and nothing without one; the history names it', async () => {
  const person = new Person(house.cloud, somebody(270).email)
  const { reference, link } = await person.asksAndConfirms()
  const acts = await token('case-tool', 'oblige/read oblige/act')
  const path = `/programs/requests/${reference}/hold`
  const claim = { reason: 'claim', file: '2026/17' }
  expect((await calls('POST', path, undefined, claim)).status).toBe(401)
  expect((await calls('POST', path, await token('case-tool', 'oblige/read'), claim)).status).toBe(403)
  expect(await person.sees(link)).not.toHaveProperty('hold')
  expect(await calls('POST', path, acts, claim)).toMatchObject({ status: 200, json: { hold: { reason: 'claim' } } })
  expect((await calls('DELETE', path, acts, { file: '2026/17' })).status).toBe(200)

  const reads = await token('reporting', 'oblige/read')
  const { json } = await calls('GET', `/programs/requests/${reference}/history`, reads)
  const { entries } = json.history as { entries: ReadonlyArray<{ event: string; detail?: string }> }
  const held = entries.filter(({ event }) => event.startsWith('hold-')).map(({ detail }) => detail)
  expect(held).toHaveLength(2)
  for (const detail of held) expect(detail).toMatch(/, by client case-tool$/)
  await expect(token('reporting', 'oblige/act')).rejects.toThrow('invalid_scope')
  await person.presses(link, 'restore')
}, 60_000)

test('no operation of the company’s API answers without a token, or to one that is not good for it', async () => {
  expect(operations.length).toBeGreaterThan(20)
  const [reads, acts] = [await token('reporting', 'oblige/read'), await token('case-tool', 'oblige/act')]
  const [head, claims, signature] = reads.split('.')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  const altered = Buffer.from(JSON.stringify({ scope: 'oblige/read oblige/act' })).toString('base64url')
  for (const { method, path, scope } of operations) {
    for (const wrong of [undefined, 'abc', `${none}.${claims}.`, `${head}.${altered}.${signature}`])
      expect([path, (await calls(method, path, wrong)).status]).toEqual([path, 401])
    const other = scope === 'oblige/read' ? acts : reads
    expect([path, (await calls(method, path, other)).status]).toEqual([path, 403])
    // Past the door the function says what is wrong with an empty call.
    const [status, own] = [[200, 400, 404, 409], scope === 'oblige/read' ? reads : acts]
    expect(status).toContain((await calls(method, path, own)).status)
    // What is for who signs does not answer to tokens, and what is for tokens not at the site.
    expect((await calls(method, path.replace('/programs', '/company'), own)).status).toBe(403)
    expect([403, 404]).toContain((await fetch(`${house.cloud.site}${path}`, { method })).status)
  }
}, 60_000)

// Last: an hour passes.
test('a token that is over is refused', async () => {
  const over = await token('reporting', 'oblige/read')
  expect((await calls('GET', '/programs/backup-restored', over)).status).toBe(200)
  await house.cloud.clock.advance('PT1H')
  expect((await calls('GET', '/programs/backup-restored', over)).status).toBe(401)
})
