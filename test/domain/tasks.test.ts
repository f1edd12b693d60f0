import { expect, test } from 'vitest'
import { waitsFor } from '../../domain/deadline.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { nextForMachine } from '../../domain/machine.ts'
import { Personal } from '../../domain/personal.ts'
import type { Answer } from '../../domain/receipts.ts'
import type { In, Request } from '../../domain/request.ts'
import { answeredTask, canBeAnswered, partsOfTask, receiptsFor } from '../../domain/stated.ts'
import {
  failingIn,
  type Handed,
  handOver,
  isByHand,
  needsNobody,
  reassigned,
  type Task,
  taskOf,
} from '../../domain/tasks.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import { checked, WrongPolicy } from '../../policy/load.ts'
import { promise } from '../promise.ts'
import { policy as plain } from '../sample-policy.ts'
import { receivedAt, requestIn, shifted } from './sample.ts'

const byHand = { asked: 'archive@example.com', due: 'P5D', reminders: ['P2D'] }
const desk = {
  signIn: { kind: 'cognito', prefix: 'sample' },
  domains: ['example.com'],
  roles: { officer: 'o', agent: 'a', auditor: 'r' },
  sessions: { idle: 'PT30M', whole: 'PT8H' },
  byHand: { ...byHand, asked: 'operations@example.com' },
} as const
const [category = ''] = Object.keys(plain.categories)
const [kept = { id: '', category: '' }] = plain.retention
const policy = checked({
  ...plain,
  desk,
  directory: { ...plain.directory, keys: { ...plain.directory.keys, folder: 'folder' } },
  systems: {
    ...plain.systems,
    archive: {
      kind: 'manual',
      label: { en: 'Archive' },
      categories: [category, kept.category],
      owner: 'folder',
      ...byHand,
    },
  },
})
const days = (n: number, from: Instant = receivedAt) => shifted(from, n * 86_400_000)
const folder = { keys: { account: ['a-1'], folder: ['P-17'] } }
const grace = withFolder(requestIn('grace'))
const nothing = { tasks: [], answers: [] }

function withFolder<One extends Request>(request: One): One {
  const person = 'person' in request ? request.person : undefined
  return { ...request, ...(person ? { person: { ...person, subject: new Personal(folder) } } : {}) }
}

