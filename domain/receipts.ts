import type { Right } from '../policy/rights.ts'
import type { Policy } from '../policy/schema.ts'
import { partsOf } from '../policy/systems.ts'
import type { Receipt } from '../systems/contract.ts'
import { everyList } from './mailing.ts'
import type { Instant } from './time.ts'

export type Verb = 'restrict' | 'release' | 'erase' | 'check' | 'erase-again' | 'export' | 'unsubscribe' | 'rectify'

/** What one system answered to one verb so far: receipts summed over its slices. */
export type Answer = {
  readonly system: string
  readonly verb: Verb
  readonly done: boolean
  readonly at: Instant
  readonly receipts: readonly Receipt[]
  /** Of a correction, or of what is erased again: what it answered to. */
  readonly round?: number
  /** Stated by somebody of the company who did it by hand, as `staffOf` names them; absent: the system answered itself. */
  readonly by?: string
}

const worst = ['failed', 'kept', 'done', 'not-found'] as const

/** Two slices of one answer as one: counts add up, and the weightier outcome of a category, or of a field of it, stands. */
export function summed(before: readonly Receipt[], slice: readonly Receipt[]): readonly Receipt[] {
  const sum = new Map<string, Receipt>()
  for (const receipt of [...before, ...slice]) {
    const about = `${receipt.category} ${receipt.field ?? ''}`
    const known = sum.get(about)
    if (!known) sum.set(about, receipt)
    else {
      const heavier = worst.indexOf(receipt.outcome) < worst.indexOf(known.outcome) ? receipt : known
      // What is kept is counted as a whole each time: counting it again does not double it.
      const again = receipt.outcome === 'kept' && known.outcome === 'kept'
      sum.set(about, { ...heavier, count: again ? receipt.count : known.count + receipt.count })
    }
  }
  return [...sum.values()]
}

/** Systems that have not carried the verb out completely. */
export function outstanding(verb: Verb, answers: readonly Answer[], policy: Policy): readonly string[] {
  const complete = (system: string, wanted: Verb) =>
    answers.some(
      (a) => a.system === system && a.verb === wanted && a.done && !a.receipts.some((r) => r.outcome === 'failed'),
    )
  const wanted: readonly Verb[] = verb === 'erase' ? ['erase', 'check'] : [verb]
  return Object.keys(policy.systems).filter((system) => !wanted.every((v) => complete(system, v)))
}

/** The categories that a system of the policy holds, in the policy's order. */
export function categoriesOf(system: string, policy: Policy): readonly string[] {
  const found = policy.systems[system]
  if (!found) return []
  return [...new Set(partsOf(found).map((part) => part.category))]
}

/** Those of them that a right is about: data portability only concerns what the person provided (GDPR Art. 20(1)). */
export const categoriesFor = (right: Right, system: string, policy: Policy): readonly string[] =>
  right === 'objection'
    ? [...new Set(subscriptionsIn(system, policy).map(({ category }) => category))]
    : categoriesOf(system, policy).filter(
        (category) => right !== 'portability' || policy.categories[category]?.provided === true,
      )

/** Where a system says whether a person wants the mails of a list, or of any. */
export function subscriptionsIn(
  system: string,
  policy: Policy,
  lists = everyList,
): ReadonlyArray<{ readonly category: string; readonly list: string }> {
  const found = policy.systems[system]
  return found?.kind !== 'postgresql'
    ? []
    : found.tables.flatMap(({ category, subscribed }) =>
        subscribed && (lists === everyList || lists === subscribed.list) ? [{ category, list: subscribed.list }] : [],
      )
}
