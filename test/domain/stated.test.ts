import { describe, expect, test } from 'vitest'
import { type Item, workOn } from '../../domain/correction.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { stillTrue } from '../../domain/letters.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { lateOf } from '../../domain/outcome.ts'
import type { Answer } from '../../domain/receipts.ts'
import type { Request } from '../../domain/request.ts'
import { isOverdue, partsOfTask, receiptsFor } from '../../domain/stated.ts'
import { handOver, needsNobody, type Stated, type Task } from '../../domain/tasks.ts'
import { view } from '../../domain/view.ts'
import { checked } from '../../policy/load.ts'
import { policy as plain } from '../sample-policy.ts'
import { justBefore, receivedAt, requestIn, shifted, stepped } from './sample.ts'

const byHand = { asked: 'archive@example.com', due: 'P5D', reminders: ['P2D'] }
const policy = checked({
  ...plain,
  desk: {
    signIn: { kind: 'cognito', prefix: 'sample' },
    domains: ['example.com'],
    roles: { officer: 'o', agent: 'a', auditor: 'r' },
    sessions: { idle: 'PT30M', whole: 'PT8H' },
    byHand: { ...byHand, asked: 'operations@example.com' },
  },
  systems: {
    ...plain.systems,
    archive: { kind: 'manual', label: { en: 'Archive' }, categories: ['identity', 'payment'], ...byHand },
  },
})
const soon = shifted(receivedAt, 600_000)
const nothing = { tasks: [], answers: [] }
const set = (request: Request, system = 'archive'): Task =>
  handOver(request, [system], nothing, policy, soon).tasks[0] as Task
const stated = (more: Partial<Stated>): Stated => ({ at: soon, by: 'agent 0', outcome: 'done', receipts: [], ...more })

describe('somebody who keeps records by hand', () => {
  const item = (field: string, state: Item['state'], category = 'identity'): Item => ({ field, category, state })

  test('is asked to correct the fields of the categories that lie there, and to keep statements about them', () => {
    expect(workOn(item('name', 'correcting'), 'archive', policy)).toEqual([{ category: 'identity', field: 'name' }])
    expect(workOn(item('payer', 'noting', 'payment'), 'archive', policy)).toEqual([
      { category: 'payment', field: 'statement' },
    ])
    expect(workOn(item('name', 'noting', 'content'), 'archive', policy)).toEqual([])
    // A field that the policy has no more lies nowhere.
    expect(workOn(item('sold', 'correcting'), 'archive', policy)).toEqual([])
    expect(workOn(item('name', 'correcting'), 'sold', policy)).toEqual([])
  })

  test('states of a correction field by field, of everything else category by category', () => {
    const correcting = requestIn('correcting')
    const task = set(correcting)
    expect(task).toMatchObject({ verb: 'rectify', round: correcting.round, id: `rectify.archive.${correcting.round}` })
    expect(partsOfTask(task, correcting, policy)).toEqual([{ category: 'identity', field: 'name' }])
    expect(partsOfTask(task, requestIn('deciding'), policy)).toEqual([])
    const copy = { ...task, verb: 'export' } as const
    expect(partsOfTask(copy, requestIn('gathering'), policy)).toEqual([
      { category: 'identity' },
      { category: 'payment' },
    ])
    expect(partsOfTask(copy, requestIn('gathering', 'portability'), policy)).toEqual([{ category: 'identity' }])
    expect(partsOfTask(copy, requestIn('approving'), policy)).toHaveLength(2)
  })

  test('says done where something was, and nothing where nothing was', () => {
    const grace = requestIn('grace')
    const counts = [{ count: 3, kept: 0 }]
    expect(receiptsFor(set(grace), { outcome: 'done', counts }, grace, policy)).toMatchObject([
      { category: 'identity', outcome: 'done', count: 3 },
      { category: 'payment', outcome: 'not-found', count: 0 },
    ])
  })

  test('is late from the day on which it was due, unless it is answered', () => {
    const task = set(requestIn('grace'))
    expect(isOverdue(task, justBefore(task.due))).toBe(false)
    expect(isOverdue(task, task.due)).toBe(true)
    expect(isOverdue({ ...task, state: 'cannot' }, task.due)).toBe(true)
    expect(isOverdue({ ...task, state: 'answered' }, task.due)).toBe(false)
  })

  test('is not asked where it is known that there is nothing to do', () => {
    const keyed = checked({
      ...policy,
      directory: { ...policy.directory, keys: { ...policy.directory.keys, folder: 'folder' } },
      systems: { ...policy.systems, archive: { ...policy.systems.archive, owner: 'folder' } },
    })
    expect(needsNobody('archive', requestIn('grace'), { account: ['a-1'] }, [], keyed)).toBe(true)
    for (const status of ['gathering', 'ready'] as const)
      expect(needsNobody('archive', requestIn(status), undefined, [], policy)).toBe(false)
    expect(needsNobody('archive', requestIn('correcting'), undefined, [], policy)).toBe(false)
    // What was never erased there needs no second erasure.
    expect(needsNobody('archive', requestIn('erasing-again'), undefined, [], policy)).toBe(true)
    expect(handOver(requestIn('superseded'), ['archive'], nothing, policy, soon).tasks).toEqual([])
  })
})

