import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { marshall } from '@aws-sdk/util-dynamodb'
import canonicalize from 'canonicalize'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Anchors } from '../../adapters/anchors.ts'
import { entryKey } from '../../adapters/items.ts'
import { ReplacedHistories } from '../../adapters/replaced-histories.ts'
import { Requests } from '../../adapters/requests.ts'
import { type Anchor, anchorOf, headsOf } from '../../domain/anchor.ts'
import { decide, received } from '../../domain/decide.ts'
import { beginning, type Entry, sealed } from '../../domain/history.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Day, dayOf, daysAfter, type Instant, instant, shifted } from '../../domain/time.ts'
import { S3 } from '../../local/s3/s3.ts'
import { policy } from '../../policy/in-force.ts'
import { address, confirmed } from '../domain/sample.ts'
import { clientSetting, serveAlone } from '../local/services/serve-alone.ts'
import { startStore } from './dynamodb-local.ts'

type Input = { readonly v: 1; readonly from: string }
type Output = { readonly from: string; readonly done: boolean }
type Handler = (input: Input, context: object) => Promise<Output>

const state = mkdtempSync(join(tmpdir(), 'oblige-compare-'))
let store: Awaited<ReturnType<typeof startStore>>
let alone: Awaited<ReturnType<typeof serveAlone>>
let s3: S3Client
let anchors: Anchors
let requests: Requests
let told: ReplacedHistories
let handler: Handler
let anchoring: Handler

