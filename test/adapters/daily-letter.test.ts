import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { DailyFigures } from '../../adapters/figures.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Mails } from '../../adapters/mails.ts'
import { ReplacedHistories } from '../../adapters/replaced-histories.ts'
import { Requests } from '../../adapters/requests.ts'
import { atRiskBy } from '../../domain/deadline.ts'
import { decide, received } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { type Day, type Instant, instant, shifted } from '../../domain/time.ts'
import { serve } from '../../local/front/server.ts'
import { Ses } from '../../local/mail/ses.ts'
import { policy } from '../../policy/in-force.ts'
import { promise } from '../promise.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let ses: Ses
let requests: Requests
const stops: Array<() => unknown> = []
type Handler = (input: { v: number }, context: { awsRequestId: string; getRemainingTimeInMillis(): number }) => unknown
let handler: Handler

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  const state = mkdtempSync(join(tmpdir(), 'oblige-daily-'))
  const clock = { instant: () => new Date().toISOString() }
  const identities = [policy.mail.from]
  ses = await Ses.start({ state, clock, region: policy.regions.mail, account: '000000000000', identities })
  const door = await serve(0, (request) => ses.handle(request))
  stops.push(
    () => store.stop(),
    () => ses.stop(),
    () => door.stop(),
    () => rmSync(state, { recursive: true }),
  )
  const { credentials, endpoint, region } = store.access
  vi.stubEnv('TABLE', store.table)
  vi.stubEnv('AWS_REGION', region)
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', endpoint)
  vi.stubEnv('AWS_ENDPOINT_URL_SES', door.url)
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey)
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT')
  vi.resetModules()
  handler = (await import('../../functions/daily-letter/handler.ts')).handler as unknown as Handler
})
afterAll(async () => {
  vi.unstubAllEnvs()
  for (const stop of stops) await stop()
})
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

/** The round of a day, and the letters that are out after it. */
async function round(at: Instant): Promise<readonly string[]> {
  vi.setSystemTime(Date.parse(at))
  await handler({ v: 1 }, { awsRequestId: 'test', getRemainingTimeInMillis: () => 600_000 })
  return ses.mails().map(({ subject }) => subject)
}
/** A round while SES takes nothing. */
async function refused(at: Instant): Promise<void> {
  ses.failNext(99, 'MessageRejected')
  await expect(round(at)).rejects.toThrow()
  ses.failNext(0, '')
}
let people = 0
async function asks(at: Instant): Promise<Request> {
  const n = ++people
  const person = { address: new Personal(`nobody${n}@example.org`), hash: `h-${n}` }
  const name = reference(new Uint8Array([2, n, n, n, n]))
  const asked = await requests.save(received({ reference: name, right: 'access', language: 'en', person }, policy, at))
  const found = { subject: new Personal({ keys: { account: [`a-${n}`] } }) }
  const confirmed = decide(asked, { type: 'confirmed', found, firstReceivedAt: at }, policy, at)
  if (confirmed.kind === 'refused') throw new Error(confirmed.reason)
  return requests.save(confirmed)
}
const last = () => ses.mails().at(-1)?.text.replaceAll(/\s+/g, ' ') ?? ''
const morning = (day: number) => shifted(instant('2026-03-02T03:10:00Z'), (day - 2) * 86_400_000)

test('a day on which nothing was, and nothing comes near, has no letter', async () => {
  expect(await round(morning(2))).toEqual([])
})

test('what there was yesterday is in one letter, however often the round runs', async () => {
  await asks(shifted(morning(2), 3_600_000))
  expect(await round(morning(3))).toEqual(['Privacy requests, 3 March 2026'])
  expect(last()).toContain('No deadline is close.')
  expect(last()).toContain('2 March 2026 ######################## 1 received')
  expect(await round(shifted(morning(3), 7_200_000))).toHaveLength(1)
  const both = [round(morning(4)), round(morning(4))]
  await Promise.all(both)
  // And the day after that said nothing new.
  expect(ses.mails()).toHaveLength(1)
})

test('rounds that were missed for three days are in the next letter, with every day of theirs', async () => {
  for (const day of [4, 5, 6]) await asks(shifted(morning(day), 3_600_000))
  expect(await round(morning(8))).toHaveLength(2)
  for (const day of [4, 5, 6]) expect(last()).toContain(`${day} March 2026 ######################## 1 received`)
  expect(last()).toContain('- Received: 4')
})

