import { expect, test } from 'vitest'
import { staffOf } from '../../domain/desk.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { long } from '../long.ts'
import { unpacked } from '../package/unpacked.ts'
import { at } from './at-the-desk.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const stefanie = somebody(286)
const officer = 'officer@papyra.example.com'

test(
  'a system that fails is asked again at once by the officer, or does its part by hand, and the certificate and the copy say so',
  long,
  async () => {
    const { resources } = house.cloud
    const files = resources
      .ofType('AWS::Lambda::Function')
      .find(({ logicalId }) => logicalId.startsWith('Systemsfiles'))
    const giveBack = house.cloud.withhold({
      principal: files?.name ?? '',
      action: 's3:ListBucketVersions',
      resource: 'arn:aws:s3:::demo-office-files',
    })
    const person = new Person(house.cloud, stefanie.email)
    const staff = staffOf('officer', house.office.people.issuer, officer)
    const answered = async (link: string) =>
      (await person.sees(link)).coverage.find(({ system }) => system === 'files')?.outcome
    let hold: { readonly reference: string; readonly link: string }
    try {
      const copy = await person.asks('access')
      await person.presses(await person.link(copy), 'confirm')
      const restriction = await person.asks('restriction')
      await person.presses(await person.link(restriction), 'confirm')
      // The machines give it up for now after seven minutes and a half.
      await house.cloud.clock.advance('PT9M')
      const link = await person.link(copy)
      hold = { reference: restriction, link: await person.link(restriction) }
      expect([await answered(link), await answered(hold.link)]).toEqual(['pending', 'pending'])

      const boss = await at(officer)
      const path = `/desk/requests/${copy}`
      expect((await boss.gets(path)).page).toContain('Files has not done what it was asked')
      expect((await boss.json<DeskRequest>(path)).byHand).toMatchObject({ failing: ['files'], tasks: [] })
      const other = await at('agent@papyra.example.com')
      await other.gets(path)
      for (const act of ['retry', 'hand-over'])
        expect((await other.sends(`${path}/systems/files/${act}`)).page).toContain('Your role')
      expect((await boss.sends(`${path}/systems/accounts/retry`)).location).toContain('refused=not-possible-now')
      await boss.gets(path)
      expect((await boss.sends(`${path}/systems/files/hand-over`)).location).toBe(path)
      await house.cloud.clock.quiet()
      const asked = (await house.cloud.mails()).findLast(({ to }) => to.includes('operations@papyra.example.com'))
      expect(asked?.subject).toBe(`A task to do by hand: ${copy}`)
      const task = `/desk/tasks/${copy}/export.files`
      await boss.gets(task)
      const form = new FormData()
      for (const [name, value] of Object.entries({ csrf: boss.csrf, outcome: 'done' })) form.append(name, value)
      form.append('file-0', new File(['what the disk still had'], 'disk.zip'))
      expect((await boss.sendsParts(`${task}/answer`, form)).status).toBe(303)
      await house.cloud.clock.quiet()
      expect((await person.sees(link)).coverage.find(({ system }) => system === 'files')).toMatchObject({
        ...{ outcome: 'copied', count: 1, statedBy: staff },
      })
      const { address = '' } = await person.fetches(link)
      const whole = await unpacked(Buffer.from(await (await fetch(address)).arrayBuffer()))
      expect(String(whole.get('data/files/content/files/content.zip'))).toBe('what the disk still had')
    } finally {
      giveBack()
    }
    // Asked again now, and not when its pause would have ended.
    const boss = await at(officer)
    const path = `/desk/requests/${hold.reference}`
    await boss.gets(path)
    expect((await boss.sends(`${path}/systems/files/retry`)).location).toBe(path)
    await house.cloud.clock.quiet()
    expect(await answered(hold.link)).toBe('restricted')
    const { history } = await boss.json<DeskRequest>(path)
    expect(history.find(({ event }) => event === 'tried-again')).toMatchObject({ detail: `files, by ${staff}` })
  },
)
