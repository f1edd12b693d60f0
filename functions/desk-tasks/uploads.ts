import { randomUUID } from 'node:crypto'
import type { EvidenceStore } from '../../adapters/evidence.ts'
import type { Request } from '../../domain/request.ts'
import type { TaskFile } from '../../domain/tasks.ts'
import { moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'

export type Given = { readonly category: string; readonly file: File }

/**
 * The files of one call: each has one name and is stored once, however often the answer is decided anew. They are stored
 * before the answer is saved, which so never names a file that is not there; what a call that dies in between leaves is named
 * nowhere, and goes when its time is over.
 */
export class Uploads {
  readonly #store: EvidenceStore
  readonly #ids = new Map<File, string>()
  readonly #kept = new Set<File>()

  constructor(store: EvidenceStore) {
    this.#store = store
  }

  /** As an answer names them; nothing is stored by that. The end of each name is all that is known of it. */
  named(given: readonly Given[]): readonly TaskFile[] {
    return given.map(({ category, file }) => {
      const extension = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
      return { category, id: this.#idOf(file), bytes: file.size, extension }
    })
  }

  /** Sets them aside until the copy is over. */
  async keep(given: readonly Given[], { reference, promisedBy }: Pick<Request, 'reference' | 'promisedBy'>) {
    const { periods, company } = policy
    const until = moved(moved(promisedBy, periods.package, company.timeZone), periods.askAgain, company.timeZone)
    for (const { file } of given) {
      if (this.#kept.has(file)) continue
      await this.#store.keep(reference, this.#idOf(file), new Uint8Array(await file.arrayBuffer()), until)
      this.#kept.add(file)
    }
  }

  #idOf(file: File): string {
    const id = this.#ids.get(file) ?? randomUUID()
    this.#ids.set(file, id)
    return id
  }
}
