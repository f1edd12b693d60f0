import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy/schema.ts'
import { by, type Figures, type Kind, nothing, type Sum, total, within } from './figures.ts'
import { type Day, daysAfter } from './time.ts'

/** Months that are looked at, the running one included. */
const shown = 12
export type Days = ReadonlyArray<{ readonly day: Day; readonly figures: Figures }>

/** The first day of the twelve months that end with a day. */
export const yearBegins = (today: Day): Day => daysAfter(`${today.slice(0, 7)}-01` as Day, `-P${shown - 1}M`)

/**
 * What came and what was settled in each of the twelve months, the latest last, and how much was open at its end.
 * @param days all that were ever added up: what is open now came at any time before
 */
export function monthsOf(days: Days, today: Day) {
  const first = yearBegins(today)
  const sumOf = (those: Days): Sum => total(those.map(({ figures }) => figures))
  const before = sumOf(days.filter(({ day }) => day < first))
  let open = before.received - before.settled
  return Array.from({ length: shown }, (_, n) => daysAfter(first, `P${n}M`).slice(0, 7)).map((month) => {
    const { received, settled, late } = sumOf(days.filter(({ day }) => day.startsWith(month)))
    open += received - settled
    return { month, received, settled, late, open: Math.max(0, open) }
  })
}

/** Kinds in the order in which people read of them. */
const kinds: readonly Kind[] = [
  ...(['access', 'portability', 'rectification', 'restriction', 'objection', 'erasure'] as const),
  ...(['unused-account', 'child-account'] as const),
]

/** How long it took to answer what was asked in those days, by kind, against the period that was promised for it. */
export function neededOf(days: Days, policy: Policy) {
  const sums = new Map(
    by(
      'kind',
      days.map(({ figures }) => figures),
    ),
  )
  return kinds.flatMap((kind) => {
    const sum = sums.get(kind) ?? nothing
    const finished = sum.settled - sum['taken-back'] - sum.nobody
    if (finished === 0) return []
    const [median, most, promised] = [within(0.5, sum), within(0.95, sum), periodOf(kind, policy)]
    return [
      {
        ...{ kind, finished },
        ...(median === undefined ? {} : { median }),
        ...(most === undefined ? {} : { most }),
        ...(promised ? { promised, promisedDays: daysOf(promised) } : {}),
      },
    ]
  })
}

/** Nothing: it depends on who answers, and when. */
function periodOf(kind: Kind, { periods, inactivity }: Policy): string | undefined {
  if (kind === 'erasure') return periods.erasure
  if (kind === 'unused-account') return inactivity?.grace
  return kind === 'child-account' ? undefined : periods.answer
}

/** As many days as a period has at the least: a month is as long as a February. */
const daysOf = (period: string): number =>
  Temporal.Duration.from(period).total({ unit: 'days', relativeTo: Temporal.PlainDate.from('2026-02-01') })
