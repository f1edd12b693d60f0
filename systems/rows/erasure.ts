import type { Receipt } from '../contract.ts'
import type { Step } from '../slices.ts'
import { UnderWay } from '../vault/under-way.ts'
import type { Place } from './place.ts'
import { afterwards, passOf, restrictStep, type Work } from './restriction.ts'

/** Headings read at a time: a page of them is a few hundred kilobytes at most. */
const headingsAtOnce = 500

/** Deletes a place's rows for good, and whatever notes a call that died has left about them. */
export function deleteStep(place: Place, work: Work): Step {
  return {
    category: place.category,
    async run(from) {
      const pass = passOf(from)
      const page = await place.page(work.batch, pass.from)
      const erased = page.rows.length > 0 ? await place.erase(page.rows) : { blocked: [] }
      const count = page.rows.length - erased.blocked.length
      const next = afterwards(pass, count, erased, page.next)
      if (next === undefined) {
        const partition = await work.vault.partition(place.owner, place.value)
        for (const verb of ['restrict', 'release'])
          await new UnderWay(work.places, partition, work.reference, `${verb} ${place.source}`).end()
      }
      const receipts: Receipt[] = count > 0 ? [{ category: place.category, outcome: 'done', count }] : []
      return { receipts, ...(next === undefined ? {} : { next }) }
    },
  }
}

/**
 * Erases a category from the vault, whichever request brought it there: first the data keys, so that nothing can be
 * read any more, in backups either; then the rows.
 */
export function shredStep(category: string, owner: string, value: string, work: Work): Step {
  const { vault, reference } = work
  const destroyed = new Set<string>()
  const destroy = async (of: string) => {
    if (destroyed.has(of)) return
    await vault.keys.destroy(of, category)
    destroyed.add(of)
  }
  return {
    category,
    async run(from) {
      await destroy(reference)
      const partition = await vault.partition(owner, value)
      const page = await vault.headings(partition, '', headingsAtOnce, from)
      const records = page.records.filter((record) => record.category === category)
      for (const record of records) await destroy(record.reference)
      await vault.remove(records)
      const count = records.filter((record) => record.whole).length
      const receipts: Receipt[] = count > 0 ? [{ category, outcome: 'done', count }] : []
      return { receipts, ...(page.next === undefined ? {} : { next: page.next }) }
    },
  }
}

/** Hides what is still to be seen of a category that a law keeps. */
export function keepStep(place: Place, work: Work): Step {
  const step = restrictStep(place, work)
  return {
    category: place.category,
    async run(from) {
      const { next } = await step.run(from)
      return { receipts: [], ...(next === undefined ? {} : { next }) }
    },
  }
}

/** Says how much of a category is kept, by which exception. */
export function keptStep(
  category: string,
  exception: string,
  owners: ReadonlyArray<{ readonly owner: string; readonly value: string }>,
  work: Work,
): Step {
  return {
    category,
    async run() {
      const count = await counted(category, owners, work)
      return { receipts: count > 0 ? [{ category, outcome: 'kept', count, exception }] : [] }
    },
  }
}

/** Whole records of a category in the vault, whichever request brought them there. */
export async function counted(
  category: string,
  owners: ReadonlyArray<{ readonly owner: string; readonly value: string }>,
  { vault }: Pick<Work, 'vault'>,
): Promise<number> {
  let count = 0
  for (const { owner, value } of owners) {
    const partition = await vault.partition(owner, value)
    let from: string | undefined
    do {
      const page = await vault.headings(partition, '', headingsAtOnce, from)
      count += page.records.filter((record) => record.category === category && record.whole).length
      from = page.next
    } while (from !== undefined)
  }
  return count
}
