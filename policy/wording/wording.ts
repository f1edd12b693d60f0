import { Temporal } from 'temporal-polyfill'
import { isElsewhere } from '../reader.ts'
import { inLanguage, type Language, type Policy } from '../schema.ts'
import { de } from './de.ts'
import { en, type Wording } from './en.ts'

const wordings: Record<Language, Wording> = { en, de }

export const wordingOf = (language: Language): Wording => wordings[language]

/** A language as it is written in the company's country: day before month in Berlin, month before day in Boston. */
const localeOf = (language: Language, policy: Policy): string => `${language}-${policy.company.country}`

const formats = {
  moment: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a format takes about a millisecond: a list of hundreds of dates makes it once. */
const made = new Map<string, Intl.DateTimeFormat>()

/** Whoever reads in another zone than the company's is told in words which it is: three letters mean many things. */
const named = (kind: keyof typeof formats, policy: Policy): Intl.DateTimeFormatOptions =>
  kind === 'moment' && isElsewhere(policy) ? { timeZoneName: 'long' } : {}

/** Where people count to twelve they write 3:30 PM; else 03:30. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat(locale, options)
  return format.resolvedOptions().hour12 ? new Intl.DateTimeFormat(locale, { ...options, hour: 'numeric' }) : format
}

function formatted(at: string, kind: keyof typeof formats, language: Language, policy: Policy): string {
  const [locale, { timeZone }] = [localeOf(language, policy), policy.company]
  const key = `${kind} ${locale} ${timeZone} ${isElsewhere(policy)}`
  const format = made.get(key) ?? formatOf(locale, { ...formats[kind], ...named(kind, policy), timeZone })
  made.set(key, format)
  return format.format(new Date(at))
}

/** An instant as people read it, with the name of the time zone: the company's, or the reader's (policy/reader.ts). */
export const moment = (at: string, language: Language, policy: Policy): string =>
  formatted(at, 'moment', language, policy)

/** The day of an instant in the company's time zone. */
export const day = (at: string, language: Language, policy: Policy): string => formatted(at, 'day', language, policy)

/** A date (ISO 8601) as people read it. */
export const date = (iso: string, language: Language, policy: Policy): string => {
  const noon = Temporal.PlainDate.from(iso).toZonedDateTime({ timeZone: policy.company.timeZone, plainTime: '12:00' })
  return day(noon.toInstant().toString(), language, policy)
}

/**
 * How far an instant is from another: "in 57 days", "3 hours ago". Days as the bar of a timeline counts them, by midnights; less
 * than a day in whole hours or minutes, rounded towards `from`.
 */
export function distance(at: string, from: string, language: Language, policy: Policy): string {
  const zone = policy.company.timeZone
  const zoned = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(zone)
  const { days, hours, minutes } = zoned(from).until(zoned(at), { largestUnit: 'day' })
  const [amount, unit] =
    days !== 0
      ? [daysBetween(from, at, policy), 'day' as const]
      : hours !== 0
        ? [hours, 'hour' as const]
        : [minutes, 'minute' as const]
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(amount, unit)
}

/** How many midnights in the company's time zone lie between two instants. */
export function daysBetween(from: string, to: string, policy: Policy): number {
  const date = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(policy.company.timeZone).toPlainDate()
  return date(from).until(date(to), { largestUnit: 'day' }).days
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

type About = 'erasure' | 'restriction' | 'rectification' | 'objection' | 'processing-objection' | 'copy'

/** Texts that are the same for both kinds of copy stand under `copy`. */
export const aboutOf = (right: 'access' | 'portability' | Exclude<About, 'copy'>): About =>
  right === 'access' || right === 'portability' ? 'copy' : right

/** What was said to be wrong, as people read it: a field of the policy, or words about data of a kind. */
export function nameOf(
  { field, category }: { readonly field: string; readonly category: string },
  language: Language,
  policy: Policy,
): string {
  const label = policy.correctable[field]?.label
  if (label) return inLanguage(label, language)
  const about = policy.categories[category]?.label
  return wordings[language].inWords(about ? inLanguage(about, language) : category)
}

/** The size of a file as people read it: 1.2 MB. @param bytes */
export function size(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const unit = units[power] ?? 'byte'
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(
    bytes / 1000 ** power,
  )
}
