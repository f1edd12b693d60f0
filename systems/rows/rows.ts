import type {
  Correction,
  DataRecord,
  Exceptions,
  Finding,
  Progress,
  Receipt,
  Slice,
  Subject,
  System,
} from '../contract.ts'
import { inSlices, type Step } from '../slices.ts'
import { type Places, Vault } from '../vault/vault.ts'
import { counted, deleteStep, keepStep, keptStep, shredStep } from './erasure.ts'
import type { Place } from './place.ts'
import { correctLiveStep, correctRestrictedStep, uncounted } from './rectification.ts'
import { releaseStep, restrictStep, rowOf, type Work } from './restriction.ts'

/** Where records of an export come from, page by page; and how far one has come in a row of such sources. */
type Source = (from?: string) => Promise<{ readonly records: readonly DataRecord[]; readonly next?: string }>
type Cursor = { readonly source: number; readonly from?: string }

/** Rows that move at a time, unless a system says otherwise: a batch is done well within a minute. */
const usualBatch = 100

/**
 * A system of tables: rows move into the vault, row by row the same there and back. The tables stand in an order in
 * which parents come before children: rows go back in that order, and leave in the opposite one.
 */
export class RowSystem implements System {
  readonly #name: string
  readonly #categories: readonly string[]
  readonly #places: Places
  readonly #of: (subject: Subject) => readonly Place[]
  readonly #batch: number

  /** `of` gives the places of a subject, parents first. */
  constructor(
    name: string,
    categories: readonly string[],
    places: Places,
    of: (subject: Subject) => readonly Place[],
    batch = usualBatch,
  ) {
    this.#name = name
    this.#categories = [...new Set(categories)]
    this.#places = places
    this.#of = of
    this.#batch = batch
  }

  async find(subject: Subject): Promise<readonly Finding[]> {
    const places = this.#of(subject)
    const vault = new Vault(this.#places, this.#name)
    const findings: Finding[] = []
    for (const category of this.#categories) {
      let live = 0
      for (const place of places) if (place.category === category) live += await place.count()
      findings.push({ category, live, restricted: await counted(category, ownersOf(places), { vault }) })
    }
    return findings
  }

  async *export(subject: Subject, from?: string): AsyncIterable<DataRecord> {
    const places = this.#of(subject)
    const sources = [...places.map((place) => this.#liveRecords(place)), ...this.#restrictedRecords(places)]
    let at: Cursor = from === undefined ? { source: 0 } : (JSON.parse(from) as Cursor)
    for (let source = sources[at.source]; source; source = sources[at.source]) {
      const { records, next } = await source(at.from)
      at = next === undefined ? { source: at.source + 1 } : { source: at.source, from: next }
      for (const [n, record] of records.entries())
        yield n < records.length - 1 ? record : { ...record, next: JSON.stringify(at) }
    }
  }

  #liveRecords(place: Place): Source {
    return async (from) => {
      const { rows, ...rest } = await place.page(this.#batch, from)
      return { ...rest, records: rows.map((row) => recordOf(place, row.data)) }
    }
  }

  #restrictedRecords(places: readonly Place[]): readonly Source[] {
    const vault = new Vault(this.#places, this.#name)
    const opened = (kept: { category: string; source: string; data?: string }) => {
      const place = places.find((one) => one.source === kept.source && one.category === kept.category)
      return place && kept.data !== undefined ? [recordOf(place, rowOf(kept.data).data)] : []
    }
    return ownersOf(places).map(({ owner, value }) => async (from) => {
      const page = await vault.records(await vault.partition(owner, value), '', this.#batch, from)
      return { records: page.records.flatMap(opened), ...(page.next === undefined ? {} : { next: page.next }) }
    })
  }

  restrict(subject: Subject, slice: Slice): Promise<Progress> {
    const work = this.#work(slice)
    return this.#run(
      this.#of(subject)
        .map((place) => restrictStep(place, work))
        .reverse(),
      slice,
    )
  }

  release(subject: Subject, slice: Slice): Promise<Progress> {
    const work = this.#work(slice)
    return this.#run(
      this.#of(subject).map((place) => releaseStep(place, work)),
      slice,
    )
  }

  /**
   * Live rows, then restricted ones, then live ones again: a row that moves meanwhile, in either direction, is met in one
   * of them.
   */
  async rectify(subject: Subject, corrections: readonly Correction[], slice: Slice): Promise<Progress> {
    const work = this.#work(slice)
    const places = this.#of(subject)
    const steps = corrections.flatMap((correction, n): Step[] => {
      const label = String(n)
      const asked = places.filter((place) => place.category === correction.category)
      const nothing: Step = { category: label, run: async () => ({ receipts: [] }) }
      return [
        nothing,
        ...asked.map((place) => correctLiveStep(label, correction, place, work)),
        ...asked.map((place) => correctRestrictedStep(label, correction, place, work)),
        ...asked.map((place) => uncounted(correctLiveStep(label, correction, place, work))),
      ]
    })
    const { receipts, ...rest } = await inSlices(steps, slice)
    const named = (receipt: Receipt): readonly Receipt[] => {
      const correction = corrections[Number(receipt.category)]
      return correction ? [{ ...receipt, category: correction.category, field: correction.field }] : []
    }
    return { ...rest, receipts: receipts.flatMap(named) }
  }

  erase(subject: Subject, except: Exceptions, slice: Slice): Promise<Progress> {
    const work = this.#work(slice)
    const places = this.#of(subject)
    const owners = ownersOf(places)
    const exceptionOf = (category: string) => except.find((one) => one.category === category)?.id
    const shred = this.#categories
      .filter((category) => !exceptionOf(category))
      .flatMap((category) => owners.map(({ owner, value }) => shredStep(category, owner, value, work)))
    const live = [...places]
      .reverse()
      .map((place) => (exceptionOf(place.category) ? keepStep(place, work) : deleteStep(place, work)))
    const kept = this.#categories.flatMap((category) => {
      const exception = exceptionOf(category)
      return exception ? [keptStep(category, exception, owners, work)] : []
    })
    return this.#run([...shred, ...live, ...kept], slice)
  }

  /** Every category of the system gets its receipt, also one that no key of the subject reaches. */
  async #run(steps: readonly Step[], slice: Slice): Promise<Progress> {
    const progress = await inSlices(steps, slice)
    const answered = new Set(progress.receipts.map((receipt) => receipt.category))
    const unasked = this.#categories
      .filter((category) => !answered.has(category) && !steps.some((step) => step.category === category))
      .map((category): Receipt => ({ category, outcome: 'not-found', count: 0 }))
    return { ...progress, receipts: [...progress.receipts, ...unasked] }
  }

  #work({ reference }: Slice): Work {
    return { vault: new Vault(this.#places, this.#name), places: this.#places, reference, batch: this.#batch }
  }
}

const recordOf = (place: Place, data: string): DataRecord => ({
  category: place.category,
  source: place.source,
  data: place.plain(data),
})

/** The keys of the subject that the places go by, each once. */
function ownersOf(places: readonly Place[]): ReadonlyArray<{ readonly owner: string; readonly value: string }> {
  const owners = new Map(places.map(({ owner, value }) => [JSON.stringify([owner, value]), { owner, value }]))
  return [...owners.values()]
}
