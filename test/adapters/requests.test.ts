import { randomBytes } from 'node:crypto'
import { DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Indexes } from '../../adapters/indexes.ts'
import { Busy, Leases } from '../../adapters/leases.ts'
import { AlreadyOpen, Overtaken, Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { disclosureAsked } from '../../domain/disclosure.ts'
import type { Event } from '../../domain/event.ts'
import { brokenAt } from '../../domain/history.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Step } from '../../domain/step.ts'
import { type Day, instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let indexes: Indexes

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  indexes = new Indexes(store.table, store.client)
})
afterAll(() => store?.stop())

const now = instant('2026-03-01T09:00:00Z')
const later = instant('2026-03-01T10:00:00Z')
const ask = (hash: string, right: Right = 'erasure') =>
  received(
    {
      reference: reference(randomBytes(5)),
      right,
      language: 'en',
      person: { address: new Personal('iris.vane@example.org'), hash },
    },
    policy,
    now,
  )
const found: Event = {
  type: 'confirmed',
  found: { subject: new Personal({ keys: { account: ['a-1'] } }) },
  firstReceivedAt: now,
}

function step(request: Request, event: Event, at = now): Step {
  const decision = decide(request, event, policy, at)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return decision
}

test('a request, its history and its effects are saved together and read back whole', async () => {
  const request = await requests.save(ask('hash-1'))
  const confirmed = await requests.save(step(request, found))
  const whole = await requests.load(request.reference)
  expect(whole?.request.status).toBe('restricting')
  expect(whole?.request).toMatchObject({ version: 2, historyLength: 2, historyHash: confirmed.historyHash })
  expect(whole?.history.map((entry) => entry.event)).toEqual(['received', 'confirmed'])
  expect(brokenAt(whole?.history ?? [])).toBeUndefined()
  expect(whole?.waiting.map((one) => one.effect)).toEqual([
    { kind: 'letter', letter: 'confirm-request' },
    { kind: 'start', machine: 'erasure' },
    { kind: 'end-approvals' },
  ])
  expect('person' in (whole?.request ?? {}) && JSON.stringify(whole?.request)).not.toContain('iris.vane')
})

test('a request can be confirmed however often it was asked for again, and nothing of its history keeps an end', async () => {
  let request = await requests.save(ask('hash-many'))
  const linkUntil = moved(now, 'P7D', 'UTC')
  for (let n = 0; n < 105; n++)
    request = await requests.save(step(request, { type: 'asked-again', linkUntil, by: 'officer 00000001' }))
  const confirmed = step(request, found)

  // It dies before the step is saved: nothing is lost, and the next click confirms it.
  const dies = new DynamoDBClient(store.access)
  dies.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        commandName === 'TransactWriteItemsCommand' ? Promise.reject(new Error('died')) : next(args),
    { step: 'initialize' },
  )
  await expect(new Requests(store.table, dies).save(confirmed)).rejects.toThrow('died')
  expect(await requests.request(request.reference)).toMatchObject({ status: 'unverified', historyLength: 106 })

  await requests.save(confirmed)
  const whole = await requests.load(request.reference)
  expect(whole?.request).toMatchObject({ status: 'restricting', historyLength: 107 })
  expect(brokenAt(whole?.history ?? [])).toBeUndefined()
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :history)',
      ExpressionAttributeValues: { ':pk': { S: `R#${request.reference}` }, ':history': { S: 'history#' } },
    }),
  )
  expect(Items).toHaveLength(107)
  expect(Items.filter(({ expires }) => expires)).toEqual([])
})

