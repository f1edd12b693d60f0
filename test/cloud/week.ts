import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import policy from '../../demo/policy.ts'
import { fillWeek, type Happened } from '../../demo/week/week.ts'
import { long } from '../long.ts'
import { openBrowser } from '../web/browser.ts'
import { violations } from '../web/violations.ts'
import { house } from './one-house.ts'
import { Person } from './person.ts'

const officer = 'officer@papyra.example.com'
/** Where pictures for docs/desk.md go; absent: none are taken. */
const pictures = process.env.PICTURES

/** An officer at a desk, in a browser that runs no scripts. */
class AtWork {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(policy.site + path)
  }

  /** As the demo's provider has it: the code is what its page shows of the phone. */
  async signsIn(): Promise<void> {
    await this.opens('/desk')
    await this.page.getByLabel('E-mail address').fill(officer)
    await this.page.getByLabel('Password').fill('demo')
    const phone = await this.page.getByRole('listitem').filter({ hasText: officer }).locator('code').textContent()
    await this.page.getByLabel('Code').fill(phone ?? '')
    await this.page.getByRole('button', { name: 'Sign in' }).click()
    await this.page.getByRole('heading', { level: 1 }).waitFor()
  }

  /** Opens what can be done on the page of a request, and answers the form. */
  async does(reference: string, act: string) {
    await this.opens(`/desk/requests/${reference}`)
    await this.page.locator('summary', { hasText: act }).click()
    return this.page.locator('details[open]')
  }

  async presses(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click()
    await this.page.waitForLoadState()
    await house.cloud.clock.quiet()
  }

  /** How a request stands, as its page says. */
  async standing(reference: string): Promise<string> {
    await this.opens(`/desk/requests/${reference}`)
    return (await this.page.getByRole('main').textContent()) ?? ''
  }

  async picture(name: string): Promise<void> {
    expect([name, await violations(this.page)]).toEqual([name, []])
    if (pictures) await this.page.screenshot({ path: `${pictures}/week-${name}.png` })
  }
}

const referenceOf = (week: readonly Happened[], who: number): string =>
  week.find((one) => one.who === who)?.reference ?? ''

test(
  'an officer does what four weeks left on the desk: mails, objections, a correction and a claim',
  long,
  async () => {
    house.cloud.restSchedules(7 * 86_400_000)
    const week = await fillWeek(house.cloud, () => undefined)
    house.cloud.restSchedules(86_400_000)
    const emailOf = (who: number) => week.find((one) => one.who === who)?.email ?? ''
    // The site is where its public address says, whichever port this house has.
    const here = `MAP ${new URL(policy.site).host} ${new URL(house.cloud.site).host}`
    const browser = await openBrowser(`--host-resolver-rules=${here}`)
    onTestFinished(() => browser.close())
    const context = await browser.newContext({ viewport: { width: 1180, height: 900 }, locale: 'en-GB' })
    const work = new AtWork(await context.newPage())
    await work.signsIn()
    await work.picture('queue')

    // Monday: the mails. Who asked a question wants a copy; who is not sure is left to the ordinary mailbox.
    const ofMail = async (text: string) => {
      for (let n = 1; ; n++) {
        await work.opens('/desk')
        await work.page.getByRole('button', { name: `Open e-mail ${n}`, exact: true }).click()
        if (await work.page.getByText(text).count()) return
      }
    }
    await ofMail('What can you do about my personal data?')
    await work.picture('mail')
    await work.page.getByLabel('A copy of everything').check()
    await work.page.getByLabel(/^Whose data/).fill(emailOf(7))
    await work.presses('Open the requests')
    expect((await new Person(house.cloud, emailOf(7)).mails()).at(-1)?.subject).toMatch(/^Please confirm your request/)

    // Tuesday: two objections. One use stops, the other goes on, with the reason that the person reads.
    const first = referenceOf(week, 0)
    await (await work.does(first, 'Decide')).getByRole('button').click()
    await work.picture('objection')
    await work.page.getByText('Stop it', { exact: true }).click()
    await work.presses('Decide, and tell the person')
    expect(await work.standing(first)).toContain('objection upheld')
    const second = referenceOf(week, 3)
    await (await work.does(second, 'Take two more months')).getByRole('button').click()
    await house.cloud.clock.quiet()
    expect((await new Person(house.cloud, emailOf(3)).mails(second)).at(-1)?.subject).toContain('longer')

    // Wednesday: somebody else wrote the post. The statement stays with it.
    const third = referenceOf(week, 6)
    await (await work.does(third, 'Decide')).getByRole('button').click()
    await work.page.getByText('We have corrected it ourselves', { exact: true }).click()
    await work.presses('Decide, and tell the person')
    expect(await work.standing(third)).toMatch(/corrected/)

    // Thursday: a claim about somebody whose data are to be erased.
    const held = referenceOf(week, 1)
    const hold = await work.does(held, 'Put the erasure on hold')
    await hold.getByLabel('File with the papers').fill('2026/17')
    await hold.getByRole('button').click()
    await house.cloud.clock.quiet()
    expect(await work.standing(held)).toContain('the end of a hold')
    await work.presses('Show personal data')
    expect(await work.page.getByRole('main').textContent()).toContain(emailOf(1))
    await work.picture('request')

    // Friday: what was promised, and nothing of this week waits for the officer any more.
    await work.opens('/desk/promises')
    await work.picture('promises')
    await work.opens('/desk?waits=company')
    const waiting = (await work.page.getByRole('main').textContent()) ?? ''
    for (const reference of [first, third]) expect(waiting).not.toContain(reference)

    // Those whose data are unavailable have them back: the house goes on for others.
    for (const who of [1, 4]) {
      const person = new Person(house.cloud, emailOf(who))
      expect(await person.presses(await person.link(referenceOf(week, who)), 'restore')).toBe(200)
    }
  },
)
