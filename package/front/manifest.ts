import { createHash } from 'node:crypto'
import { categoriesIn } from '../content.ts'
import type { PackageFacts } from '../facts.ts'
import type { File, Series } from './front.ts'

export type Line = {
  readonly system: string
  readonly category: string
  readonly outcome: 'given' | 'none' | 'missing'
  /** Records that the system said to have, and those that are in the package. */
  readonly found: number
  readonly included: number
  readonly files: number
  readonly redacted: number
  readonly reason?: string
  /** Given by somebody of the company by hand: their role and number. */
  readonly statedBy?: string
}

/** What is in a package, and what is not: the part of manifest.json that is signed. docs/package.md lists its fields. */
export type Manifest = {
  readonly v: 1
  readonly reference: string
  readonly right: PackageFacts['right']
  readonly company: string
  readonly round: number
  readonly receivedAt: string
  readonly at: string
  readonly coverage: readonly Line[]
  /** Categories that a portable copy is not about (GDPR Art. 20(1)). */
  readonly notPartOf: readonly string[]
  /** Files of the package itself. */
  readonly files: ReadonlyArray<{ readonly path: string; readonly bytes: number; readonly sha256: string }>
  /** Lists of the checksums of all other files, each in a file of the package. */
  readonly lists: ReadonlyArray<{
    readonly path: string
    readonly bytes: number
    readonly sha256: string
    readonly files: number
  }>
}

/** @throws when a system is said to have given something, and nothing of it is there */
export function manifestOf(facts: PackageFacts, round: number, series: Series, files: readonly File[]): Manifest {
  const { reference, right, receivedAt, at, policy } = facts
  return {
    v: 1,
    reference,
    right,
    company: policy.company.name,
    round,
    receivedAt,
    at,
    coverage: linesOf(facts, series),
    notPartOf: Object.entries(policy.categories).flatMap(([category, { provided }]) =>
      right === 'portability' && !provided ? [category] : [],
    ),
    files: files.map(({ path, content }) => {
      return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    }),
    lists: [...series.values()].flatMap(({ index }) => index.parts.map(({ list }) => list)),
  }
}

/** One line for every system and category that the copy is about, never fewer: what was not told is missing. */
export function linesOf(facts: PackageFacts, series: Series): readonly Line[] {
  return Object.keys(facts.policy.systems).flatMap((system) =>
    categoriesIn(system, facts).map((category): Line => {
      const told = facts.coverage.find((one) => one.system === system && one.category === category)
      const sources = series.get(system)?.index.sources.filter((one) => one.category === category) ?? []
      const sum = (of: 'records' | 'files' | 'redacted') => sources.reduce((all, one) => all + one[of], 0)
      const { found = 0, outcome = 'missing', reason, statedBy } = told ?? {}
      if (outcome === 'given' && !series.has(system))
        throw new Error(`${system} is said to have given ${category}, but nothing of it was gathered`)
      return {
        system,
        category,
        outcome,
        found,
        included: sum('records'),
        files: sum('files'),
        redacted: sum('redacted'),
        ...(reason === undefined ? {} : { reason }),
        ...(statedBy === undefined ? {} : { statedBy }),
      }
    }),
  )
}
