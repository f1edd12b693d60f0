import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { type Activity, fateOf, foundInactive, idleOn, isNews, isUsedAgain } from '../../domain/inactivity.ts'
import type { Person } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { isClosed } from '../../domain/request.ts'
import { type Day, dayOf, type Instant, instant } from '../../domain/time.ts'
import { removing } from '../sample-policy.ts'
import { certified, confirmed, erased, momentReached, released, restricted } from './sample.ts'

/** What somebody does: uses the account (and it is reported some days later), presses the button, or asks for erasure. */
export type Deed = {
  /** Days after the deed before. */
  readonly after: number
  readonly what: 'use' | 'click' | 'ask'
  readonly reportedAfter: number
  /** Delivered twice. */
  readonly twice: boolean
}
/** What became of an account: the days (counted from the first) on which its removal was scheduled, undone or done. */
export type Fate = ReadonlyArray<readonly [day: number, what: 'scheduled' | 'stays' | 'erased']>

export const tenYears = 3653
const { inactivity, company } = removing

/** Days with their two moments: people act at seven in the morning, machines and the round at eight. */
const calendar = Array.from({ length: tenYears + 1 }, (_, n) => {
  const at = (hour: number): Instant => {
    const local = Temporal.PlainDateTime.from('2026-01-01T00:00').add({ days: n, hours: hour })
    return instant(local.toZonedDateTime(company.timeZone).toInstant().toString())
  }
  const morning = at(7)
  return { morning, round: at(8), day: dayOf(morning, company.timeZone) }
})
const at = (n: number) => calendar[n] as (typeof calendar)[number]

/** People who come often, seldom, or not for years; most only use their account. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    after: fc.oneof(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 150, max: 260 }),
      fc.integer({ min: 0, max: 500 }),
    ),
    what: fc.constantFrom<Deed['what']>('use', 'use', 'use', 'use', 'click', 'ask'),
    reportedAfter: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 220 })),
    twice: fc.boolean(),
  }),
  { maxLength: 40, size: 'max' },
)
/** Outages of a few days. */
export const missed = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: tenYears }), days: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 60,
  })
  .map((all) => new Set(all.flatMap(({ from, days }) => Array.from({ length: days }, (_, n) => from + n))))

/** When what somebody did becomes known here, by day. */
function reports(deeds: readonly Deed[]): ReadonlyMap<number, ReadonlyArray<Deed & { readonly on: number }>> {
  const known = new Map<number, Array<Deed & { readonly on: number }>>()
  let on = 0
  for (const deed of deeds) {
    on += deed.after
    const day = deed.what === 'use' ? on + deed.reportedAfter : on
    if (day <= tenYears) known.set(day, [...(known.get(day) ?? []), { ...deed, on }])
  }
  return known
}

/** One account for ten years, decided by the domain as functions and machines ask it. @param missed days without a round */
export function lived(deeds: readonly Deed[], missed: ReadonlySet<number>): Fate {
  return new Life(missed).through(reports(deeds))
}

class Life {
  readonly #missed: ReadonlySet<number>
  readonly #fate: Array<Fate[number]> = []
  readonly #person: Person = { address: new Personal('ada.quill@example.org'), hash: 'hash' }
  #activity: Activity | undefined = this.#known(at(0).day, at(0).day)
  #request: Request | undefined

  constructor(missed: ReadonlySet<number>) {
    this.#missed = missed
  }

  through(known: ReturnType<typeof reports>): Fate {
    for (let n = 0; n <= tenYears && this.#activity; n++) {
      for (const deed of known.get(n) ?? []) for (let time = 0; time < (deed.twice ? 2 : 1); time++) this.#does(deed, n)
      this.#happens(momentReached, at(n).round, n)
      if (this.#activity && !this.#missed.has(n)) this.#round(n)
    }
    return this.#fate
  }

  #known(day: Day, today: Day): Activity {
    return { key: new Personal('a-17'), day, idleOn: idleOn(day, inactivity, today) }
  }

