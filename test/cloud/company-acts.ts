import { expect, test } from 'vitest'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { certificateOf } from './certificates.ts'
import { program } from './company.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const uma = somebody(27)
const vito = somebody(28)
const wanda = somebody(141)
const staff = () => program('staff', 'Staff')
const path = (reference: string, act: 'hold' | 'lift') => `/company/requests/${reference}/${act}`

promise(
  'N7',
  'staff hold up an erasure for a reason that the person is told; alarms come before the promise, and it goes on when the reason is gone',
  async () => {
    const person = new Person(house.cloud, uma.email)
    const { link, reference } = await person.asksAndConfirms()
    const claim = { reason: 'claim', file: '2026/17' }
    for (const wrong of [{ ...claim, reason: 'curiosity' }, { reason: 'claim' }, { ...claim, file: 'of Uma <1>' }])
      expect((await staff().calls('POST', path(reference, 'hold'), wrong)).status).toBe(400)
    expect(await person.sees(link)).not.toHaveProperty('hold')
    expect(await staff().calls('POST', path(reference, 'hold'), claim)).toMatchObject({
      status: 200,
      json: { status: 'grace', hold: { reason: 'claim' } },
    })
    expect((await staff().calls('POST', path(reference, 'hold'), claim)).status).toBe(200)
    expect((await person.mails(reference)).at(-1)?.subject).toBe(`The erasure is on hold: ${reference}`)
    expect((await person.looks(link)).page).toContain('The erasure has been on hold since')
    expect(await person.presses(link, 'erase-now')).toBe(409)
    expect(visible(await house.sees(uma.accounts))).toEqual([])

    const { eraseAt = '', promisedBy } = await person.sees(link)
    const atRisk = () => house.cloud.metrics().PromiseAtRisk ?? 0
    const before = atRisk()
    await house.passes(eraseAt)
    await house.cloud.clock.advance(promisedBy)
    expect(atRisk()).toBeGreaterThan(before)
    await house.passes('P30D')
    expect((await person.sees(link)).status).toBe('grace')

    expect((await staff().calls('DELETE', path(reference, 'hold'), { file: '2026/17' })).status).toBe(200)
    expect((await person.sees(link)).status).toBe('erased')
    expect(await house.leftOf(uma)).toEqual([])
    const subjects = (await person.mails(reference)).map(({ subject }) => subject.split(':')[0])
    expect(subjects.slice(-2)).toEqual(['The erasure continues', 'Your data have been erased'])
    // What is erased cannot be held any more.
    expect((await staff().calls('POST', path(reference, 'hold'), claim)).status).toBe(409)
  },
  240_000,
)

test('of a hold that the law lets nobody tell them of a person finds nothing, in whatever they are shown, sent or can download', async () => {
  const person = new Person(house.cloud, wanda.email)
  const { link, reference } = await person.asksAndConfirms()
  const mails = (await person.mails(reference)).length
  expect((await staff().calls('POST', path(reference, 'hold'), { reason: 'order', file: '2026/18' })).status).toBe(200)
  await house.cloud.clock.quiet()
  expect(await person.mails(reference)).toHaveLength(mails)
  const { page } = await person.looks(link)
  const downloaded = await (await fetch(`${house.cloud.site}${link}/history`)).text()
  const shown = [page, JSON.stringify(await person.sees(link)), downloaded].join('\n')
  expect(shown).not.toMatch(/hold|unhold|2026\/18|"order|wait(s|ing)? since/i)
  const { entries, untold } = JSON.parse(downloaded).history
  expect(entries.at(-1)).toMatchObject({ event: 'noted', from: 'grace', to: 'grace', digest: expect.any(String) })
  expect(untold).toBeUndefined()
  const audit = await program('auditor', 'Audit').calls('GET', `/company/requests/${reference}/history`)
  expect(audit.json.history).toMatchObject({
    entries,
    untold: [{ n: entries.length, event: 'hold-set', detail: 'order, file 2026/18', salt: expect.any(String) }],
  })
  expect(await person.presses(link, 'erase-now')).toBe(409)
  expect(await person.presses(link, 'restore')).toBe(200)
}, 120_000)

promise(
  'N3',
  'the company ends a restriction only after the person was told when, and may not before',
  async () => {
    const person = new Person(house.cloud, vito.email)
    const before = await house.sees(vito.accounts)
    const { link, reference } = await person.asksAndConfirms('restriction')
    const { json } = await staff().calls('POST', path(reference, 'lift'), {})
    expect(json).toMatchObject({ status: 'held', liftAt: expect.any(String) })
    expect((await person.mails(reference)).at(-1)?.subject).toContain('We will make your data available again')
    expect(await staff().calls('POST', path(reference, 'lift'), {})).toMatchObject({
      status: 409,
      json: { error: 'notice-running' },
    })
    expect(visible(await house.sees(vito.accounts))).toEqual([])
    await house.cloud.clock.advance(String(json.liftAt))
    expect((await staff().calls('POST', path(reference, 'lift'), {})).json.status).toBe('lifting')
    expect(await person.sees(link)).toMatchObject({ status: 'lifted', byCompany: true })
    const [announced, ended] = (await person.mails(reference)).slice(-2)
    expect(ended?.text).toContain('We have ended the restriction')
    const certificate = await certificateOf(ended)
    expect(certificate).toMatchObject({ liftedBy: 'company', liftedAt: expect.any(String) })
    expect(String(certificate.noticeSentAt) < String(json.liftAt)).toBe(true)
    expect(String(certificate.liftedAt) >= String(json.liftAt)).toBe(true)
    expect(announced?.subject).toContain('We will make your data available again')
    expect(await house.sees(vito.accounts)).toEqual(before)
  },
  long,
)

test('only staff may do either, and only to requests that there are', async () => {
  expect((await program('newsletter software', 'Mailing').calls('POST', path('OB-0000-0000', 'lift'), {})).status).toBe(
    403,
  )
  expect((await staff().calls('POST', path('OB-0000-0000', 'lift'), {})).status).toBe(404)
})
