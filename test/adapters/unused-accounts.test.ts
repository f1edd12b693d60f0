import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Inactivity } from '../../domain/inactivity.ts'
import type { Request } from '../../domain/request.ts'
import { type Day, daysAfter, type Instant, instant, shifted } from '../../domain/time.ts'
import type { AdvanceInput, AdvanceOutput } from '../../functions/contract/tasks.ts'
import { note } from '../../functions/entry/activity.ts'
import { sliceOf } from '../../functions/inactivity/slice.ts'
import { policy } from '../../policy/in-force.ts'
import { promise } from '../promise.ts'
import { openUnusedAccounts } from './unused-accounts.ts'

/** Few a day, so that a small backlog takes days. */
const inactivity = {
  ...(policy.inactivity as Inactivity),
  limits: { aDay: 12, aSecond: 4 },
}
const morning = instant('2027-03-01T08:00:00Z')
const day = (n: number): Instant => shifted(morning, n * 86_400_000)
const lastUsed = '2026-08-01' as Day
let opened: Awaited<ReturnType<typeof openUnusedAccounts>>
let advance: (
  input: AdvanceInput,
  context: { awsRequestId: string; getRemainingTimeInMillis(): number },
) => Promise<AdvanceOutput>

beforeAll(async () => {
  opened = await openUnusedAccounts()
  // The function that machines ask makes its clients from its environment, as Lambda gives it.
  const { credentials, endpoint, region } = opened.access
  vi.stubEnv('TABLE', opened.table)
  vi.stubEnv('AWS_REGION', region)
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', endpoint)
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey)
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT')
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true')
  vi.resetModules()
  const module = await import('../../functions/advance/handler.ts')
  advance = module.handler as typeof advance
  // Reads the environment and connects.
  await advance({ v: 1, reference: 'OB-0000-0000', event: 'look' }, context).catch(() => undefined)
})
afterAll(() => {
  vi.unstubAllEnvs()
  opened?.stop()
})
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const context = { awsRequestId: 'test', getRemainingTimeInMillis: () => 300_000 }

/** One round as its machine does it: slice after slice until there is no more today. Answers letters and instants. */
async function round(now: Instant, within = inactivity): Promise<ReadonlyArray<{ letters: number; pauseMs: number }>> {
  const slices: { letters: number; pauseMs: number }[] = []
  let at = now
  for (let more = true; more; ) {
    const slice = await sliceOf(opened.ends, within, at)
    const letters = slice.outcomes.filter((outcome) => outcome === 'remove').length
    slices.push({ letters, pauseMs: Date.parse(slice.at) - Date.parse(at) })
    more = slice.more
    at = slice.at
  }
  return slices
}
const lettersIn = (slices: Awaited<ReturnType<typeof round>>) => slices.reduce((sum, { letters }) => sum + letters, 0)
const used = (keys: readonly string[], at: Instant) =>
  note(
    keys.map((key) => ({ key, at })),
    inactivity,
    opened.ends.activities,
    opened.ends.requests,
    at,
  )
const removals = async (names: readonly string[]) => Promise.all(names.map((name) => opened.removalOf(name)))
/** Asks as the machine asks, at an instant. */
const asked = (reference: string, event: AdvanceInput['event'], at: Instant) => {
  vi.setSystemTime(Date.parse(at))
  return advance({ v: 1, reference, event }, context)
}

test('a backlog is worked off in slices over days, the longest unused first, never more on a day than the limit and at its pace', async () => {
  const names = [...(await opened.add(15, daysAfter(lastUsed, 'P1D'))), ...(await opened.add(15, lastUsed))]
  for (const [n, letters] of [12, 12, 6, 0].entries()) {
    const slices = await round(day(n))
    expect([n, lettersIn(slices)]).toEqual([n, letters])
    for (const slice of slices)
      expect(slice.pauseMs).toBeGreaterThanOrEqual((slice.letters / inactivity.limits.aSecond) * 1000)
    if (n > 0) continue
    const open = await removals(names)
    expect(open.slice(0, 15).filter(Boolean)).toEqual([])
    expect(open.slice(15).filter(Boolean)).toHaveLength(12)
  }
  expect(Object.values(await opened.scheduled())).toEqual([12, 12, 6])
  expect(new Set((await removals(names)).map((one) => one?.reference)).size).toBe(30)
}, 60_000)

test('more than one slice holds on a day are slices with a pause after each', async () => {
  await opened.add(105, lastUsed)
  const slices = await round(day(10), { ...inactivity, limits: { aDay: 1000, aSecond: 10 } })
  expect(slices.map(({ letters }) => letters)).toEqual([100, 5, 0])
  expect(slices.map(({ pauseMs }) => pauseMs)).toEqual([10_000, 2000, 2000])
}, 90_000)

