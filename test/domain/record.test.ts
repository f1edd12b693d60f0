import { expect, test } from 'vitest'
import demo from '../../demo/policy.ts'
import { recordOf } from '../../domain/record.ts'
import { partsOf } from '../../policy/systems.ts'
import { policy } from '../sample-policy.ts'

const text = (en: string) => ({ en })

test('the record has every category, purpose, recipient and period that the policy has (GDPR Art. 30(1))', () => {
  const record = recordOf(policy)
  expect(record.processing.map(({ category }) => category)).toEqual(Object.keys(policy.categories))
  for (const { category, purpose, recipients } of record.processing) {
    expect(purpose).toEqual(policy.categories[category]?.purpose)
    expect(recipients).toEqual(policy.categories[category]?.recipients)
  }
  expect(record.recipients.map(({ name }) => name)).toEqual(Object.values(policy.recipients).map(({ name }) => name))
  expect(record.processing.flatMap(({ kept }) => kept)).toHaveLength(policy.retention.length)
  expect(record.controller).toMatchObject({ name: policy.company.name, officer: policy.company.officer })
  expect(record.periods.erasure).toBe(policy.periods.erasure)
})

test('of each category it says in which systems it lies, and in which region: its own, or the home region', () => {
  const record = recordOf(policy)
  const systems = Object.fromEntries(
    Object.entries(policy.systems).map(([name, system], n) => [
      name,
      n === 0 ? { ...system, region: 'us-west-2' } : system,
    ]),
  )
  const moved = recordOf({ ...policy, systems })
  const places = moved.processing.flatMap((one) => one.systems.map(({ region }) => region))
  expect(new Set(places)).toEqual(new Set(['us-west-2', policy.regions.home]))
  // Every table and folder of the policy is in the record.
  const held = Object.values(policy.systems).flatMap((system) => [
    ...new Set(partsOf(system).map(({ category }) => category)),
  ])
  expect(record.processing.flatMap((one) => one.systems)).toHaveLength(held.length)
})

test('a recipient where the GDPR does not hold is marked, with its safeguard or without', () => {
  const to = (country: string, safeguard?: { en: string }) => ({
    name: country,
    role: text('hosting'),
    country,
    ...(safeguard ? { safeguard } : {}),
  })
  const recipients = { a: to('FR'), b: to('NO'), c: to('US', text('clauses')), d: to('GB'), e: to('CH') }
  expect(recordOf({ ...policy, recipients }).recipients.map(({ abroad, safeguard }) => [abroad, safeguard])).toEqual([
    ...[
      [false, undefined],
      [false, undefined],
      [true, text('clauses')],
      [true, undefined],
      [true, undefined],
    ],
  ])
})

test('what a policy has not is not in its record', () => {
  const { inactivity: _, mailbox: __, processor: ___, ...less } = policy
  const without = recordOf(less)
  expect(without.periods).not.toHaveProperty('unused')
  expect(without.periods).not.toHaveProperty('mails')
  expect(without.controllers).toEqual([])
})

test('no secret, nor its name, is in it', () => {
  const secrets = [...JSON.stringify(policy).matchAll(/"secret":"([^"]+)"/g)].map(([, name]) => name ?? '')
  expect(secrets.length).toBeGreaterThan(0)
  for (const name of secrets) expect(JSON.stringify(recordOf(policy))).not.toContain(name)
})

test('what a policy has is in its record: unused accounts, mails, and those on whose behalf data are held', () => {
  const { periods, controllers } = recordOf(demo)
  expect(periods.unused).toEqual({ after: demo.inactivity?.after, grace: demo.inactivity?.grace })
  expect(periods.mails).toBe(demo.periods.rawMail)
  expect(controllers).toEqual(Object.values(demo.processor?.controllers ?? {}).map(({ name }) => name))
  expect(controllers.length).toBeGreaterThan(0)
})

test('it says who answers for it, and of each category its systems and what a law keeps of it, and of no other', () => {
  const record = recordOf(policy)
  const { name, address, officer, authority } = policy.company
  expect(record.controller).toEqual({ name, address, mail: 'info@example.com', officer, authority })
  const label = (system: string) => ({ label: policy.systems[system]?.label, region: policy.regions.home })
  expect(record.processing.map(({ category, systems, kept }) => ({ category, systems, kept }))).toEqual([
    { category: 'identity', systems: [label('accounts'), label('files')], kept: [] },
    { category: 'content', systems: [label('files')], kept: [] },
    { category: 'payment', systems: [label('billing')], kept: [{ basis: text('Commercial law'), period: 'P10Y' }] },
  ])
})
