import { type Feature, type Features, nameOf } from './features.ts'
import { type Kind, kinds, type Model } from './model.ts'

export type Example = { readonly features: Features; readonly kind: Kind; readonly weight: number }

/** Passes over all examples, size of a step, and how strongly weights are held to zero. */
const [passes, step, decay] = [1000, 0.6, 0.0004]

/**
 * Fits a multinomial logistic regression by gradient descent over all examples with momentum. Deterministic: the same
 * examples in the same order give the same weights. Features of fewer than `rare` examples are left out.
 */
export function fitted(examples: readonly Example[], rare = 4): Model {
  const counts = new Map<Feature, number>()
  for (const { features } of examples)
    for (const feature of features.numbers) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const names = [...counts]
    .filter(([, count]) => count >= rare)
    .map(([feature]) => [nameOf(feature), feature] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const column = new Map(names.map(([, feature], n) => [feature, n]))
  // All examples in one piece: where each begins, and its columns and values.
  const all = examples.map(({ features: { numbers, amounts } }) =>
    numbers.flatMap((feature, n): Array<[number, number]> => {
      const at = column.get(feature)
      return at === undefined ? [] : [[at * kinds.length, amounts[n] as number]]
    }),
  )
  const begins = Int32Array.from([0, ...all.map(({ length }) => length)])
  for (let n = 1; n < begins.length; n++) begins[n] = (begins[n] as number) + (begins[n - 1] as number)
  const [columns, values] = [
    Int32Array.from(all.flat(), ([at]) => at),
    Float64Array.from(all.flat(), ([, value]) => value),
  ]
  const right = Int32Array.from(examples, ({ kind }) => kinds.indexOf(kind))
  const size = names.length * kinds.length
  const [weights, speed, slope] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const shares = Float64Array.from(examples, ({ weight }) => weight / total)
  const scores = new Float64Array(kinds.length)
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < size; i++) slope[i] = decay * (weights[i] as number)
    for (let n = 0; n < examples.length; n++) {
      const [from, to] = [begins[n] as number, begins[n + 1] as number]
      scores.fill(0)
      for (let i = from; i < to; i++) {
        const [at, value] = [columns[i] as number, values[i] as number]
        for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) + value * (weights[at + k] as number)
      }
      let top = Number.NEGATIVE_INFINITY
      for (let k = 0; k < scores.length; k++) top = Math.max(top, scores[k] as number)
      let sum = 0
      for (let k = 0; k < scores.length; k++) {
        scores[k] = Math.exp((scores[k] as number) - top)
        sum += scores[k] as number
      }
      for (let k = 0; k < scores.length; k++)
        scores[k] = (shares[n] as number) * ((scores[k] as number) / sum - (right[n] === k ? 1 : 0))
      for (let i = from; i < to; i++) {
        const [at, value] = [columns[i] as number, values[i] as number]
        for (let k = 0; k < scores.length; k++)
          slope[at + k] = (slope[at + k] as number) + (scores[k] as number) * value
      }
    }
    for (let i = 0; i < size; i++) {
      speed[i] = 0.9 * (speed[i] as number) - step * (slope[i] as number)
      weights[i] = (weights[i] as number) + (speed[i] as number)
    }
  }
  const round = (value: number) => Math.round(value * 1000) / 1000
  return {
    v: 1,
    weights: Object.fromEntries(
      names.map(([name], n) => [name, kinds.map((_, k) => round(weights[n * kinds.length + k] ?? 0))]),
    ),
  }
}
