import { type Policy, statement } from '../policy/schema.ts'
import { tablesIn } from '../policy/systems.ts'
import type { Correction, Receipt } from '../systems/contract.ts'
import type { Answer } from './receipts.ts'
import type { In, Request } from './request.ts'
import { statementAbout } from './statement.ts'
import { type Instant, shifted } from './time.ts'

/** A file that the person gave: nothing of it but how many bytes, and the end of its name (`pdf`, or empty). */
export type Evidence = { readonly id: string; readonly bytes: number; readonly extension: string }
/** One thing that a person says is wrong, and what has become of it; never the value itself. */
export type Item = {
  /** A field of the policy, or `statement`: what the person says in words. */
  readonly field: string
  readonly category: string
  /** noting: declined, and what the person said is being put with the records; noted: it lies there. */
  readonly state:
    | 'proving'
    | 'unproven'
    | 'deciding'
    | 'correcting'
    | 'corrected'
    | 'not-held'
    | 'noting'
    | 'noted'
    | 'declined'
    | 'withdrawn'
  /** Id of the policy's reason, of what was declined. */
  readonly reason?: string
}

type Where = { readonly category: string; readonly field: string }

/** Whether a table keeps what a person says about a category with the records themselves. */
export const keepsStatement = (category: string, policy: Policy): boolean =>
  Object.keys(policy.systems).some((system) => placesIn(system, { category, field: statement }, policy).length > 0)

/** Whether a field is the address by which the directory knows people. */
export const isSignIn = (field: string, { directory, systems }: Policy): boolean =>
  Object.values(systems).some(
    (system) =>
      system.kind === 'dynamodb' &&
      system.tables.some(({ table, fields }) => table === directory.table && fields?.[field] === directory.attribute),
  )

/** Whether a new address was proven, whatever has become of it since. */
export const isAddressProven = (request: Request, { correctable }: Policy): boolean =>
  'items' in request &&
  request.items.some(
    ({ field, state }) =>
      correctable[field]?.kind === 'email' && (state === 'correcting' || state === 'corrected' || state === 'not-held'),
  )

/** Where a system keeps a field, whatever the category; or where it keeps statements about this one. */
function placesIn(system: string, { category, field }: Where, policy: Policy): readonly Where[] {
  const found = policy.systems[system]
  if (!found) return []
  if (found.kind === 'manual') {
    const about = field === statement ? category : policy.correctable[field]?.category
    return about !== undefined && found.categories.includes(about) ? [{ category: about, field }] : []
  }
  const categories = tablesIn(found)
    .filter((table) =>
      field === statement
        ? table.category === category && table.statement !== undefined
        : table.fields?.[field] !== undefined,
    )
    .map((table) => table.category)
  return [...new Set(categories)].map((one) => ({ category: one, field }))
}

/** What a system has, had or will have to do with an item: nothing while nobody has decided, and once it was declined for good. */
export function workOn(item: Item, system: string, policy: Policy): readonly Where[] {
  switch (item.state) {
    case 'correcting':
    case 'corrected':
    case 'not-held':
      return item.field === statement ? [] : placesIn(system, item, policy)
    case 'noting':
    case 'noted':
      return placesIn(system, { category: item.category, field: statement }, policy)
    default:
      return []
  }
}

/** What a system has to do in this round. */
export function correctionsFor(request: In<'correcting'>, system: string, policy: Policy): readonly Correction[] {
  const { items, person, language } = request
  const correcting = items.filter(({ state }) => state === 'correcting')
  const noting = items.filter(({ state }) => state === 'noting')
  const value = ({ field }: Where) => {
    const value = person.stated?.reveal()[field]
    // Whatever a system holds is better than nothing in its place.
    if (value === undefined) throw new Error(`nothing was stated about ${field}`)
    return value
  }
  const about = ({ category }: Where) =>
    statementAbout(
      noting.filter((item) => item.category === category),
      person.stated,
      language,
      policy,
    )
  const places = (some: readonly Item[]) =>
    new Map(some.flatMap((item) => workOn(item, system, policy)).map((one) => [`${one.category} ${one.field}`, one]))
  return [
    ...[...places(correcting).values()].map((one) => ({ ...one, value: value(one) })),
    ...[...places(noting).values()].map((one) => ({ ...one, value: about(one) })),
  ]
}

/** Systems that have not carried this round out completely. */
export const notYetCorrected = (
  request: In<'correcting'>,
  answers: readonly Answer[],
  policy: Policy,
): readonly string[] =>
  Object.keys(policy.systems).filter((system) => {
    if (correctionsFor(request, system, policy).length === 0) return false
    const answer = answers.find((one) => one.system === system && one.verb === 'rectify')
    return (
      !answer?.done || answer.round !== request.round || answer.receipts.some(({ outcome }) => outcome === 'failed')
    )
  })

/** In ms: a system that is down is asked for hours before its machine asks how the round went. */
const aMoment = 5 * 60_000

/** Whether a round has only begun and systems are still to answer: who asks how it went is the machine of the round before. */
export const hasOnlyBegun = (
  request: In<'correcting'>,
  answers: readonly Answer[],
  policy: Policy,
  now: Instant,
): boolean =>
  now < shifted(request.startedAt, aMoment) &&
  notYetCorrected(request, answers, policy).some(
    (system) => !answers.some((one) => one.system === system && one.verb === 'rectify' && one.round === request.round),
  )

/** Where records were found to correct. */
export const heldIn = (answers: readonly Answer[]): readonly Where[] =>
  answers
    .filter(({ verb }) => verb === 'rectify')
    .flatMap(({ receipts }) => receipts.filter(({ outcome }) => outcome === 'done'))
    .flatMap(({ category, field }: Receipt) => (field === undefined ? [] : [{ category, field }]))
