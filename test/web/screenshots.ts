/** `node test/web/screenshots.ts FOLDER [WORD]`: pictures of all pages and letters (or those named by a word), wide, on a phone, and dark. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { compose } from '../../letters/compose.ts'
import { renderDeskPage } from '../../web/desk/page.ts'
import { firewallPage } from '../../web/firewall.ts'
import { renderPage } from '../../web/pages.ts'
import { everyLetter } from '../letters/every-letter.ts'
import { openBrowser } from './browser.ts'
import { deskPages, everyDeskPage } from './every-desk-page.ts'
import { byTwo, everyPage, everyPageByTwo } from './every-page.ts'
import { company } from './seen.ts'
import { serve } from './served.ts'

const [folder, word = ''] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder for the pictures: node test/web/screenshots.ts FOLDER')
await mkdir(folder, { recursive: true })

const shots = new Map<string, string>()
shots.set('page from the firewall', firewallPage('tooMany', company))
for (const language of company.languages) {
  for (const [name, page] of Object.entries(everyPage))
    shots.set(`page ${name} ${language}`, renderPage(page, language, company))
  for (const [name, page] of Object.entries(everyPageByTwo))
    shots.set(`page ${name} ${language}`, renderPage(page, language, byTwo))
  for (const [name, page] of Object.entries(everyDeskPage))
    shots.set(`page ${name} ${language}`, renderDeskPage(page, deskPages, language, company))
  for (const [name, letter] of Object.entries(everyLetter))
    shots.set(`letter ${name} ${language}`, compose(letter, language, company).html)
}
const looks = {
  wide: { viewport: { width: 1200, height: 800 }, colorScheme: 'light' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const

const browser = await openBrowser()
const site = await serve(new Map([...shots].map(([name, page]) => [`/${name}`, page])))
try {
  for (const [look, settings] of Object.entries(looks)) {
    const tab = await browser.newPage(settings)
    for (const [name, page] of shots) {
      if (!name.includes(word)) continue
      // A letter has styles of its own, as mail programs want it: it is shown without the site's policy.
      if (name.startsWith('letter')) {
        await tab.goto('about:blank')
        await tab.setContent(page)
      } else await tab.goto(`${site.origin}/${encodeURIComponent(name)}`)
      await tab.screenshot({ path: join(folder, `${name.replaceAll(/[ ,]+/g, '-')}-${look}.png`), fullPage: true })
    }
    await tab.close()
  }
} finally {
  await browser.close()
  site.close()
}
