import { expect, test } from 'vitest'
import { changesBetween, type Plain } from '../../domain/policy-changes.ts'
import { policy } from '../sample-policy.ts'

const plain = JSON.parse(JSON.stringify(policy)) as { readonly [name: string]: Plain } & {
  periods: { erasure: string }
}

test('a policy that says the same has no changes, whatever the order in which it was written', () => {
  expect(changesBetween(plain, plain)).toEqual([])
  expect(changesBetween(plain, Object.fromEntries(Object.entries(plain).reverse()))).toEqual([])
  expect(changesBetween({ a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] })).toEqual([])
})

test('what stands otherwise is named by its field, with what it was and what it is', () => {
  const later = { ...plain, periods: { ...plain.periods, erasure: 'P30D' } }
  expect(changesBetween(plain, later)).toEqual([{ path: 'periods.erasure', from: plain.periods.erasure, to: 'P30D' }])
  expect(changesBetween(later, plain)).toEqual([{ path: 'periods.erasure', from: 'P30D', to: plain.periods.erasure }])
})

test('what comes or goes is told once, as a whole', () => {
  const shop = { name: 'Shop', kind: 'mail' }
  expect(changesBetween({ recipients: {} }, { recipients: { shop } })).toEqual([{ path: 'recipients.shop', to: shop }])
  expect(changesBetween({ recipients: { shop } }, { recipients: {} })).toEqual([
    { path: 'recipients.shop', from: shop },
  ])
  expect(changesBetween({ minors: { age: 16 } }, {})).toEqual([{ path: 'minors', from: { age: 16 } }])
})

test('an entry of a list is told by what it is called, wherever it stands; a list of words as a whole', () => {
  const [tax, trade] = [
    { id: 'tax', keep: 'P10Y' },
    { id: 'trade', keep: 'P6Y' },
  ]
  expect(changesBetween({ retention: [tax] }, { retention: [trade, tax] })).toEqual([
    { path: 'retention.trade', to: trade },
  ])
  expect(changesBetween({ retention: [tax, trade] }, { retention: [trade, { ...tax, keep: 'P8Y' }] })).toEqual([
    { path: 'retention.tax.keep', from: 'P10Y', to: 'P8Y' },
  ])
  expect(changesBetween({ languages: ['en'] }, { languages: ['en', 'de'] })).toEqual([
    { path: 'languages', from: ['en'], to: ['en', 'de'] },
  ])
  // Two with the same name cannot be told apart.
  const twice = [{ category: 'a' }, { category: 'a' }]
  expect(changesBetween({ parts: twice }, { parts: twice.slice(1) })).toEqual([
    { path: 'parts', from: twice, to: twice.slice(1) },
  ])
})

test('a list whose entries are not all called something of their own is told as a whole', () => {
  const a = { id: 'a', n: 1 }
  for (const other of [{ n: 2 }, { id: 'a', n: 2 }, 7] as const)
    expect(changesBetween({ list: [a, other] }, { list: [a, other, other] })).toEqual([
      { path: 'list', from: [a, other], to: [a, other, other] },
    ])
  expect(changesBetween({ list: [a] }, { list: [] })).toEqual([{ path: 'list', from: [a], to: [] }])
})

test('a field that is there and holds nothing is as one that is not there', () => {
  const empty = { a: undefined } as unknown as Plain
  expect(changesBetween(empty, empty)).toEqual([])
  expect(changesBetween(empty, {})).toEqual([])
  expect(changesBetween(empty, { a: 1 })).toEqual([{ path: 'a', to: 1 }])
  expect(changesBetween({ a: 1 }, empty)).toEqual([{ path: 'a', from: 1 }])
})
