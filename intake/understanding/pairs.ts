import { type Concept, concepts } from './lexicon/concepts.ts'
import type { Found, Said } from './matcher.ts'

/** Concepts that are acts: what a request wants done. */
export const acts = [
  'erase',
  'copy',
  'port',
  'rectify',
  'restrict',
  'object',
  'withdraw-consent',
  'unsubscribe',
  'do-not-sell',
] as const satisfies readonly Concept[]
export type Act = (typeof acts)[number]
/** What is done with something: of one clause and the next only these make pairs. */
const deeds: readonly Concept[] = [
  ...acts,
  ...([
    'removing',
    'correcting',
    'stopping',
    'keeping',
    'freezing',
    'giving',
    'knowing',
    'moving',
    'taking-back',
  ] as const),
]

/** Of what a pair consists: each concept, and each denied. */
const sides = concepts.length * 2
/** By side, from 1; 0: of no deed. */
const deedOf = Uint8Array.from({ length: sides }, (_, side) => {
  const n = deeds.indexOf(concepts[side >> 1] as Concept)
  return n < 0 ? 0 : n * 2 + (side % 2) + 1
})
const deedSides = deeds.length * 2 + 1
/** Pairs of one clause come first. */
const acrossClauses = sides * sides
/** How many pairs there can be. */
export const mostPairs = acrossClauses + deedSides * deedSides
const pairOf = (a: number, b: number, of: number): number => (a < b ? a * of + b : b * of + a)

/** A pair's name: `a&b` in one clause, `a|b` in one and the next; `not:a` where it is denied. */
export function pairNamed(pair: number): string {
  const named = (side: number) => `${side % 2 === 1 ? 'not:' : ''}${concepts[side >> 1]}`
  if (pair < acrossClauses) return `${named(Math.floor(pair / sides))}&${named(pair % sides)}`
  const across = pair - acrossClauses
  return [Math.floor(across / deedSides), across % deedSides].map((deed) => named(deedOf.indexOf(deed))).join('|')
}

/**
 * What a clause names, two and two, with whether a "not" stands before them: "get rid of" and "your files" say more beside each
 * other than either does alone. And what is done in one clause and in the next: who writes "send me a copy and delete the rest"
 * wants two things, who writes "delete all copies" wants one.
 *
 * @param first the number of the first pair among all features
 */
export function setPairs({ found, begins }: Said, first: number, features: { set(feature: number): void }): void {
  if (found.length < 2) return
  let [here, before] = clauses
  let [from, count, countBefore] = [0, 0, 0]
  for (let clause = 0; clause <= begins.length; clause++) {
    const to = begins[clause] ?? found.length
    for (let n = from; n < to; n++) {
      const { place, negated } = found[n] as Found
      const side = place * 2 + Number(negated)
      let m = 0
      while (m < count && here[m] !== side) m++
      if (m < count) continue
      const deed = deedOf[side] as number
      for (m = 0; m < count; m++) features.set(first + pairOf(here[m] as number, side, sides))
      for (m = deed === 0 ? countBefore : 0; m < countBefore; m++) {
        const deedBefore = deedOf[before[m] as number] as number
        if (deedBefore !== 0) features.set(first + acrossClauses + pairOf(deedBefore, deed, deedSides))
      }
      here[count++] = side
    }
    from = to
    // What joins nothing to nothing divides nothing.
    if (count === 0) continue
    ;[here, before, countBefore, count] = [before, here, count, 0]
  }
}

/** The sides that a clause has, each once, and those of the one before: made once, as one sentence is looked at after the other. */
const clauses: readonly [Uint8Array, Uint8Array] = [new Uint8Array(sides), new Uint8Array(sides)]
