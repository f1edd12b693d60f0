import type { Act } from '../policy/recipients.ts'
import type { Policy } from '../policy/schema.ts'
import type { Effect } from './effect.ts'
import type { Personal } from './personal.ts'
import type { Request, Status } from './request.ts'
import { earlier, type Instant, instant, moved } from './time.ts'

/** Who it is about, and what is right now: in words of the policy, `Field: value`. */
export type About = {
  /** Absent where a controller asked: the person may have accounts that it does not speak of. */
  readonly address?: string
  readonly keys: Readonly<Record<string, readonly string[]>>
  readonly corrections: readonly string[]
}

/** What one recipient is to be told of one act, and how far that has come (GDPR Art. 19). */
export type Notice = {
  /** What it is called at the recipient: a v4 UUID. */
  readonly id: string
  /** Its place among the notices of its request: the effect that asked for it. */
  readonly cause: string
  readonly recipient: string
  readonly act: Act
  readonly since: Instant
  /**
   * waiting: not told yet; told: it knows, and has not confirmed; accepted: it took it on, and never says more than that;
   * overtaken: it is no longer true; given-up: the officer was told instead.
   */
  readonly state: 'waiting' | 'told' | 'accepted' | 'confirmed' | 'overtaken' | 'given-up'
  readonly version: number
  readonly toldAt?: Instant
  readonly confirmedAt?: Instant
  /** The last time that it was tried, asked or reminded. */
  readonly triedAt?: Instant
  /** Of a release: the id of the restriction that it takes back. */
  readonly takesBack?: string
  /** Gone as soon as the recipient knows, or the officer instead. */
  readonly about?: Personal<About>
}

/** What there is to do about a notice. */
export type Duty = 'tell' | 'ask' | 'remind' | 'give-up' | 'drop'

/** In which statuses of its request an act is still so. */
const trueIn: Record<Act, readonly Status[]> = {
  restrict: ['restricting', 'grace', 'holding', 'held'],
  release: ['restored', 'lifted'],
  rectify: ['corrected', 'declined'],
  erase: ['erased', 'erasing-again'],
}

export const isTrue = (act: Act, { status }: Request): boolean => trueIn[act].includes(status)

/** Recipients that hold any of the categories and are told of the act. */
export const toldOf = (
  act: Act,
  { categories, recipients }: Policy,
  among: readonly string[] = Object.keys(categories),
): readonly string[] =>
  [...new Set(among.flatMap((category) => categories[category]?.recipients ?? []))].filter((one) =>
    actsOf(one, recipients).includes(act),
  )

function actsOf(recipient: string, recipients: Policy['recipients']): readonly Act[] {
  const told = recipients[recipient]?.told
  switch (told?.kind) {
    case 'mail':
      return told.acts ?? ['restrict', 'release', 'rectify', 'erase']
    case 'opendsr':
      return told.acts ?? ['erase']
    case 'google-analytics':
      return ['erase']
    case undefined:
      return []
  }
}

/** What has to happen so that every recipient which holds any of the categories hears of it. */
export function passedOn(act: Act, policy: Policy, among?: readonly string[]): readonly Effect[] {
  const told = toldOf(act, policy, among)
  if (told.length === 0) return []
  return [
    ...told.map((recipient): Effect => ({ kind: 'notice', recipient, act })),
    { kind: 'start', machine: 'recipients' },
  ]
}

/** The restriction that a recipient heard of, if it did: what it never heard of need not be taken back. */
export const heardOf = (notices: readonly Notice[], recipient: string): Notice | undefined =>
  notices.findLast((one) => one.recipient === recipient && one.act === 'restrict' && one.toldAt !== undefined)

/** Whether anything is still to come of it. */
const isOpen = ({ state }: Notice): boolean => state === 'waiting' || state === 'told'

/** What is to be done about a notice now, or when to look again; nothing: it is settled. */
export function dutyOf(
  notice: Notice,
  request: Request,
  policy: Policy,
  now: Instant,
): { readonly duty: Duty } | { readonly at: Instant } | undefined {
  if (!isOpen(notice)) return undefined
  const told = policy.recipients[notice.recipient]?.told
  if (!told || !isTrue(notice.act, request)) return { duty: 'drop' }
  const zone = policy.company.timeZone
  const giveUpAt = moved(notice.since, told.giveUp, zone)
  if (now >= giveUpAt) return givenUp(notice, giveUpAt, now)
  const last = notice.triedAt ?? notice.toldAt
  if (notice.state === 'waiting') {
    const at = last === undefined ? notice.since : again(notice.since, last, pauses.waiting)
    return now >= at ? { duty: 'tell' } : { at: earlier(at, giveUpAt) }
  }
  const at =
    told.kind === 'mail'
      ? moved(last ?? notice.since, told.reminder, zone)
      : again(notice.toldAt ?? notice.since, last ?? notice.since, pauses.told)
  return now >= at ? { duty: told.kind === 'mail' ? 'remind' : 'ask' } : { at: earlier(at, giveUpAt) }
}

/** When something is next to be done about a notice; nothing: it is settled. */
export function nextMomentOf(notice: Notice, request: Request, policy: Policy, now: Instant): Instant | undefined {
  const due = dutyOf(notice, request, policy, now)
  return due && ('at' in due ? due.at : now)
}

/** The officer is written to; where that letter does not go out, it is tried again as everything else is, and not at once. */
function givenUp(
  { since, triedAt }: Notice,
  due: Instant,
  now: Instant,
): { readonly duty: Duty } | { readonly at: Instant } {
  const at = triedAt !== undefined && triedAt >= due ? again(since, triedAt, pauses.waiting) : due
  return now >= at ? { duty: 'give-up' } : { at }
}

/** Between two tries, in ms. */
export type Pauses = { readonly shortest: number; readonly longest: number }

/** Between two tries to tell, or two questions how far it is. */
export const pauses = {
  waiting: { shortest: 15 * 60_000, longest: 12 * 3_600_000 },
  // It says by itself when it is done: asking is for what it said in vain.
  told: { shortest: 6 * 3_600_000, longest: 48 * 3_600_000 },
}

/** After a quarter of the time since the beginning: soon while it may be a hiccup, rarely when it has lasted. */
export const again = (since: Instant, last: Instant, { shortest, longest }: Pauses): Instant =>
  instant(Date.parse(last) + Math.min(Math.max((Date.parse(last) - Date.parse(since)) / 4, shortest), longest))
