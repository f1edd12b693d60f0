import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'
import { Asynchronous } from '../../../local/functions/asynchronous.ts'
import { resolve } from '../../../local/template/template.ts'

const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:worker'
const template = resolve({
  stacks: [
    {
      name: 'Main',
      region: 'eu-central-1',
      template: {
        Resources: {
          Worker: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'worker' } },
          Left: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'left' } },
          Rules: {
            Type: 'AWS::Lambda::EventInvokeConfig',
            Properties: {
              FunctionName: { Ref: 'Worker' },
              DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Left', 'Arn'] } } },
            },
          },
        },
      },
    },
  ],
})

function open(file: string, run: (minute: number) => unknown) {
  const clock = new Clock(join(file, 'clock.json'))
  const begin = clock.now()
  const minutes: number[] = []
  const given: unknown[] = []
  const events = new Asynchronous({
    clock,
    template,
    folder: join(file, 'events'),
    invoke: async () => {
      const minute = Math.round((clock.now() - begin) / 60_000)
      minutes.push(minute)
      return await run(minute)
    },
    giveUp: (of, queue, letter) => given.push({ of, queue, error: letter.error }),
  })
  return { clock, events, minutes, given }
}
const folder = () => mkdtempSync(join(tmpdir(), 'events-'))
const fails = () => {
  throw Object.assign(new Error('down'), { name: 'Down' })
}

test('an event that fails is tried after one minute and after two more, then given up to the queue', async () => {
  const { clock, events, minutes, given } = open(folder(), fails)
  events.send(arn, {}, 'schedule daily')
  await clock.advance('PT1H')
  expect(minutes).toEqual([0, 1, 3])
  expect(given).toEqual([{ of: arn, queue: 'arn:aws:sqs:eu-central-1:000000000000:left', error: 'Down' }])
  clock.stop()
})

test('an event that goes well is not tried again', async () => {
  const { clock, events, minutes, given } = open(folder(), (minute) => (minute === 0 ? fails() : 'fine'))
  events.send(arn, {}, 'schedule daily')
  await clock.advance('PT1H')
  expect([minutes, given]).toEqual([[0, 1], []])
  clock.stop()
})

test('an event that nobody has taken yet is tried after a restart', async () => {
  const kept = folder()
  const before = open(kept, fails)
  before.events.send(arn, { what: 'kept' }, 'schedule daily')
  await before.clock.quiet()
  before.clock.stop()
  const after = open(kept, () => 'fine')
  after.events.recover()
  await after.clock.advance('PT1H')
  expect([after.minutes, after.given]).toEqual([[1], []])
  after.clock.stop()
})
