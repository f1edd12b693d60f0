import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import { WrongPolicy } from '../policy/load.ts'
import type { Policy } from '../policy/schema.ts'

/** For how long a deployment knows holidays, in years with its own: no deadline lies further off than two. */
const years = 10

/**
 * The policy with the public holidays of the company's country, where it names none itself. They are looked up here and not
 * by the functions, because the library with its data is thirty times as large as a function.
 * @throws WrongPolicy when there are none to be found, or when those of the policy do not reach beyond next year's end
 */
export function withHolidays(policy: Policy, year: number): Policy {
  const { country, state, holidays } = policy.company
  if (holidays) {
    const wanted = `${year + 1}`
    if (!holidays.some((day) => day.startsWith(wanted)))
      throw new WrongPolicy(`The policy cannot be used. company.holidays: names no day of ${wanted}.`)
    return policy
  }
  const known = new Holidays()
  if (!known.getCountries()?.[country])
    throw new WrongPolicy(
      `The policy cannot be used. company.country: the public holidays of ${country} are not known: name them in company.holidays.`,
    )
  if (state && !known.getStates(country)?.[state])
    throw new WrongPolicy(`The policy cannot be used. company.state: ${country} has no ${state}.`)
  const there = state ? new Holidays(country, state) : new Holidays(country)
  const days = Array.from({ length: years }, (_, n) => there.getHolidays(year + n)).flat()
  const zone = there.getTimezones()[0] ?? policy.company.timeZone
  const off = days.filter(({ type }) => type === 'public').flatMap(({ start, end }) => daysOf(start, end, zone))
  return { ...policy, company: { ...policy.company, holidays: [...new Set(off)].sort() } }
}

/** The days that are a holiday from midnight to midnight: on one that begins at noon people work until then. */
function daysOf(start: Date, end: Date, timeZone: string): string[] {
  const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  const begun = zoned(start)
  let day = begun.equals(begun.startOfDay()) ? begun.toPlainDate() : begun.toPlainDate().add({ days: 1 })
  const days: string[] = []
  for (const last = zoned(end).toPlainDate(); Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 }))
    days.push(day.toString())
  return days
}
