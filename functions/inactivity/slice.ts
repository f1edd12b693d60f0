import { type Activity, type Inactivity, paceOf } from '../../domain/inactivity.ts'
import { dayOf, daysAfter, type Instant, shifted, type WholeSecond, wholeSecond } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { logError } from '../entry/log.ts'
import { type Ends, type Outcome, Removals } from './removals.ts'

/**
 * Accounts of one slice. Each takes a tenth of a second (the directory, a call of KMS, a transaction), so a slice is done in
 * 10 seconds of the function's 5 minutes; its letters are a pause of 8 seconds at SES's first quota of 14 a second. At 8 events
 * of the 25,000 in an execution's history a slice, one day has room for 300,000 accounts.
 */
const slice = 100
/** The shortest pause, in ms: by then the index has heard of the slice before. */
const shortest = 2000

/** What a slice came to: each due account's outcome, whether there may be more today, and when the next slice may begin. */
export type Slice = {
  readonly outcomes: ReadonlyArray<Outcome | 'failed'>
  /** The day's limit was reached before it began. */
  readonly enough: boolean
  readonly more: boolean
  readonly at: WholeSecond
}

/** One slice of the accounts that are due, the longest unused first, within what the day still allows. */
export async function sliceOf(ends: Ends, inactivity: Inactivity, now: Instant): Promise<Slice> {
  const { activities } = ends
  const removals = new Removals(ends, inactivity)
  const left = inactivity.limits.aDay - (await activities.scheduledOn(now.slice(0, 10)))
  const due = left > 0 ? await activities.due(dayOf(now, policy.company.timeZone), Math.min(slice, left)) : []
  const outcomes: Array<Outcome | 'failed'> = []
  for (const one of due) outcomes.push(await outcomeOf(one, removals, activities, now))
  const letters = outcomes.filter((outcome) => outcome === 'remove').length
  return {
    ...{ outcomes, enough: left <= 0, more: due.length > 0 },
    at: wholeSecond(shifted(now, Math.max(shortest, paceOf(letters, inactivity)))),
  }
}

/** An account that cannot be looked at now is looked at tomorrow: it holds up no other, and is not lost. */
async function outcomeOf(
  due: Activity,
  removals: Removals,
  activities: Ends['activities'],
  now: Instant,
): Promise<Outcome | 'failed'> {
  try {
    return await removals.of(due, now)
  } catch (error) {
    logError(error, { what: 'inactivity', outcome: 'look again tomorrow' })
    await activities.lookAgain(due, daysAfter(dayOf(now, policy.company.timeZone), 'P1D'))
    return 'failed'
  }
}
