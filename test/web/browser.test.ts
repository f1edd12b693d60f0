import { createRequire } from 'node:module'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDeskPage } from '../../web/desk/page.ts'
import { firewallPage } from '../../web/firewall.ts'
import { renderPage } from '../../web/pages.ts'
import { promise } from '../promise.ts'
import { openBrowser } from './browser.ts'
import { deskPages, everyDeskPage } from './every-desk-page.ts'
import { byTwo, everyPage, everyPageByTwo, typed } from './every-page.ts'
import { company } from './seen.ts'
import { serve } from './served.ts'

const pages = new Map([
  ['/en/from the firewall', firewallPage('tooMany', company)] as const,
  ...company.languages.flatMap((language) => [
    ...Object.entries(everyPage).map(
      ([name, page]) => [`/${language}/${name}`, renderPage(page, language, company)] as const,
    ),
    ...Object.entries(everyPageByTwo).map(
      ([name, page]) => [`/${language}/${name}`, renderPage(page, language, byTwo)] as const,
    ),
    ...Object.entries(everyDeskPage).map(
      ([name, page]) => [`/${language}/${name}`, renderDeskPage(page, deskPages, language, company)] as const,
    ),
  ]),
])
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** A page but for what stands between its tags, where it leads and what was typed. */
const shapeOf = (page: string): string =>
  page.replace(/>[^<]*\S[^<]*</g, '>…<').replace(/ (href|action|value|datetime)="[^"]+"/g, ' $1="…"')
/** Pages of all rules of axe: of those that differ in words alone, as languages do, one. */
const examined = new Set(
  new Map([...pages].filter(([path]) => path.startsWith('/en/')).map(([path, page]) => [shapeOf(page), path])).values(),
)
/** The narrowest phone that WCAG 2.2, 1.4.10 counts with, in CSS pixels. */
const narrow = { width: 320, height: 640 }

let browser: Browser
let site: Awaited<ReturnType<typeof serve>>
let tab: Tab
/** The same with axe in every page, past the pages' own policy. */
let lens: Tab
/** What the browser complained of: violations of the content security policy among them. */
const complaints: string[] = []

beforeAll(async () => {
  site = await serve(pages)
  browser = await openBrowser()
  ;[tab, lens] = await Promise.all([browser.newPage({ viewport: narrow }), browser.newPage({ viewport: narrow })])
  await lens.addInitScript({ path: axe })
  for (const one of [tab, lens]) {
    one.on('console', (message) => complaints.push(message.text()))
    one.on('pageerror', (error) => complaints.push(error.message))
  }
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})

const open = (path: string, where = tab) => where.goto(`${site.origin}${encodeURI(path)}`)

/** What axe finds wrong with the page under the lens, by all its rules or only by those named. */
const faults = (...only: readonly string[]): Promise<unknown> =>
  lens.evaluate(async (rules) => {
    const run = (globalThis as unknown as { axe: { run(of: Document, by: object): Promise<{ violations: Fault[] }> } })
      .axe
    type Fault = { id: string; nodes: ReadonlyArray<{ html: string; failureSummary: string }> }
    const { violations } = await run.run(document, {
      resultTypes: ['violations'],
      selectors: false,
      ...(rules.length > 0 ? { runOnly: rules } : {}),
    })
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((one) => [one.html, one.failureSummary]) }))
  }, only)

