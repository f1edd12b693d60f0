import type { Correction, Receipt } from '../contract.ts'
import type { Step } from '../slices.ts'
import type { Place } from './place.ts'
import { rowOf, type Work } from './restriction.ts'

/** Sets the field in rows that the application sees. `label` names the correction. */
export function correctLiveStep(label: string, { field, value }: Correction, place: Place, work: Work): Step {
  return {
    category: label,
    async run(from) {
      const page = await place.page(work.batch, from)
      const count = page.rows.length > 0 ? await place.correct(page.rows, field, value) : 0
      return { receipts: done(label, count), ...(page.next === undefined ? {} : { next: page.next }) }
    },
  }
}

/** Sets the field in restricted rows of the same table, each replaced completely or not at all. */
export function correctRestrictedStep(label: string, { field, value }: Correction, place: Place, work: Work): Step {
  const { vault } = work
  return {
    category: label,
    async run(from) {
      const partition = await vault.partition(place.owner, place.value)
      const page = await vault.records(partition, '', work.batch, from)
      let count = 0
      for (const record of page.records) {
        if (record.category !== place.category || record.source !== place.source || record.data === undefined) continue
        const row = rowOf(record.data)
        const data = await place.corrected(row.data, field, value)
        if (data === undefined) continue
        if (await vault.replace(record, JSON.stringify([row.key, data]))) count++
      }
      return { receipts: done(label, count), ...(page.next === undefined ? {} : { next: page.next }) }
    },
  }
}

/** The same step for rows that another one counts. */
export const uncounted = (step: Step): Step => ({
  category: step.category,
  async run(from) {
    const { receipts, ...rest } = await step.run(from)
    return { ...rest, receipts: receipts.map((receipt) => ({ ...receipt, count: 0 })) }
  },
})

const done = (category: string, count: number): Receipt[] => (count > 0 ? [{ category, outcome: 'done', count }] : [])