beforeAll(async () => {
  store = await startStore()
  const buckets = new S3({ state, clock: { instant: () => new Date().toISOString() } })
  buckets.create('anchors', true)
  alone = await serveAlone(buckets)
  s3 = new S3Client(clientSetting(alone.url))
  requests = new Requests(store.table, store.client)
  told = new ReplacedHistories(store.table, store.client)
  anchors = new Anchors({ table: store.table, bucket: 'anchors' }, { dynamodb: store.client, s3 })
  const { credentials, endpoint, region } = store.access
  const environment = {
    TABLE: store.table,
    ANCHORS: 'anchors',
    SIGNING_KEY: 'none',
    AWS_REGION: region,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_S3: alone.url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  vi.resetModules()
  handler = (await import('../../functions/compare/handler.ts')).handler as unknown as Handler
  anchoring = (await import('../../functions/anchor/handler.ts')).handler as unknown as Handler
})
afterAll(async () => {
  vi.unstubAllEnvs()
  s3.destroy()
  await alone.stop()
  await store.stop()
  rmSync(state, { recursive: true })
})
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

let people = 0
async function asks(at: Instant): Promise<Request> {
  const n = ++people
  const person = { address: new Personal(address), hash: `compared-${n}` }
  const name = reference(new Uint8Array([8, n, 3, 4, 5]))
  return requests.save(received({ reference: name, right: 'access', language: 'en', person }, policy, at))
}
async function confirms(request: Request, at: Instant): Promise<Request> {
  const decision = decide(request, { ...confirmed, firstReceivedAt: request.receivedAt } as never, policy, at)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return requests.save(decision)
}

/** Puts what was written on a day, as the function that signs does but for the signature. */
async function anchor(day: Day): Promise<Anchor> {
  const { entries } = await anchors.writtenOn(day)
  const part = { day, part: 1, previous: beginning }
  return anchors.keep(part, { anchor: anchorOf(part, headsOf(entries), policy), signature: 'none' })
}
const none = { awsRequestId: 'test', getRemainingTimeInMillis: () => 600_000 }
/** The comparison in the night that comes so many days after a day; what it left for the officer is taken out. */
async function nightAfter(day: Day, days: number): Promise<readonly string[]> {
  vi.setSystemTime(Date.parse(`${daysAfter(day, `P${days}D`)}T03:10:00Z`))
  expect(await handler({ v: 1, from: '' }, none)).toMatchObject({ done: true })
  const found = await told.all(50)
  await told.forget(found)
  return found.map((one) => `${one.reference} ${one.n} ${one.day}`)
}

/** As somebody could who may write to the table: another moment of the first entry, and every hash after it made to fit. */
async function writtenAnew(name: string): Promise<void> {
  let previous = beginning
  for (const { hash: _, ...entry } of (await requests.load(name))?.history ?? []) {
    const at = entry.n === 1 ? shifted(entry.at, -1000) : entry.at
    const changed: Entry = sealed({ ...entry, at, previous })
    previous = changed.hash
    const item = { ...entryKey(name, changed.n), entry: changed }
    await store.client.send(new PutItemCommand({ TableName: store.table, Item: marshall(item) }))
  }
}

test('a history that was written anew with hashes that fit is found in the next night, and told once', async () => {
  const at = instant('2026-03-02T10:00:00Z')
  const day = dayOf(at, 'UTC')
  const changed = await confirms(await asks(at), shifted(at, 60_000))
  const kept = await confirms(await asks(at), shifted(at, 60_000))
  await anchor(day)
  expect(await nightAfter(day, 1)).toEqual([])
  await writtenAnew(changed.reference)
  const found = [`${changed.reference} 2 ${day}`]
  expect(await nightAfter(day, 2)).toEqual(found)
  expect(await nightAfter(day, 3)).toEqual([])
  // Nobody mended it.
  expect(await nightAfter(day, 30)).toEqual(found)
  expect(found.join()).not.toContain(kept.reference)
})

test('an entry that is gone is found, but not where it had to go: what nobody proved, and what was kept to its end', async () => {
  const at = instant('2026-05-04T10:00:00Z')
  const day = dayOf(at, 'UTC')
  const [proven, unproven] = [await confirms(await asks(at), at), await asks(at)]
  await anchor(day)
  for (const [{ reference: name }, n] of [
    [proven, 2],
    [unproven, 1],
  ] as const)
    await store.client.send(new DeleteItemCommand({ TableName: store.table, Key: marshall(entryKey(name, n)) }))
  expect((await nightAfter(day, 2)).toSorted()).toEqual(
    [`${proven.reference} 2 ${day}`, `${unproven.reference} 1 ${day}`].toSorted(),
  )
  expect(policy.periods.unverified).toBe('P30D')
  expect(await nightAfter(day, 58)).toEqual([`${proven.reference} 2 ${day}`])
  // Three years later its request may have been closed three years ago.
  expect(policy.periods.evidence).toBe('P3Y')
  expect(await nightAfter(day, 1094)).toHaveLength(1)
  expect(await nightAfter(day, 1122)).toEqual([])
})

test('a slice that has no time left says where the next one begins, and the next begins there', async () => {
  const at = instant('2027-03-05T10:00:00Z')
  const day = dayOf(at, 'UTC')
  const changed = await confirms(await asks(at), at)
  await anchor(day)
  await writtenAnew(changed.reference)
  vi.setSystemTime(Date.parse(`${daysAfter(day, 'P2D')}T03:10:00Z`))
  const cut = await handler({ v: 1, from: '' }, { ...none, getRemainingTimeInMillis: () => 10_000 })
  expect(cut.done).toBe(false)
  expect(await told.all(50)).toEqual([])
  expect(await handler({ v: 1, from: cut.from }, none)).toMatchObject({ done: true })
  expect(await told.all(50)).toEqual([{ reference: changed.reference, n: 2, day }])
})

test('an anchor that lies there is not put a second time, and what comes after it names the one that lies there', async () => {
  const at = instant('2027-06-01T10:00:00Z')
  const day = dayOf(at, 'UTC')
  const request = await confirms(await asks(at), at)
  const first = await anchor(day)
  await writtenAnew(request.reference)
  const second = await anchor(day)
  const digest = (of: Anchor) =>
    createHash('sha256')
      .update(canonicalize(of) ?? '')
      .digest('hex')
  expect(digest(second)).toBe(digest(first))
  expect(second.heads).toEqual([{ reference: request.reference, n: 2, hash: request.historyHash }])
})

test('whoever sets the place to go on at into the future does not end anchoring unnoticed', async () => {
  vi.setSystemTime(Date.parse('2028-03-01T03:10:00Z'))
  await anchors.goOn({ day: '2028-03-02' as Day, part: 1, previous: beginning }, undefined)
  await expect(anchoring({ v: 1, from: '' }, none)).rejects.toThrow(expect.objectContaining({ name: 'PlaceAhead' }))
})
