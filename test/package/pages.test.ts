import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Package } from '../../package/package.ts'
import type { Language } from '../../policy/schema.ts'
import { openBrowser } from '../web/browser.ts'
import { bucket, type Office, openOffice, signing } from './office.ts'
import { all, factsOf, file, packageFacts, row } from './sample.ts'
import { unpacked } from './unpacked.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The narrowest phone that WCAG 2.2, 1.4.10 counts with, in CSS pixels. */
const narrow = { width: 320, height: 640 }

let office: Office
let browser: Browser
let tab: Page
const folder = mkdtempSync(join(tmpdir(), 'oblige-pages-'))
const asked: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  office = await openOffice()
  for (const language of ['en', 'de'] as const) await unpack(language)
  browser = await openBrowser()
  tab = await browser.newPage({ viewport: narrow })
  tab.on('request', (request) => asked.push(request.url()))
  tab.on('console', (message) => complaints.push(message.text()))
  tab.on('pageerror', (error) => complaints.push(error.message))
})
afterAll(async () => {
  await browser?.close()
  await office?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A copy with hundreds of records and files of years, one system missing, unpacked as a person would. */
async function unpack(language: Language): Promise<void> {
  const facts = packageFacts(
    [
      { system: 'accounts', category: 'identity', found: 700, outcome: 'given' },
      { system: 'files', category: 'content', found: 240, outcome: 'given' },
      { system: 'files', category: 'identity', found: 0, outcome: 'none' },
      { system: 'billing', category: 'payment', found: 0, outcome: 'missing', reason: 'TimeoutError' },
    ],
    { reference: `OB-PAGE-${language}`, language },
  )
  const given = factsOf({ language })
  const copy = (client: ReturnType<Office['giver']>) => new Package(client, bucket, facts.reference, 1)
  const at = (n: number) => new Date(Date.UTC(2019, (n * 7) % 80, 1 + (n % 27), n % 24)).toISOString()
  const slice = { n: 1, enough: () => false }
  const accounts = Array.from({ length: 700 }, (_, n) =>
    row('identity', 'accounts', {
      id: `a-${n}`,
      first: n === 17 ? 'Zoë' : 'Ada',
      note: n === 3 ? '<script>alert(1)</script><img src="https://elsewhere.example.org/x">' : `note ${n}`,
      createdAt: at(n),
      replies: [{ author: 'Somebody Else', text: 'yes' }],
      settings: { theme: 'dark', news: false, tags: ['a', 'b'] },
      ...(n === 5 ? { long: 'long '.repeat(500), nothing: null } : {}),
    }),
  )
  await copy(office.gatherer('accounts')).gather('accounts', all(accounts), slice, given)
  const files = Array.from({ length: 240 }, (_, n) =>
    file(`Fotos & Pläne/${n % 12}/Bild #${n} 100% ?.jpg`, `picture ${n}`, {
      modified: at(n),
      current: n % 9 !== 0,
      versionId: `v-${n}`,
    }),
  )
  await copy(office.gatherer('files')).gather('files', all(files), slice, given)
  await copy(office.packer()).assemble(facts, signing, { enough: () => false })
  const answer = await fetch(await copy(office.giver()).address(60, 'copy.zip'))
  for (const [path, content] of await unpacked(Buffer.from(await answer.arrayBuffer()))) {
    mkdirSync(dirname(join(folder, language, path)), { recursive: true })
    writeFileSync(join(folder, language, path), content)
  }
}

const open = (language: Language, path: string) => tab.goto(pathToFileURL(join(folder, language, path)).href)

/** What axe finds wrong with the page that is open. */
async function faults(): Promise<unknown> {
  await tab.evaluate(axe)
  return await tab.evaluate(async () => {
    type Fault = { id: string; nodes: ReadonlyArray<{ html: string; failureSummary: string }> }
    const { axe } = globalThis as unknown as { axe: { run(of: Document): Promise<{ violations: Fault[] }> } }
    const { violations } = await axe.run(document)
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((one) => [one.html, one.failureSummary]) }))
  })
}

describe('opened from a folder, without a network', () => {
  test.each([
    ['en', 'index.html'],
    ['de', 'index.html'],
    ['en', 'about.html'],
    ['de', 'about.html'],
  ] as const)(
    '%s/%s is for everybody, on a phone of 320 pixels, light and dark, and asks nobody',
    async (language, path) => {
      asked.length = complaints.length = 0
      for (const colorScheme of ['light', 'dark'] as const) {
        await tab.emulateMedia({ colorScheme })
        await open(language, path)
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow.width)
        expect(await faults()).toEqual([])
      }
      expect(complaints).toEqual([])
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])
      expect(await tab.getAttribute('html', 'lang')).toBe(language)
    },
  )

  test('every link leads to a file of the copy, or to one of the addresses that the policy names', async () => {
    for (const path of ['index.html', 'about.html']) {
      await open('en', path)
      const links = await tab.evaluate(() =>
        [...document.querySelectorAll('a')].map((link) => [
          link.protocol,
          decodeURIComponent(link.pathname),
          link.href,
        ]),
      )
      expect(links.length).toBeGreaterThan(3)
      for (const [protocol = '', target = '', href] of links)
        if (protocol === 'file:') expect(existsSync(target), href).toBe(true)
        else
          expect([
            'mailto:officer@example.com',
            'https://privacy.example.com/',
            'https://authority.example.org/',
          ]).toContain(href)
    }
  })

  test('what a person wrote stays text, and what tells of another person is taken out', async () => {
    await open('en', 'index.html')
    expect(await tab.textContent('main')).toContain('<script>alert(1)</script>')
    expect(await tab.locator('img').count()).toBe(0)
    expect(await tab.content()).not.toContain('Somebody Else')
    expect(await tab.textContent('main')).toContain('[about another person]')
    expect(await tab.textContent('main')).toContain('700 details about other people were taken out')
  })

  test('a search finds rows by their words, without accents too, and hides the rest', async () => {
    await open('en', 'index.html')
    const seen = () => tab.locator('tbody tr:visible').count()
    await tab.fill('#search', 'zoe')
    expect([await seen(), await tab.textContent('#hits')]).toEqual([1, 'Rows found: 1'])
    await tab.fill('#search', 'bild #23')
    expect(await seen()).toBe(11)
    await tab.fill('#search', 'nowhere to be found')
    expect([await seen(), await tab.textContent('#hits')]).toEqual([0, 'Rows found: 0'])
    await tab.fill('#search', '')
    expect(await tab.locator('details:visible').count()).toBe(2)
  })

  test('what is missing is said first, and what is only shown in part says so and leads to the whole', async () => {
    await open('en', 'index.html')
    expect(await tab.textContent('.note')).toContain('Payments, in Billing: the system could not answer yet.')
    const summary = await tab.textContent('details p')
    expect(summary).toMatch(/The first \d+ of 700 are shown here. Long texts are shortened here/)
    expect(await tab.locator('details').first().locator('tbody tr').count()).toBe(500)
  })
})