test('of two steps from the same version one is saved, the other overtaken, and nothing of it remains', async () => {
  const request = await requests.save(ask('hash-2'))
  const inGrace = await requests.save(
    step(await requests.save(step(request, found)), { type: 'restriction-settled', outstanding: [] }),
  )
  if (inGrace.status !== 'grace') throw new Error('not in grace')
  const before = moved(inGrace.eraseAt, 'PT1S', 'UTC', -1)
  const outcomes = await Promise.allSettled([
    requests.save(step(inGrace, { type: 'restore-asked' }, before)),
    requests.save(step(inGrace, { type: 'moment-reached' }, inGrace.eraseAt)),
  ])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = outcomes.find((one) => one.status === 'rejected')
  expect(lost?.reason).toBeInstanceOf(Overtaken)
  const whole = await requests.load(request.reference)
  expect(whole?.history).toHaveLength(4)
  expect(brokenAt(whole?.history ?? [])).toBeUndefined()
})

test('a person has one open request for each right', async () => {
  const [erasure, access] = [await requests.save(ask('hash-30')), await requests.save(ask('hash-30', 'access'))]
  await requests.save(step(erasure, found))
  expect((await requests.save(step(access, found))).status).toBe('gathering')
  expect(await requests.openOf('hash-30')).toEqual({ erasure: erasure.reference, access: access.reference })
  const twice = await requests.save(ask('hash-30', 'access'))
  await expect(requests.save(step(twice, found))).rejects.toBeInstanceOf(AlreadyOpen)
})

test('a person is asked once for each file whether data may go elsewhere, and no right of theirs waits for the answer', async () => {
  const question = (file: string) => {
    const asked = disclosureAsked(
      {
        reference: reference(randomBytes(5)),
        language: 'en',
        file,
        person: { address: new Personal('iris.vane@example.org'), hash: 'hash-32' },
        terms: new Personal({ to: { name: 'Museum of Letters' }, purpose: 'An exhibition', by: 'Public relations' }),
        categories: ['content'],
        until: '2026-05-06' as Day,
      },
      policy,
      now,
    )
    if (asked.kind === 'refused') throw new Error(asked.reason)
    return asked
  }
  const [one, two] = [await requests.save(question('2026/41')), await requests.save(question('2026/42'))]
  await expect(requests.save(question('2026/41'))).rejects.toBeInstanceOf(AlreadyOpen)
  expect(await requests.questionsOf('hash-32')).toEqual(
    new Map([
      ['disclosure 2026/41', one.reference],
      ['disclosure 2026/42', two.reference],
    ]),
  )
  expect(await requests.openOf('hash-32')).toEqual({})
  expect(JSON.stringify(await requests.load(one.reference))).not.toContain('Museum')
  const closed = await requests.save(step(one, { type: 'approval-refused' }))
  expect([...(await requests.questionsOf('hash-32')).keys()]).toEqual(['disclosure 2026/42'])
  expect((await requests.save(question('2026/41'))).status).toBe('approving')
  // After the person was told a check is kept as long as the rest, and no longer.
  await requests.save(step(closed, { type: 'told' }))
  const told = await requests.request(one.reference)
  if (!told) throw new Error('gone')
  await requests.save(step(told, { type: 'approval-checked', available: false }, later))
  const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.table }))
  const kept = Items.filter(({ pk }) => pk?.S === `R#${one.reference}`)
  expect(kept.length).toBeGreaterThan(5)
  expect(kept.filter(({ expires }) => expires === undefined)).toEqual([])
})

test('a copy that is ready and whole is owed no more, one that lacks something is', async () => {
  const due = async () => (await indexes.openDueBy('2027-01-01T00:00:00.000Z')).map(({ reference }) => reference)
  const asked = await requests.save(ask('hash-31', 'access'))
  const gathering = await requests.save(step(asked, found))
  const partly = await requests.save(step(gathering, { type: 'gathered', outstanding: ['files'] }))
  const ready = await requests.save(step(partly, { type: 'packaged', package: { round: 1, bytes: 1, files: 1 } }))
  expect(await due()).toContain(ready.reference)
  await requests.save(step(ready, { type: 'gathered', outstanding: [] }, later))
  expect(await due()).not.toContain(ready.reference)
})

