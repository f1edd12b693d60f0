import { type Features, mostFeatures, nameOf } from './features.ts'

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

/** Weights of a multinomial logistic regression: a row for each feature by its name, a number for each kind in `kinds`' order. */
export type Model = { readonly v: 1; readonly weights: Readonly<Record<string, readonly number[]>> }
/**
 * The same, as it is looked up: all rows in one piece, in thousandths, the first of them of zeros, and by feature where its
 * own begins.
 */
export type Weights = { readonly rows: Int16Array; readonly begins: Uint32Array }
const thousand = 1000

export function weightsOf({ weights }: Model): Weights {
  const rows = kinds.map(() => 0)
  const begins = new Uint32Array(mostFeatures)
  for (let feature = 0; feature < mostFeatures; feature++) {
    const row = weights[nameOf(feature)]
    if (row) begins[feature] = rows.push(...row) - row.length
  }
  const thousandths = Int16Array.from(rows, (weight) => Math.round(weight * thousand))
  const odd = rows.find((weight, n) => (thousandths[n] as number) / thousand !== weight)
  if (odd !== undefined) throw new Error(`A weight of no whole thousandths, or of more than 32: ${odd}`)
  return { rows: thousandths, begins }
}

/** How likely each kind is, in `kinds`' order, adding up to 1. Features that the model never saw count for nothing. */
export function likelihoods({ numbers, amounts }: Features, { rows, begins }: Weights): readonly number[] {
  const scores = kinds.map(() => 0)
  for (let n = 0; n < numbers.length; n++) {
    const begin = begins[numbers[n] as number] as number
    if (begin === 0) continue
    const amount = amounts[n] as number
    for (let kind = 0; kind < scores.length; kind++)
      scores[kind] = (scores[kind] as number) + amount * ((rows[begin + kind] as number) / thousand)
  }
  const top = Math.max(...scores)
  const likely = scores.map((score) => Math.exp(score - top))
  const sum = likely.reduce((all, one) => all + one, 0)
  return likely.map((one) => one / sum)
}
