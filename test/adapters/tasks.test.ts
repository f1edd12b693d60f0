import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Requests } from '../../adapters/requests.ts'
import { Tasks } from '../../adapters/tasks.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Handed, Task } from '../../domain/tasks.ts'
import { instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let tasks: Tasks

beforeAll(async () => {
  store = await startStore()
  requests = new Requests(store.table, store.client)
  tasks = new Tasks(store.table, store.client)
})
afterAll(() => store?.stop())

const now = instant('2026-03-01T09:00:00Z')
const found: Event = {
  type: 'confirmed',
  found: { subject: new Personal({ keys: { account: ['a-1'] } }) },
  firstReceivedAt: now,
}

async function after(request: Request, event: Event): Promise<Request> {
  const decision = decide(request, event, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return await requests.save(decision)
}

/** A request in its grace period, of which somebody is asked for something by hand. */
async function asked(hash: string, hours: number, address = 'archive@example.com') {
  const person = { address: new Personal('iris.vane@example.org'), hash }
  const ask = received({ reference: reference(randomBytes(5)), right: 'erasure', language: 'en', person }, policy, now)
  const confirmed = await after(await requests.save(ask), found)
  const task: Task = {
    id: 'restrict.files',
    reference: confirmed.reference,
    ...({ system: 'files', verb: 'restrict', asked: address, since: now, remindedAt: now, state: 'open' } as const),
    due: shifted(now, hours * 3_600_000),
  }
  const handed: Handed = { tasks: [task], effects: [], inTime: ['files'], until: task.due }
  const request = await after(confirmed, { type: 'restriction-settled', outstanding: ['files'], handed })
  return { request, task }
}

test('tasks are listed by when they are due, one’s own or all, page by page, until they are done', async () => {
  const [third, first, second] = [
    await asked('t-1', 9),
    await asked('t-2', 3),
    await asked('t-3', 6, 'Boss@example.com'),
  ]
  const all = async () => (await tasks.open({})).tasks.map(({ reference: of }) => of)
  expect(await all()).toEqual([first, second, third].map(({ task }) => task.reference))
  expect((await tasks.open({ asked: 'boss@example.com' })).tasks).toEqual([second.task])
  const page = await tasks.open({}, 2)
  expect(page.tasks).toHaveLength(2)
  expect(await tasks.open({ ...(page.next ? { from: page.next } : {}) }, 2)).toEqual({ tasks: [third.task] })

  const stated = { at: now, by: 'agent 00000000', outcome: 'done', receipts: [] } as const
  const byHand = { ...first.request, byHand: [first.task.id] } as Request
  await after(byHand, { type: 'task-answered', task: { ...first.task, state: 'answered', stated } })
  expect(await all()).toEqual([second, third].map(({ task }) => task.reference))
  expect(await tasks.find(first.task.reference, first.task.id)).toMatchObject({ state: 'answered', stated })
  expect((await requests.load(first.task.reference))?.tasks).toHaveLength(1)
})

test('of two answers at the same moment one counts, and the other hears that it was overtaken', async () => {
  const { request, task } = await asked('t-4', 1)
  const answer = (by: string) =>
    after(request, {
      type: 'task-answered',
      task: { ...task, state: 'answered', stated: { at: now, by, outcome: 'done', receipts: [] } },
    })
  const answers = await Promise.allSettled([answer('agent 00000001'), answer('agent 00000002')])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const whole = await requests.load(request.reference)
  expect(whole?.history.filter(({ event }) => event === 'task-answered')).toHaveLength(1)
})

test('what a request that is over had asked for by hand is asked of nobody any more', async () => {
  const { request, task } = await asked('t-5', 2)
  const restoring = await after(request, { type: 'restore-asked' })
  const restored = await after(restoring, { type: 'release-settled', outstanding: [] })
  await after(restored, { type: 'told' })
  expect((await tasks.open({})).tasks.map(({ reference: of }) => of)).not.toContain(task.reference)
})
