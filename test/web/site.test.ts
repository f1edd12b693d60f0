import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Policy } from '../../policy/schema.ts'
import { buildSite } from '../../web/build-site.ts'
import { company } from './seen.ts'

async function built(policy: Policy) {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  try {
    await buildSite(policy, folder)
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.')).toSorted()
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('the site is its pages in every language, the style sheets and the icon', async () => {
  const site = await built(company)
  expect([...site.keys()]).toEqual([
    '404.html',
    'ask/erasure/index.html',
    'ask/index.html',
    'ask/objection/index.html',
    'ask/portability/index.html',
    'ask/processing-objection/index.html',
    'ask/rectification/index.html',
    'ask/restriction/index.html',
    'de/ask/erasure/index.html',
    'de/ask/index.html',
    'de/ask/objection/index.html',
    'de/ask/portability/index.html',
    'de/ask/processing-objection/index.html',
    'de/ask/rectification/index.html',
    'de/ask/restriction/index.html',
    'de/index.html',
    'desk.css',
    'icon.svg',
    'index.html',
    'style.css',
  ])
  expect(site.get('index.html')).toContain('<html lang="en">')
  expect(site.get('de/ask/index.html')).toContain('<html lang="de">')
  expect(site.get('ask/erasure/index.html')).toContain('value="erasure" checked')
})

test('a company whose first language is German has German pages at the top', async () => {
  const site = await built({ ...company, languages: ['de', 'en'] })
  expect(site.get('index.html')).toContain('<html lang="de">')
  expect(site.get('index.html')).toContain('href="/en/"')
  expect(site.get('en/index.html')).toContain('href="/en/ask/"')
})

test('the page for what does not exist speaks every language', async () => {
  const page = (await built(company)).get('404.html')
  expect(page).toContain('Page not found')
  expect(page).toContain('<div lang="de" class="also">\n<h2>Diese Seite gibt es nicht</h2>')
})

test('a company with one language offers no other', async () => {
  expect((await built({ ...company, languages: ['en'] })).get('index.html')).not.toContain('<nav')
})