describe('a machine that waits for somebody', () => {
  const grace = { ...requestIn('grace'), outstanding: ['archive', 'files'], byHand: ['restrict.files'] }
  const [archive, files] = [set(grace), set(grace, 'files')]
  const until = (tasks: readonly Task[], by = policy) =>
    handOver(grace, ['archive', 'files'], { tasks, answers: [] }, by, soon).until

  test('wakes for whoever has to be reminded first', () => {
    const later = { ...files, due: shifted(files.due, 86_400_000) }
    const first = until([archive, files])
    expect(until([archive, later])).toBe(first)
    expect(until([{ ...archive, due: later.due }, files])).toBe(first)
    expect(until([archive])).toBe(first)
  })

  test('looks soon for what was answered already, and for what is due where nobody has to be reminded any more', () => {
    expect(
      until([
        { ...archive, state: 'answered' },
        { ...files, state: 'answered' },
      ]),
    ).toBe(shifted(soon, 900_000))
    const { byHand: _, ...desk } = policy.desk ?? {}
    expect(until([{ ...archive, state: 'cannot' }, files], { ...policy, desk } as typeof policy)).toBe(files.due)
  })

  test('never sleeps until a moment that is over', () => {
    const over = { ...grace, outstanding: ['archive'], awaits: { systems: ['archive'], until: receivedAt } }
    expect(nextForMachine(over, 'restriction-settled', policy, soon).at > soon).toBe(true)
    expect(lateOf(over)).toEqual([])
    expect(lateOf(requestIn('unverified'))).toEqual([])
  })
})

describe('what somebody states', () => {
  const grace = { ...requestIn('grace'), outstanding: ['archive'] }
  const answered = (more: Partial<Stated>) =>
    stepped(grace, { type: 'task-answered', task: { ...set(grace), stated: stated(more) } } as Event, soon, policy)

  test('stands in the history with its reason and where the papers are', () => {
    expect(answered({}).entry.detail).toBe('restrict in archive: done')
    expect(answered({ outcome: 'cannot', reason: 'law', file: '2026/3' }).entry.detail).toBe(
      'restrict in archive: cannot, law, file 2026/3',
    )
  })

  test('with files is known to have them from then on', () => {
    const files = [{ category: 'identity', id: 'f', bytes: 9, extension: 'pdf' }]
    const { request } = answered({ files })
    expect(request).toMatchObject({ filed: true })
    const restored = decide(request, { type: 'restore-asked' }, policy, soon)
    expect(restored).toMatchObject({ request: { status: 'restoring', filed: true } })
    expect(answered({}).request).not.toHaveProperty('filed')
  })

  test('counts as stated, and is shown as stated', () => {
    const answer = (verb: Answer['verb'], receipts: Answer['receipts'], more: object = {}): Answer => ({
      ...{ system: 'archive', verb, done: true, at: soon, by: 'agent 0', receipts },
      ...more,
    })
    const lines = (request: Request, answers: readonly Answer[]) =>
      view(request, answers, policy, soon, true).coverage.filter(({ system }) => system === 'archive')
    const erased = [
      answer('restrict', [{ category: 'identity', outcome: 'done', count: 9 }]),
      answer('erase', [
        { category: 'identity', outcome: 'not-found', count: 0 },
        { category: 'payment', outcome: 'kept', count: 2, exception: 'invoices' },
      ]),
    ]
    expect(lines(requestIn('erasing'), erased)).toMatchObject([
      { category: 'identity', outcome: 'not-found', count: 0, statedBy: 'agent 0' },
      { category: 'payment', outcome: 'kept', exception: 'invoices', count: 2, statedBy: 'agent 0' },
    ])
    const done = [answer('restrict', [{ category: 'identity', outcome: 'done', count: 9 }])]
    expect(lines(requestIn('grace'), done)[0]).toMatchObject({ outcome: 'restricted', count: 9, statedBy: 'agent 0' })
    const correcting = requestIn('correcting')
    const name = { category: 'identity', field: 'name', outcome: 'done', count: 1 } as const
    expect(lines(correcting, [answer('rectify', [name], { round: correcting.round })])).toMatchObject([
      { field: 'name', outcome: 'corrected', statedBy: 'agent 0' },
    ])
    expect(lines(correcting, [answer('rectify', [name], { round: 9 })])[0]).not.toHaveProperty('statedBy')
  })
})

test('whoever is asked by a task hears of it, whatever became of the request', () => {
  expect(stillTrue({ kind: 'task', task: 'restrict.archive', news: 'set' }, requestIn('restored'))).toBe(true)
})
