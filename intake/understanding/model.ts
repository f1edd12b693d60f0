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

/** How likely each kind is, in `kinds`' order, adding up to 1. Features that the model never saw count for nothing. */
export function likelihoods(features: ReadonlyMap<Feature, number>, { rows, begins }: Weights): readonly number[] {
  const scores = kinds.map(() => 0)
  for (const [feature, value] of features) {
    const begin = begins.get(feature)
    if (begin === undefined) continue
    for (let kind = 0; kind < kinds.length; kind++)
      scores[kind] = (scores[kind] as number) + value * (rows[begin + kind] as number)
  }
  const top = Math.max(...scores)
  const likely = scores.map((score) => Math.exp(score - top))
  const sum = likely.reduce((all, one) => all + one, 0)
  return likely.map((one) => one / sum)
}
