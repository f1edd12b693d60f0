import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'
import type { Machine } from '../../../local/stepfunctions/definition.ts'
import { statesCall } from '../../../local/stepfunctions/endpoint.ts'
import { Machines } from '../../../local/stepfunctions/machines.ts'

const arn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:story'
const task = (name: string) => `arn:aws:lambda:eu-central-1:000000000000:function:${name}`
type Call = { name: string; payload: unknown; at: string }

/** A cloud of state machines alone; the functions are the test's. */
function cloud(machine: Machine, run: (call: Call, all: Call[]) => unknown, folder?: string, twice = false) {
  const clock = new Clock(folder ? join(folder, 'clock.json') : undefined)
  const calls: Call[] = []
  const machines = new Machines({
    clock,
    ...(folder ? { folder: join(folder, 'executions') } : {}),
    definitions: new Map([[arn, machine]]),
    twice,
    invoke: async (functionArn, payload) => {
      const call = { name: functionArn.split(':').at(-1) ?? '', payload, at: clock.instant() }
      calls.push(call)
      await new Promise((resolve) => setTimeout(resolve, 2))
      return await run(call, calls)
    },
  })
  const view = (name = 'OB-1') => machines.views().find((one) => one.name === name)
  const leave = () => {
    machines.pause()
    clock.stop()
  }
  return { clock, machines, calls, view, leave }
}

const sixtyDays: Machine = {
  StartAt: 'Restrict everywhere',
  TimeoutSeconds: 90 * 24 * 3600,
  States: {
    'Restrict everywhere': {
      Type: 'Map',
      ItemsPath: '$.systems',
      ItemSelector: { 'system.$': '$$.Map.Item.Value', 'run.$': '$$.Execution.Name' },
      ItemProcessor: {
        StartAt: 'Restrict',
        States: {
          Restrict: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Parameters: { FunctionName: task('restrict'), 'Payload.$': '$' },
            OutputPath: '$.Payload',
            End: true,
            Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3600, BackoffRate: 2, MaxAttempts: 5 }],
          },
        },
      },
      ResultPath: '$.restricted',
      Next: 'Look',
    },
    Look: { Type: 'Task', Resource: task('look'), ResultPath: '$.look', Next: 'What next' },
    'What next': {
      Type: 'Choice',
      Choices: [{ Variable: '$.look.next', StringEquals: 'wait', Next: 'Wait' }],
      Default: 'Erase',
    },
    Wait: { Type: 'Wait', TimestampPath: '$.look.at', Next: 'Look' },
    Erase: { Type: 'Task', Resource: task('erase'), ResultPath: null, End: true },
  },
}
const start = (machines: Machines, name = 'OB-1', input: unknown = { systems: ['files', 'billing'] }) =>
  statesCall(machines, 'StartExecution', { stateMachineArn: arn, name, input: JSON.stringify(input) })

test('sixty days pass in a moment, with every wait and retry at its own instant', async () => {
  const begin = Date.now()
  const plan = [30, 53, 59].map((day) => new Date(begin + day * 86_400_000).toISOString())
  let looked = 0
  let busy = 2
  const { clock, machines, calls, view, leave } = cloud(sixtyDays, ({ name, payload }) => {
    if (name === 'restrict' && (payload as { system: string }).system === 'files' && busy-- > 0)
      throw Object.assign(new Error('held'), { name: 'Busy' })
    const at = plan[looked]
    if (name === 'look') return at && looked++ < plan.length ? { next: 'wait', at } : { next: 'erase' }
    return { done: true }
  })
  start(machines)
  await clock.quiet()
  expect(view()?.current).toEqual(['Restrict'])
  await clock.advance('P29D')
  expect(view()).toMatchObject({ status: 'RUNNING', current: ['Wait'] })
  await clock.advance('P40D')
  expect(view()?.status).toBe('SUCCEEDED')
  const files = calls.filter(({ name, payload }) => name === 'restrict' && JSON.stringify(payload).includes('files'))
  const hours = files.map(({ at }) => Math.round((Date.parse(at) - begin) / 3_600_000))
  expect(hours).toEqual([0, 1, 3])
  const erased = calls.filter(({ name }) => name === 'erase').map(({ at }) => at.slice(0, 16))
  expect(erased).toEqual([plan[2]?.slice(0, 16)])
  // Map, 2 x Restrict, 2 retries, 4 x Look, 4 x What next, 3 x Wait, Erase.
  expect(view()?.transitions).toBe(17)
  expect(files[0]?.payload).toEqual({ system: 'files', run: 'OB-1' })
  leave()
})

