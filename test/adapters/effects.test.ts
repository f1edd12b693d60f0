import { randomBytes } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let effects: Effects

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  effects = new Effects(store.table, store.client)
})
afterAll(() => store?.stop())

const now = instant('2026-03-01T09:00:00Z')
const asked = (hash: string): Promise<Request> => {
  const person = { address: new Personal('iris.vane@example.org'), hash }
  const ask = { reference: reference(randomBytes(5)), right: 'erasure', language: 'en', person } as const
  return requests.save(received(ask, policy, now))
}
async function confirmed(request: Request): Promise<Request> {
  const found = { subject: new Personal({ keys: { account: ['a-1'] } }) }
  const decision = decide(request, { type: 'confirmed', found, firstReceivedAt: now }, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return requests.save(decision)
}

/** When each item under a reference vanishes, in seconds since 1970. */
async function ends(of: string): Promise<ReadonlyMap<string, string | undefined>> {
  const all = await store.client.send(new ScanCommand({ TableName: store.table }))
  const own = (all.Items ?? []).filter(({ pk }) => pk?.S === `R#${of}`)
  return new Map(own.map(({ sk, expires }) => [sk?.S ?? '', expires?.N]))
}

test('what was given up is left anew once an hour at most, and its name does not grow', async () => {
  const { reference: given } = await asked('hash-6')
  const undone = async () => ((await requests.load(given))?.waiting ?? []).filter(({ doneAt }) => !doneAt)
  const names: string[] = []
  for (const at of ['2026-03-02T03:10', '2026-03-02T03:50', '2026-03-02T04:10', '2026-03-04T03:10'])
    for (const one of await undone()) {
      await effects.leaveAgain(one, `${at}:00.000Z`)
      names.push(...(await undone()).map(({ id }) => id))
    }
  expect(names).toEqual(['02T03', '02T03', '02T04', '04T03'].map((at) => `000001-0-2026-03-${at}`))
})

test('what is left about a request vanishes with it, and nothing is left about one that is not there any more', async () => {
  const unproven = await asked('hash-6b')
  const [letter] = (await requests.load(unproven.reference))?.waiting ?? []
  if (!letter) throw new Error('no letter')
  await effects.leaveAgain(letter, '2026-03-02T03:10:00.000Z')
  const end = String(Date.parse(moved(now, policy.periods.unverified, policy.company.timeZone)) / 1000)
  expect(new Set((await ends(unproven.reference)).values())).toEqual(new Set([end]))

  // Of one that goes on nothing ends before it does.
  const open = await confirmed(await asked('hash-6c'))
  await effects.leave(open.reference, 'mail-1', letter.effect, now)
  expect((await ends(open.reference)).get('outbox#mail-1')).toBeUndefined()

  await effects.leave('OB-GONE-GONE', 'mail-1', letter.effect, now)
  expect(await ends('OB-GONE-GONE')).toEqual(new Map())
})
