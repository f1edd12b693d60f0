import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Violations that axe finds on a page, by rule. The strict policy keeps scripts out, so axe comes by the debugger. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate('axe.run()')
  return (found as { violations: ReadonlyArray<{ id: string }> }).violations.map(({ id }) => id)
}
