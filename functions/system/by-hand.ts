import { Readable } from 'node:stream'
import type { EvidenceStore } from '../../adapters/evidence.ts'
import type { Verb } from '../../domain/receipts.ts'
import type { Stated } from '../../domain/tasks.ts'
import type { DataRecord, Finding, Receipt, Slice, System } from '../../systems/contract.ts'

/** What somebody stated, as a system would have answered it; without anybody: there is nothing. */
export function receiptsOf(verb: Verb, stated: Stated | undefined, categories: readonly string[]): readonly Receipt[] {
  if (!stated) return categories.map((category) => ({ category, outcome: 'not-found', count: 0 }))
  if (verb !== 'check') return stated.receipts
  // Who says that all is erased says with it that nothing is left.
  return stated.receipts.map(({ category, outcome, reason }) =>
    outcome === 'failed'
      ? { category, outcome, count: 0, ...(reason ? { reason } : {}) }
      : { category, outcome: 'done', count: 0 },
  )
}

/** A file of a few megabytes is written in one slice. */
export const inOne = (reference: string, remaining: () => number): Slice => ({
  reference,
  enough: () => remaining() < 20_000,
})

/** What somebody gave for a copy, as a system that can do nothing else. */
export function filed(reference: string, { at, files = [], receipts }: Stated, store: EvidenceStore): System {
  const never = async (): Promise<never> => {
    throw new Error('files for a copy can only be read')
  }
  return {
    async find(): Promise<readonly Finding[]> {
      return receipts.map(({ category }) => ({
        category,
        live: files.filter((file) => file.category === category).length,
        restricted: 0,
      }))
    },
    async *export(): AsyncIterable<DataRecord> {
      for (const { category, id, bytes, extension } of files)
        yield {
          category,
          source: category,
          data: {
            // As people call their files nobody knows what they are called.
            name: extension === '' ? category : `${category}.${extension}`,
            versionId: id,
            modified: at,
            size: bytes,
            current: true,
            body: async () => Readable.from([await store.read(reference, id)]),
          },
        }
    },
    restrict: never,
    release: never,
    rectify: never,
    erase: never,
  }
}
