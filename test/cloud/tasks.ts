import { expect, test } from 'vitest'
import { staffOf } from '../../domain/desk.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import type { DeskTask, TasksView } from '../../functions/contract/desk/tasks.ts'
import { long } from '../long.ts'
import { unpacked } from '../package/unpacked.ts'
import { at } from './at-the-desk.ts'
import { certificateOf, found } from './certificates.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const zeph = somebody(280)
const phil = somebody(283)
const agent = 'agent@papyra.example.com'
const officer = 'officer@papyra.example.com'

/** The mail that asks for something by hand, and where its link leads. */
async function askedOf(address: string, reference: string, title: string): Promise<string> {
  const mail = (await house.cloud.mails()).findLast(
    ({ to, subject }) => to.includes(address) && subject === `${title}: ${reference}`,
  )
  expect(mail, `${title} to ${address}`).toBeDefined()
  return /\/desk\/tasks\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
}

test('a folder on paper is given for a copy by the colleague who was asked, and the copy says that a person did', async () => {
  const person = new Person(house.cloud, phil.email)
  const { link, reference } = await person.asksAndConfirms('access')
  const path = await askedOf(agent, reference, 'A task to do by hand')
  // Nobody has to wait for the rest, and nothing is called whole that is not.
  const before = await person.sees(link)
  expect(before.coverage.find(({ system }) => system === 'archive')?.outcome).toBe('pending')

  const colleague = await at(agent)
  const page = await colleague.gets(path)
  expect([page.status, page.page.includes(phil.email)]).toEqual([200, false])
  const looked = await colleague.sends(`${path}/look`)
  expect([looked.page.includes(phil.email), looked.page.includes('P-2024-031')]).toEqual([true, true])
  const parts = (fields: Record<string, string>, file?: File) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ csrf: colleague.csrf, ...fields })) form.append(name, value)
    if (file) form.append('file-0', file)
    return colleague.sendsParts(`${path}/answer`, form)
  }
  const scan = Buffer.from('%PDF-1.7 a scan of three pages')
  expect((await parts({ outcome: 'done' })).page).toContain('Choose a file for the copy')
  const large = new File([new Uint8Array(4_000_001)], 'scan.pdf')
  expect((await parts({ outcome: 'done' }, large)).page).toContain('larger than 4 MB')
  const given = await parts({ outcome: 'done' }, new File([scan], '../../Signed by Philippe.pdf'))
  expect([given.status, given.location]).toEqual([303, path])
  expect((await parts({ outcome: 'nothing' })).status).toBe(409)
  await house.cloud.clock.quiet()

  const after = await person.sees(link)
  const staff = staffOf('agent', house.office.people.issuer, agent)
  expect(after.coverage.find(({ system }) => system === 'archive')).toMatchObject({
    outcome: 'copied',
    count: 1,
    statedBy: staff,
  })
  const { address = '' } = await person.fetches(link)
  const files = await unpacked(Buffer.from(await (await fetch(address)).arrayBuffer()))
  expect(files.get('data/archive/paper/files/paper.pdf')).toEqual(scan)
  const { manifest } = JSON.parse(String(files.get('manifest.json')))
  expect(manifest.coverage.find(({ system }: { system: string }) => system === 'archive')).toMatchObject({
    outcome: 'given',
    statedBy: staff,
  })
}, 120_000)