function settled(request: Request, handed: Handed, now: Instant, outstanding: readonly string[] = ['archive']) {
  const type =
    request.status === 'erasing'
      ? 'erasure-settled'
      : request.status === 'restoring'
        ? 'release-settled'
        : 'restriction-settled'
  const decision = decide(request, { type, outstanding, handed }, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return decision
}

const set = (request: Request, now: Instant): Task => {
  const [task] = handOver(request, ['archive'], nothing, policy, now).tasks
  if (!task) throw new Error('nobody was asked')
  return task
}

const answer = (verb: Answer['verb'], receipts: Answer['receipts']): Answer => ({
  system: 'archive',
  verb,
  done: true,
  at: receivedAt,
  receipts,
})

test('whoever does a system’s part by hand is asked once, in the same step, and the rest goes on', () => {
  const now = days(0)
  const handed = handOver(grace, ['archive', 'files'], nothing, policy, now)
  expect(handed.tasks).toMatchObject([
    {
      id: 'restrict.archive',
      verb: 'restrict',
      asked: 'archive@example.com',
      due: moved(now, 'P5D', 'Europe/Berlin'),
      state: 'open',
    },
  ])
  expect(handed.effects).toEqual([{ kind: 'task', task: 'restrict.archive', news: 'set' }])
  expect(handed.inTime).toEqual(['archive'])
  const step = settled(grace, handed, now, ['archive', 'files'])
  expect(step.tasks).toEqual(handed.tasks)
  expect(step.effects).toContainEqual({ kind: 'task', task: 'restrict.archive', news: 'set' })
  const again = handOver(grace, ['archive'], { tasks: handed.tasks, answers: [] }, policy, shifted(now, 60_000))
  expect([again.tasks, again.effects, again.inTime]).toEqual([[], [], ['archive']])
})

test('nobody is asked about a person of whom there is nothing on paper, nor for what is known to be nothing', () => {
  const asked = (request: Request, answers: readonly Answer[] = [], keys: object = folder.keys) =>
    !needsNobody('archive', request, keys as typeof folder.keys, answers, policy)
  expect(asked(grace)).toBe(true)
  expect(asked(grace, [], { account: ['a-1'], folder: [] })).toBe(false)
  expect(asked(requestIn('stopping'))).toBe(false)
  const restoring = requestIn('restoring')
  expect(asked(restoring)).toBe(true)
  expect(asked(restoring, [answer('restrict', [{ category, outcome: 'done', count: 2 }])])).toBe(true)
  expect(asked(restoring, [answer('restrict', [{ category, outcome: 'failed', count: 0 }])])).toBe(true)
  expect(asked(restoring, [answer('restrict', [{ category, outcome: 'not-found', count: 0 }])])).toBe(false)
  // Paper has no backups: only what a law kept is left, and only from its end on.
  const again = {
    ...requestIn('erasing-again'),
    kept: [{ exception: kept.id, category: kept.category, until: days(400) }],
  }
  const keeping = [answer('erase', [{ category: kept.category, outcome: 'kept', count: 1, exception: kept.id }])]
  expect(asked({ ...again, startedAt: days(100) }, keeping)).toBe(false)
  expect(asked({ ...again, startedAt: days(401) }, keeping)).toBe(true)
  expect(asked({ ...again, startedAt: days(401) }, [answer('erase', [{ category, outcome: 'done', count: 1 }])])).toBe(
    false,
  )
  expect(handOver(grace, ['files'], nothing, policy, days(0)).tasks).toEqual([])
})

test('a machine that waits for somebody alone wakes when they are to be reminded, and for what fails as before', () => {
  const now = days(1)
  const { request } = settled(grace, handOver(grace, ['archive'], nothing, policy, now), now)
  const due = moved(now, 'P5D', 'Europe/Berlin')
  const remind = moved(due, 'P2D', 'Europe/Berlin', -1)
  expect(nextForMachine(request, 'restriction-settled', policy, now)).toMatchObject({ to: 'wait', at: remind })
  expect(waitsFor(request)).toBe('company')
  const both = settled(grace, handOver(grace, ['archive', 'files'], nothing, policy, now), now, [
    'archive',
    'files',
  ]).request
  expect(nextForMachine(both, 'restriction-settled', policy, now).at < remind).toBe(true)
  expect(waitsFor(both)).toBe('systems')
})

test('a reminder goes once, and what is overdue is late as a system that fails: the officer and the person hear of it', () => {
  const erasing = withFolder(requestIn('restoring'))
  const since = days(1)
  const task = set(erasing, since)
  const first = settled(erasing, handOver(erasing, ['archive'], nothing, policy, since), since)
  expect(first.effects).not.toContainEqual({ kind: 'letter', letter: 'takes-longer' })
  const remindAt = moved(task.due, 'P2D', 'Europe/Berlin', -1)
  const reminded = handOver(first.request, ['archive'], { tasks: [task], answers: [] }, policy, remindAt)
  expect(reminded.effects).toEqual([{ kind: 'task', task: task.id, news: 'reminder' }])
  expect(reminded.until).toBe(task.due)
  const [after = task] = reminded.tasks
  expect(
    handOver(first.request, ['archive'], { tasks: [after], answers: [] }, policy, shifted(remindAt, 1)).effects,
  ).toEqual([])
  const overdue = handOver(first.request, ['archive'], { tasks: [after], answers: [] }, policy, task.due)
  expect(overdue.effects).toEqual([
    { kind: 'task', task: task.id, news: 'overdue' },
    { kind: 'task', task: task.id, news: 'overdue', to: 'officer' },
  ])
  expect([overdue.inTime, overdue.until]).toEqual([[], undefined])
  const late = settled(first.request, overdue, task.due)
  expect(late.effects).toContainEqual({ kind: 'letter', letter: 'takes-longer' })
  const [once = task] = overdue.tasks
  const later = handOver(late.request, ['archive'], { tasks: [once], answers: [] }, policy, shifted(task.due, 60_000))
  expect(later.effects).toEqual([])
  expect(settled(late.request, later, shifted(task.due, 60_000)).effects).toEqual([])
})

promise('N4', 'a task is due while half of the time to the promised instant is left', () => {
  const erasing = withFolder(requestIn('erasing'))
  const now = shifted(erasing.promisedBy, -2 * 86_400_000)
  expect(set(erasing, now).due).toBe(shifted(erasing.promisedBy, -86_400_000))
})

promise('N4', 'nobody is told that all is erased while somebody has still to do it by hand', () => {
  const erasing = withFolder(requestIn('erasing'))
  const now = days(1, erasing.startedAt)
  const { request } = settled(erasing, handOver(erasing, ['archive'], nothing, policy, now), now)
  expect(request).toMatchObject({ status: 'erasing', outstanding: ['archive'] })
  expect('erasedAt' in request).toBe(false)
  expect(decide(request, { type: 'certified', kept: [] }, policy, now).kind).toBe('refused')
  expect(nextForMachine(request, 'erasure-settled', policy, now).to).toBe('erase-rest')
})

test('an answer starts the machine at once, which asks the rest before its time; what is no longer asked is refused', () => {
  const erasing = withFolder(requestIn('erasing'))
  const now = days(1, erasing.startedAt)
  const task = set(erasing, now)
  const { request } = settled(erasing, handOver(erasing, ['archive'], nothing, policy, now), now)
  const stated = { at: now, by: 'agent 00000000', outcome: 'done', receipts: [], file: '2026/17' } as const
  const event: Event = { type: 'task-answered', task: answeredTask(task, stated), by: stated.by }
  const decision = decide(request, event, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  expect(decision.tasks).toMatchObject([{ id: 'erase.archive', state: 'answered' }])
  expect(decision.effects).toEqual([{ kind: 'start', machine: 'erasure' }])
  expect(decision.entry.detail).toBe('erase in archive: done, file 2026/17, by agent 00000000')
  expect(nextForMachine(decision.request, 'look', policy, now)).toMatchObject({ to: 'erase', at: now })
  // Once every system was asked again the hurry is over.
  const after = settled(
    decision.request,
    handOver(decision.request, [], { tasks: [], answers: [] }, policy, now),
    now,
    [],
  )
  expect(after.request).toMatchObject({ erasedAt: now })
  expect('hurried' in after.request || 'awaits' in after.request).toBe(false)
  expect(decide(withFolder(requestIn('restoring')), event, policy, now).kind).toBe('refused')
  expect(canBeAnswered(answeredTask(task, stated), request)).toBe(false)
  expect(canBeAnswered(answeredTask(task, { ...stated, outcome: 'cannot' }), request)).toBe(true)
})

test('a task that is given to a colleague is theirs alone, open again and no later due; the history names both, and no address', () => {
  const erasing = withFolder(requestIn('erasing'))
  const now = days(1, erasing.startedAt)
  const task = set(erasing, now)
  const { request } = settled(erasing, handOver(erasing, ['archive'], nothing, policy, now), now)
  const given = (one: typeof task, by = 'agent 00000000') =>
    decide(
      request,
      { type: 'task-reassigned', task: reassigned(one, 'officer@example.com', now), to: 'officer 11111111', by },
      policy,
      now,
    )
  const decision = given(task)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  expect(decision.tasks).toEqual([{ ...task, asked: 'officer@example.com', remindedAt: now }])
  // Whose it is now hears of it; nothing else is done, as the machine waits for the same task.
  expect(decision.effects).toEqual([{ kind: 'task', task: task.id, news: 'set' }])
  expect(decision.entry.detail).toBe('erase in archive, to officer 11111111, by agent 00000000')

  const stated = { at: now, by: 'agent 00000000', outcome: 'cannot', receipts: [], reason: 'access' } as const
  const cannot = answeredTask(task, stated)
  const failing = { ...request, awaits: undefined } as unknown as Request
  const event = {
    type: 'task-reassigned',
    task: reassigned(cannot, 'officer@example.com', now),
    to: 'officer 11111111',
  }
  const after = decide(failing, event as Event, policy, now)
  if (after.kind === 'refused') throw new Error(after.reason)
  expect(after.tasks).toEqual([{ ...task, asked: 'officer@example.com', remindedAt: now, state: 'open' }])
  expect(after.effects).toEqual([
    { kind: 'task', task: task.id, news: 'set' },
    { kind: 'start', machine: 'erasure' },
  ])
  expect(decide(withFolder(requestIn('restoring')), event as Event, policy, now).kind).toBe('refused')
})

test('who has everything back before it was made unavailable by hand leaves no such task behind', () => {
  const task = set(grace, days(0))
  const restoring = withFolder(requestIn('restoring'))
  const handed = handOver(restoring, ['archive'], { tasks: [task], answers: [] }, policy, days(1))
  expect(handed.tasks.map(({ id, state }) => [id, state])).toEqual([
    ['release.archive', 'open'],
    ['restrict.archive', 'over'],
  ])
})

test('what somebody states is as a system would have answered it, and what says nothing is refused', () => {
  const erasing = withFolder(requestIn('erasing'))
  const task = set(erasing, days(1))
  const of = (outcome: 'done' | 'nothing' | 'cannot', counts: Array<[number, number]> = [], reason?: 'whose') =>
    receiptsFor(
      task,
      { outcome, counts: counts.map(([count, left]) => ({ count, kept: left })), ...(reason ? { reason } : {}) },
      erasing,
      policy,
    )
  expect(partsOfTask(task, erasing, policy)).toEqual([{ category }, { category: kept.category }])
  expect(
    of('done', [
      [2, 0],
      [0, 3],
    ]),
  ).toEqual([
    { category, outcome: 'done', count: 2 },
    { category: kept.category, outcome: 'kept', count: 3, exception: kept.id },
  ])
  expect(of('nothing')).toEqual([
    { category, outcome: 'not-found', count: 0 },
    { category: kept.category, outcome: 'not-found', count: 0 },
  ])
  expect(of('cannot', [], 'whose')).toContainEqual({ category, outcome: 'failed', count: 0, reason: 'Stated-whose' })
  expect(of('cannot')).toBe('no-reason')
  expect(of('done', [[0, 0]])).toBe('no-count')
  expect(of('done', [[0, 1]])).toBe('not-kept-by-law')
  // Nothing is kept for a law by being made unavailable.
  const restrict = set(grace, days(0))
  expect(
    receiptsFor(
      restrict,
      {
        outcome: 'done',
        counts: [
          { count: 0, kept: 0 },
          { count: 0, kept: 1 },
        ],
      },
      grace,
      policy,
    ),
  ).toBe('not-kept-by-law')
})

test('a system that fails can be asked again, or replaced for this request and step; one that does not cannot', () => {
  const failing: In<'grace'> = { ...grace, outstanding: ['files'] }
  expect(failingIn(failing, policy)).toEqual(['files'])
  expect(failingIn({ ...grace, outstanding: ['archive'] }, policy)).toEqual([])
  const after = (event: Event, request: Request = failing, by = policy) =>
    decide(request, { ...event, by: 'officer 00000000' }, by, days(1))
  const retried = after({ type: 'tried-again', system: 'files' })
  expect(retried).toMatchObject({
    entry: { detail: 'files, by officer 00000000' },
    effects: [{ kind: 'start', machine: 'erasure' }],
  })
  for (const type of ['tried-again', 'handed-over'] as const) {
    expect(after({ type, system: 'accounts' }).kind).toBe('refused')
    expect(after({ type, system: 'archive' }, { ...grace, outstanding: ['archive'] }).kind).toBe('refused')
  }
  const { byHand: _, ...bare } = desk
  expect(
    after({ type: 'handed-over', system: 'files' }, failing, { ...policy, desk: bare } as unknown as typeof policy)
      .kind,
  ).toBe('refused')
  const replaced = after({ type: 'handed-over', system: 'files' })
  if (replaced.kind === 'refused') throw new Error(replaced.reason)
  expect(replaced.entry.detail).toBe('restrict in files, by officer 00000000')
  expect(isByHand('files', replaced.request, policy)).toBe(true)
  expect(after({ type: 'handed-over', system: 'files' }, replaced.request).kind).toBe('refused')
  expect(handOver(replaced.request, ['files'], nothing, policy, days(1)).tasks).toMatchObject([
    { id: 'restrict.files', asked: 'operations@example.com' },
  ])
  // A later step is the system's own again, but what was made unavailable by hand is given back by hand.
  const later = { ...requestIn('restoring'), byHand: ['restrict.files'] }
  expect(isByHand('files', later, policy)).toBe(true)
  expect(isByHand('files', { ...requestIn('erasing'), byHand: ['restrict.files'] }, policy)).toBe(false)
})

test('a policy whose tasks nobody could see, or that are over before they begin, is refused with the reason', () => {
  const { desk: _, ...deskless } = policy
  const wrong = (value: object) => {
    try {
      checked(value)
    } catch (error) {
      if (error instanceof WrongPolicy) return error.message
      throw error
    }
    return ''
  }
  const archive = policy.systems.archive as object
  const withArchive = (more: object) => ({
    ...policy,
    systems: { ...policy.systems, archive: { ...archive, ...more } },
  })
  expect(wrong(deskless)).toContain('so the policy needs a desk')
  expect(wrong(withArchive({ owner: 'shelf' }))).toContain('systems.archive.owner: directory.keys has no shelf')
  expect(wrong(withArchive({ categories: ['nothing'] }))).toContain('there is no category nothing')
  expect(wrong(withArchive({ reminders: ['P5D'] }))).toContain('must each be shorter than systems.archive.due')
  expect(wrong(withArchive({ due: 'P0D' }))).toContain('systems.archive.due: must be longer than nothing')
  expect(instant(receivedAt)).toBe(receivedAt)
})

test('what was made unavailable by hand is given back by hand, and another system’s part or step is not', () => {
  const restoring = withFolder(requestIn('restoring'))
  const may = (byHand: readonly string[] | undefined, request: Request = restoring) =>
    isByHand('files', { ...request, ...(byHand ? { byHand } : {}) } as Request, policy)
  expect(may(undefined)).toBe(false)
  expect(may(['restrict.files'])).toBe(true)
  expect(may(['release.files'])).toBe(true)
  expect(may(['restrict.billing', 'erase.files'])).toBe(false)
  expect(may(['restrict.files'], withFolder(requestIn('erasing')))).toBe(false)
  // Nothing is asked of anybody in it.
  expect(may(['undefined.files', 'restrict.files'], withFolder(requestIn('erased')))).toBe(false)
  expect(isByHand('unknown', restoring, policy)).toBe(false)
})

test('what is asked in rounds is asked in each of them anew', () => {
  const correcting = withFolder(requestIn('correcting'))
  const again = withFolder(requestIn('erasing-again'))
  expect(taskOf('archive', correcting)).toBe(`rectify.archive.${correcting.round}`)
  expect(taskOf('archive', again)).toBe(`erase-again.archive.${again.round}`)
  expect(taskOf('archive', grace)).toBe('restrict.archive')
  expect(taskOf('archive', withFolder(requestIn('erased')))).toBeUndefined()
  expect(set(grace, days(0))).not.toHaveProperty('round')
})

test('whether somebody is asked goes by what this system answered, to this verb, and to its end', () => {
  const restoring = withFolder(requestIn('restoring'))
  const nobody = (answers: readonly Answer[]) => needsNobody('archive', restoring, folder.keys, answers, policy)
  const none = answer('restrict', [{ category, outcome: 'not-found', count: 0 }])
  expect(nobody([none])).toBe(true)
  expect(nobody([{ ...none, system: 'files' }])).toBe(false)
  expect(nobody([{ ...none, verb: 'erase' }])).toBe(false)
  expect(nobody([{ ...none, done: false }])).toBe(false)
  const some = { category: kept.category, outcome: 'done', count: 1 } as const
  expect(nobody([{ ...none, receipts: [...none.receipts, some] }])).toBe(false)
  expect(needsNobody('archive', withFolder(requestIn('lifting')), folder.keys, [none], policy)).toBe(true)
  // A program is always asked: it knows.
  expect(needsNobody('files', restoring, folder.keys, [{ ...none, system: 'files' }], policy)).toBe(false)
  expect(needsNobody('unknown', restoring, folder.keys, [none], policy)).toBe(false)
})

test('of a copy, and of a correction, somebody is asked where there is something of it on paper', () => {
  const nobody = (request: Request) => needsNobody('archive', withFolder(request), folder.keys, [], policy)
  for (const status of ['gathering', 'ready'] as const) expect(nobody(requestIn(status))).toBe(false)
  const correcting = requestIn('correcting')
  expect(nobody(correcting)).toBe(false)
  expect(nobody({ ...correcting, items: [] })).toBe(true)
})

test('only an open task that is not asked any more is over; what was answered stays as it was', () => {
  const task = set(grace, days(0))
  const restoring = withFolder(requestIn('restoring'))
  const after = (state: Task['state']) =>
    handOver(restoring, [], { tasks: [{ ...task, state }], answers: [] }, policy, days(1)).tasks.map((one) => one.state)
  expect(after('open')).toEqual(['over'])
  for (const state of ['answered', 'over'] as const) expect(after(state)).toEqual([])
  // Beside one that is still asked.
  const [release] = handOver(restoring, ['archive'], nothing, policy, days(1)).tasks
  const both = { tasks: [task, release as Task], answers: [] }
  expect(handOver(restoring, ['archive'], both, policy, days(1)).tasks.map(({ id, state }) => [id, state])).toEqual([
    ['restrict.archive', 'over'],
  ])
})

test('half of what is left is taken only where it is less than what was agreed, and not beyond the end', () => {
  const erasing = withFolder(requestIn('erasing'))
  const agreed = (now: Instant) => moved(now, 'P5D', 'Europe/Berlin')
  expect(set(erasing, days(1)).due).toBe(agreed(days(1)))
  const past = shifted(erasing.promisedBy, 86_400_000)
  expect(set(erasing, past).due).toBe(agreed(past))
  expect(set(erasing, erasing.promisedBy).due).toBe(agreed(erasing.promisedBy))
})

test('a request that nothing is asked for has no system that fails, and what is done by hand does not', () => {
  const erasing = { ...withFolder(requestIn('erasing')), outstanding: ['archive', 'files'] }
  expect(failingIn(erasing, policy)).toEqual(['files'])
  expect(failingIn({ ...erasing, status: 'erased' } as unknown as Request, policy)).toEqual([])
  expect(failingIn(requestIn('unverified'), policy)).toEqual([])
  const tried: Event = { type: 'tried-again', system: 'files' }
  expect(decide(requestIn('unverified'), tried, policy, days(1)).kind).toBe('refused')
})
