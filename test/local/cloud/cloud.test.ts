import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../../local/cloud.ts'
import { writeAssembly } from './assembly.ts'

const state = mkdtempSync(join(tmpdir(), 'cloud-'))
let assembly: string
let child: ChildProcess | undefined
let cloud: Cloud
let table: DynamoDBClient
let started: string

const post = (url: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
const get = async (path: string): Promise<unknown> => (await fetch(`${cloud.control}${path}`)).json()
const add = async (id: string) => {
  const answer = await post(cloud.site, '/items', { id })
  await cloud.clock.quiet()
  return answer.status
}
const ids = async () => {
  const { Items = [] } = await table.send(new ScanCommand({ TableName: 'items' }))
  return Items.map(({ pk }) => pk?.S ?? '').toSorted()
}
const as = (statements: readonly object[], name = 'administrator') =>
  new DynamoDBClient({
    endpoint: cloud.gateway,
    region: 'eu-central-1',
    credentials: cloud.principal(name, statements),
    maxAttempts: 1,
  })

beforeAll(async () => {
  assembly = await writeAssembly()
  child = spawn(process.execPath, [join(import.meta.dirname, 'run.ts'), assembly, state], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout ?? process.stdin }), 'line')
  const before = JSON.parse(String(line)) as { site: string; control: string }
  started = new Date().toISOString()
  expect((await post(before.site, '/items', { id: 'OB-1' })).status).toBe(201)
  expect((await post(before.control, '/clock/advance', { to: 'P10D' })).status).toBe(200)
  child.kill('SIGKILL')
  await once(child, 'exit')
  cloud = await startCloud({ assembly, state })
  table = as([{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }])
}, 90_000)
afterAll(async () => {
  child?.kill('SIGKILL')
  table?.destroy()
  await cloud?.stop()
})

test('after kill -9 the clock is where it was, data are there, and what slept for 60 days finishes on its day', async () => {
  const days = (at: string) => (Date.parse(at) - Date.parse(started)) / 86_400_000
  expect(days(cloud.clock.instant())).toBeGreaterThan(9.9)
  expect(cloud.machines.views()).toMatchObject([{ name: 'OB-1', status: 'RUNNING', current: ['Wait until the end'] }])
  expect((await ids()).filter((id) => !id.startsWith('tick-'))).toEqual(['OB-1'])
  await cloud.clock.advance('P49D')
  expect(cloud.machines.views()).toMatchObject([{ status: 'RUNNING' }])
  await cloud.clock.advance('P2D')
  expect(cloud.machines.views()).toMatchObject([{ status: 'SUCCEEDED', output: '{"status":201}' }])
  const { Item } = await table.send(new GetItemCommand({ TableName: 'items', Key: { pk: { S: 'done-OB-1' } } }))
  expect(days(Item?.at?.S ?? '')).toBeCloseTo(60, 2)
  // A rate counts from 1970: 61 days hold 12 or 13 times five.
  expect([12, 13]).toContain((await ids()).filter((id) => id.startsWith('tick-')).length)
})

test('a second cloud on the same state folder is refused', async () => {
  await expect(startCloud({ assembly, state })).rejects.toThrow('another local cloud uses this state folder')
})

test('what the template does not allow is refused, in the service’s own words, and kept', async () => {
  expect(await add('curious')).toBe(201)
  // What a function prints arrives on its own way, after its answer.
  const log = () => readFileSync(join(state, 'logs', 'Main-Listener.log'), 'utf8')
  await expect.poll(log).toContain('refused: AccessDeniedException')
  expect(await ids()).not.toContain('never')
  expect(await get('/denied')).toContainEqual(
    expect.objectContaining({
      principal: 'Main-Listener',
      action: 'dynamodb:PutItem',
      resource: 'arn:aws:dynamodb:eu-central-1:000000000000:table/items',
    }),
  )
})

test('a route whose function does not let the API call it fails', async () => {
  expect((await post(cloud.site, '/forgotten', { id: 'x' })).status).toBe(500)
  expect(cloud.denied().at(-1)).toMatchObject({
    principal: 'apigateway.amazonaws.com',
    action: 'lambda:InvokeFunction',
  })
})

