import type { Kind } from '../../../domain/figures.ts'
import type { PromiseId } from '../../../policy/promises.ts'

/** JSON of `GET /desk/promises`: of nobody in particular. */
export type PromisesView = {
  readonly at: string
  /** The first day that is looked at, and the last that was added up; absent: none was yet (dates in the company's time zone). */
  readonly since: string
  readonly until?: string
  /** As many overdue and risky requests as are counted at the most. */
  readonly mostCounted: number
  readonly promises: ReadonlyArray<{
    readonly id: PromiseId
    /** Where the law asks for it; absent: the company promised it of its own accord. */
    readonly article?: string
    readonly keeping: 'kept' | 'at-risk' | 'broken' | 'open' | 'uncounted' | 'not-made'
    readonly counts?: {
      readonly received: number
      readonly finished: number
      readonly late: number
      readonly overdue: number
      readonly atRisk: number
      /** Whole days. */
      readonly median?: number
      readonly most?: number
    }
    /** The tests of this version that prove it, by their sentences. */
    readonly tests: ReadonlyArray<{ readonly sentence: string; readonly file: string }>
  }>
  /** Of what the law sets a time for, and no promise speaks: objections to be weighed, and mails that wait for a decision. */
  readonly besides: ReadonlyArray<{
    readonly what: 'processing-objection' | 'mails'
    readonly overdue: number
    readonly atRisk: number
  }>
}

/** JSON of `GET /desk/figures`: what the charts are drawn from, of nobody in particular. */
export type FiguresView = Pick<PromisesView, 'at' | 'since' | 'until' | 'mostCounted' | 'besides'> & {
  readonly months: ReadonlyArray<{
    /** As 2026-03. */
    readonly month: string
    readonly received: number
    readonly settled: number
    readonly late: number
    /** At its end, or as far as days were added up. */
    readonly open: number
  }>
  /** How long answers took; what nobody was answered is not among it. */
  readonly needed: ReadonlyArray<{
    readonly kind: Kind
    readonly finished: number
    /** Whole days; absent: too few to say. */
    readonly median?: number
    readonly most?: number
    /** ISO 8601 period, and its days at the least; absent: it depends on who answers. */
    readonly promised?: string
    readonly promisedDays?: number
  }>
  /** Of the promises that figures tell of. */
  readonly promises: ReadonlyArray<{
    readonly id: PromiseId
    readonly inTime: number
    /** Open now, and perhaps not in time. */
    readonly atRisk: number
    /** Finished too late, or overdue now. */
    readonly broken: number
  }>
}