test('a person has one open request: the second that is confirmed is refused, and free again once the first is closed', async () => {
  const [one, two] = [await requests.save(ask('hash-3')), await requests.save(ask('hash-3'))]
  const open = await requests.save(step(one, found))
  await expect(requests.save(step(two, found))).rejects.toBeInstanceOf(AlreadyOpen)
  expect(await requests.openOf('hash-3')).toEqual({ erasure: one.reference })
  const grace = await requests.save(step(open, { type: 'restriction-settled', outstanding: [] }))
  const restoring = await requests.save(step(grace, { type: 'restore-asked' }))
  await requests.save(step(restoring, { type: 'release-settled', outstanding: [] }))
  expect(await requests.openOf('hash-3')).toEqual({})
  expect((await requests.save(step(two, found))).status).toBe('restricting')
})

test('a request is no duplicate of one that ended the same moment: it is decided anew, and begins', async () => {
  const [one, two, three] = [await requests.save(ask('h-34')), await requests.save(ask('h-34')), ask('h-34')]
  const open = await requests.save(step(one, found))
  const same: Event = { type: 'confirmed', found: { duplicateOf: one.reference }, firstReceivedAt: now }
  expect((await requests.save(step(two, same))).status).toBe('duplicate')
  const late = await requests.save(three)
  const grace = await requests.save(step(open, { type: 'restriction-settled', outstanding: [] }))
  const restoring = await requests.save(step(grace, { type: 'restore-asked' }))
  await requests.save(step(restoring, { type: 'release-settled', outstanding: [] }))
  await expect(requests.save(step(late, same))).rejects.toBeInstanceOf(Overtaken)
  expect((await requests.save(step(late, found))).status).toBe('restricting')
})

test('on whose behalf accounts are held is kept with a request for as long as it is open, and every open one is found', async () => {
  const onBehalf = new Personal({ 'p-018': ['a-1'] })
  const known: Event = { ...found, found: { subject: new Personal({ keys: { account: ['a-1'] } }), onBehalf } } as Event
  const open = await requests.save(step(await requests.save(ask('hash-33')), known))
  const held = async () => {
    const all: Request[] = []
    for await (const one of indexes.everyOpen()) all.push(one)
    const mine = all.find((one) => one.reference === open.reference)
    return mine && 'person' in mine ? mine.person?.onBehalf?.reveal() : undefined
  }
  expect(await held()).toEqual({ 'p-018': ['a-1'] })
  const grace = await requests.save(step(open, { type: 'restriction-settled', outstanding: [] }))
  const restoring = await requests.save(step(grace, { type: 'restore-asked' }))
  const restored = await requests.save(step(restoring, { type: 'release-settled', outstanding: [] }))
  await requests.save(step(restored, { type: 'told' }))
  expect(await held()).toBeUndefined()
})

test('after the person was told, no personal value is left under the reference', async () => {
  const request = await requests.save(ask('hash-4'))
  const closed = await requests.save(step(request, { type: 'confirmed', found: 'nobody', firstReceivedAt: now }))
  await requests.save(step(closed, { type: 'told' }))
  const all = await store.client.send(new ScanCommand({ TableName: store.table }))
  const own = (all.Items ?? []).filter((item) => item.pk?.S === `R#${request.reference}`)
  expect(own.length).toBeGreaterThan(3)
  expect(JSON.stringify(own)).not.toContain('iris.vane')
  expect(JSON.stringify(own)).not.toContain('hash-4')
})

/** When each item under a reference vanishes, in seconds since 1970. */
async function ends(reference: string): Promise<ReadonlyMap<string, string | undefined>> {
  const all = await store.client.send(new ScanCommand({ TableName: store.table }))
  const own = (all.Items ?? []).filter((item) => item.pk?.S === `R#${reference}`)
  return new Map(own.map((item) => [item.sk?.S ?? '', item.expires?.N]))
}
const inSeconds = (at: string) => String(Date.parse(at) / 1000)

