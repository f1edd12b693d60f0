import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../web/browser.ts'
import { violations } from '../web/violations.ts'
import { house } from './one-house.ts'
import { linkIn, Person, somebody } from './person.ts'

let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser?.close())

test('by hand on a phone, on pages that run no scripts: ask, check, send, confirm, restore', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  /** A page has come when its heading is there: a button's navigation takes its time. */
  const arrives = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const { site } = house.cloud

  await page.goto(`${site}/`)
  await page.getByRole('link', { name: 'Start' }).click()
  await page.getByText('Erase my data', { exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('radio', { name: 'Erase my data' }).isChecked()).toBe(true)
  // Nothing typed: the summary leads to the field.
  await page.getByRole('alert').getByRole('link').click()
  await page.keyboard.type(somebody(3).email)
  await page.keyboard.press('Enter')
  await arrives('Check your request')
  expect(await page.getByText(somebody(3).email).first().isVisible()).toBe(true)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Send the request' }).click()
  await arrives('Request received')
  expect(await violations(page)).toEqual([])

  await house.cloud.clock.quiet()
  const person = new Person(house.cloud, somebody(3).email)
  const [mail] = await person.mails()
  if (!mail) throw new Error('no mail came')
  await page.goto(site + linkIn(mail))
  await page.getByRole('button', { name: /^Yes/ }).click()
  await page.waitForURL(/lang=/)
  await house.cloud.clock.quiet()
  await page.goto(site + (await person.link()))
  await arrives('Your data are unavailable to everyone')
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)

  await page.getByRole('button', { name: /everything back/ }).click()
  await page.waitForURL(/lang=/)
  await house.cloud.clock.quiet()
  await page.reload()
  await arrives('Everything is back')
  expect(await violations(page)).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(complaints.filter((one) => !one.includes('400'))).toEqual([])
  await context.close()
}, 120_000)

test('the inbox and the clock’s page are there, its buttons move the clock, and the company’s own application is accessible', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(house.office.application)
  expect(await violations(page)).toEqual([])
  await page.goto(house.cloud.control)
  expect(await violations(page)).toEqual([])
  const [before, title] = [house.cloud.clock.now(), await page.title()]
  await page.getByRole('button', { name: 'One day on' }).click()
  // What is due on the way may take longer than the button waits: the page says how far it is.
  expect(await violations(page)).toEqual([])
  await expect.poll(() => house.cloud.clock.now() - before, { timeout: 50_000 }).toBeGreaterThanOrEqual(86_400_000)
  await house.cloud.clock.quiet()
  await page.reload()
  expect(await page.title()).not.toBe(title)
  expect((await page.goto(house.cloud.inbox))?.status()).toBe(200)
  await context.close()
}, 60_000)