  #does({ what, on }: Deed & { readonly on: number }, n: number): void {
    const { morning, day } = at(n)
    if (what === 'click') this.#happens({ type: 'restore-asked' }, morning, n)
    if (what === 'ask') this.#ask(morning, n)
    if (what !== 'use' || !this.#activity) return
    const { day: used } = at(on)
    const { removal } = this.#activity
    if (isNews(this.#activity, used)) this.#activity = { ...this.#known(used, day), ...(removal ? { removal } : {}) }
    if (isUsedAgain(this.#activity)) this.#happens({ type: 'active-again' }, morning, n)
  }

  #ask(now: Instant, n: number): void {
    if (this.#request && !isClosed(this.#request)) {
      this.#happens({ type: 'asked-for' }, now, n)
      return
    }
    const ask = {
      reference: reference(new Uint8Array(5)),
      right: 'erasure',
      language: 'en',
      person: this.#person,
    } as const
    this.#request = received(ask, removing, now).request
    for (const event of [{ ...confirmed, firstReceivedAt: now } as Event, restricted]) this.#happens(event, now, n)
  }

  #round(n: number): void {
    const { day, round } = at(n)
    const activity = this.#activity
    if (!activity?.idleOn || activity.idleOn > day) return
    const open = this.#request && !isClosed(this.#request) ? { erasure: 'open' } : {}
    const fate = fateOf([activity], open, 'address', inactivity, day)
    if (fate.do === 'look-again') this.#activity = { ...activity, idleOn: fate.on }
    if (fate.do !== 'remove') return
    const found = {
      reference: reference(new Uint8Array(5)),
      language: 'en' as const,
      person: this.#person,
      lastUsed: fate.lastUsed,
    }
    this.#request = foundInactive(found, removing, inactivity, round).request
    const { idleOn: _, ...rest } = activity
    this.#activity = { ...rest, removal: { reference: found.reference, day: activity.day } }
    this.#fate.push([n, 'scheduled'])
    this.#happens(restricted, round, n)
  }

  /** An event, and at once what machines and the outbox do because of it. */
  #happens(event: Event, now: Instant, n: number): void {
    const decision = this.#request && decide(this.#request, event, removing, now)
    if (!decision || decision.kind === 'refused') return
    const { request, effects, before } = decision
    this.#request = request
    for (const effect of effects) {
      if (effect.kind !== 'activity' || !this.#activity) continue
      if (effect.as === 'gone') this.#activity = undefined
      else this.#activity = this.#known(at(n).day, at(n).day)
    }
    if (request.status === 'erased' && before.status !== 'erased') this.#fate.push([n, 'erased'])
    if (request.status === 'restored' && before.status !== 'restored') this.#fate.push([n, 'stays'])
    if (request.status === 'restoring') this.#happens(released, now, n)
    if (request.status === 'erasing') this.#happens('erasedAt' in request ? certified : erased, now, n)
  }
}

/** The same in the words of the notice, and nothing of the domain: days as numbers, every account looked at every day. */
export function promised(deeds: readonly Deed[], missed: ReadonlySet<number>): Fate {
  const [after, grace, lead] = [180, 60, 2]
  const fate: Array<Fate[number]> = []
  let lastUsed = 0
  let newest = 0
  let erasure: { readonly on: number; byWish: boolean; readonly hour: 7 | 8 } | undefined
  const known = reports(deeds)
  for (let n = 0; n <= tenYears; n++) {
    for (const { what, on } of known.get(n) ?? []) {
      const canBeUndone = erasure && (erasure.hour === 7 ? n < erasure.on : n <= erasure.on)
      const isNew = what === 'use' && on > lastUsed
      if (isNew) [lastUsed, newest] = [on, n]
      if (what === 'ask' && erasure) erasure.byWish = true
      if (what === 'ask' && !erasure) erasure = { on: n + grace - lead, byWish: true, hour: 7 }
      if (!canBeUndone || !erasure || !(what === 'click' || (isNew && !erasure.byWish))) continue
      fate.push([n, 'stays'])
      erasure = undefined
      lastUsed = n
    }
    if (erasure && n >= erasure.on) return [...fate, [n, 'erased']]
    // What was reported today is looked at tomorrow.
    if (erasure || missed.has(n) || n - lastUsed <= after || newest === n) continue
    fate.push([n, 'scheduled'])
    erasure = { on: n + grace - lead, byWish: false, hour: 8 }
  }
  return fate
}
