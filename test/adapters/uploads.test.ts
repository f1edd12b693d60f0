import { afterAll, beforeAll, expect, test } from 'vitest'
import { EvidenceStore } from '../../adapters/evidence.ts'
import { Overtaken } from '../../adapters/requests.ts'
import { reference } from '../../domain/reference.ts'
import { instant } from '../../domain/time.ts'
import { Uploads } from '../../functions/desk-tasks/uploads.ts'
import { whileOvertaken } from '../../functions/entry/while-overtaken.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
beforeAll(async () => {
  store = await startStore()
})
afterAll(() => store?.stop())

const request = { reference: reference(new Uint8Array([5, 4, 3, 2, 1])), promisedBy: instant('2026-03-01T09:00:00Z') }
const given = () => [
  { category: 'identity', file: new File(['one of Ada'], 'Ada Quill.PDF') },
  { category: 'identity', file: new File(['two of Ada'], 'no end') },
]

/** Counts what is stored, and by what names. */
class Counted extends EvidenceStore {
  readonly stored: string[] = []
  override async keep(...args: Parameters<EvidenceStore['keep']>): Promise<void> {
    await super.keep(...args)
    this.stored.push(args[1])
  }
}

test('an answer that is decided anew stores its files once, under the names that it says, before it is saved', async () => {
  const files = new Counted(store.table, store.client)
  const [uploads, both] = [new Uploads(files), given()]
  let tries = 0
  const saved = await whileOvertaken(async () => {
    const named = uploads.named(both)
    // A refusal would end it here.
    expect(files.stored).toHaveLength(tries === 0 ? 0 : 2)
    await uploads.keep(both, request)
    tries += 1
    if (tries < 3) throw new Overtaken('somebody else was faster')
    return named
  })
  expect(saved).toEqual([
    { category: 'identity', id: files.stored[0], bytes: 10, extension: 'pdf' },
    { category: 'identity', id: files.stored[1], bytes: 10, extension: '' },
  ])
  expect([tries, new Set(files.stored).size, files.stored.length]).toEqual([3, 2, 2])
  const read = await Promise.all(saved.map(({ id }) => files.read(request.reference, id)))
  expect(read.map(String)).toEqual(['one of Ada', 'two of Ada'])
})

test('where storing fails the next try stores what is missing, under the same name', async () => {
  let isAway = true
  class Away extends Counted {
    override async keep(...args: Parameters<EvidenceStore['keep']>): Promise<void> {
      if (isAway && this.stored.length === 1) throw new Error('the table is away')
      await super.keep(...args)
    }
  }
  const files = new Away(store.table, store.client)
  const [uploads, both] = [new Uploads(files), given()]
  const named = uploads.named(both)
  await expect(uploads.keep(both, request)).rejects.toThrow('away')
  isAway = false
  await uploads.keep(both, request)
  expect(files.stored).toEqual(named.map(({ id }) => id))
})
