import { expect, test } from 'vitest'
import { checked } from '../../policy/load.ts'
import { policy } from '../sample-policy.ts'

const { accounts } = policy.systems
if (accounts?.kind !== 'dynamodb') throw new Error('the sample has accounts in DynamoDB')
const [table] = accounts.tables
const { name: field } = policy.correctable
const withTable = (more: object) => ({
  ...policy,
  systems: { ...policy.systems, accounts: { ...accounts, tables: [{ ...table, ...more }] } },
})

test.each([
  ['a pattern that is none', { ...policy, correctable: { ...policy.correctable, name: { ...field, pattern: '(' } } }],
  [
    'a category that is not there',
    { ...policy, correctable: { ...policy.correctable, name: { ...field, category: 'x' } } },
  ],
  [
    'a category named as what every object has',
    { ...policy, correctable: { ...policy.correctable, name: { ...field, category: 'toString' } } },
  ],
  [
    'a column for no field, named as what every object has',
    withTable({ fields: { ...table?.fields, valueOf: 'name' } }),
  ],
  ['a field that lies nowhere', { ...policy, correctable: { ...policy.correctable, age: field } }],
  ['a field named statement', { ...policy, correctable: { ...policy.correctable, statement: field } }],
  ['no reason to decline', { ...policy, reasonsToDecline: {} }],
  ['a column for no field', withTable({ fields: { ...table?.fields, age: 'age' } })],
  ['a key to be corrected', withTable({ fields: { ...table?.fields, name: 'id' } })],
  ['a field completed that lies elsewhere', withTable({ completes: ['payer'] })],
  ['a statement in a key', withTable({ statement: 'id' })],
  ['a list that would be taken for all', { ...policy, lists: { all: { label: { en: 'All' } } } }],
])('a policy with %s is refused with a sentence that names where', (_, wrong) => {
  expect(() => checked(wrong)).toThrow(
    /^The policy cannot be used\. (correctable|reasonsToDecline|lists\.all|systems\.accounts)/,
  )
})

test('the sample itself can be used', () => {
  expect(checked(policy)).toEqual(policy)
})
