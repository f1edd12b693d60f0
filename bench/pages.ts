/**
 * `npm run bench -- pages [--full]`: what a phone loads for the pages of the privacy centre and of the desk, and when it shows them,
 * by the browser's own timings: each page by itself, nothing cached, on the network and the processor that Lighthouse takes for a
 * phone's. Every fifth page; `--full`: every one.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../test/web/browser.ts'
import { deskPages, everyDeskPage } from '../test/web/every-desk-page.ts'
import { everyPage } from '../test/web/every-page.ts'
import { company } from '../test/web/seen.ts'
import { serve } from '../test/web/served.ts'
import { renderDeskPage } from '../web/desk/page.ts'
import { renderPage } from '../web/pages.ts'
import type { Line } from './table.ts'

/** Lighthouse's throttling of a phone ("mobileSlow4G" in its constants): ms there and back, bytes a second, slower so many times. */
const phone = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
const slower = 4

/** What a page may weigh with all that it loads, compressed, in bytes. */
const lightest = { site: 30_000, desk: 150_000 } as const
/** Up to what is good: web.dev, "Web Vitals", "First Contentful Paint", "Total Blocking Time". ms, and a share of the screen that moves. */
const good = { firstPaint: 1800, largestPaint: 2500, blocked: 200, moved: 0.1 } as const
type Timing = keyof typeof good

type Seen = { readonly name: string; readonly bytes: number; readonly timings: Readonly<Record<Timing, number>> }

export async function pagesBench(full: boolean): Promise<{ readonly lines: readonly Line[]; readonly held: boolean }> {
  const site = Object.entries(everyPage).map(
    ([name, page]) => [`/site ${name}`, renderPage(page, 'en', company)] as const,
  )
  const desk = Object.entries(everyDeskPage).map(
    ([name, page]) => [`/desk ${name}`, renderDeskPage(page, deskPages, 'en', company)] as const,
  )
  const served = await serve(new Map([...site, ...desk]), { compressed: true })
  const browser = await openBrowser()
  try {
    const lines: Line[] = []
    for (const [where, pages] of Object.entries({ site, desk }) as ReadonlyArray<['site' | 'desk', typeof site]>) {
      const some = pages.filter((_, n) => full || n % 5 === 0)
      console.log(`${some.length} pages of the ${where === 'site' ? 'privacy centre' : 'desk'} …`)
      const seen: Seen[] = []
      for (const [path, page] of some) seen.push(await look(browser, `${served.origin}${encodeURI(path)}`, path, page))
      lines.push(...told(where, seen))
    }
    // Time is shown and not held: a machine that is busy tells nothing.
    return { lines, held: lines.every(({ what, ratio }) => ratio <= 1 || !/bytes|moves/.test(what)) }
  } finally {
    await browser.close()
    served.close()
  }
}

/** A page with the styles and the icon that it links, each compressed, in bytes. */
function weightOf(page: string): number {
  const web = (file: string) => readFileSync(join(import.meta.dirname, '..', 'web', file))
  const linked = [...page.matchAll(/<link [^>]*href="\/([a-z]+\.(?:css|svg))"/g)].map(([, file = '']) => web(file))
  return [Buffer.from(page), ...linked].reduce((sum, part) => sum + gzipSync(part).length, 0)
}

async function look(browser: Browser, address: string, name: string, page: string): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
  })
  const tab = await context.newPage()
  const lens = await context.newCDPSession(tab)
  await lens.send('Network.enable')
  await lens.send('Network.emulateNetworkConditions', { offline: false, ...phone })
  await lens.send('Emulation.setCPUThrottlingRate', { rate: slower })
  try {
    await tab.goto(address, { waitUntil: 'load' })
    const timings = await tab.evaluate(async () => {
      const all = async (type: string) =>
        await new Promise<readonly PerformanceEntry[]>((resolve) => {
          const found: PerformanceEntry[] = []
          new PerformanceObserver((list) => found.push(...list.getEntries())).observe({ type, buffered: true })
          // What is buffered comes with the next tasks; nothing else is to come on a page that runs nothing.
          setTimeout(() => resolve(found), 100)
        })
      const [paints, largest, shifts, long] = await Promise.all(
        ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask'].map(all),
      )
      const first = paints?.find((one) => one.name === 'first-contentful-paint')?.startTime ?? Number.NaN
      return {
        firstPaint: first,
        largestPaint: largest?.at(-1)?.startTime ?? first,
        moved: (shifts ?? []).reduce((sum, one) => sum + ((one as PerformanceEntry & { value: number }).value ?? 0), 0),
        blocked: (long ?? []).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
      }
    })
    return { name, bytes: weightOf(page), timings }
  } finally {
    await context.close()
  }
}

function told(where: 'site' | 'desk', seen: readonly Seen[]): readonly Line[] {
  const whose = where === 'site' ? 'privacy centre' : 'desk'
  const worst = (of: (one: Seen) => number) => seen.reduce((so, one) => (of(one) > of(so) ? one : so))
  const median = (of: (one: Seen) => number) => seen.map(of).toSorted((a, b) => a - b)[seen.length >> 1] ?? Number.NaN
  const heaviest = worst(({ bytes }) => bytes)
  const timed: ReadonlyArray<readonly [Timing, string, (n: number) => string]> = [
    ['firstPaint', 'first contentful paint', (n) => `${n.toFixed(0)} ms`],
    ['largestPaint', 'largest contentful paint', (n) => `${n.toFixed(0)} ms`],
    ['blocked', 'total blocking time', (n) => `${n.toFixed(0)} ms`],
    ['moved', 'cumulative layout shift: what moves', (n) => n.toFixed(3)],
  ]
  return [
    {
      what: `bytes of the ${whose}’s heaviest page (${heaviest.name.slice(6)}) with what it loads, compressed`,
      ours: String(heaviest.bytes),
      against: String(lightest[where]),
      ratio: heaviest.bytes / lightest[where],
      aim: 'at most 1',
    },
    ...timed.map(([timing, what, shown]) => {
      const of = ({ timings }: Seen) => timings[timing]
      const slowest = worst(of)
      return {
        what: `${what}, ${whose}, half of ${seen.length} pages and the worst (${slowest.name.slice(6)})`,
        ours: `${shown(median(of))}, ${shown(of(slowest))}`,
        against: `${shown(good[timing])}`,
        ratio: of(slowest) / good[timing],
        aim: 'at most 1',
      }
    }),
  ]
}
