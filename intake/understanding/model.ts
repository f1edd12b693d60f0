import { type Features, mostFeatures, nameOf } from './features.ts'

/** What can be asked for by mail. */
export const rights = [
  'access',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'withdraw-consent',
] as const
export type Right = (typeof rights)[number]

/** What a mail can be, before it is decided what to do with it. */
export const kinds = [...rights, 'other-privacy', 'not-request'] as const
export type Kind = (typeof kinds)[number]

/** Who writes for somebody else: for another adult, or for a child or ward. */
export const representatives = ['agent', 'guardian'] as const
export type Representative = (typeof representatives)[number]

/** What may hold of a mail whatever else does: that it asks for a right, that it is written for somebody else. */
export const aspects = [...rights, ...representatives] as const
export type Aspect = (typeof aspects)[number]

/**
 * A row for each feature by its name: a number for each of `kinds`, of a multinomial logistic regression that says what the mail
 * is, and one for each of `aspects`, of a binary one that says whether that holds.
 */
export type Model = { readonly v: 2; readonly weights: Readonly<Record<string, readonly number[]>> }
/** The same, as it is looked up: all rows in one piece, in thousandths, the first of them of zeros, and by feature which is its own. */
export type Weights = { readonly rows: Int16Array; readonly rowOf: Uint16Array }
const thousand = 1000
const width = kinds.length + aspects.length

export function weightsOf({ weights }: Model): Weights {
  const rows: number[] = Array(width).fill(0)
  const rowOf = new Uint16Array(mostFeatures)
  for (let feature = 0; feature < mostFeatures; feature++) {
    const row = weights[nameOf(feature)]
    if (row) rowOf[feature] = rows.push(...row) / width - 1
  }
  const thousandths = Int16Array.from(rows, (weight) => Math.round(weight * thousand))
  const odd = rows.find((weight, n) => (thousandths[n] as number) / thousand !== weight)
  if (odd !== undefined) throw new Error(`A weight of no whole thousandths, or of more than 32: ${odd}`)
  return { rows: thousandths, rowOf }
}

/** How likely each of `kinds` is, adding up to 1, and each of `aspects`, from 0 to 1: in their orders. */
export type Likely = { readonly kinds: readonly number[]; readonly aspects: readonly number[] }

/** What a mail scores for each number of a row, in thousandths. One mail is weighed after the other. */
const scores = new Float64Array(width)

/** Features that the model never saw count for nothing. */
export function likelihoods({ numbers, amounts }: Features, { rows, rowOf }: Weights): Likely {
  scores.fill(0)
  for (let n = 0; n < numbers.length; n++) {
    const begin = (rowOf[numbers[n] as number] as number) * width
    if (begin === 0) continue
    const amount = amounts[n] as number
    for (let k = 0; k < width; k++) scores[k] = (scores[k] as number) + amount * (rows[begin + k] as number)
  }
  // Plain loops and arrays: making typed arrays of a few numbers takes longer than weighing the mail.
  let [top, sum] = [Number.NEGATIVE_INFINITY, 0]
  for (let k = 0; k < kinds.length; k++) top = Math.max(top, scores[k] as number)
  const [shares, hold]: [number[], number[]] = [[], []]
  for (let k = 0; k < kinds.length; k++) {
    const share = Math.exp(((scores[k] as number) - top) / thousand)
    shares.push(share)
    sum += share
  }
  for (let k = kinds.length; k < width; k++) hold.push(1 / (1 + Math.exp(-(scores[k] as number) / thousand)))
  return { kinds: shares.map((share) => share / sum), aspects: hold }
}
