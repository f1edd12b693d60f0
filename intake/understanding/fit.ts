import { type Feature, type Features, nameOf } from './features.ts'
import { type Aspect, aspects, type Kind, kinds, type Model, type Representative, type Right } from './model.ts'

/** A mail as it was labelled. */
export type Example = {
  readonly features: Features
  /** What it is: one kind, or a right for each that it asks for. */
  readonly asks: readonly Kind[]
  /** Rights of which nobody says whether it asks for them. */
  readonly open: readonly Right[]
  /** Who writes, where it names anybody else and that is known. */
  readonly writer?: 'self' | Representative | undefined
  readonly weight: number
}

/** Passes over all examples, size of a step, and how strongly weights are held to zero. */
const [passes, step, decay] = [300, 2, 0.0004]

/**
 * Fits regressions to the same examples: a multinomial one says what a mail is, and binary ones of each right whether it
 * asks for it, whatever else it asks for, and whether it is written for somebody else. Deterministic: the same examples in
 * the same order give the same weights. Features of fewer than `rare` examples are left out.
 */
export function fitted(examples: readonly Example[], rare = 4): Model {
  const counts = new Map<Feature, number>()
  for (const { features } of examples)
    for (const feature of features.numbers) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const names = [...counts]
    .filter(([, count]) => count >= rare)
    .map(([feature]) => [nameOf(feature), feature] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const seen = seenIn(
    examples,
    names.map(([, feature]) => feature),
  )
  const whichKind = descended(seen, kinds.length, alternatives, (n, kind) => {
    const { asks } = examples[n] as Example
    return asks.includes(kinds[kind] as Kind) ? 1 / asks.length : 0
  })
  const holds = descended(seen, aspects.length, eachAlone, (n, what) =>
    holdsOf(examples[n] as Example, aspects[what] as Aspect),
  )
  const row = (all: Float64Array, n: number, width: number) =>
    [...all.subarray(n * width, (n + 1) * width)].map((weight) => Math.round(weight * 1000) / 1000)
  return {
    v: 2,
    weights: Object.fromEntries(
      names.map(([name], n) => [name, [...row(whichKind, n, kinds.length), ...row(holds, n, aspects.length)]]),
    ),
  }
}

/** Whether something holds of an example, as 1 or 0, or undefined where nobody knows. */
function holdsOf({ asks, open, writer }: Example, one: Aspect): number | undefined {
  if (one === 'agent' || one === 'guardian') return writer && Number(writer === one)
  if (asks.includes(one)) return 1
  return open.includes(one) ? undefined : 0
}

/** All examples in one piece: where each begins, its columns and how much it has of each, and its share of all. */
type Seen = {
  readonly columns: number
  readonly begins: Int32Array
  readonly column: Int32Array
  readonly amount: Float64Array
  readonly shares: Float64Array
}

function seenIn(examples: readonly Example[], features: readonly Feature[]): Seen {
  const columns = new Map(features.map((feature, n) => [feature, n]))
  const all = examples.map(({ features: { numbers, amounts } }) =>
    numbers.flatMap((feature, n): Array<[number, number]> => {
      const column = columns.get(feature)
      return column === undefined ? [] : [[column, amounts[n] as number]]
    }),
  )
  const begins = Int32Array.from([0, ...all.map(({ length }) => length)])
  for (let n = 1; n < begins.length; n++) begins[n] = (begins[n] as number) + (begins[n - 1] as number)
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  return {
    columns: features.length,
    begins,
    column: Int32Array.from(all.flat(), ([column]) => column),
    amount: Float64Array.from(all.flat(), ([, amount]) => amount),
    shares: Float64Array.from(examples, ({ weight }) => weight / total),
  }
}

/** Makes likelihoods of scores, in place. */
type Likely = (scores: Float64Array) => void

/** One of them holds. */
const alternatives: Likely = (scores) => {
  const top = Math.max(...scores)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k] as number) - top)
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum
}

/** Each may hold, whatever the others do. */
const eachAlone: Likely = (scores) => {
  for (let k = 0; k < scores.length; k++) scores[k] = 1 / (1 + Math.exp(-(scores[k] as number)))
}

/**
 * Weights by gradient descent over all examples with momentum, a row of `width` for each column.
 *
 * @param truth how likely something is of an example, or undefined where that is not known
 */
function descended(
  { columns, begins, column, amount, shares }: Seen,
  width: number,
  likely: Likely,
  truth: (example: number, what: number) => number | undefined,
): Float64Array {
  const size = columns * width
  const [weights, speed, slope] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  const truths = Float64Array.from({ length: shares.length * width }, (_, n) => {
    return truth(Math.floor(n / width), n % width) ?? Number.NaN
  })
  const scores = new Float64Array(width)
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < size; i++) slope[i] = decay * (weights[i] as number)
    for (let n = 0; n < shares.length; n++) {
      const [from, to] = [begins[n] as number, begins[n + 1] as number]
      scores.fill(0)
      for (let i = from; i < to; i++) {
        const [at, value] = [(column[i] as number) * width, amount[i] as number]
        for (let k = 0; k < width; k++) scores[k] = (scores[k] as number) + value * (weights[at + k] as number)
      }
      likely(scores)
      for (let k = 0; k < width; k++) {
        const wrong = (scores[k] as number) - (truths[n * width + k] as number)
        scores[k] = Number.isNaN(wrong) ? 0 : (shares[n] as number) * wrong
      }
      for (let i = from; i < to; i++) {
        const [at, value] = [(column[i] as number) * width, amount[i] as number]
        for (let k = 0; k < width; k++) slope[at + k] = (slope[at + k] as number) + (scores[k] as number) * value
      }
    }
    for (let i = 0; i < size; i++) {
      speed[i] = 0.9 * (speed[i] as number) - step * (slope[i] as number)
      weights[i] = (weights[i] as number) + (speed[i] as number)
    }
  }
  return weights
}