test(
  'paper is made unavailable and erased by hand: reminded, overdue, and certified only once somebody says so',
  long,
  async () => {
    const person = new Person(house.cloud, zeph.email)
    const { link, reference } = await person.asksAndConfirms()
    const colleague = await at(agent)
    const boss = await at(officer)
    const restrict = await askedOf(agent, reference, 'A task to do by hand')
    const mine = await colleague.json<TasksView>('/desk/tasks')
    expect(mine.lines.map((line) => line.reference)).toContain(reference)
    // What colleagues are asked stands with the letters to the person.
    const looked = await colleague.sends(`/desk/requests/${reference}/look`, {}, { accept: 'application/json' })
    const { letters, personal } = JSON.parse(looked.page) as DeskRequest
    const asked = letters.find(({ what }) => what === 'task-set')
    expect(asked).toMatchObject({ sentAt: expect.any(String) })
    expect(personal?.letters?.[asked?.id ?? '']).toMatchObject({
      ...{ to: agent, subject: `A task to do by hand: ${reference}`, text: expect.stringContaining(restrict) },
    })
    expect((await boss.json<TasksView>('/desk/tasks')).lines).toEqual([])
    await colleague.gets(restrict)
    expect((await colleague.sends(`${restrict}/answer`, { outcome: 'cannot', reason: '' })).page).toContain(
      'Say why you cannot',
    )
    await colleague.sends(`${restrict}/answer`, { outcome: 'cannot', reason: 'access', paper: '2026/31' })
    await house.cloud.clock.quiet()
    expect((await person.sees(link)).coverage.find(({ system }) => system === 'archive')?.outcome).toBe('pending')
    // Whoever cannot gives it to somebody who may; they hear of it, and give it back.
    const { issuer } = house.office.people
    const [staffOfAgent, staffOfBoss] = [staffOf('agent', issuer, agent), staffOf('officer', issuer, officer)]
    expect((await colleague.json<DeskTask>(restrict)).colleagues).toContainEqual({ staff: staffOfBoss, name: officer })
    for (const to of ['', staffOf('auditor', issuer, 'auditor@papyra.example.com'), staffOfAgent])
      expect([to, (await colleague.sends(`${restrict}/reassign`, { to })).status]).toEqual([to, 400])
    expect((await colleague.sends(`${restrict}/reassign`, { to: staffOfBoss })).status).toBe(303)
    await house.cloud.clock.quiet()
    expect(await askedOf(officer, reference, 'A task to do by hand')).toBe(restrict)
    expect((await boss.json<TasksView>('/desk/tasks')).lines).toMatchObject([
      { reference, state: 'open', asked: officer },
    ])
    await boss.gets(restrict)
    expect((await boss.sends(`${restrict}/reassign`, { to: staffOfAgent })).status).toBe(303)
    await house.cloud.clock.quiet()
    expect((await colleague.sends(`${restrict}/answer`, { outcome: 'done', 'count-0': '3' })).status).toBe(303)
    await house.cloud.clock.quiet()
    expect((await person.sees(link)).coverage.find(({ system }) => system === 'archive')).toMatchObject({
      outcome: 'restricted',
      count: 3,
    })

    await person.presses(link, 'erase-now')
    const certificate = `/desk/requests/${reference}/certificate`
    expect((await boss.gets(certificate, 'application/json')).page).toBe('{"error":"no-such-file"}')
    const erase = await askedOf(agent, reference, 'A task to do by hand')
    expect(erase).toContain('erase.archive')
    // Five days, of which nobody uses one.
    await house.cloud.clock.advance('P3DT1H')
    await askedOf(agent, reference, 'Reminder: a task to do by hand')
    await house.cloud.clock.advance('P2D')
    await askedOf(officer, reference, 'Overdue: a task to do by hand')
    expect((await person.sees(link)).status).toBe('erasing')
    const late = await at(agent)
    expect((await late.json<DeskTask>(erase)).line).toMatchObject({ state: 'open', overdue: true })
    await late.gets(erase)
    await late.sends(`${erase}/answer`, { outcome: 'done', 'count-0': '3' })
    await house.cloud.clock.quiet()
    const seen = await person.sees(link)
    expect(seen.status).toBe('erased')
    const staff = staffOf('agent', house.office.people.issuer, agent)
    const { coverage } = await certificateOf((await person.mails(reference)).at(-1))
    const line = { system: 'archive', category: 'paper', outcome: 'erased', count: 3, statedBy: staff }
    expect(found(coverage)).toContainEqual(line)
    const last = (await person.mails(reference)).at(-1)
    const reader = await at('auditor@papyra.example.com')
    expect((await reader.gets(`/desk/requests/${reference}`)).page).toContain(`href="${certificate}"`)
    const fetched = await reader.gets(certificate)
    expect(fetched).toMatchObject({ status: 200, page: last?.attachments[0]?.content.toString() })
    const after = await (await at(officer)).json<DeskRequest>(`/desk/requests/${reference}`)
    expect(after.history.flatMap(({ event, detail }) => (event === 'task-reassigned' ? [detail] : []))).toEqual([
      `restrict in archive, to ${staffOfBoss}, by ${staffOfAgent}`,
      `restrict in archive, to ${staffOfAgent}, by ${staffOfBoss}`,
    ])
    expect(after.history.flatMap(({ event, detail }) => (event === 'task-answered' ? [detail] : []))).toEqual([
      `restrict in archive: cannot, access, file 2026/31, by ${staff}`,
      `restrict in archive: done, by ${staff}`,
      `erase in archive: done, by ${staff}`,
    ])
    expect((await late.json<TasksView>('/desk/tasks?whose=all')).lines.map((line) => line.reference)).not.toContain(
      reference,
    )
  },
)
