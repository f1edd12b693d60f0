import type { Dice } from './dice.ts'

/** What goes wrong, as probabilities of one call of a client, or as counts of a run. */
export type Weather = {
  /** The environment dies before the call is done, or when it is done and nobody heard. */
  readonly dies: number
  /** The service says that it is too much, or fails, or does it and the answer is lost; the SDK tries again. */
  readonly fails: number
  /** Of a task, a record of the stream, a mail's click: it comes once more, beside or after the first. */
  readonly twice: number
  /** A delivery comes minutes or hours late. */
  readonly late: number
  /** How far the clock of a machine can be off, in ms, either way; now and then it jumps, also in the middle of a call. */
  readonly skewMs: number
  /** How often a system, SES or KMS is away for hours or days. */
  readonly outages: number
  readonly redeploys: number
  /** SES stores a mail, and what it tells of it is lost. */
  readonly untold: number
}

export const kinds = ['dies', 'fails', 'twice', 'late', 'skewMs', 'outages', 'redeploys', 'untold'] as const
export type Kind = (typeof kinds)[number]

/** How many of the places between two calls of a function are sore, for a run. */
const soreness = 0.06

/** The places at which functions die more often, by the function and its how manyeth call it is, the same for all of a run. */
export function soresOf(dice: Dice): (name: string, nth: number) => boolean {
  const known = new Map<string, boolean>()
  return (name, nth) => {
    const place = `${name} ${nth}`
    const isSore = known.get(place) ?? dice.named(place).chance(soreness)
    known.set(place, isSore)
    return isSore
  }
}

/** How far one clock is off, of those that are off by so much at most. */
export const skewOf = (dice: Dice, mostMs: number): number => Math.round((2 * dice.next() - 1) * mostMs)

export const calm: Weather = {
  ...{ dies: 0, fails: 0, twice: 0, late: 0 },
  ...{ skewMs: 0, outages: 0, redeploys: 0, untold: 0 },
}

/** Every run has its own: some calm, some where nothing works for long. */
export function weatherOf(dice: Dice): Weather {
  const often = (least: number, most: number) => (dice.chance(0.25) ? 0 : least * (most / least) ** dice.next())
  return {
    dies: often(0.0005, 0.02),
    fails: often(0.0005, 0.03),
    twice: often(0.005, 0.2),
    late: often(0.002, 0.05),
    skewMs: dice.chance(0.5) ? 0 : dice.below(2_000),
    outages: dice.chance(0.3) ? 0 : 1 + dice.below(5),
    redeploys: dice.below(4),
    untold: often(0.02, 0.3),
  }
}

/** What becomes of one call of a client. */
export type Fate =
  | 'done'
  | 'dies before'
  | 'dies after'
  | 'throttled'
  | 'fails before'
  | 'fails after'
  | 'reset before'
  | 'reset after'

/** @param isSore whether this is one of the places at which functions of this run die much more often than elsewhere */
export function fateOf(dice: Dice, { dies: anywhere, fails }: Weather, isSore: boolean): Fate {
  const drawn = dice.next()
  const dies = isSore && anywhere > 0 ? Math.max(anywhere, 0.2) : anywhere
  if (drawn < dies) return dice.chance(0.5) ? 'dies before' : 'dies after'
  if (drawn < dies + fails)
    return dice.of(['throttled', 'fails before', 'fails after', 'reset before', 'reset after'] as const)
  return 'done'
}
