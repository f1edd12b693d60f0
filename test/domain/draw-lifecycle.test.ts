import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lifecyclePage } from '../../domain/draw-lifecycle.ts'
import { lifecycle } from '../../domain/lifecycle.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'lifecycle.md'), 'utf8')

test('docs/lifecycle.md is what `npm run draw` draws from the table', () => {
  expect(page).toBe(lifecyclePage())
})

test('docs/lifecycle.md shows every transition of the table, drawn and in words', () => {
  for (const [from, event, to, meaning] of lifecycle) {
    expect(page).toContain(`| ${from} | ${event} | ${to.join(', ')} | ${meaning} |`)
    for (const status of to)
      expect(page).toContain(`  ${from.replaceAll('-', '_')} --> ${status.replaceAll('-', '_')}: ${event}\n`)
  }
})
