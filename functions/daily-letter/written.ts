import type { Replaced } from '../../domain/anchor.ts'
import { by, type Figures, total, withoutFew } from '../../domain/figures.ts'
import { type Day, daysAfter } from '../../domain/time.ts'
import type { Daily, PressingRequest } from '../../letters/daily.ts'
import type { Policy } from '../../policy/schema.ts'

/** Days that are drawn. */
const drawn = 7
/** From so long before the last known holiday on the officer hears of it: a deadline lies three months off at most. */
const holidaysEnd = 'P180D'

type Facts = {
  readonly today: Day
  readonly pressing: readonly PressingRequest[]
  readonly more: number
  readonly mails?: NonNullable<Daily['mails']>
  readonly replaced: readonly Replaced[]
  /** The last 30 days, as far as they were added up. */
  readonly month: ReadonlyArray<{ readonly day: Day; readonly figures: Figures }>
  readonly policy: Policy
}

/** The officer's letter of a day, from what is known of it. */
export function written({ today, pressing, more, mails, replaced, month, policy }: Facts): Daily {
  const all = month.map(({ figures }) => figures)
  const lastHoliday = [...(policy.company.holidays ?? [])].sort().at(-1)
  const countries = by('country', all)
  return {
    kind: 'daily',
    day: today,
    pressing,
    more,
    ...(mails ? { mails } : {}),
    replaced,
    days: Array.from({ length: drawn }, (_, n) => daysAfter(today, `-P${drawn - n}D`)).map((day) => {
      const { received, settled } = total(month.filter((one) => one.day === day).map(({ figures }) => figures))
      return { day, received, settled }
    }),
    sum: total(all),
    kinds: by('kind', all),
    channels: by('channel', all),
    // One line that says that nothing is known says nothing.
    countries: countries.every(([name]) => name === '') ? [] : withoutFew(countries),
    ...(lastHoliday !== undefined && lastHoliday <= daysAfter(today, holidaysEnd)
      ? { holidaysUntil: lastHoliday }
      : {}),
  }
}