test('what was never proven vanishes by itself; once proven nothing does, until the evidence has had its time', async () => {
  const zone = policy.company.timeZone
  const request = await requests.save(ask('hash-6'))
  const unproven = inSeconds(moved(now, policy.periods.unverified, zone))
  expect(new Set((await ends(request.reference)).values())).toEqual(new Set([unproven]))
  const open = await requests.save(step(request, found))
  const entries = [...(await ends(request.reference))].filter(([sk]) => !sk.startsWith('outbox#000001'))
  expect(entries.map(([, expires]) => expires)).toEqual(entries.map(() => undefined))
  const grace = await requests.save(step(open, { type: 'restriction-settled', outstanding: [] }))
  const restoring = await requests.save(step(grace, { type: 'restore-asked' }))
  const closed = await requests.save(step(restoring, { type: 'release-settled', outstanding: [] }))
  await requests.save(step(closed, { type: 'told' }))
  const evidence = inSeconds(moved(now, policy.periods.evidence, zone))
  expect(new Set((await ends(request.reference)).values())).toEqual(new Set([evidence]))
  expect((await requests.load(request.reference))?.history).toHaveLength(6)
})

test('open requests are found by the day they are promised for, most urgent first, closed ones not', async () => {
  const due = (await indexes.openDueBy('2099-01-01T00:00:00.000Z')).map((request) => request.promisedBy)
  expect(due.length).toBeGreaterThan(0)
  expect(due).toEqual([...due].sort())
  expect((await indexes.openDueBy('2099-01-01T00:00:00.000Z')).every((request) => !('closedAt' in request))).toBe(true)
})

test('a lease keeps a second call out until it is given back or its holder has died, and remembers where the work stopped', async () => {
  const leases = new Leases(store.table, store.client)
  const at = Date.parse(now)
  expect(await leases.take('OB-1', 'files', 'restrict', 'first', at, 60)).toBeUndefined()
  await expect(leases.take('OB-1', 'files', 'release', 'second', at + 59_000, 60)).rejects.toBeInstanceOf(Busy)
  await leases.giveBack('OB-1', 'files', 'restrict', 'first', 'marker-7')
  expect(await leases.take('OB-1', 'files', 'restrict', 'third', at, 60)).toBe('marker-7')
  // The third call dies without giving back: after its time another may go on where it was.
  expect(await leases.take('OB-1', 'files', 'restrict', 'fourth', at + 60_000, 60)).toBe('marker-7')
  await leases.giveBack('OB-1', 'files', 'restrict', 'third', 'too-late')
  await expect(leases.take('OB-1', 'files', 'release', 'fifth', at + 61_000, 60)).rejects.toBeInstanceOf(Busy)
  await leases.giveBack('OB-1', 'files', 'restrict', 'fourth', undefined)
  expect(await leases.take('OB-1', 'files', 'release', 'fifth', at + 61_000, 60)).toBeUndefined()
})

test('of two people who confirm a proposal at the same moment one does it, and the other hears that it was overtaken', async () => {
  const restricting = await requests.save(step(await requests.save(ask('hash-two')), found))
  const held = await requests.save(
    step(restricting, { type: 'hold-set', reason: 'claim', file: '1', by: 'officer 00000001' }),
  )
  const proposed = await requests.save(
    step(held, { type: 'act-proposed', act: 'unhold', file: '1', by: 'officer 00000001' }),
  )
  expect(decide(proposed, { type: 'hold-ended', file: '1', by: 'officer 00000001' }, policy, now)).toEqual({
    kind: 'refused',
    reason: 'two-people',
  })
  const confirm = (by: string) => requests.save(step(proposed, { type: 'hold-ended', file: '1', by }))
  const both = await Promise.allSettled([confirm('officer 00000002'), confirm('officer 00000003')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Overtaken) })
  const whole = await requests.load(proposed.reference)
  expect(whole?.history.filter(({ event }) => event === 'hold-ended')).toHaveLength(1)
  expect(whole?.request).not.toHaveProperty('proposal')
})
