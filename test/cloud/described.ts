import { expect, test } from 'vitest'
import { document } from '../described.ts'
import { house } from './one-house.ts'

test('the description of the API is served to everybody, may be kept, and is what the functions parse with', async () => {
  const answer = await fetch(`${house.cloud.site}/openapi.json`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(document)))
})

test('whatever the API answered in this house is as described', () => {
  expect(house.described.differences).toEqual([])
  expect(house.described.answers.size).toBeGreaterThan(0)
})
