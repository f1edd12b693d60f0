import type { Right } from '../policy/rights.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { letter } from './outcome.ts'
import type { Person } from './person.ts'
import type { Personal } from './personal.ts'
import type { Reference } from './reference.ts'
import type { In } from './request.ts'
import { blank, type Step, step } from './step.ts'
import { type Day, daysAfter, erasureMoments, type Instant } from './time.ts'

/** A policy that asks for it. */
export type Inactivity = NonNullable<Policy['inactivity']>

/** What is known of the use of one account. */
export type Activity = {
  /** The account, as the company's software names it. */
  readonly key: Personal<string>
  /** The last day on which it was used. */
  readonly day: Day
  /** When it is looked at next; absent while it is being removed. */
  readonly idleOn?: Day
  /** The request that removes it, and the last day of use that it was scheduled for. */
  readonly removal?: { readonly reference: Reference; readonly day: Day }
}

/**
 * When an account last used on a day is looked at: a whole `after` has passed since the end of that day, so a use late in
 * the evening counts as much as one in the morning. Never today or before, so that what a round has done stays done.
 */
export function idleOn(day: Day, { after }: Inactivity, today: Day): Day {
  const [due, tomorrow] = [daysAfter(daysAfter(day, after), 'P1D'), daysAfter(today, 'P1D')]
  return due > tomorrow ? due : tomorrow
}

/** Whether a report says something new; what is older than what is known changes nothing. */
export const isNews = (known: Pick<Activity, 'day'> | undefined, day: Day): boolean => !known || known.day < day

/** Whether the account was used although it is being removed for not being used. */
export const isUsedAgain = ({ removal, day }: Activity): boolean => removal !== undefined && removal.day < day

/** What becomes of an account that is due. */
export type Fate =
  | { readonly do: 'remove'; readonly lastUsed: Day }
  | { readonly do: 'look-again'; readonly on: Day; readonly because: 'used' | 'request-open' | 'nobody-to-tell' }
  | { readonly do: 'forget' }

/** Until an account that cannot be removed now is looked at again. */
const lookAgain = 'P30D'
/** How long after it was due an account is looked for that the directory does not know. */
const missed = 'P1Y'

/**
 * What becomes of an account that is due. A person is a person: whoever uses one of their accounts keeps all of them,
 * because the address, the request and its letters are one. Who has an open request is in touch with the company; what is
 * restricted was to be kept. Whom no letter reaches is not removed unheard: a person of the company has to look. An account
 * that the directory does not know may be restricted, and counts anew when it is back; after a year it is gone.
 *
 * @param all the person's accounts, the due one among them @param open their open requests
 */
export function fateOf(
  all: readonly Pick<Activity, 'day'>[],
  open: Readonly<Partial<Record<Right, unknown>>>,
  directory: 'address' | 'no-address' | 'no-account',
  inactivity: Inactivity,
  today: Day,
): Fate {
  const later = daysAfter(today, lookAgain)
  const lastUsed = all.map(({ day }) => day).reduce((a, b) => (a < b ? b : a))
  if (directory === 'no-account' && daysAfter(daysAfter(lastUsed, inactivity.after), missed) < today)
    return { do: 'forget' }
  if (directory !== 'address') return { do: 'look-again', on: later, because: 'nobody-to-tell' }
  if (daysAfter(daysAfter(lastUsed, inactivity.after), 'P1D') > today)
    return { do: 'look-again', on: idleOn(lastUsed, inactivity, today), because: 'used' }
  if (Object.keys(open).length > 0) return { do: 'look-again', on: later, because: 'request-open' }
  return { do: 'remove', lastUsed }
}

/**
 * N6: the removal of a person's accounts as a request that nobody made: the same grace period, reminders, restore and
 * erasure as any other. There is no link to confirm: the directory says whose address it is.
 */
export function foundInactive(
  found: { reference: Reference; language: Language; person: Person; lastUsed: Day },
  policy: Policy,
  inactivity: Inactivity,
  now: Instant,
): Step {
  const { lastUsed, ...ask } = found
  const { grace, unavailable } = inactivity
  const { status: _, ...begun } = blank({ ...ask, right: 'erasure' }, policy, now)
  const before: In<'unverified'> = { ...begun, status: 'unverified', linkUntil: now }
  const scheduled = {
    ...begun,
    right: 'erasure' as const,
    ...erasureMoments(now, policy, grace),
    confirmedAt: now,
    inactive: { lastUsed, ...(unavailable ? {} : { available: true as const }) },
  }
  return step(
    before,
    {
      request: unavailable
        ? { ...scheduled, status: 'restricting' }
        : { ...scheduled, status: 'grace', outstanding: [], remindedAt: now },
      effects: [{ kind: 'start', machine: 'erasure' }, ...(unavailable ? [] : [letter('inactive')])],
    },
    'found-inactive',
    policy,
    now,
  )
}

/** How many ms a slice of so many letters is worth, so that they keep the pace of the policy. */
export const paceOf = (letters: number, { limits }: Inactivity): number => Math.ceil(letters / limits.aSecond) * 1000
