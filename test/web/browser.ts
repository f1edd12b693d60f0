import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/**
 * Chromium from the npm package @sparticuz/chromium: nothing has to be installed on the machine. Close it.
 * Its own arguments are for a Lambda (one process, no web security); a test wants a browser as people have it.
 */
export const openBrowser = async (...more: readonly string[]): Promise<Browser> =>
  await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...more],
  })
