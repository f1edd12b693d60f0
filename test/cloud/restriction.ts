import { expect, test } from 'vitest'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { certificateOf, found } from './certificates.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

promise(
  'N3',
  'who asks for it has everything unavailable for as long as they want, and back byte for byte when they want',
  async () => {
    const eva = somebody(14)
    const person = new Person(house.cloud, eva.email)
    const before = await house.sees(eva.accounts)
    const { link, reference } = await person.asksAndConfirms('restriction')
    const held = (await person.mails(reference)).at(-1)
    expect(held?.subject).toBe(`Your data are now unavailable: ${reference}`)
    const seen = await person.sees(link)
    const certificate = await certificateOf(held)
    expect(certificate).toMatchObject({ reference, right: 'restriction', restrictedAt: expect.any(String) })
    expect(certificate).toMatchObject({ coverage: seen.coverage, historyHash: expect.any(String) })
    expect(found(certificate.coverage).length).toBeGreaterThan(3)
    expect(held?.text).toContain('The attached signed certificate')
    expect(visible(await house.sees(eva.accounts))).toEqual([])
    expect(seen).toMatchObject({ status: 'held', actions: ['restore', 'copy', 'certificate'] })
    // A copy is still there for the asking.
    expect(await person.presses(link, 'copy')).toBe(200)
    expect((await person.mails()).at(-1)?.subject).toMatch(/^Your copy is ready: /)
    await house.passes('P90D')
    expect(visible(await house.sees(eva.accounts))).toEqual([])
    expect(await person.presses(link, 'restore')).toBe(200)
    expect(await house.sees(eva.accounts)).toEqual(before)
    const back = (await person.mails(reference)).at(-1)
    expect(back?.subject).toBe(`Everything is back: ${reference}`)
    expect(await person.sees(link)).toMatchObject({ status: 'lifted', actions: ['certificate'] })
    // Who ended it, and that all that was unavailable is back: in the mail, and on the page.
    const ended = await certificateOf(back)
    expect(ended).toMatchObject({ restrictedAt: certificate.restrictedAt, liftedBy: 'person' })
    expect(ended).not.toHaveProperty('noticeSentAt')
    expect(found(ended.coverage)).toEqual(found(certificate.coverage).map((line) => ({ ...line, outcome: 'released' })))
    const fetched = await fetch(`${house.cloud.site}${link}/certificate`)
    expect(((await fetched.json()) as { certificate: unknown }).certificate).toEqual(ended)
    expect(JSON.stringify([certificate, ended])).not.toContain(eva.email)
  },
  240_000,
)

test(
  'an erasure asked while data are unavailable counts them, keeps them so, and brings everything back when it is undone',
  long,
  async () => {
    const finn = somebody(15)
    const person = new Person(house.cloud, finn.email)
    const before = await house.sees(finn.accounts)
    const held = await person.asksAndConfirms('restriction')
    const { coverage } = await person.sees(held.link)
    const erasure = await person.asksAndConfirms('erasure')
    const numbers = (lines: typeof coverage) =>
      lines.map(({ category, outcome, count }) => ({ category, outcome, count }))
    expect(numbers((await person.sees(erasure.link)).coverage)).toEqual(numbers(coverage))
    // What is to be erased stays unavailable.
    expect(await person.presses(held.link, 'restore')).toBe(409)
    expect(visible(await house.sees(finn.accounts))).toEqual([])
    expect(await person.presses(erasure.link, 'restore')).toBe(200)
    expect(await house.sees(finn.accounts)).toEqual(before)
    expect([(await person.sees(erasure.link)).status, (await person.sees(held.link)).status]).toEqual([
      'restored',
      'lifted',
    ])
  },
)

promise(
  'N4',
  'an erasure erases what was unavailable before too, and the restriction ends with it, whenever what certifies dies',
  async () => {
    const gina = somebody(16)
    const person = new Person(house.cloud, gina.email)
    const held = await person.asksAndConfirms('restriction')
    const erasure = await person.asksAndConfirms('erasure')
    let saved = 0
    const leave = house.cloud.onCall(async ({ principal, needs }) => {
      if (!/certify/i.test(principal) || !needs.some(({ action }) => action === 'dynamodb:PutItem')) return
      saved++
      if (saved <= 2) await house.cloud.functions.kill(principal)
    })
    expect(await person.presses(erasure.link, 'erase-now')).toBe(200)
    await house.cloud.clock.advance('PT1H')
    leave()
    expect(saved).toBe(2)
    expect((await person.sees(erasure.link)).status).toBe('erased')
    expect(await house.leftOf(gina)).toEqual([])
    expect(await person.sees(held.link)).toMatchObject({ status: 'superseded', actions: [] })
  },
  long,
)