test('a wait ends at the second of its moment, as Step Functions reads it', async () => {
  const at = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_900).toISOString()
  let looked = 0
  const { clock, machines, calls, view, leave } = cloud(sixtyDays, ({ name }) => {
    if (name !== 'look') return { done: true }
    return looked++ === 0 ? { next: 'wait', at } : { next: 'erase' }
  })
  start(machines)
  await clock.advance('PT2M')
  expect(view()?.status).toBe('SUCCEEDED')
  const woke = calls.filter(({ name }) => name === 'look').at(-1)?.at ?? ''
  expect(Math.floor(Date.parse(at) / 1000) * 1000 - Date.parse(woke)).toBeLessThanOrEqual(0)
  expect(Date.parse(woke)).toBeLessThan(Date.parse(at))
  leave()
})

test('an execution goes on where it was after the process is gone, and no task that was done runs again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'executions-'))
  const at = new Date(Date.now() + 30 * 86_400_000).toISOString()
  const answer = ({ name }: Call) => (name === 'look' ? { next: 'wait', at } : { done: true })
  const before = cloud(sixtyDays, answer, folder)
  start(before.machines)
  await before.clock.advance('P20D')
  expect(before.view()?.current).toEqual(['Wait'])
  before.leave()

  const changed = { ...sixtyDays, StartAt: 'Erase' }
  const after = cloud(changed, ({ name }) => (name === 'look' ? { next: 'erase' } : { done: true }), folder)
  after.machines.recover()
  await after.clock.quiet()
  expect(after.view()).toMatchObject({ status: 'RUNNING', current: ['Wait'] })
  expect(after.calls).toEqual([])
  await after.clock.advance('P20D')
  expect(after.view()?.status).toBe('SUCCEEDED')
  expect(after.calls.map(({ name }) => name)).toEqual(['look', 'erase'])
  after.leave()

  const again = cloud(sixtyDays, answer, folder)
  again.machines.recover()
  expect(again.view()).toMatchObject({ status: 'SUCCEEDED', transitions: after.view()?.transitions })
  again.leave()
})

test('starting twice under one name gives the running execution, and refuses a closed one or another input', async () => {
  const at = new Date(Date.now() + 86_400_000).toISOString()
  let next = 'wait'
  const { clock, machines, leave } = cloud(sixtyDays, ({ name }) => (name === 'look' ? { next, at } : {}))
  const first = start(machines)
  expect(start(machines)).toEqual(first)
  expect(() => start(machines, 'OB-1', { systems: [] })).toThrow(
    expect.objectContaining({ name: 'ExecutionAlreadyExists' }),
  )
  await clock.quiet()
  next = 'erase'
  await clock.advance('P2D')
  expect(() => start(machines)).toThrow(expect.objectContaining({ name: 'ExecutionAlreadyExists' }))
  leave()
})

