import { Temporal } from 'temporal-polyfill'
import type { Policy } from './schema.ts'

/** Half a year in hours: clocks that agree now and then agree all year. */
const halfAYear = { hours: 4380 }
const known = new Map<string, string | undefined>()

/**
 * The policy as somebody in a country reads it: dates and times in their time zone, and written as there. A country with
 * several zones has the one that the policy says (`timeZones`); else, or where the country is not known, it is the company's
 * zone. Only what is shown changes: what is promised is reckoned in the company's zone.
 * @param country ISO 3166-1, two letters @param at an instant of the year in question
 */
export function readIn(country: string | undefined, at: string, policy: Policy): Policy {
  if (country === undefined || country === policy.company.country) return policy
  const timeZone = policy.timeZones?.[country] ?? onlyZoneOf(country, at)
  const read = { ...policy, company: { ...policy.company, ...(timeZone ? { timeZone } : {}), country } }
  elsewhere.add(read)
  return read
}

const elsewhere = new WeakSet<Policy>()
/** Whether somebody reads it who is not in the company's country: then the name of a time zone has to be said in words. */
export const isElsewhere = (policy: Policy): boolean => elsewhere.has(policy)

/** The zone of a country all of whose clocks agree (CLDR knows which zones it has); undefined where they do not. */
function onlyZoneOf(country: string, at: string): string | undefined {
  const key = `${country} ${at.slice(0, 4)}`
  if (!known.has(key)) known.set(key, found(country, at))
  return known.get(key)
}

function found(country: string, at: string): string | undefined {
  // TypeScript does not know it yet (ECMA-402, "Intl Locale Info").
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): readonly string[] }
  const zones = locale.getTimeZones?.() ?? []
  const now = Temporal.Instant.from(at)
  const clocks = (zone: string) =>
    [now, now.add(halfAYear)].map((instant) => instant.toZonedDateTimeISO(zone).offset).join()
  const [first, ...others] = zones
  return first && others.every((zone) => clocks(zone) === clocks(first)) ? first : undefined
}
