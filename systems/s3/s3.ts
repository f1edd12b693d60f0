import { Readable } from 'node:stream'
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { S3Policy } from '../../policy/systems.ts'
import type {
  Correction,
  DataRecord,
  Exceptions,
  FileData,
  Finding,
  Progress,
  Receipt,
  Slice,
  Subject,
  System,
} from '../contract.ts'
import { shredStep } from '../rows/erasure.ts'
import { inSlices, type Step } from '../slices.ts'
import { type Places, Vault } from '../vault/vault.ts'
import { type Shelf, shelvesOf } from './shelf.ts'
import { after, deleteVersions, mostAtOnce, type Version } from './versions.ts'

/** How far an export has come: which shelf, and after which version of its listing. */
type Cursor = { readonly shelf: number; readonly from?: string }

/** Versions handled at a time: a batch of them is done well within a minute. */
const usualBatch = 500

/**
 * The objects of a company in a bucket with versioning. Restricted objects stay where they are and carry a tag, which
 * the bucket's policy denies to everyone else (bucket-policy.ts); every version counts as a record.
 */
export class S3System implements System {
  readonly #name: string
  readonly #part: S3Policy
  readonly #client: S3Client
  readonly #places: Places
  readonly #batch: number
  readonly #categories: readonly string[]

  constructor(name: string, part: S3Policy, client: S3Client, vault: Places, batch = usualBatch) {
    this.#name = name
    this.#part = part
    this.#client = client
    this.#places = vault
    this.#batch = Math.min(batch, mostAtOnce)
    this.#categories = [...new Set(part.prefixes.map((prefix) => prefix.category))]
  }

