import type { Feature } from './features.ts'
import { type Kind, kinds, type Model } from './model.ts'

export type Example = { readonly features: ReadonlyMap<Feature, number>; readonly kind: Kind; readonly weight: number }

/** Passes over all examples, size of a step, and how strongly weights are held to zero. */
const [passes, step, decay] = [600, 0.6, 0.0015]

/**
 * Fits a multinomial logistic regression by gradient descent over all examples with momentum. Deterministic: the same
 * examples in the same order give the same weights. Features of fewer than `rare` examples are left out.
 */
export function fitted(examples: readonly Example[], rare = 2): Model {
  const counts = new Map<Feature, number>()
  for (const { features } of examples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts]
    .filter(([, count]) => count >= rare)
    .map(([name]) => name)
    .sort()
  const column = new Map(names.map((name, n) => [name, n]))
  const rows = examples.map(({ features }) =>
    [...features].flatMap(([name, value]): Array<[number, number]> => {
      const at = column.get(name)
      return at === undefined ? [] : [[at, value]]
    }),
  )
  const size = names.length * kinds.length
  const [weights, speed, slope] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const scores = new Float64Array(kinds.length)
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < size; i++) slope[i] = decay * (weights[i] ?? 0)
    for (const [n, row] of rows.entries()) {
      scores.fill(0)
      for (const [at, value] of row)
        for (let k = 0; k < kinds.length; k++)
          scores[k] = (scores[k] ?? 0) + value * (weights[at * kinds.length + k] ?? 0)
      const top = Math.max(...scores)
      let sum = 0
      for (let k = 0; k < kinds.length; k++) sum += Math.exp((scores[k] ?? 0) - top)
      const { kind, weight } = examples[n] as Example
      for (let k = 0; k < kinds.length; k++) {
        const error = (weight / total) * (Math.exp((scores[k] ?? 0) - top) / sum - (kinds[k] === kind ? 1 : 0))
        for (const [at, value] of row)
          slope[at * kinds.length + k] = (slope[at * kinds.length + k] ?? 0) + error * value
      }
    }
    for (let i = 0; i < size; i++) {
      speed[i] = 0.9 * (speed[i] ?? 0) - step * (slope[i] ?? 0)
      weights[i] = (weights[i] ?? 0) + (speed[i] ?? 0)
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000
  return {
    v: 1,
    weights: Object.fromEntries(
      names.map((name, n) => [name, kinds.map((_, k) => round(weights[n * kinds.length + k] ?? 0))]),
    ),
  }
}
