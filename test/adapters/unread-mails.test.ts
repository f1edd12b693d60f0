import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Indexes } from '../../adapters/indexes.ts'
import type { StoredMail } from '../../adapters/mailbox.ts'
import type { Mails } from '../../adapters/mails.ts'
import { ReadMails } from '../../adapters/read-mails.ts'
import { type Instant, instant, moved, shifted } from '../../domain/time.ts'
import type { S3 } from '../../local/s3/s3.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'
import { openMailStores } from './mail-stores.ts'

type Context = { readonly getRemainingTimeInMillis: () => number }
type Handler = (event: unknown, context: Context) => Promise<void>

const minute = 60_000
const hour = 60 * minute
const now = instant(Date.now())
const ago = (ms: number): Instant => shifted(now, -ms)

let store: Awaited<ReturnType<typeof startStore>>
let readMails: ReadMails
let s3: S3
/** When S3 says that a mail came. */
let at = now
let ingest: Handler
let modules: {
  readonly unread: typeof import('../../functions/ingest/unread.ts')
  readonly opening: typeof import('../../functions/ingest/opening.ts')
  readonly mailbox: typeof import('../../adapters/mailbox.ts')
  readonly mails: typeof import('../../adapters/mails.ts')
}
const lines: string[] = []
const ends: Array<() => unknown> = []

beforeAll(async () => {
  store = await startStore()
  readMails = new ReadMails(store.table, store.client)
  const stores = await openMailStores(store, () => at, {
    // What is logged and counted goes through the console, where it can be read.
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
  })
  ends.push(stores.close)
  s3 = stores.s3
  for (const to of ['log', 'info', 'error'] as const)
    vi.spyOn(console, to).mockImplementation((...said) => void lines.push(said.join(' ')))
  ingest = (await import('../../functions/ingest/handler.ts')).handler as unknown as Handler
  modules = {
    unread: await import('../../functions/ingest/unread.ts'),
    opening: await import('../../functions/ingest/opening.ts'),
    mailbox: await import('../../adapters/mailbox.ts'),
    mails: await import('../../adapters/mails.ts'),
  }
})
afterEach(() => {
  lines.length = 0
})
afterAll(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.resetModules()
  for (const end of ends) await end()
  store?.stop()
})

const plentyOfTime: Context = { getRemainingTimeInMillis: () => 2 * minute }
const looks = () => ingest({ v: 1, job: 'unread' }, plentyOfTime)
/** How many mails the look counted. */
const counted = () => lines.flatMap((line) => /"MailsUnread":(\d+)/.exec(line)?.[1] ?? []).map(Number)

let names = 0
/** SES stores a mail, and tells nobody. @returns its name, and who wrote it */
function stores(came: Instant, { folder = 'mails', from = `${randomBytes(6).toString('hex')}@example.org` } = {}) {
  at = came
  names += 1
  const messageId = `${String(names).padStart(4, '0')}${randomBytes(16).toString('hex')}`
  const text = `From: ${from}\r\nTo: info@papyra.example.com\r\nMessage-ID: <${messageId}@example.org>\r\nSubject: Account\r\n\r\nPlease delete my account and all my personal data.\r\n`
  s3.put('mails', `${folder}/${messageId}`, Buffer.from(text), 'message/rfc822')
  return { messageId, from, text }
}
const askedBy = async (from: string) =>
  new Indexes(store.table, store.client).askedBefore(await modules.opening.mac.ofAddress(from))
/** One who looks began so long ago, and is at the beginning. */
const began = (since: Instant) => readMails.keepPlace({ since })

test('a mail of which SES told nobody is read by the next look: it makes the request that it asks for, once, and nothing in it is trusted', async () => {
  await began(ago(5 * hour))
  const lost = stores(ago(2 * hour))
  const others = [stores(ago(10 * minute)), stores(ago(6 * hour)), stores(ago(2 * hour), { folder: 'canary' })]
  // This one was told of, and read.
  const told = stores(ago(3 * hour))
  const passed = { status: 'PASS' }
  const receipt = { spamVerdict: passed, virusVerdict: passed, spfVerdict: passed, dkimVerdict: passed }
  const mail = { messageId: told.messageId, timestamp: ago(3 * hour) }
  await ingest({ Records: [{ ses: { mail, receipt: { ...receipt, dmarcVerdict: passed } } }] }, plentyOfTime)
  const keeping = vi.spyOn(modules.mails.Mails.prototype, 'keep')

  await looks()
  expect(counted()).toEqual([1])
  const [request, ...more] = await askedBy(lost.from)
  expect([request?.right, request?.status, request?.receivedAt]).toEqual(['erasure', 'unverified', ago(2 * hour)])
  expect(more).toEqual([])
  expect(keeping.mock.calls.map(([{ messageId, verdicts }]) => [messageId, verdicts])).toEqual([[lost.messageId, {}]])
  keeping.mockRestore()
  for (const { from } of others) expect(await askedBy(from)).toEqual([])
  expect(await askedBy(told.from)).toHaveLength(1)

  await looks()
  expect(counted()).toEqual([1, 0])
  expect(await askedBy(lost.from)).toHaveLength(1)
  expect(lines.filter((line) => line.includes('unread mail'))).toHaveLength(1)
  for (const { from } of [lost, told]) expect(lines.join()).not.toContain(from)
})

