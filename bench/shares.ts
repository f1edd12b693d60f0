import type { Labelled } from '../intake/understanding/labelled.ts'
import type { Understanding } from '../intake/understanding/understand.ts'

export type Read = Pick<Labelled, 'label' | 'language'> & { readonly said: Understanding }

export const rights = [
  ...(['access', 'portability', 'rectification', 'erasure', 'restriction', 'objection', 'withdraw-consent'] as const),
] as readonly string[]
const ordinary = ['not-request', 'auto-reply', 'bounce', 'spam']

/** Shares of 1; of `rightCorrect` more is wanted, of the others less. */
export type Bars = Readonly<Record<'missed' | 'answeredWrongly' | 'toPerson' | 'rightCorrect', number>>
/** Of mails like those it was fitted to, and of letters and languages that it never saw. */
export const bars: Bars = { missed: 0.01, answeredWrongly: 0.01, toPerson: 0.08, rightCorrect: 0.98 }
export const barsUnseen: Bars = { missed: 0.04, answeredWrongly: 0.04, toPerson: 0.11, rightCorrect: 0.95 }

/** What the issue that asked for this counts, as shares of 1. */
export function shares(read: readonly Read[]) {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : rounded(part / whole))
  const requests = read.filter(({ label }) => rights.includes(label))
  const others = read.filter(({ label }) => ordinary.includes(label))
  const sure = requests.filter(({ said }) => said.outcome === 'sure')
  const unsure = read.filter(({ said }) => said.outcome === 'unsure')
  return {
    missed: share(
      requests.filter(({ said }) => said.outcome === 'ordinary' || said.outcome === 'automatic').length,
      requests.length,
    ),
    answeredWrongly: share(others.filter(({ said }) => said.outcome === 'sure').length, others.length),
    toPerson: share(unsure.filter(({ label }) => label !== 'other-privacy').length, read.length),
    toPersonRaw: share(unsure.length, read.length),
    rightCorrect: sure.length === 0 ? 1 : share(sure.filter(isRight).length, sure.length),
    sure: share(sure.length, requests.length),
  }
}

/** Access and portability count as one where a copy is asked for without saying for what. */
const isRight = ({ label, said }: Read): boolean => {
  const copy = ['access', 'portability']
  return said.rights.some((right) => right === label || (copy.includes(right) && copy.includes(label)))
}

/** The bars that are missed, with the figure that misses them. */
export function broken(figures: Readonly<Record<string, number>>, kept: Bars): readonly string[] {
  return Object.entries(kept).flatMap(([name, bar]) => {
    const value = figures[name] ?? 0
    return (name === 'rightCorrect' ? value < bar : value > bar) ? [`${name} ${value}`] : []
  })
}

export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
