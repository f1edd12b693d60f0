import { expect, test } from 'vitest'
import { stillTrue } from '../../domain/letters.ts'
import { isClosed } from '../../domain/request.ts'
import type { Day } from '../../domain/time.ts'
import { canBeNoted, noted, templates, templatesFor, wrote } from '../../domain/written.ts'
import { policy } from '../sample-policy.ts'
import { receivedAt, requestIn, shifted, statuses } from './sample.ts'

const now = shifted(receivedAt, 3_600_000)
const staff = 'agent 00000000'

test.each(statuses)(
  'in %s somebody of the company writes what is true, or not at all, and changes nothing else',
  (status) => {
    const before = requestIn(status)
    const offered = templatesFor(before, now)
    for (const template of templates) {
      const decision = wrote(before, template, staff, policy, now)
      if (!offered.includes(template)) {
        expect(decision).toEqual({ kind: 'refused', reason: 'not-possible-now' })
        continue
      }
      if (decision.kind === 'refused') throw new Error(decision.reason)
      const { version: _, historyHash: __, historyLength: n, ...after } = decision.request
      expect(before).toMatchObject(after)
      expect(decision.effects).toEqual([{ kind: 'letter', letter: 'from-the-desk', written: n }])
      expect(decision.entry).toMatchObject({ n, event: 'wrote', detail: `${template}, by ${staff}` })
      expect(decision.counts.of).toEqual([])
      expect(stillTrue(decision.effects[0] as (typeof decision.effects)[number], decision.request)).toBe(true)
    }
    // Whoever has not proven an address gets nothing that somebody typed, nor who was told that it is over.
    if (status === 'unverified' || isClosed(before) || before.right === 'disclosure') expect(offered).toEqual([])
    else expect(offered).toContain('own-words')
  },
)

test.each(statuses)('a note in %s is an entry of the history, and changes and causes nothing else', (status) => {
  const before = requestIn(status)
  const decision = noted(before, staff, 'salt', policy, now)
  expect(decision.kind === 'refused').toBe(!canBeNoted(before))
  if (decision.kind === 'refused') return
  const { version: _, historyHash: __, historyLength: ___, ...after } = decision.request
  expect(before).toMatchObject(after)
  expect(decision.effects).toEqual([])
  expect(decision.counts.of).toEqual([])
  expect(decision.entry).toMatchObject({ event: 'noted', from: status, to: status, digest: expect.any(String) })
  // Who noted it is not for its person.
  expect(decision.entry).not.toHaveProperty('detail')
  expect(decision.untold).toEqual({ n: decision.entry.n, event: 'noted', detail: `by ${staff}`, salt: 'salt' })
  expect(before.status !== 'unverified' && !isClosed(before)).toBe(true)
})

test('nobody is told that somebody is at work where nobody is, that an answer comes by a day that is over, or that they asked where they did not', () => {
  const always = ['your-mail', 'own-words']
  const gathering = requestIn('gathering')
  expect(templatesFor(gathering, now)).toEqual(templates)
  expect(templatesFor(gathering, gathering.promisedBy)).toEqual(always)
  expect(templatesFor(requestIn('deciding'), now)).toEqual(['under-way', ...always])
  for (const waiting of ['grace', 'stating', 'identifying', 'ready'] as const)
    expect([waiting, templatesFor(requestIn(waiting), now)]).toEqual([waiting, always])
  const begun = requestIn('restricting')
  expect(templatesFor(begun, now)).toContain('under-way')
  expect(templatesFor({ ...begun, inactive: { lastUsed: '2025-01-01' as Day } }, now)).toEqual(always)
  expect(templatesFor({ ...gathering, controller: 'museum' }, now)).toEqual([])
})