test('what SES puts there when a receipt rule is made or changed is no mail that nobody read', async () => {
  await began(ago(5 * hour))
  at = ago(2 * hour)
  const note = 'Subject: Amazon SES Setup Notification\r\n\r\nHello.\r\n'
  s3.put('mails', 'mails/AMAZON_SES_SETUP_NOTIFICATION', Buffer.from(note), 'message/rfc822')
  await looks()
  expect(counted()).toEqual([0])
  expect(lines.join()).not.toContain('unread mail')
})

test('a mail that came twice, and once was told of, is read twice and asks once', async () => {
  await began(ago(5 * hour))
  const first = stores(ago(2 * hour))
  await looks()
  // By another way, a server wrote a line of its own above.
  at = ago(90 * minute)
  const again = `${first.messageId}x`
  s3.put('mails', `mails/${again}`, Buffer.from(`Received: from elsewhere\r\n${first.text}`), 'message/rfc822')
  await looks()
  expect(counted()).toEqual([1, 1])
  expect(await askedBy(first.from)).toHaveLength(1)
  await looks()
  expect(counted()).toEqual([1, 1, 0])
})

test('one that cannot be read stays unread, rings every hour and keeps no other from being read', async () => {
  await began(ago(5 * hour))
  const [bad, good] = [stores(ago(2 * hour)), stores(ago(2 * hour))]
  const { keep } = modules.mails.Mails.prototype
  const failing = vi.spyOn(modules.mails.Mails.prototype, 'keep').mockImplementation(async function (
    this: Mails,
    ...given
  ) {
    if (given[0].messageId === bad.messageId) throw new Error(`${bad.from} breaks it`)
    return keep.apply(this, given)
  })
  await looks()
  expect(await askedBy(good.from)).toHaveLength(1)
  expect(await askedBy(bad.from)).toEqual([])
  await looks()
  expect(counted()).toEqual([2, 1])
  expect(lines.filter((line) => line.includes('stays unread'))).toHaveLength(2)
  expect(lines.join()).not.toContain(bad.from)
  failing.mockRestore()
  await looks()
  await looks()
  expect(counted()).toEqual([2, 1, 1, 0])
  expect(await askedBy(bad.from)).toHaveLength(1)
})

/** Looks, with a way to read of the test's own. @returns names of what was given to it */
async function looksWith(read: (mail: StoredMail) => Promise<void>, remaining = () => 2 * minute): Promise<string[]> {
  const given: string[] = []
  const mailbox = new modules.mailbox.Mailbox('mails')
  const reading = async (mail: StoredMail) => {
    given.push(mail.messageId)
    await read(mail)
  }
  const look = modules.unread.readUnread({ mailbox, readMails, read: reading, remaining }, now)
  await Promise.race([look, new Promise((resolve) => setTimeout(resolve, 1_000))])
  return given
}

test('a look that ends in the middle is followed by one that goes on behind, and then by one that begins anew', async () => {
  await began(ago(5 * hour))
  const [one, two, three] = [stores(ago(2 * hour)), stores(ago(2 * hour)), stores(ago(2 * hour))]
  const reads = ({ messageId }: StoredMail) => readMails.mark(messageId, ago(2 * hour), moved(now, 'P1D', 'UTC'))
  let left = 2 * minute
  const given = await looksWith(
    async (mail) => {
      await reads(mail)
      left = 0
    },
    () => left,
  )
  expect(given).toEqual([one.messageId])
  // This call is ended by the mail that it reads, as by one that takes all memory.
  expect(await looksWith(() => new Promise(() => undefined))).toEqual([two.messageId])
  expect(await looksWith(reads)).toEqual([three.messageId])
  expect(await looksWith(reads)).toEqual([two.messageId])
  expect(await looksWith(reads)).toEqual([])
})

test('as long as an answer is owed a mail is looked for, and its mark stays longer; the first look begins with the moment it comes', async () => {
  await began(ago(400 * 24 * hour))
  const answer = moved(now, policy.periods.answer, policy.company.timeZone, -1)
  const [late, tooLate] = [stores(shifted(answer, minute)), stores(shifted(answer, -minute))]
  const given = await looksWith(async () => undefined)
  expect(given).toContain(late.messageId)
  expect(given).not.toContain(tooLate.messageId)
  expect(modules.unread.markedUntil(answer) > now).toBe(true)

  const other = await startStore()
  const fresh = new ReadMails(other.table, other.client)
  expect(await fresh.place(now)).toEqual({ since: now })
  expect(await fresh.place(shifted(now, hour))).toMatchObject({ since: now })
  await other.stop()
})
