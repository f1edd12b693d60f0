import { expect } from 'vitest'
import policy from '../../demo/policy.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import type { House } from './house.ts'
import { linkIn, Person, somebody } from './person.ts'

const anHour = 3_600_000
/** Longer than any test goes on. */
const always = Number.MAX_SAFE_INTEGER

/** What becomes of requests while AWS itself does not do what it is asked. */
export function outages(house: () => House): void {
  const subjects = async (person: Person) => (await person.mails()).map(({ subject }) => subject.split(':')[0])

  promise(
    'N14',
    'SES takes no mail for hours: what was asked is done meanwhile, and then every letter that is still true comes, once',
    async () => {
      const { cloud } = house()
      const [lena, nora, olaf] = [210, 211, 212].map((n) => new Person(cloud, somebody(n).email)) as [
        Person,
        Person,
        Person,
      ]
      const { link } = await lena.asksAndConfirms()
      const confirm = await nora.link(await nora.asks())
      const [toLena, toNora] = [await subjects(lena), await subjects(nora)]
      const given = cloud.deadLetters.all().length
      cloud.data.ses.failNext(always, 'Throttling')
      // Somebody who presses again and again, because nothing comes: their letters stand before all others.
      const limit = policy.limits.mailsPerAddressAndDay
      for (let n = 0; n < limit + 2; n++) await olaf.asks()
      expect(await lena.presses(link, 'restore')).toBe(200)
      expect(await nora.presses(confirm, 'confirm')).toBe(200)
      await house().watched(async () => {
        await cloud.clock.advance('PT1H')
        expect((await lena.sees(link)).status).toBe('restored')
        expect((await nora.sees(confirm)).status).toBe('grace')
        cloud.data.ses.failNext(always, 'AccountSendingPausedException')
        await cloud.clock.advance('PT3H')
        expect([await subjects(lena), await subjects(nora), await subjects(olaf)]).toEqual([toLena, toNora, []])
        cloud.data.ses.failNext(0, '')
        await cloud.clock.advance('PT2H')
      })
      expect(await subjects(lena)).toEqual([...toLena, 'Everything is back'])
      expect(await subjects(nora)).toEqual([...toNora, 'Your data are now unavailable'])
      expect(await subjects(olaf)).toEqual(Array(limit).fill('Please confirm your request'))
      const letters = (await cloud.mails()).map(({ headers }) => headers['x-oblige-letter'])
      expect(new Set(letters).size).toBe(letters.length)
      expect(cloud.deadLetters.all()).toHaveLength(given)
      for (const mail of await olaf.mails()) expect((await olaf.sees(linkIn(mail))).actions).toContain('confirm')
      expect(await nora.presses(await nora.link(), 'restore')).toBe(200)
    },
    long,
  )

  promise(
    'N4',
    'the region is out of reach in the middle of an erasure and through the daily round: the page says so, and all of it goes on afterwards and ends in time',
    async () => {
      const { cloud } = house()
      const karl = somebody(213)
      const person = new Person(cloud, karl.email)
      const officer = new Person(cloud, policy.company.officer)
      const daily = async () => (await officer.mails()).filter(({ subject }) => subject.includes('rivacy requests, '))
      // So that the round at 3:10 falls into the two hours and a quarter after the erasure began, in summer and in winter.
      const night = new Date(cloud.clock.now() + 24 * anHour)
      night.setUTCHours(2, 8, 0, 0)
      await cloud.clock.advance(night.toISOString())
      const { link } = await person.asksAndConfirms()
      const { eraseAt = '', promisedBy } = await person.sees(link)
      await house().passes(new Date(Date.parse(eraseAt) - 60_000).toISOString())
      const [heard, told] = [(await daily()).length, await subjects(person)]
      const ended = cloud.machines.views().length
      let isDown = false
      const refused: string[] = []
      const ours = (principal: string) => cloud.functions.knows(principal)
      const leaveFirst = cloud.onCall(({ principal, needs }) => {
        if (ours(principal) && needs.some(({ action }) => /:(Delete|BatchWrite)/.test(action))) isDown = true
      })
      const leave = cloud.beforeCall(({ principal }) => {
        if (!isDown || !ours(principal)) return
        refused.push(principal)
        throw new Error('out of reach')
      })
      await cloud.clock.advance(new Date(Date.parse(eraseAt) + 2.25 * anHour).toISOString())
      expect(isDown).toBe(true)
      for (const name of ['Advance', 'DailyRoundLetter', 'DailyRoundSweep'])
        expect(
          refused.some((one) => one.includes(name)),
          `${name} in ${[...new Set(refused)].join(', ')}`,
        ).toBe(true)
      const { status, page } = await person.looks(link)
      expect(status).toBeGreaterThanOrEqual(500)
      expect(page).toContain('Nothing was changed or lost')
      leaveFirst()
      leave()
      expect((await person.sees(link)).status).toBe('erasing')
      expect(await daily()).toHaveLength(heard)
      await cloud.clock.advance('PT23H')
      const seen = await person.sees(link)
      expect(seen.status).toBe('erased')
      expect((seen.closedAt ?? '') <= promisedBy).toBe(true)
      expect(seen.coverage.filter(({ outcome }) => !['erased', 'kept', 'not-found'].includes(outcome))).toEqual([])
      expect(await house().leftOf(karl)).toEqual([])
      expect((await subjects(person)).slice(told.length)).toEqual([
        'This is taking longer than planned',
        'Your data have been erased',
      ])
      // The next day's letter says what that of the day before could not.
      expect((await daily()).length).toBeGreaterThan(heard)
      const bad = cloud.machines
        .views()
        .slice(ended)
        .map(({ status }) => status)
      expect(bad.filter((one) => !['SUCCEEDED', 'RUNNING'].includes(one))).toEqual([])
    },
    long,
  )
}
