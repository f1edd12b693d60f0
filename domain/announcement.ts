import type { Language } from '../policy/schema.ts'
import { everyList, type Marks } from './mailing.ts'
import type { Day, Instant } from './time.ts'

/** A text by language, English at least. */
type Words = { readonly en: string } & Readonly<Record<string, string>>

/** N13: a change of the company's privacy notice, as people are told of it. Nothing personal stands in it. */
export type Change = {
  /** The company's own name of the version, e.g. 2027-03. */
  readonly version: string
  /** The day from which it holds. */
  readonly from: Day
  /** What changes, in plain words. */
  readonly summary: Words
  /** Where the whole text stands. */
  readonly url: Words
  /** Whether everybody who has an account gets a mail; else the note alone tells. */
  readonly mail: boolean
}

/** What became of telling one person: a letter was sent, the note has to do, or SES took no letter for the address. */
export type Settled = 'sent' | 'withheld' | 'refused'

/** A change that is announced, and how far that is. */
export type Announcement = Change & {
  readonly announcedAt: Instant
  /** All are told. */
  readonly doneAt?: Instant
  readonly told: Readonly<Record<Settled, number>>
}

export const announced = (change: Change, now: Instant): Announcement => ({
  ...change,
  announcedAt: now,
  told: { sent: 0, withheld: 0, refused: 0 },
  ...(change.mail ? {} : { doneAt: now }),
})

/** Whether somebody asks for the same once more: then nothing new begins. */
export const isSame = (one: Change, other: Change): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other))

const plain = ({ version, from, summary, url, mail }: Change) => [version, from, inOrder(summary), inOrder(url), mail]
const inOrder = (words: Words) => Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * Whether an address gets the letter. That one wants no news is no reason against it: what the company has to tell about the
 * use of data (GDPR Art. 12(1), 13(3)) is no advertising. Who called our mail spam is told by the note alone.
 */
export const getsLetter = (marks: Marks): boolean => {
  const mark = marks[everyList]
  return !(mark?.suppressed && mark.by === 'complaint')
}

/** What the company's site shows on a day: the version that holds, and those that will, the next one first. */
export function noticeOn(all: readonly Announcement[], today: Day) {
  const shown = (one: Announcement) => ({
    ...{ version: one.version, from: one.from, announcedAt: one.announcedAt },
    ...{ summary: one.summary, url: one.url },
  })
  const ordered = all.toSorted((a, b) => order(a.from, b.from) || order(a.announcedAt, b.announcedAt))
  const current = ordered.findLast(({ from }) => from <= today)
  return {
    current: current ? shown(current) : null,
    coming: ordered.filter(({ from }) => from > today).map(shown),
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The language in which somebody is written to: theirs, where the company speaks it. */
export const languageFor = (said: string | undefined, languages: readonly Language[]): Language =>
  languages.find((one) => one === said) ?? languages[0] ?? 'en'
