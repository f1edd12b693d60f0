import type { Language, Policy } from '../../policy/schema.ts'
import { day } from '../../policy/wording/wording.ts'

/** Bytes as people read them, in thousands. */
export function size(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const [unit, value] = [units[step] ?? 'byte', bytes / 1000 ** step]
  const digits = { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', ...digits }).format(value)
}

/** An instant's day; what is beyond any calendar stays as it is. */
export function dayOf(at: string, language: Language, policy: Policy): string {
  return /^\d{4}-/.test(at) ? day(at, language, policy) : at
}

/** A month, `2026-03`, as people read it. */
export const monthOf = (month: string, language: Language): string =>
  /^\d{4}-\d\d$/.test(month)
    ? new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month}-15`),
      )
    : month

export const countryOf = (code: string, language: Language): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code
