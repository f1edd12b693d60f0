import { Temporal } from 'temporal-polyfill'
import type { Language, Policy } from '../schema.ts'
import { de } from './de.ts'
import { en, type Wording } from './en.ts'

const wordings: Record<Language, Wording> = { en, de }

export const wordingOf = (language: Language): Wording => wordings[language]

/** An instant as people read it, in the company's time zone and with that zone's name. */
export function moment(at: string, language: Language, policy: Policy): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: policy.company.timeZone,
  }).format(new Date(at))
}

/** The day of an instant in the company's time zone. */
export function day(at: string, language: Language, policy: Policy): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: policy.company.timeZone,
  }).format(new Date(at))
}

/** An ISO 8601 duration in words: P60D is 60 days. */
export function duration(iso: string, language: Language): string {
  const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(iso)
  const parts = Object.entries({
    year: years,
    month: months,
    week: weeks,
    day: days,
    hour: hours,
    minute: minutes,
  }).filter(([, n]) => n > 0)
  return parts
    .map(([unit, n]) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n))
    .join(' ')
}
