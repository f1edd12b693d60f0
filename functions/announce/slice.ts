import { MessageRejected } from '@aws-sdk/client-ses'
import type { Announcements } from '../../adapters/announcements.ts'
import type { Directory } from '../../adapters/directory.ts'
import type { Mac } from '../../adapters/keys.ts'
import type { MailOut } from '../../adapters/mail.ts'
import type { Mailing } from '../../adapters/mailing.ts'
import type { Sent } from '../../adapters/sent.ts'
import { type Announcement, getsLetter, languageFor, type Settled } from '../../domain/announcement.ts'
import { type Instant, instant, moved, shifted, type WholeSecond, wholeSecond } from '../../domain/time.ts'
import { compose } from '../../letters/compose.ts'
import { policy } from '../../policy/in-force.ts'
import { inLanguage } from '../../policy/schema.ts'

/** How many letters may go out. */
type Limits = { readonly aDay: number; readonly aSecond: number }

/**
 * Accounts of one slice: at 15 letters a second 17 seconds of the function's 5 minutes. At 8 events of the 25,000 in an
 * execution's history a slice, one execution has room for 750,000 accounts.
 */
const most = 250
/** When a letter that somebody else has claimed is looked at again, in ms. */
const lookAgain = 6 * 60_000

export type Ends = {
  readonly announcements: Announcements
  readonly directory: Directory
  readonly mac: Mac
  readonly mailing: Mailing
  readonly mail: Pick<MailOut, 'send'>
  readonly sent: Sent
}
export type Slice = {
  /** What it came to, by what became of each person; `settled` was told before. */
  readonly outcomes: readonly Outcome[]
  /** Whether anybody is left, and when the next slice may begin. */
  readonly more: boolean
  readonly at: WholeSecond
}
type Outcome = Settled | 'settled' | 'under-way' | 'enough'
type Holder = { readonly address: string; readonly hash: string; readonly language: string | undefined }

/**
 * One slice of those who have an account, of the oldest announcement that is under way. Whatever dies in it is done again by
 * the next: a person is told once, unless the function died in the very moment between SES and the store.
 *
 * @param accounts of the slice, at most
 */
export async function sliceOf(ends: Ends, limits: Limits, now: Instant, accounts = most): Promise<Slice> {
  const { announcements, directory } = ends
  const [announcement] = (await announcements.all())
    .filter(({ doneAt }) => !doneAt)
    .sort((a, b) => (a.announcedAt < b.announcedAt ? -1 : 1))
  if (!announcement) return { outcomes: [], more: false, at: wholeSecond(now) }
  const tomorrow = wholeSecond(instant(`${moved(now, 'P1D', 'UTC').slice(0, 10)}T00:00:00Z`))
  if ((await announcements.sentOn(now.slice(0, 10))) >= limits.aDay) return { outcomes: [], more: true, at: tomorrow }
  const page = await directory.page(announcement.after, accounts)
  const holders = await holdersOf(page.holders, ends.mac)
  const marks = await ends.mailing.marksOfAll(holders.map(({ hash }) => hash))
  const outcomes: Outcome[] = []
  for (const holder of holders) {
    outcomes.push(await tell(announcement, holder, getsLetter(marks.get(holder.hash) ?? {}), ends, limits, now))
    if (outcomes.at(-1) === 'enough') break
  }
  const letters = outcomes.filter((outcome) => outcome === 'sent').length
  const pause = wholeSecond(shifted(now, Math.ceil(letters / limits.aSecond) * 1000))
  if (outcomes.includes('enough')) return { outcomes, more: true, at: tomorrow }
  if (outcomes.includes('under-way')) return { outcomes, more: true, at: wholeSecond(shifted(now, lookAgain)) }
  await announcements.goOn(announcement.version, announcement.after, page.next, now)
  return { outcomes, more: true, at: pause }
}

/** Each address once, however many accounts it has. */
async function holdersOf(
  rows: ReadonlyArray<{ readonly address: string; readonly language?: string }>,
  mac: Mac,
): Promise<readonly Holder[]> {
  const all = await Promise.all(
    rows.map(async ({ address, language }) => ({ address, language, hash: await mac.ofAddress(address) })),
  )
  return [...new Map(all.map((holder) => [holder.hash, holder])).values()]
}

async function tell(
  announcement: Announcement,
  { address, hash, language: said }: Holder,
  byLetter: boolean,
  { announcements, mail, sent }: Ends,
  limits: Limits,
  now: Instant,
): Promise<Outcome> {
  const { version, from, summary, url } = announcement
  const settled = async (as: Settled) => {
    await announcements.settle(version, hash, as, now)
    return as
  }
  if (!byLetter) return settled('withheld')
  const claim = await announcements.claim(version, hash, now, limits.aDay)
  if (claim !== 'claimed') return claim
  const language = languageFor(said, policy.languages)
  const words = { version, from, summary: inLanguage(summary, language), url: inLanguage(url, language) }
  let messageId: string
  try {
    messageId = await mail.send({
      to: address,
      ...compose({ kind: 'notice-change', ...words }, language, policy),
      letter: `notice.${version}`,
      thread: `notice.${version}`,
    })
  } catch (error) {
    // SES will not take a letter for this address, however often it is asked; for all other errors the next try may do.
    if (error instanceof MessageRejected) return settled('refused')
    await announcements.giveBack(version, hash)
    throw error
  }
  // A letter that comes back as spam marks its address, as every letter of ours does.
  const until = moved(now, policy.periods.manageLink, policy.company.timeZone)
  await sent.keep(messageId, { reference: `notice.${version}`, id: 'change', hash }, until)
  return settled('sent')
}
