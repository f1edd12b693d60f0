import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepared } from '../../local/stepfunctions/definition.ts'
import { pauseBeforeRetry } from '../../local/stepfunctions/retry.ts'
import { workflowsPage } from '../../workflows/draw.ts'
import { arnOf, definitionOf, named, rounds, type Story, stories } from './definitions.ts'

const all = Object.keys(stories) as Story[]

test.each([...all, ...(Object.keys(rounds) as Array<keyof typeof rounds>)])(
  '%s is what its golden file says, so that a change of it is seen: `npm run golden`',
  async (story) => {
    // Two systems are enough to see what stands side by side.
    const definition = definitionOf(story, named(['accounts', 'files']))
    await expect(`${JSON.stringify(definition, null, 2)}\n`).toMatchFileSnapshot(`golden/${story}.asl.json`)
  },
)

test('docs/workflows.md is drawn from the stories: `npm run draw` draws it anew', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'workflows.md'), 'utf8')
  expect(workflowsPage()).toBe(page)
})

test.each(all)('%s asks each function for a reference and a version, and for nothing personal', (story) => {
  const text = JSON.stringify(definitionOf(story, named(['accounts'])))
  const parameters = [...text.matchAll(/"Parameters":(\{[^}]*\})/g)].map(
    (found) => JSON.parse(found[1] ?? '') as object,
  )
  expect(parameters.length).toBeGreaterThan(0)
  for (const given of parameters) {
    const { 'v.$': v, 'reference.$': reference, ...asks } = given as Record<string, unknown>
    expect([v, reference]).toEqual(['$.v', '$.reference'])
    expect(Object.keys(asks).filter((key) => !['event', 'verb', 'act'].includes(key))).toEqual([])
  }
})

test('a round is given its version alone, and goes on as long as more accounts are due', () => {
  const text = JSON.stringify(definitionOf('inactivity', named([])))
  expect(text.match(/"Parameters":(\{[^}]*\})/)?.[1]).toBe('{"v.$":"$.v"}')
  expect(text).not.toContain('reference')
})

test('each job of the daily round goes on where its slice stopped, and holds up no other when it fails', () => {
  const text = JSON.stringify(definitionOf('daily-round', named([])))
  const given = [...text.matchAll(/"Parameters":(\{[^}]*\})/g)].map((found) => JSON.parse(found[1] ?? ''))
  expect(given).toEqual([
    ...['start-again', 'kept', 'erase-again'].map((job) => ({ 'v.$': '$.v', 'from.$': '$.from', job })),
    // The histories against their anchors, the officer's letter, and the anchor.
    { 'v.$': '$.v', 'from.$': '$.from' },
    { 'v.$': '$.v' },
    { 'v.$': '$.v' },
  ])
  expect(text.match(/"Catch":/g)).toHaveLength(6)
})

test('a program of the company is called for three days, and one that is gone once', () => {
  const { plans } = prepared(definitionOf('webhooks', named([])), {})
  const [call] = [...plans.values()].filter((plan) => plan.kind === 'task')
  const retry = call?.retry ?? []
  const pauses: number[] = []
  for (let errors = ['NotTaken']; ; errors = [...errors, 'NotReached']) {
    const pause = pauseBeforeRetry(retry, errors)
    if (pause === undefined) break
    pauses.push(pause / 3_600_000)
  }
  expect(pauses.reduce((sum, one) => sum + one, 0)).toBeCloseTo(72, 0)
  expect(pauseBeforeRetry(retry, ['Gone'])).toBeUndefined()
  const text = JSON.stringify(definitionOf('webhooks', named([])))
  expect(text.match(/"Parameters":(\{[^}]*\})/)?.[1]).toBe('{"v.$":"$.v","reference.$":"$.reference","id.$":"$.id"}')
})

test.each(all)('%s never waits on a call without an end, and retries every one', (story) => {
  const { plans } = prepared(definitionOf(story, named(['accounts', 'files'], arnOf)), {})
  const calls = [...plans.values()].filter((plan) => plan.kind === 'task')
  expect(calls.length).toBeGreaterThan(0)
  for (const call of calls) {
    expect(call.timeoutSeconds).toBeGreaterThan(60)
    expect(call.retry.flatMap(({ ErrorEquals }) => ErrorEquals)).toContain('States.ALL')
    for (const { MaxAttempts, MaxDelaySeconds } of call.retry)
      expect(MaxAttempts === 0 || (MaxDelaySeconds ?? 0) <= 3600).toBe(true)
  }
})
