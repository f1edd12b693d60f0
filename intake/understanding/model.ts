import type { Feature } from './features.ts'

/** What a mail can be, before it is decided what to do with it. */
export const kinds = [
  'access',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'withdraw-consent',
  'other-privacy',
  'not-request',
] as const
export type Kind = (typeof kinds)[number]

/** Weights of a multinomial logistic regression: one row for each feature, one number for each kind, in `kinds`' order. */
export type Model = { readonly v: 1; readonly weights: Readonly<Record<Feature, readonly number[]>> }
/** The same, as it is looked up: all rows in one piece, and where the row of each feature begins. */
export type Weights = { readonly rows: Float64Array; readonly begins: ReadonlyMap<Feature, number> }

export function weightsOf({ weights }: Model): Weights {
  const names = Object.keys(weights)
  return {
    rows: Float64Array.from(Object.values(weights).flat()),
    begins: new Map(names.map((name, n) => [name, n * kinds.length])),
  }
}

/** How likely each kind is, adding up to 1. Features that the model never saw count for nothing. */
export function likelihoods(
  features: ReadonlyMap<Feature, number>,
  { rows, begins }: Weights,
): Readonly<Record<Kind, number>> {
  const scores = kinds.map(() => 0)
  for (const [feature, value] of features) {
    const begin = begins.get(feature)
    if (begin === undefined) continue
    for (let kind = 0; kind < kinds.length; kind++)
      scores[kind] = (scores[kind] as number) + value * (rows[begin + kind] as number)
  }
  const top = Math.max(...scores)
  const likely: Partial<Record<Kind, number>> = {}
  let sum = 0
  for (const [n, kind] of kinds.entries()) sum += likely[kind] = Math.exp((scores[n] ?? 0) - top)
  for (const kind of kinds) likely[kind] = (likely[kind] ?? 0) / sum
  return likely as Record<Kind, number>
}
