import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import {
  type Answer,
  categoriesFor,
  categoriesOf,
  outstanding,
  subscriptionsIn,
  summed,
} from '../../domain/receipts.ts'
import { Policy } from '../../policy/schema.ts'
import type { Receipt } from '../../systems/contract.ts'
import { policy } from '../sample-policy.ts'
import { answersTo } from './sample.ts'

const one = (outcome: Receipt['outcome'], count: number, more: Partial<Receipt> = {}): Receipt => ({
  category: 'content',
  outcome,
  count,
  ...more,
})

describe('what slices of one answer come to', () => {
  test('each category, and each field of a correction, has one line, and counts add up', () => {
    expect(summed([one('done', 2)], [one('done', 3), one('done', 1, { category: 'identity' })])).toEqual([
      one('done', 5),
      one('done', 1, { category: 'identity' }),
    ])
    const fields = summed([one('done', 2, { field: 'name' })], [one('done', 3, { field: 'phone' }), one('done', 7)])
    expect(fields.map(({ field, count }) => [field, count])).toEqual([
      ['name', 2],
      ['phone', 3],
      [undefined, 7],
    ])
  })

  test('what failed in one slice is not done, whatever the others did; what is kept is said; found is found', () => {
    const heaviest = (a: Receipt['outcome'], b: Receipt['outcome']) => [
      summed([one(a, 1)], [one(b, 1)])[0]?.outcome,
      summed([one(b, 1)], [one(a, 1)])[0]?.outcome,
    ]
    expect(heaviest('failed', 'kept')).toEqual(['failed', 'failed'])
    expect(heaviest('kept', 'done')).toEqual(['kept', 'kept'])
    expect(heaviest('done', 'not-found')).toEqual(['done', 'done'])
    expect(summed([one('done', 1)], [one('kept', 2, { exception: 'invoices' })])[0]).toEqual(
      one('kept', 3, { exception: 'invoices' }),
    )
  })

  test('what is kept is counted as a whole each time, so that a repeated slice does not double it', () => {
    expect(summed([one('kept', 4)], [one('kept', 4)])).toEqual([one('kept', 4)])
    expect(summed([one('kept', 4)], [one('done', 4)])).toEqual([one('kept', 8)])
  })

  test('the order of slices never hides a failure', () => {
    const receipt = fc.record({
      category: fc.constantFrom('content', 'identity'),
      outcome: fc.constantFrom<Receipt['outcome']>('done', 'kept', 'not-found', 'failed'),
      count: fc.nat(9),
    })
    fc.assert(
      fc.property(fc.array(receipt), fc.array(receipt), (before, slice) => {
        for (const { category, outcome } of summed(before, slice)) {
          const all = [...before, ...slice].filter((one) => one.category === category)
          expect(outcome === 'failed').toBe(all.some((one) => one.outcome === 'failed'))
          expect(outcome === 'not-found').toBe(all.every((one) => one.outcome === 'not-found'))
        }
      }),
    )
  })
})

describe('a system has not carried a verb out', () => {
  const changed = (change: (answer: Answer) => Answer) =>
    outstanding(
      'restrict',
      answersTo('restrict').map((one) => (one.system === 'files' ? change(one) : one)),
      policy,
    )

  test('before it answered to that verb, while slices are to come, or when one failed', () => {
    expect(outstanding('restrict', [], policy)).toEqual(['accounts', 'files', 'billing'])
    expect(changed((one) => one)).toEqual([])
    expect(changed((one) => ({ ...one, done: false }))).toEqual(['files'])
    expect(changed((one) => ({ ...one, verb: 'release' }))).toEqual(['files'])
    expect(
      changed((one) => ({ ...one, receipts: [...one.receipts, { ...one.receipts[0], outcome: 'failed' } as Receipt] })),
    ).toEqual(['files'])
  })

  test('of an erasure only once it was looked whether anything is left', () => {
    expect(outstanding('erase', answersTo('erase'), policy)).toEqual(['accounts', 'files', 'billing'])
    expect(outstanding('erase', [...answersTo('erase'), ...answersTo('check')], policy)).toEqual([])
  })
})

describe('a system is asked for', () => {
  test('its own categories, each once; one that the policy no longer names has none', () => {
    expect(categoriesOf('files', policy)).toEqual(['content', 'identity'])
    expect(categoriesOf('billing', policy)).toEqual(['payment'])
    expect(categoriesOf('sold', policy)).toEqual([])
  })

  test('what the person provided, to take it elsewhere; and where it keeps subscriptions, to stop mails', () => {
    expect(categoriesFor('portability', 'billing', policy)).toEqual([])
    expect(categoriesFor('access', 'billing', policy)).toEqual(['payment'])
    expect(categoriesFor('portability', 'files', policy)).toEqual(['content', 'identity'])
    expect(categoriesFor('objection', 'files', policy)).toEqual([])
  })

  test('the subscriptions of one list, or of all', () => {
    const company = Policy.parse(demo)
    const system = Object.keys(company.systems).find((name) => subscriptionsIn(name, company).length > 0) as string
    const list = subscriptionsIn(system, company)[0]?.list as string
    expect(subscriptionsIn(system, company, list)).toEqual(
      subscriptionsIn(system, company).filter((one) => one.list === list),
    )
    expect(subscriptionsIn(system, company, list)).not.toEqual([])
    expect(subscriptionsIn(system, company, 'of-nobody')).toEqual([])
    expect(categoriesFor('objection', system, company)).toContain(subscriptionsIn(system, company)[0]?.category)
  })
})
