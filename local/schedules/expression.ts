import { Temporal } from 'temporal-polyfill'

/** The next instant (ms since the epoch) after one, or undefined when there is none. */
export type Next = (after: number) => number | undefined

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }
/** A cron expression that names no day within this many days has none. */
const searchedDays = 5 * 366

/**
 * Reads `rate(1 hour)` or `cron(0 6 * * ? *)` as EventBridge writes them, in a time zone. A rate counts from the start
 * of 1970, so that it stays the same over restarts. @throws naming an expression that the local cloud does not know
 */
export function nextOf(expression: string, timeZone = 'UTC'): Next {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const every = Number(count) * (unitMs[unit] ?? 0)
  if (every > 0) return (after) => (Math.floor(after / every) + 1) * every
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/)
  if (fields?.length !== 6) throw new Error(`the local cloud does not know the schedule ${expression}`)
  const [minutes, hours, days, months, weekdays, years] = fields.map((field, at) =>
    field === '*' || field === '?' ? undefined : numbersIn(field, ranges[at] ?? minuteRange, expression),
  )
  const fits = (date: Temporal.PlainDate) =>
    (months?.has(date.month) ?? true) &&
    (years?.has(date.year) ?? true) &&
    (days?.has(date.day) ?? true) &&
    // 1 is Sunday.
    (weekdays?.has((date.dayOfWeek % 7) + 1) ?? true)
  const times = [...(hours ?? whole(0, 23))].flatMap((hour) =>
    [...(minutes ?? whole(0, 59))].map((minute) => new Temporal.PlainTime(hour, minute)),
  )
  times.sort(Temporal.PlainTime.compare)
  return (after) => {
    const from = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(timeZone).toPlainDate()
    for (let ahead = 0; ahead < searchedDays; ahead++) {
      const date = from.add({ days: ahead })
      if (!fits(date)) continue
      for (const plainTime of times) {
        const at = date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
        if (at > after) return at
      }
    }
    return undefined
  }
}

type Range = { readonly from: number; readonly to: number; readonly names?: readonly string[] }
const minuteRange: Range = { from: 0, to: 59 }
const ranges: readonly Range[] = [
  minuteRange,
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  { from: 1, to: 7, names: 'SUN MON TUE WED THU FRI SAT'.split(' ') },
  { from: 1970, to: 2199 },
]

const whole = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Lists, ranges, steps and names; `L`, `W` and `#` are not done. */
function numbersIn(field: string, { from, to, names = [] }: Range, expression: string): ReadonlySet<number> {
  const refuse = (): never => {
    throw new Error(`the local cloud does not know '${field}' in the schedule ${expression}`)
  }
  const number = (text: string) => {
    const named = names.indexOf(text.toUpperCase())
    const value = named >= 0 ? named + from : Number(text)
    return text !== '' && Number.isInteger(value) && value >= from && value <= to ? value : refuse()
  }
  return new Set(
    field.split(',').flatMap((piece) => {
      const [span = '', step] = piece.split('/')
      const [first = '', last] = span.split('-')
      const begin = first === '*' ? from : number(first)
      const end = last === undefined ? (first === '*' || step !== undefined ? to : begin) : number(last)
      const every = step === undefined ? 1 : Number(step)
      if (!Number.isInteger(every) || every < 1) refuse()
      return whole(begin, end).filter((value) => (value - begin) % every === 0)
    }),
  )
}
