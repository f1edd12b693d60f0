import type { Right } from '../policy/rights.ts'
import { isSettled } from './deadline.ts'
import type { Entered } from './entered.ts'
import type { Happened } from './history.ts'
import type { Person } from './person.ts'
import type { Request } from './request.ts'
import type { Instant } from './time.ts'
import { isTurnedDown } from './turned-down.ts'

/** What was asked for; or what the company began by itself. */
export type Kind = Right | 'unused-account' | 'child-account'
/**
 * How it came: by the form, by mail, by a link in a mail of the company's, from a controller, by the company; entered by it for
 * who asked by phone, letter or chat; or nobody asked.
 */
export type Channel = 'form' | 'mail' | 'link' | 'controller' | 'company' | 'nobody' | Entered
type Result = 'done' | 'refused' | 'taken-back' | 'nobody'

type Every = {
  readonly kind: Kind
  readonly channel: Channel
  /** As the directory says, if it does (ISO 3166-1). */
  readonly country?: string
}
/** What one step of a request adds to the figures: nothing of whom it is about. */
export type Count =
  | (Every & { readonly what: 'received' })
  | (Every & {
      readonly what: 'settled'
      readonly result: Result
      /** Whole days since receipt. */
      readonly days: number
      readonly late?: true
      /** The law's two months more were taken. */
      readonly longer?: true
    })

/**
 * What a step adds: once when the address is proven, or the company begins; once when nothing more is to be done. Asks that
 * nobody proved, and second ones for what is under way, are none.
 */
export function countsOf(before: Request, after: Request, event: Happened, now: Instant): readonly Count[] {
  // The company asks there, and the person decides; nobody is there, and nobody decides.
  if (before.canary || after.canary) return []
  if (before.right === 'disclosure' || after.right === 'disclosure') return []
  const begins = event === 'confirmed' || event === 'reported' || event === 'found-inactive'
  if (after.status === 'duplicate' || (before.status === 'unverified' && !begins)) return []
  const every = about(begins ? after : before, after.right)
  const settles = isSettled(after) && (begins || !isSettled(before))
  return [
    ...(begins ? [{ what: 'received' as const, ...every }] : []),
    ...(settles
      ? [
          {
            what: 'settled' as const,
            ...every,
            result: resultOf(after),
            days: Math.floor((Date.parse(now) - Date.parse(after.receivedAt)) / 86_400_000),
            ...(now > before.promisedBy ? { late: true as const } : {}),
            ...(before.longer ? { longer: true as const } : {}),
          },
        ]
      : []),
  ]
}

function about(request: Request, right: Right): Every {
  const person: Person | undefined = 'person' in request ? request.person : undefined
  return {
    kind: kindOf(request, right),
    channel: channelOf(request),
    ...(person?.country ? { country: person.country } : {}),
  }
}

/** How a request came, as far as it still says: one by mail no longer does when its person is gone from it. */
export function channelOf(request: Request): Channel {
  if (request.right === 'disclosure') return 'company'
  const kind = kindOf(request, request.right)
  if (kind === 'unused-account') return 'nobody'
  if (kind === 'child-account') return 'company'
  if (request.controller) return 'controller'
  if (request.entered) return request.entered
  if ('silent' in request && request.silent) return 'link'
  return 'person' in request && request.person?.mail ? 'mail' : 'form'
}

/** As what a request counts. */
export function kindOf(request: Request, right: Right): Kind {
  if ('inactive' in request && request.inactive !== undefined) return 'unused-account'
  if (request.status === 'consenting' || ('unconsented' in request && request.unconsented === true))
    return 'child-account'
  return right
}

function resultOf(request: Request): Result {
  if (isTurnedDown(request)) return 'refused'
  switch (request.status) {
    case 'refused':
    case 'declined':
    case 'unidentified':
      return 'refused'
    case 'not-found':
      return 'nobody'
    case 'restored':
    case 'lifting':
    case 'lifted':
    case 'withdrawing':
    case 'withdrawn':
    case 'unchanged':
    case 'dropped':
    case 'superseded':
    // Straight from gathering: what was to be copied is being erased.
    case 'discarding':
    case 'consented':
    case 'unfounded':
      return 'taken-back'
    default:
      return 'done'
  }
}

