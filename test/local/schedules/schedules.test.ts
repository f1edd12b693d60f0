import { expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'
import { nextOf } from '../../../local/schedules/expression.ts'
import { runSchedules } from '../../../local/schedules/schedules.ts'

const anHour = 3_600_000

test('a schedule rings as it says, thinner while it has to rest, and then as before', async () => {
  const clock = new Clock()
  const midnight = new Date(Math.ceil(clock.now() / (24 * anHour)) * 24 * anHour).toISOString()
  await clock.advance(midnight)
  const rang: number[] = []
  const hourly = {
    ...{ name: 'hourly', arn: 'arn:hourly', kind: 'rule' as const, next: nextOf('rate(1 hour)') },
    targets: [{ arn: 'arn:target', roleArn: '', input: () => ({}) }],
  }
  const ringing = runSchedules(clock, [hourly], 0, (_, __, at) => rang.push((at - Date.parse(midnight)) / anHour))
  await clock.advance('PT3H1M')
  expect(rang.splice(0)).toEqual([1, 2, 3])
  ringing.rest(24 * anHour)
  await clock.advance('P2D')
  // A day after the last ring, not after the change.
  expect(rang.splice(0)).toEqual([27, 51])
  ringing.rest(0)
  await clock.advance('PT2H')
  expect(rang.splice(0)).toEqual([52, 53])
  ringing.stop()
  await clock.advance('PT2H')
  expect(rang).toEqual([])
  clock.stop()
})