describe('in a browser, under the strict policy', () => {
  test.each([...pages.keys()])('%s is for everybody, on a phone of 320 pixels, light and dark', async (path) => {
    complaints.length = 0
    const under = examined.has(path) ? lens : tab
    await under.emulateMedia({ colorScheme: 'light' })
    await open(path, under)
    const { width, title, language, others } = await under.evaluate(() => {
      // What is folded away is read too: nobody measures or examines it while it is closed.
      for (const one of document.querySelectorAll('details')) one.open = true
      return {
        width: document.documentElement.scrollWidth,
        title: document.title,
        language: document.documentElement.lang,
        others: [...document.querySelectorAll<HTMLElement>('[lang]')].map(({ lang }) => lang),
      }
    })
    expect(width).toBeLessThanOrEqual(narrow.width)
    expect(title).toMatch(/\S/)
    expect(language).toBe(path.split('/')[1])
    for (const other of others) expect(company.languages).toContain(other)
    if (examined.has(path)) {
      expect(await faults()).toEqual([])
      await lens.emulateMedia({ colorScheme: 'dark' })
      expect(await faults('color-contrast')).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  promise(
    'N17',
    'the pages set no cookie, keep nothing in the browser, and ask no other host for anything',
    async () => {
      expect(await tab.context().cookies()).toEqual([])
      expect(await tab.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
      const elsewhere: string[] = []
      const listen = (request: { url(): string }) => {
        if (!request.url().startsWith(site.origin)) elsewhere.push(request.url())
      }
      tab.on('request', listen)
      for (const path of ['/en/home', '/en/ask', '/en/grace']) await open(path)
      tab.off('request', listen)
      expect(elsewhere).toEqual([])
    },
  )
})

describe('by keyboard', () => {
  const focused = () =>
    tab.evaluate(() => {
      const one = document.activeElement
      return one?.id || one?.className || one?.textContent?.trim()
    })
  const press = async (...keys: string[]) => {
    for (const key of keys) await tab.keyboard.press(key)
    return await focused()
  }

  test('the first stop skips to the content', async () => {
    await open('/en/ask')
    expect(await press('Tab')).toBe('skip')
    expect(await press('Enter')).toBe('main')
    // The choices are one stop, and the arrows choose.
    expect(await press('Tab')).toBe('access')
    expect(await press('ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('restriction')
    expect(await tab.isChecked('#restriction')).toBe(true)
    expect(await press('Tab')).toBe('address')
    expect(await press('Tab')).toBe('Continue')
  })

  test('after an error the summary has the focus, and leads to the field', async () => {
    await open('/en/ask, mistyped')
    // The browser gives it with its first frame, which may come after the page.
    await expect.poll(focused).toBe('problem')
    await press('Tab', 'Enter')
    expect(await focused()).toBe('address')
  })

  test('every act is reached in the order in which it stands, the one that undoes before the one that ends', async () => {
    await open('/en/grace')
    const stops: unknown[] = []
    for (let i = 0; i < 7; i++) stops.push(await press('Tab'))
    expect(stops.slice(3, 6)).toEqual(['Get everything back', 'quiet', 'Erase everything now'])
  })

  test('what has the focus can be seen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme })
      await open('/en/ask')
      for (const _ of ['skip', 'brand', 'language', 'right', 'address', 'Continue']) {
        await press('Tab')
        const outline = await tab.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
          return `${outlineStyle} ${outlineWidth}`
        })
        expect(outline).toBe('solid 3px')
      }
    }
  })
})

describe('without a script', () => {
  const sent = async (act: () => Promise<void>) => {
    const [request] = await Promise.all([
      tab.waitForRequest((one) => one.method() === 'POST'),
      tab.waitForEvent('framenavigated'),
      act(),
    ])
    return {
      path: new URL(request.url()).pathname,
      ...Object.fromEntries(new URLSearchParams(request.postData() ?? '')),
    }
  }

  test('the question sends what was typed, to be checked', async () => {
    await open('/de/ask')
    await tab.fill('#address', typed)
    expect(await sent(() => tab.keyboard.press('Enter'))).toEqual({
      path: '/requests',
      address: typed,
      language: 'de',
      right: 'access',
      step: 'check',
    })
  })

  test('what was typed can be changed, sent, or read in the other language', async () => {
    const typedIn = { path: '/requests', address: typed, right: 'erasure' }
    await open('/en/check')
    expect(await sent(() => tab.click('.change button'))).toEqual({ ...typedIn, language: 'en', step: 'change' })
    await open('/en/check')
    expect(await sent(() => tab.click('nav button'))).toEqual({ ...typedIn, language: 'de', step: 'check' })
    await open('/en/check')
    expect(await sent(() => tab.click('main > form button'))).toEqual({
      ...typedIn,
      language: 'en',
      step: 'send',
    })
  })

  test.each([
    ['unverified', 'confirm'],
    ['expired', 'confirm'],
    ['grace', 'restore'],
    ['erase now', 'erase-now'],
  ])('the button of the page %s posts to %s', async (page, act) => {
    await open(`/en/${page}`)
    expect(await sent(() => tab.click('main button'))).toEqual({
      language: 'en',
      path: expect.stringMatching(`^/requests/a{43}/${act}$`),
    })
  })
})
