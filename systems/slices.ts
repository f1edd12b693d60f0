import { summed } from '../domain/receipts.ts'
import type { Progress, Receipt, Slice } from './contract.ts'

/** A part of a verb's work on one category, done in batches. */
export type Step = {
  readonly category: string
  /** One batch, from where the last one ended; `next` is set when more is left. Safe to run again from the same place. */
  run(from: string | undefined): Promise<{ readonly receipts: readonly Receipt[]; readonly next?: string }>
}

/** Where the next slice begins, and what has failed so far: a failure stays one until a whole new round. */
type Cursor = { readonly step: number; readonly from?: string; readonly failed: Readonly<Record<string, string>> }

/**
 * Runs steps one after the other until the slice has enough, at least one batch. A step that fails ends its own work
 * only: its category is `failed` with the error's name, the next step goes on.
 */
export async function inSlices(steps: readonly Step[], slice: Slice): Promise<Progress> {
  const start: Cursor = slice.from === undefined ? { step: 0, failed: {} } : (JSON.parse(slice.from) as Cursor)
  const failed = { ...start.failed }
  let receipts: readonly Receipt[] = []
  let { step, from } = start
  for (let one = steps[step]; one; one = steps[step]) {
    receipts = summed(receipts, [{ category: one.category, outcome: 'not-found', count: 0 }])
    try {
      const batch = await one.run(from)
      receipts = summed(receipts, batch.receipts)
      from = batch.next
    } catch (error) {
      failed[one.category] = nameOf(error)
      from = undefined
    }
    if (from === undefined) step++
    if (steps[step] && slice.enough()) {
      const next = JSON.stringify({ step, failed, ...(from === undefined ? {} : { from }) } satisfies Cursor)
      return { receipts: withFailures(receipts, failed), next }
    }
  }
  return { receipts: withFailures(receipts, failed) }
}

const withFailures = (receipts: readonly Receipt[], failed: Cursor['failed']): readonly Receipt[] =>
  summed(
    receipts,
    Object.entries(failed).map(([category, reason]) => ({ category, outcome: 'failed', count: 0, reason })),
  )

/** An error as a receipt may show it: its name, and a database's code. Messages quote values, so they stay out. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error'
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^[0-9A-Z_]{5,20}$/.test(code) ? `${error.name} ${code}` : error.name
}