  async find(subject: Subject): Promise<readonly Finding[]> {
    const findings = new Map(this.#categories.map((category) => [category, { live: 0, restricted: 0 }]))
    for (const shelf of this.#shelves(subject))
      for await (const versions of this.#pages(shelf)) {
        const [sum, more] = [findings.get(shelf.category), await shelf.count(versions)]
        if (!sum) continue
        sum.live += more.live
        sum.restricted += more.restricted
      }
    return [...findings].map(([category, counted]) => ({ category, ...counted }))
  }

  /** Every version, each with `FileData`: its content streams, so that no object is ever whole in memory. */
  async *export(subject: Subject, from?: string): AsyncIterable<DataRecord> {
    const start: Cursor = from === undefined ? { shelf: 0 } : (JSON.parse(from) as Cursor)
    for (const [n, shelf] of this.#shelves(subject).entries()) {
      if (n < start.shelf) continue
      for await (const versions of this.#pages(shelf, n === start.shelf ? start.from : undefined))
        for (const version of versions) {
          if (version.marker) continue
          const { key, versionId, modified, size, current } = version
          const body = () => this.#content(version)
          const data: FileData = { name: shelf.nameOf(key), versionId, modified, size, current, body }
          const next = JSON.stringify({ shelf: n, from: after(version) } satisfies Cursor)
          yield { category: shelf.category, source: key, data, next }
        }
    }
  }

  async restrict(subject: Subject, slice: Slice): Promise<Progress> {
    const vault = this.#vault()
    return this.#run(
      this.#shelves(subject).map((shelf) => this.#restrictStep(shelf, slice.reference, vault)),
      slice,
    )
  }

  async release(subject: Subject, slice: Slice): Promise<Progress> {
    const vault = this.#vault()
    const step = (shelf: Shelf): Step => ({
      category: shelf.category,
      run: async (from) => {
        const { versions, next } = await shelf.page(this.#batch, from)
        const count = await shelf.release(versions, slice.reference, vault)
        if (next === undefined) await shelf.forgetTags(slice.reference, vault)
        return { receipts: handled(shelf.category, count, versions), ...(next === undefined ? {} : { next }) }
      },
    })
    return this.#run(this.#shelves(subject).map(step), slice)
  }

  /** An object's content is the company's own format: nothing in it is corrected, and the receipts say so. */
  async rectify(_: Subject, corrections: readonly Correction[]): Promise<Progress> {
    return { receipts: corrections.map(({ category, field }) => ({ category, field, outcome: 'not-found', count: 0 })) }
  }

  async erase(subject: Subject, except: Exceptions, slice: Slice): Promise<Progress> {
    const vault = this.#vault()
    const work = { vault, places: this.#places, reference: slice.reference, batch: this.#batch }
    const shelves = this.#shelves(subject)
    const exceptionOf = (category: string) => except.find((one) => one.category === category)?.id
    const steps = shelves.flatMap((shelf): Step[] =>
      exceptionOf(shelf.category)
        ? [silent(this.#restrictStep(shelf, slice.reference, vault))]
        : // What the vault keeps of tags goes too, and is no record of its own.
          [this.#deleteStep(shelf), silent(shredStep(shelf.category, shelf.owner, shelf.value, work))],
    )
    for (const category of this.#categories) {
      const [exception, kept] = [exceptionOf(category), shelves.filter((shelf) => shelf.category === category)]
      if (exception && kept.length > 0) steps.push(this.#keptStep(category, kept, exception))
    }
    return this.#run(steps, slice)
  }

  #restrictStep(shelf: Shelf, reference: string, vault: Vault): Step {
    return {
      category: shelf.category,
      run: async (from) => {
        const { versions, next } = await shelf.page(this.#batch, from)
        const count = await shelf.restrict(versions, reference, vault)
        return { receipts: handled(shelf.category, count, versions), ...(next === undefined ? {} : { next }) }
      },
    }
  }

  #deleteStep(shelf: Shelf): Step {
    return {
      category: shelf.category,
      run: async (from) => {
        const { versions, next } = await shelf.page(this.#batch, from)
        await deleteVersions(this.#client, this.#part.bucket, versions)
        return { receipts: handled(shelf.category, contents(versions), versions), ...(next ? { next } : {}) }
      },
    }
  }

  #keptStep(category: string, shelves: readonly Shelf[], exception: string): Step {
    return {
      category,
      run: async () => {
        let count = 0
        for (const shelf of shelves) for await (const versions of this.#pages(shelf)) count += contents(versions)
        return { receipts: count > 0 ? [{ category, outcome: 'kept', count, exception }] : [] }
      },
    }
  }

  async *#pages(shelf: Shelf, start?: string): AsyncIterable<readonly Version[]> {
    let from = start
    do {
      const page = await shelf.page(mostAtOnce, from)
      yield page.versions
      from = page.next
    } while (from !== undefined)
  }

  async #content({ key, versionId }: Version): Promise<Readable> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#part.bucket, Key: key, VersionId: versionId }),
    )
    return (Body as Readable | undefined) ?? Readable.from([])
  }

  /** Every category gets its receipt, also one that no key of the subject reaches. */
  async #run(steps: readonly Step[], slice: Slice): Promise<Progress> {
    const progress = await inSlices(steps, slice)
    const unasked = this.#categories.filter((category) => !steps.some((step) => step.category === category))
    const nothing = unasked.map((category): Receipt => ({ category, outcome: 'not-found', count: 0 }))
    return { ...progress, receipts: [...progress.receipts, ...nothing] }
  }

  #shelves = (subject: Subject): readonly Shelf[] => shelvesOf(this.#client, this.#part, subject)
  #vault = (): Vault => new Vault(this.#places, this.#name)
}

const contents = (versions: readonly Version[]): number => versions.filter((version) => !version.marker).length

/** Done, also when it had been done before: something is there. */
const handled = (category: string, count: number, versions: readonly Version[]): Receipt[] =>
  contents(versions) > 0 ? [{ category, outcome: 'done', count }] : []

/** A step whose receipts another one gives. */
const silent = (step: Step): Step => ({
  category: step.category,
  run: async (from) => ({ ...(await step.run(from)), receipts: [] }),
})
