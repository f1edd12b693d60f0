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

/** How likely each kind is, adding up to 1. Features that the model never saw count for nothing. */
export function likelihoods(features: ReadonlyMap<Feature, number>, model: Model): Readonly<Record<Kind, number>> {
  const scores = kinds.map(() => 0)
  for (const [feature, value] of features) {
    const row = model.weights[feature]
    if (row)
      for (let kind = 0; kind < kinds.length; kind++) scores[kind] = (scores[kind] ?? 0) + value * (row[kind] ?? 0)
  }
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const sum = powers.reduce((all, one) => all + one, 0)
  return Object.fromEntries(kinds.map((kind, n) => [kind, (powers[n] ?? 0) / sum])) as Record<Kind, number>
}
