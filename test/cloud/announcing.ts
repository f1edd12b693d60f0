import { expect, test } from 'vitest'
import { inventCompany } from '../../demo/company/invent.ts'
import { withSynthetic } from '../../demo/company/synthetic.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { programOf } from './company.ts'
import type { House } from './house.ts'

const path = '/company/announcement'

/** How a changed notice is announced to everybody. In a house that nobody uses afterwards: everybody in it gets a letter. */
export function announcing(house: () => House): void {
  const software = () => programOf(house().cloud, 'lawyers', 'Announcing')
  const day = (days: number) => new Date(house().cloud.clock.now() + days * 86_400_000).toISOString().slice(0, 10)
  let change: { readonly version: string; readonly from: string; readonly summary: object; readonly url: object }
  const note = async () => {
    const answer = await fetch(`${house().cloud.site}/notice`)
    return { answer, json: (await answer.json()) as { current: object | null; coming: object[] } }
  }
  const letters = async () =>
    (await house().cloud.mails()).filter(({ subject }) => subject.endsWith(`: ${change.version}`))

  promise(
    'N13',
    'a changed notice is mailed once to everybody who has an account, though the mail fails on the way, and stands on the site',
    async () => {
      const { cloud } = house()
      const invented = inventCompany()
      // Nobody is told too, whoever that is.
      const people = new Set(withSynthetic(invented).accounts.map(({ email }) => email))
      change = {
        version: '2027-03',
        from: day(30),
        summary: { en: 'Invoices come from a new service.', de: 'Rechnungen kommen von einem neuen Dienst.' },
        url: { en: 'https://papyra.example.com/privacy' },
      }
      // More failures than the SDK tries by itself: the function fails in the middle of its first slice.
      let left = 100
      const leave = cloud.onCall(({ needs }) => {
        if (needs.some(({ action }) => action === 'ses:SendRawEmail') && --left === 0)
          cloud.data.ses.failNext(5, 'Throttling')
      })
      expect(await software().calls('POST', path, { change })).toMatchObject({ status: 200, json: { doneAt: null } })
      await cloud.clock.advance('PT1H')
      leave()
      const sent = await letters()
      expect(left).toBeLessThan(0)
      expect(new Set(sent.flatMap(({ to }) => to))).toEqual(people)
      expect(sent).toHaveLength(people.size)
      const german = sent.find(({ subject }) => subject.startsWith('Unsere Datenschutzerklärung'))
      expect(german?.text).toContain('Rechnungen kommen von einem neuen Dienst.')
      const { json } = await software().calls('GET', path)
      expect(json).toMatchObject({
        announcements: [{ version: '2027-03', doneAt: expect.any(String), sent: people.size, withheld: 0, refused: 0 }],
      })
      const { answer, json: now } = await note()
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(now).toMatchObject({ current: null, coming: [{ version: '2027-03', from: change.from }] })
      const written = JSON.stringify(await house().written())
      for (const { email } of invented.accounts) if (written.includes(email)) expect.fail('an address was written down')
    },
    long,
  )

  promise(
    'N13',
    'from its day on the site says that the new notice holds',
    async () => {
      await house().passes('P31D')
      const { json } = await note()
      expect(json.current).toMatchObject({ version: '2027-03', summary: change.summary, url: change.url })
      expect(json.coming).toEqual([])
    },
    long,
  )

  test(
    'the same change again tells nobody twice; other content, a day in the past, and what cannot be read are refused',
    long,
    async () => {
      const before = (await letters()).length
      expect(await software().calls('POST', path, { change })).toMatchObject({ status: 200, json: { sent: before } })
      const refused = async (changed: object) => {
        const { status, json } = await software().calls('POST', path, { change: { ...change, ...changed } })
        return [status, json.error]
      }
      expect(await refused({ summary: { en: 'Something else.' } })).toEqual([409, 'other-content'])
      expect(await refused({ version: '2027-04', from: day(-2) })).toEqual([409, 'in-the-past'])
      for (const wrong of [
        { version: 'a b' },
        { from: 'soon' },
        { summary: {} },
        { url: { en: 'javascript:alert(1)' } },
      ])
        expect((await refused(wrong))[0]).toBe(400)
      expect((await software().calls('POST', path, {})).status).toBe(409)
      expect((await programOf(house().cloud, 'somebody').calls('POST', path, { change })).status).toBe(403)
      await house().cloud.clock.advance('PT1H')
      expect((await letters()).length).toBe(before)
    },
  )

  promise(
    'N13',
    'a change that the company announces itself is on the site alone',
    async () => {
      const own = { ...change, version: '2027-06', from: day(10), mail: false }
      const before = (await house().cloud.mails()).length
      expect(await software().calls('POST', path, { change: own })).toMatchObject({
        status: 200,
        json: { mail: false },
      })
      await house().cloud.clock.advance('PT1H')
      expect((await house().cloud.mails()).length).toBe(before)
      expect((await note()).json.coming).toMatchObject([{ version: '2027-06' }])
    },
    long,
  )
}