test('callers from outside have the statements they were given, and a stranger’s key is nobody’s', async () => {
  const reader = as([{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }], 'reader')
  const Key = { pk: { S: 'OB-1' } }
  expect((await reader.send(new GetItemCommand({ TableName: 'items', Key }))).Item?.pk?.S).toBe('OB-1')
  await expect(reader.send(new PutItemCommand({ TableName: 'items', Item: Key }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  })
  const stranger = new DynamoDBClient({
    endpoint: cloud.gateway,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x' },
    maxAttempts: 1,
  })
  await expect(stranger.send(new GetItemCommand({ TableName: 'items', Key }))).rejects.toThrow('security token')
  for (const client of [reader, stranger]) client.destroy()
})

test('permissions that were never needed are told from those that were', async () => {
  const permissions = (await get('/permissions')) as Array<{ role: string; action: string; used: number }>
  const used = (role: string, action: string) =>
    permissions.find((one) => one.role === role && one.action === action)?.used
  expect(used('Main-WriterRole', 'dynamodb:PutItem')).toBeGreaterThan(0)
  expect(used('Main-WriterRole', 'dynamodb:DeleteItem')).toBe(0)
  expect(used('Main-MachineRole', 'lambda:InvokeFunction')).toBe(1)
  expect(used('Main-ListenerRole', 'dynamodb:GetRecords')).toBeGreaterThan(0)
})

test('a record that keeps failing ends in the dead letters, and those after it still arrive', async () => {
  await add('poison')
  await add('OB-2')
  await cloud.clock.advance('PT10M')
  expect(await get('/dead-letters')).toEqual([
    expect.objectContaining({ function: 'Main-Listener', count: 1, queue: expect.stringContaining('DeadLetters') }),
  ])
  expect(cloud.machines.views().map(({ name }) => name)).toContain('OB-2')
})

test('a connection can be dropped after the work is done: the caller tries again, and the work is done twice', async () => {
  let times = 0
  const end = cloud.onCall(({ principal, needs }) => {
    if (principal !== 'Main-Writer') return
    expect(needs[0]?.action).toBe('dynamodb:PutItem')
    times++
    if (times === 1) throw new Error('the line is cut')
  })
  expect(await add('OB-3')).toBe(201)
  end()
  expect(times).toBe(2)
  expect(cloud.machines.views().filter(({ name }) => name === 'OB-3')).toHaveLength(1)
})

test('a function can be killed in the middle of a call: its caller sees it, its work is there, the next call works', async () => {
  const end = cloud.onCall(async ({ principal }) => {
    if (principal === 'Main-Writer') await cloud.functions.kill('Main-Writer')
  })
  expect(await add('OB-4')).toBe(500)
  end()
  expect(await ids()).toContain('OB-4')
  expect(await add('OB-5')).toBe(201)
  expect(cloud.machines.views().map(({ name }) => name)).toEqual(expect.arrayContaining(['OB-4', 'OB-5']))
})

test('what functions count in the embedded metric format can be read', async () => {
  const before = cloud.metrics().Written ?? 0
  await add('counted')
  expect(await get('/metrics')).toEqual({ Written: before + 1 })
})

test('the control API tells the time and what will wake up, and refuses what is no way ahead', async () => {
  const { now, wakeUps } = (await get('/clock')) as { now: string; wakeUps: Array<{ at: string; label: string }> }
  expect(now.slice(0, 16)).toBe(cloud.clock.instant().slice(0, 16))
  expect(wakeUps.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['OB-5: Wait until the end', 'schedule Main-Daily']),
  )
  const past = await post(cloud.control, '/clock/advance', { to: '2001-01-01T00:00:00Z' })
  expect([past.status, await past.text()]).toEqual([400, expect.stringContaining('time only goes forward')])
  expect((await post(cloud.control, '/clock/advance', { to: 'soon' })).status).toBe(400)
  expect((await fetch(`${cloud.control}/elsewhere`)).status).toBe(404)
  expect((await post(cloud.control, '/reset', {})).status).toBe(501)
})

test('the page shows clock and executions and moves the clock by a form, without any script', async () => {
  const page = await (await fetch(`${cloud.control}/`)).text()
  expect(page).toContain('<td>OB-5</td>')
  expect(page).toContain(`<time datetime="${cloud.clock.instant().slice(0, 13)}`)
  expect(page).not.toContain('<script')
  const before = cloud.clock.now()
  const moved = await fetch(`${cloud.control}/clock/advance`, {
    method: 'POST',
    body: new URLSearchParams({ to: 'PT1H' }),
    headers: { origin: cloud.control },
    redirect: 'manual',
  })
  expect([moved.status, moved.headers.get('location')]).toEqual([303, '/'])
  expect(cloud.clock.now() - before).toBeGreaterThanOrEqual(3_600_000)
})

test('who moves the clock over much that is to be done sees how far it is, and the buttons again once it is there', async () => {
  const look = async () => (await fetch(`${cloud.control}/`)).text()
  const release = cloud.clock.hold('much to do')
  const { status } = await fetch(`${cloud.control}/clock/advance`, {
    method: 'POST',
    body: new URLSearchParams({ to: 'PT2H' }),
    headers: { origin: cloud.control },
    redirect: 'manual',
  })
  expect(status).toBe(303)
  const under = await look()
  expect(under).toContain(`On the way to <time datetime="${cloud.clock.heading()}"`)
  expect(under).toContain('<a href="/">Look again</a>')
  expect(under).not.toContain('One day on')
  release()
  await expect.poll(look).toContain('One day on')
  expect(await look()).not.toContain('On the way')
})

test('a page from elsewhere and a name that only points here can do nothing', async () => {
  const body = { to: 'P1D' }
  const before = cloud.clock.now()
  for (const headers of [{ origin: 'https://example.com' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
    expect((await post(cloud.control, '/clock/advance', body, headers as Record<string, string>)).status).toBe(403)
  const { status } = await named('rebound.example.com')
  expect(status).toBe(403)
  expect(cloud.clock.now() - before).toBeLessThan(3_600_000)
})

/** `fetch` sets Host itself. */
async function named(host: string): Promise<{ status: number | undefined }> {
  const { request } = await import('node:http')
  const [answer] = (await once(request(`${cloud.control}/mails`, { headers: { host } }).end(), 'response')) as [
    import('node:http').IncomingMessage,
  ]
  answer.resume()
  return { status: answer.statusCode }
}
