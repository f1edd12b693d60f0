import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { rights } from '../policy/rights.ts'
import type { Policy } from '../policy/schema.ts'
import { askOf, homeOf } from './frame.ts'
import { renderPage } from './pages.ts'

/**
 * Writes the pages that need no function into a folder, as the bucket behind the site holds them:
 * `index.html` and `ask/index.html` with one page for each further right, again under each further language, `404.html`, the style sheets and the icon.
 */
export async function buildSite(policy: Policy, folder: string): Promise<void> {
  const first = policy.languages[0] ?? 'en'
  await write(folder, '404.html', renderPage({ kind: 'missing' }, first, policy))
  for (const language of policy.languages) {
    await write(folder, `${homeOf(language, policy)}index.html`, renderPage({ kind: 'home' }, language, policy))
    for (const right of rights)
      await write(
        folder,
        `${askOf(language, policy, right)}index.html`,
        renderPage({ kind: 'ask', right }, language, policy),
      )
  }
  for (const file of ['style.css', 'desk.css', 'icon.svg'])
    await copyFile(join(import.meta.dirname, file), join(folder, file))
}

async function write(folder: string, path: string, page: string): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, page)
}