test('what rounds of three days missed, the next one does, those that wait longest first', async () => {
  const names: string[] = []
  for (const n of [3, 2, 1, 0]) names.push(...(await opened.add(5, daysAfter('2026-09-20' as Day, `P${n}D`))))
  // Due on 20, 21, 22 and 23 March; the first round after that comes on the 23rd.
  expect(lettersIn(await round(instant('2027-03-19T08:00:00Z')))).toBe(0)
  expect(lettersIn(await round(instant('2027-03-23T08:00:00Z')))).toBe(12)
  const open = (await removals(names)).map((one) => one !== undefined)
  const of = (from: number) => open.slice(from, from + 5).filter(Boolean).length
  expect([of(0), of(5), of(10), of(15)]).toEqual([0, 2, 5, 5])
  expect(lettersIn(await round(instant('2027-03-24T08:00:00Z')))).toBe(8)
}, 60_000)

test('two rounds at once schedule each account once, and not more than the day’s limit between them', async () => {
  const names = await opened.add(14, lastUsed)
  const [one, other] = await Promise.all([round(day(40)), round(day(40))])
  expect(lettersIn(one) + lettersIn(other)).toBe(12)
  const open = (await removals(names)).filter((request): request is Request => request !== undefined)
  expect(new Set(open.map(({ reference }) => reference)).size).toBe(12)
  expect(lettersIn(await round(day(40)))).toBe(0)
  expect(lettersIn(await round(day(41)))).toBe(2)
}, 60_000)

/** Nobody who used their account is left with a removal that goes on. */
async function expectKept(names: readonly string[], now: Instant): Promise<void> {
  const known = await opened.ends.activities.of(names)
  for (const [n, request] of (await removals(names)).entries()) {
    expect(known[n]?.day).toBe(now.slice(0, 10))
    expect([names[n], request?.status ?? 'restoring']).toEqual([names[n], 'restoring'])
  }
}

promise(
  'N6',
  'an account that is used at the very instant at which its removal is scheduled stays, whichever of the two was first',
  async () => {
    const names = await opened.add(12, lastUsed)
    const now = day(60)
    const [, ...told] = await Promise.all([
      round(now),
      ...names.map(async (name, n) => {
        // All through the slice: before, amid and after each transaction.
        await new Promise((resolve) => setTimeout(resolve, n * 15))
        return used([name], now)
      }),
    ])
    await expectKept(names, now)
    expect(told.flatMap((one) => [...one.values()]).filter((one) => one === 'too-late')).toEqual([])
  },
  60_000,
)

promise(
  'N6',
  'an account that is used at the very instant at which its data become unavailable gets everything back',
  async () => {
    const names = await opened.add(10, lastUsed)
    const now = day(70)
    await round(now)
    const open = (await removals(names)) as readonly Request[]
    await Promise.all([
      ...open.map(({ reference }) => asked(reference, 'restriction-settled', now)),
      ...names.map((name) => used([name], now)),
    ])
    await expectKept(names, now)
    // And whatever machine asks next gives everything back.
    for (const { reference } of open) expect((await asked(reference, 'restriction-settled', now)).to).toBe('release')
  },
  60_000,
)

promise(
  'N5',
  'an account that is used at the very instant of its erasure is either kept or erased, and its software hears which',
  async () => {
    const names = await opened.add(10, lastUsed)
    const now = day(80)
    await round(now)
    for (const request of (await removals(names)) as readonly Request[])
      await asked(request.reference, 'restriction-settled', now)
    const inGrace = (await removals(names)) as readonly Extract<Request, { status: 'grace' }>[]
    expect(inGrace.every(({ status }) => status === 'grace')).toBe(true)
    const moment = inGrace[0]?.eraseAt ?? now
    // A use of before the moment, which arrives with it: the machine claims, the software reports.
    const told = new Map<string, string>()
    const before = shifted(moment, -1)
    await Promise.all([
      ...inGrace.map(({ reference }) => asked(reference, 'moment-reached', moment)),
      ...names.map(async (name, n) => {
        await new Promise((resolve) => setTimeout(resolve, n * 4))
        for (const [key, answer] of await used([name], before)) told.set(key, answer)
      }),
    ])
    const ends = (await removals(names)) as readonly Request[]
    for (const [n, { status }] of ends.entries())
      expect([status, told.get(names[n] ?? '')]).toEqual(
        status === 'restoring' ? ['restoring', 'stays'] : ['erasing', 'too-late'],
      )
    // After the moment nothing is undone any more, and what stays is not claimed again.
    for (const [n, { reference, status }] of ends.entries()) {
      await used([names[n] ?? ''], shifted(moment, 60_000))
      await asked(reference, 'moment-reached', shifted(moment, 60_000))
      expect((await opened.removalOf(names[n] ?? ''))?.status).toBe(status)
    }
  },
  60_000,
)
