import type { Receipt } from '../contract.ts'
import type { Step } from '../slices.ts'
import { cameFrom, headingOf, type Kept, type Stored } from '../vault/records.ts'
import { UnderWay } from '../vault/under-way.ts'
import type { Places, Vault } from '../vault/vault.ts'
import type { Moved, Place, Row } from './place.ts'

/** The vault of one call, and how many rows move at a time. */
export type Work = {
  readonly vault: Vault
  readonly places: Places
  readonly reference: string
  readonly batch: number
}

/** Rows that others refer to stayed after every pass: a policy that names tables in the wrong order, or somebody else's rows. */
class Blocked extends Error {
  constructor(reason: string | undefined) {
    super('rows are referred to')
    this.name = reason ?? 'Blocked'
  }
}

/** Where a pass over a table stands. Rows that refer to each other need more than one. */
type Pass = { readonly from?: string; readonly moved: number; readonly blocked?: string }

export const passOf = (from: string | undefined): Pass =>
  from === undefined ? { moved: 0 } : (JSON.parse(from) as Pass)

/** What comes after a batch: the rest of the pass, another pass while something moves, or nothing. @throws Blocked */
export function afterwards(pass: Pass, moved: number, { reason, blocked }: Moved, next: string | undefined) {
  const sum = pass.moved + moved
  const still = blocked.length > 0 ? (reason ?? 'Blocked') : pass.blocked
  if (next !== undefined) return JSON.stringify({ from: next, moved: sum, ...(still ? { blocked: still } : {}) })
  if (still && sum === 0) throw new Blocked(still)
  return still ? JSON.stringify({ moved: 0 }) : undefined
}

/** Moves a place's rows into the vault. The vault has them before the table loses them. */
export function restrictStep(place: Place, work: Work): Step {
  const { vault, reference } = work
  return {
    category: place.category,
    async run(from) {
      const partition = await vault.partition(place.owner, place.value)
      const way = new UnderWay(work.places, partition, reference, `restrict ${place.source}`)
      const pass = passOf(from)
      const page = await place.page(work.batch, pass.from)
      const kept = await hide(place, page.rows, work, way, partition)
      const moved = page.rows.length - kept.blocked.length
      const next = afterwards(pass, moved, kept, page.next)
      if (next === undefined) await way.end()
      const receipts: Receipt[] = moved > 0 ? [{ category: place.category, outcome: 'done', count: moved }] : []
      if (moved === 0 && next === undefined && (await isThere(place, work, partition)))
        receipts.push({ category: place.category, outcome: 'done', count: 0 })
      return { receipts, ...(next === undefined ? {} : { next }) }
    },
  }
}

async function isThere(place: Place, { vault, reference }: Work, partition: string): Promise<boolean> {
  const { records } = await vault.headings(partition, cameFrom(reference, place.category, place.source), 1)
  return records.length > 0
}

async function hide(place: Place, rows: readonly Row[], work: Work, way: UnderWay, partition: string): Promise<Moved> {
  if (rows.length === 0) return { blocked: [] }
  const { vault, reference } = work
  const ids = new Map<string, string>()
  for (const row of rows) ids.set(row.key, await vault.keys.hash('row', place.source, row.key))
  const heading = (id: string) => headingOf(reference, place.category, place.source, id)
  const headings = [...ids.values()].map(heading)
  const [unfinished, there] = [await way.begin([...ids.values()]), await vault.existing(partition, headings)]
  // A row written anew while its original lies in the vault is kept beside it, and never instead of it.
  const anew = (id: string) => there.has(heading(id)) && !unfinished.has(id)
  const stored = async (row: Row): Promise<Stored> => {
    const id = ids.get(row.key) ?? ''
    const own = anew(id) ? `${id}.${await vault.keys.hash('anew', row.data)}` : id
    const data = JSON.stringify([row.key, row.data])
    return { partition, reference, category: place.category, heading: heading(own), data }
  }
  const taken = await place.take(rows, async (some) => vault.store(await Promise.all(some.map(stored))))
  await forget(await Promise.all(taken.blocked.map(stored)), vault)
  await way.finish([...ids.values()])
  return taken
}

/** Removes copies of rows that could not be moved: they are still where they were. */
async function forget(records: readonly Stored[], vault: Vault): Promise<void> {
  for (const { partition, heading } of records) {
    const { records: copies } = await vault.headings(partition, `${heading}#`)
    await vault.remove(copies)
  }
}

/** Whether the application wrote it over a restricted record: the record itself goes back, not this. */
const writtenAnew = (record: Kept): boolean => record.id.includes('.')

/** Gives a place's rows back from the vault, byte for byte. */
export function releaseStep(place: Place, work: Work): Step {
  const { vault, reference } = work
  return {
    category: place.category,
    async run(from) {
      const partition = await vault.partition(place.owner, place.value)
      const way = new UnderWay(work.places, partition, reference, `release ${place.source}`)
      const pass = passOf(from)
      const prefix = cameFrom(reference, place.category, place.source)
      const page = await vault.records(partition, prefix, work.batch, pass.from)
      const back = page.records.flatMap((record) =>
        record.data === undefined || writtenAnew(record) ? [] : [{ record, row: rowOf(record.data) }],
      )
      const moved = await putBack(place, back, way)
      const blocked = new Set(moved.blocked)
      const staying = new Set(back.filter(({ row }) => blocked.has(row)).map(({ record }) => record.heading))
      const gone = page.records.filter((record) => !staying.has(record.heading))
      await vault.remove(gone)
      await way.finish(gone.map((record) => record.id))
      const given = back.length - moved.blocked.length
      const next = afterwards(pass, given, moved, page.next)
      if (next === undefined) await way.end()
      const receipts: Receipt[] = given > 0 ? [{ category: place.category, outcome: 'done', count: given }] : []
      if (given === 0 && next === undefined && (await place.page(1)).rows.length > 0)
        receipts.push({ category: place.category, outcome: 'done', count: 0 })
      return { receipts, ...(next === undefined ? {} : { next }) }
    },
  }
}

async function putBack(
  place: Place,
  back: ReadonlyArray<{ readonly record: Kept; readonly row: Row }>,
  way: UnderWay,
): Promise<Moved> {
  if (back.length === 0) return { blocked: [] }
  // Overwritten before it is marked: what stands there after the mark can only be what we put back. In place, because
  // rows that are back already may refer to it.
  const unfinished = await way.unfinished()
  const anew = await place.overwrite(back.filter(({ record }) => !unfinished.has(record.id)).map(({ row }) => row))
  const free = back.filter(({ row }) => !anew.blocked.includes(row))
  await way.begin(free.map(({ record }) => record.id))
  const given = await place.giveBack(free.map(({ row }) => row))
  const reason = given.reason ?? anew.reason
  return { blocked: [...anew.blocked, ...given.blocked], ...(reason ? { reason } : {}) }
}

/** In the vault a row is [key, data]. */
export const rowOf = (text: string): Row => {
  const [key = '', data = ''] = JSON.parse(text) as string[]
  return { key, data }
}
