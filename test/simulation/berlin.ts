/**
 * Days in the company's time zone, reckoned here a second time, by Intl and not by what the product reckons with: the model
 * has to be somebody else's.
 */
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  hourCycle: 'h23',
} as const)

/** How far Berlin is ahead of UTC at an instant, in ms. */
function aheadMs(at: number): number {
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = of
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/**
 * The same time of day in Berlin, days later (or earlier), in ms. An hour that comes twice is the first one; in one that the
 * clocks leave out it is as much later as they jump.
 */
export function daysLater(at: number, days: number): number {
  const there = at + aheadMs(at) + days * 86_400_000
  const before = there - aheadMs(there - 86_400_000)
  const after = there - aheadMs(there + 86_400_000)
  return there - aheadMs(before) === before || there - aheadMs(after) !== after ? before : after
}