test('a task that keeps failing gives up after its attempts and is caught with its error and cause', async () => {
  const machine: Machine = {
    StartAt: 'Try',
    States: {
      Try: {
        Type: 'Task',
        Resource: task('try'),
        Retry: [
          { ErrorEquals: ['States.ALL'], IntervalSeconds: 60, BackoffRate: 10, MaxAttempts: 4, MaxDelaySeconds: 3600 },
        ],
        Catch: [{ ErrorEquals: ['Down'], ResultPath: '$.error', Next: 'Put before a person' }],
        End: true,
      },
      'Put before a person': { Type: 'Pass', End: true },
    },
  }
  const { clock, machines, calls, view, leave } = cloud(machine, () => {
    throw Object.assign(new Error('no answer'), { name: 'Down' })
  })
  const begin = clock.now()
  start(machines, 'OB-1', {})
  await clock.advance('P1D')
  const minutes = calls.map(({ at }) => Math.round((Date.parse(at) - begin) / 60_000))
  expect(minutes).toEqual([0, 1, 11, 71, 131])
  expect(view()).toMatchObject({
    status: 'SUCCEEDED',
    output: '{"error":{"Error":"Down","Cause":"no answer"}}',
    transitions: 6,
  })
  leave()
})

test('branches wait side by side, an execution can be stopped, and one outlives its timeout', async () => {
  const machine: Machine = {
    StartAt: 'Both',
    TimeoutSeconds: 40 * 86_400,
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Ten days', States: { 'Ten days': { Type: 'Wait', Seconds: 864_000, End: true } } },
          { StartAt: 'As given', States: { 'As given': { Type: 'Wait', SecondsPath: '$.seconds', End: true } } },
        ],
        End: true,
      },
    },
  }
  const { clock, machines, view, leave } = cloud(machine, () => ({}))
  start(machines, 'OB-1', { seconds: 20 * 86_400 })
  start(machines, 'OB-2', { seconds: 50 * 86_400 })
  start(machines, 'OB-3', { seconds: 50 * 86_400 })
  await clock.advance('P15D')
  expect(view()?.current).toEqual(['As given'])
  statesCall(machines, 'StopExecution', { executionArn: `${arn.replace('stateMachine', 'execution')}:OB-3` })
  await clock.advance('P30D')
  expect(['OB-1', 'OB-2', 'OB-3'].map((name) => view(name)?.status)).toEqual(['SUCCEEDED', 'TIMED_OUT', 'ABORTED'])
  expect(clock.wakeUps()).toEqual([])
  leave()
})

test('with every task run twice each function is called twice and the execution ends the same', async () => {
  const { clock, machines, calls, view, leave } = cloud(
    sixtyDays,
    ({ name }) => (name === 'look' ? { next: 'erase' } : {}),
    undefined,
    true,
  )
  start(machines)
  await clock.quiet()
  expect(view()?.status).toBe('SUCCEEDED')
  expect(calls.map(({ name }) => name).toSorted()).toEqual([
    'erase',
    'erase',
    'look',
    'look',
    ...Array(4).fill('restrict'),
  ])
  leave()
})

test('what the local cloud cannot do is refused by the name of the state', () => {
  const { machines, leave } = cloud(
    { StartAt: 'Ask', States: { Ask: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } } },
    () => ({}),
  )
  expect(() => start(machines)).toThrow("in state 'Ask'")
  leave()
})

test('the time of a task counts from when its function begins, and not while it waits for a worker', async () => {
  const clock = new Clock()
  let calls = 0
  const machines = new Machines({
    clock,
    definitions: new Map([
      [
        arn,
        {
          StartAt: 'Look',
          States: { Look: { Type: 'Task', Resource: task('look'), TimeoutSeconds: 0.05, End: true } },
        },
      ],
    ]),
    invoke: async (_, payload, __, begins) => {
      calls += 1
      await new Promise((resolve) => setTimeout(resolve, 150))
      begins()
      return (payload as { hangs: boolean }).hangs ? await new Promise(() => undefined) : { done: true }
    },
  })
  start(machines, 'OB-1', { hangs: false })
  start(machines, 'OB-2', { hangs: true })
  await clock.quiet()
  expect(machines.views().map(({ status, error }) => [status, error])).toEqual([
    ['SUCCEEDED', undefined],
    ['FAILED', 'States.Timeout'],
  ])
  expect(calls).toBe(2)
  machines.pause()
  clock.stop()
})
