import { rmSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { playTour, type Story, stories } from '../../demo/tour/tour.ts'
import { assembly, seededState } from '../cloud/seeded.ts'
import { long } from '../long.ts'

// The assembly that a house stands on, made once for all.
beforeAll(async () => rmSync(await seededState(), { recursive: true }))

test.each(Object.keys(stories) as Story[])('the tour of %s ends as promised', long, async (story) => {
  const lines: string[] = []
  const isAsPromised = await playTour(story, assembly, (line) => lines.push(line))
  expect(isAsPromised, lines.slice(-40).join('\n')).toBe(true)
})