/** How much there was of one kind, by one channel, from one country; figures of days are added up to those of a year. */
export type Sum = {
  readonly received: number
  readonly settled: number
  readonly refused: number
  readonly 'taken-back': number
  readonly nobody: number
  readonly late: number
  readonly longer: number
  /** How many were done or decided after so many whole days. */
  readonly days: Readonly<Record<string, number>>
}
/** By kind, channel and country. */
export type Figures = Readonly<Record<string, Sum>>
export type Facet = 'kind' | 'channel' | 'country'

export const nothing: Sum = {
  received: 0,
  settled: 0,
  refused: 0,
  'taken-back': 0,
  nobody: 0,
  late: 0,
  longer: 0,
  days: {},
}
const facets: readonly Facet[] = ['kind', 'channel', 'country']

/** What one count is by itself. Time is what the company took: who took it back, or has no data, says nothing of that. */
function alone(count: Count): Sum {
  if (count.what === 'received') return { ...nothing, received: 1 }
  const { result, days } = count
  return {
    ...nothing,
    settled: 1,
    ...(result === 'done' ? {} : { [result]: 1 }),
    late: count.late ? 1 : 0,
    longer: count.longer ? 1 : 0,
    days: result === 'done' || result === 'refused' ? { [days]: 1 } : {},
  }
}

/** The same whatever the order. */
export function added(a: Sum, b: Sum): Sum {
  const days: Record<string, number> = { ...a.days }
  for (const [day, n] of Object.entries(b.days)) days[day] = (days[day] ?? 0) + n
  return {
    received: a.received + b.received,
    settled: a.settled + b.settled,
    refused: a.refused + b.refused,
    'taken-back': a['taken-back'] + b['taken-back'],
    nobody: a.nobody + b.nobody,
    late: a.late + b.late,
    longer: a.longer + b.longer,
    days,
  }
}

export function figuresOf(counts: readonly Count[]): Figures {
  const figures: Record<string, Sum> = {}
  for (const count of counts) {
    const key = [count.kind, count.channel, count.country ?? ''].join('|')
    figures[key] = added(figures[key] ?? nothing, alone(count))
  }
  return figures
}

/** All of it, whatever kind it was. */
export const total = (all: readonly Figures[]): Sum => all.flatMap((one) => Object.values(one)).reduce(added, nothing)

/** What there was by one facet, the most first; an empty name: not known. */
export function by(facet: Facet, all: readonly Figures[]): ReadonlyArray<readonly [string, Sum]> {
  const sums = new Map<string, Sum>()
  for (const [key, sum] of all.flatMap((one) => Object.entries(one))) {
    // As figuresOf put it together.
    const name = key.split('|')[facets.indexOf(facet)] as string
    sums.set(name, added(sums.get(name) ?? nothing, sum))
  }
  return [...sums].sort(([a, { received: x }], [b, { received: y }]) => y - x || (a < b ? -1 : 1))
}

/**
 * Within how many whole days a share of them was done: the smallest that holds for so many (nearest rank). Nothing where
 * there are too few to say so without telling of one.
 */
export function within(share: number, { days }: Sum): number | undefined {
  // Keys that are whole numbers come in ascending order (ECMA-262, OrdinaryOwnPropertyKeys).
  const sorted = Object.entries(days).map(([day, n]) => [Number(day), n] as const)
  const all = sorted.reduce((sum, [, n]) => sum + n, 0)
  if (all < fewest) return undefined
  let seen = 0
  for (const [day, n] of sorted) {
    seen += n
    if (seen >= share * all) return day
  }
  return undefined
}

/** Fewer are not told apart: a group of four people is a hint at each of them. */
const fewest = 5

/** Countries from which only few came are told together, without a name of their own. */
export function withoutFew(named: ReadonlyArray<readonly [string, Sum]>): ReadonlyArray<readonly [string, Sum]> {
  const isFew = ([name, { received, settled }]: readonly [string, Sum]) =>
    name !== '' && Math.max(received, settled) < fewest
  const few = named.filter(isFew).map(([, sum]) => sum)
  const others = named.filter((one) => !isFew(one))
  return few.length === 0 ? others : [...others, ['other', few.reduce(added, nothing)]]
}