promise(
  'N14',
  'a letter that SES refuses is not lost: the next try sends it, and if none does, the next day',
  async () => {
    await asks(shifted(morning(8), 3_600_000))
    await refused(morning(9))
    expect(ses.mails()).toHaveLength(2)
    // Half a minute later, as the machine does.
    expect(await round(shifted(morning(9), 30_000))).toHaveLength(3)
    await asks(shifted(morning(9), 3_600_000))
    await refused(morning(10))
    await asks(shifted(morning(10), 3_600_000))
    expect(await round(morning(11))).toHaveLength(4)
    for (const day of [9, 10]) expect(last()).toContain(`${day} March 2026 ######################## 1 received`)
  },
)

test('a history that an anchor contradicts is told on a day without any other news, and once', async () => {
  const name = reference(new Uint8Array([2, 1, 1, 1, 1]))
  const found = { reference: name, n: 2, day: '2026-03-11' as Day }
  const [histories, before] = [new ReplacedHistories(store.table, store.client), (await round(morning(12))).length]
  await histories.note(found)
  // It waits for a letter that goes out.
  await refused(morning(13))
  expect(await histories.all(9)).toEqual([found])
  const subjects = await round(shifted(morning(13), 30_000))
  expect(subjects.slice(before)).toEqual(['Records altered: privacy requests, 13 March 2026'])
  expect(last()).toContain(`- ${name}: entry 2 is not the same as at the end of 11 March 2026, or is missing`)
  expect(await round(morning(14))).toHaveLength(before + 1)
})

promise(
  'N14',
  'what comes near its deadline is named with what it waits for and a link, and nobody by address',
  async () => {
    const { reference: name, promisedBy } = (await requests.request(
      reference(new Uint8Array([2, 1, 1, 1, 1])),
    )) as Request
    const soon = shifted(promisedBy, -6 * 86_400_000)
    await round(soon)
    expect(last()).toContain(`Due soon: - ${name} – A copy of everything: promised by`)
    expect(last()).toContain('waiting for systems that have not answered yet http://')
    expect(ses.mails().at(-1)?.text).toMatch(/\nhttp:\/\/127\.0\.0\.1:4510\/requests\/[A-Za-z0-9_-]{43}\n/)
    await round(shifted(promisedBy, 86_400_000))
    expect(ses.mails().at(-1)?.subject).toContain('1 overdue: privacy requests')
    for (const { text, html } of ses.mails()) expect(text + html).not.toContain('@example.org')
    const { until } = await new DailyFigures(store.table, store.client).told()
    expect(until).toBe(instant(promisedBy).slice(0, 10))
  },
)

test('mails that nobody decided on are owed an answer too: the letter and the pages count them', async () => {
  const { besidePromises } = await import('../../functions/desk/pressed.ts')
  const [mails, now] = [new Mails(store.table, store.client), morning(70)]
  const indexes = new Indexes(store.table, store.client)
  const pages = () => besidePromises([{ kind: 'processing-objection', why: 'overdue' }], indexes, now)
  const before = (await round(now)).length
  const due = [
    shifted(now, -1),
    now,
    atRiskBy(now, policy),
    shifted(now, 3 * 86_400_000),
    shifted(now, 25 * 86_400_000),
  ]
  for (const [n, by] of due.entries())
    await mails.keep(
      {
        ...{ id: `mail-${n}`, messageId: `mail-${n}`, receivedAt: now, because: [], opens: [] },
        ...{ verdicts: {}, plan: { to: 'decide', why: 'unsure', guess: [] } },
      } as Parameters<Mails['keep']>[0],
      shifted(now, 90 * 86_400_000),
      by,
    )
  expect(await pages()).toEqual([
    { what: 'processing-objection', overdue: 1, atRisk: 0 },
    { what: 'mails', overdue: 2, atRisk: 1 },
  ])
  const subjects = await round(shifted(now, 86_400_000))
  expect(subjects).toHaveLength(before + 1)
  expect(last()).toContain('E-mails waiting for your decision: - Overdue: ')
  expect(last()).toContain(`${policy.site}/desk`)
  for (const n of due.keys()) await mails.settle(`mail-${n}`, now)
  expect((await pages())[1]).toEqual({ what: 'mails', overdue: 0, atRisk: 0 })
})
