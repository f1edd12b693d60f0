import { expect, test } from 'vitest'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

test('a tool of the company that is down hears afterwards that somebody is erased, once, and nothing of whom', async () => {
  const { caseTool } = house.office.recipients
  const { email, accounts } = somebody(271)
  const person = new Person(house.cloud, email)
  const { reference, link } = await person.asksAndConfirms()
  const about = () => [...caseTool.heard].filter(([, { data }]) => data.reference === reference)
  caseTool.says = { status: 503, body: '' }
  const before = house.cloud.metrics().FailingSystem ?? 0
  expect(await person.presses(link, 'erase-now')).toBe(200)
  expect((await person.sees(link)).status).toBe('erased')
  expect(about()).toEqual([])
  expect(house.cloud.metrics().FailingSystem ?? 0).toBeGreaterThan(before)

  caseTool.says = undefined
  await house.cloud.clock.advance('PT4M')
  const heard = about()
  expect(heard.map(([, { type }]) => type)).toEqual(['request.erased'])
  expect(heard[0]?.[1].data).toEqual({ reference, right: 'erasure', event: expect.any(String), status: 'erased' })
  for (const value of [email, ...accounts]) expect(JSON.stringify(heard)).not.toContain(value)
  await house.cloud.clock.advance('PT2H')
  expect(about()).toHaveLength(1)
}, 120_000)
