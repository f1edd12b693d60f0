import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock } from '../../../local/clock/clock.ts'

test('the clock rings every alarm on its way in order, at its instant', async () => {
  const clock = new Clock()
  const rung: string[] = []
  const start = clock.now()
  const day = 24 * 3600 * 1000
  clock.at(start + 60 * day, 'late', () => rung.push(`late ${Math.round((clock.now() - start) / day)}`))
  clock.at(start + 30 * day, 'soon', () => {
    rung.push(`soon ${Math.round((clock.now() - start) / day)}`)
    clock.at(start + 40 * day, 'set on the way', () => rung.push('set on the way'))
  })
  await clock.advance('P61D')
  expect(rung).toEqual(['soon 30', 'set on the way', 'late 60'])
  expect(clock.wakeUps()).toEqual([])
  clock.stop()
})

test('the clock waits for work under way before it goes on', async () => {
  const clock = new Clock()
  const seen: string[] = []
  const in1h = clock.now() + 3_600_000
  clock.at(in1h, 'work', () => {
    void clock.during('work', async () => {
      await new Promise((resolve) => setTimeout(resolve, 60))
      seen.push(clock.now() < in1h + 1_000_000 ? 'done before the jump' : 'overtaken')
    })
  })
  await clock.advance('P1D')
  expect(seen).toEqual(['done before the jump'])
  clock.stop()
})

test('an alarm further away than any JavaScript timer does not ring at once', async () => {
  const clock = new Clock()
  let rung = false
  clock.at(clock.now() + 60 * 24 * 3600 * 1000, 'in 60 days', () => {
    rung = true
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(rung).toBe(false)
  clock.stop()
})

test('time that was travelled survives a restart, and never goes back', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json')
  const before = new Clock(file)
  await before.advance('P10D')
  const after = new Clock(file)
  expect(after.now() - Date.now()).toBeGreaterThan(9.9 * 24 * 3600 * 1000)
  await expect(after.advance('2001-01-01T00:00:00Z')).rejects.toThrow('time only goes forward')
  await expect(after.advance('soon')).rejects.toThrow(RangeError)
  for (const clock of [before, after]) clock.stop()
})
