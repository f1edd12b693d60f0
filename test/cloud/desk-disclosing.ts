import { expect } from 'vitest'
import policy from '../../demo/policy.ts'
import { moved } from '../../domain/time.ts'
import type { AskView, DisclosuresView } from '../../functions/contract/desk/disclosures.ts'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { long } from '../long.ts'
import { promise } from '../promise.ts'
import { at } from './at-the-desk.ts'
import { program } from './company.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const tove = somebody(321)

promise(
  'N12',
  'an officer asks on the desk whether data may be passed on, and sees what the person answered, until when, what went, and whom else a restriction was told to',
  async () => {
    const [officer, agent, reader] = [await at('officer'), await at('agent'), await at('auditor')]
    const person = new Person(house.cloud, tove.email)
    const path = '/desk/disclosures/ask'
    const { today, latest } = await officer.json<AskView>(path)
    const until = moved(new Date(house.cloud.clock.now()).toISOString() as never, 'P30D', 'UTC').slice(0, 10)
    const question = {
      ...{ address: tove.email, name: 'Museum of <b>Letters</b>', place: '', country: 'de', until, theirs: 'de' },
      ...{ purpose: 'An exhibition\r\nof letters', by: 'Public relations', file: '2026/71', 'data-content': 'on' },
    }
    const { 'data-content': _, ...nothing } = question
    const missing = await officer.sends(path, { ...nothing, name: '', country: 'Germany' })
    expect(missing.status).toBe(400)
    for (const text of [
      'Say who would get the data',
      'Enter two letters, such as DE.',
      'Choose which data.',
      'An exhibition',
    ])
      expect(missing.page).toContain(text)
    for (const [fields, sentence] of [
      [{ address: 'nobody@example.org' }, 'There is no account'],
      [{ until: '2020-01-01' }, 'That day has passed'],
      [{ until: '2999-01-01' }, 'does not allow an approval to last that long'],
    ] as const) {
      const refused = await officer.sends(path, { ...question, ...fields })
      expect([refused.status, refused.page.includes(sentence)]).toEqual([409, true])
    }
    expect([today < latest, (await agent.sends(path, question)).status]).toEqual([true, 404])

    // Pressed twice, both times at once: the same file is the same question.
    const asked = await Promise.all([officer.sends(path, question), officer.sends(path, question)])
    const [one, other] = asked.map(({ location }) => location)
    expect([other, one]).toEqual([
      one,
      expect.stringMatching(/^\/desk\/requests\/OB-[0-9A-Z-]{9}\?lang=en&done=asked$/),
    ])
    expect((await officer.sends(path, { ...question, purpose: 'Advertising' })).page).toContain('with different terms')
    const about = (one ?? '').split('?')[0] ?? ''
    const reference = about.slice('/desk/requests/'.length)
    await house.cloud.clock.quiet()
    expect((await person.mails(reference)).map(({ subject }) => subject.split(':')[0])).toHaveLength(1)
    expect((await officer.gets(one ?? '')).page).toContain('Museum of &lt;b&gt;Letters&lt;/b&gt;')

    const lineIn = async (which: DisclosuresView['which'], colleague = officer) =>
      (await colleague.json<DisclosuresView>(`/desk/disclosures?which=${which}`)).lines.find(
        (line) => line.reference === reference,
      )
    expect(await lineIn('open')).toMatchObject({ status: 'approving', file: '2026/71', answerBy: expect.any(String) })
    expect((await lineIn('open', reader))?.terms).toBeUndefined()
    expect((await reader.gets(about)).page).not.toContain('Museum')

    expect(await person.sends(await person.link(reference), 'approve', { answer: 'yes' })).toBe(200)
    const went = new Date(house.cloud.clock.now()).toISOString()
    const mover = program('exchange software', 'Disclosures')
    await mover.calls('POST', `/company/disclosures/${reference}/check`, {})
    await mover.calls('POST', `/company/disclosures/${reference}/disclosed`, { at: went })
    const seen = await agent.json<DeskRequest>(about)
    expect(seen.disclosure).toMatchObject({ status: 'approved', checks: 1, disclosed: [{ categories: ['content'] }] })
    expect(seen.history[0]).toMatchObject({ event: 'disclosure-asked', who: 'officer@papyra.example.com' })

    const { reference: restricted, link } = await person.asksAndConfirms('restriction')
    expect([await lineIn('open'), await lineIn('over')]).toEqual([
      undefined,
      expect.objectContaining({ status: 'approval-ended', why: 'unavailable' }),
    ])
    const { told } = await agent.json<DeskRequest>(`/desk/requests/${restricted}`)
    expect(told.length).toBeGreaterThan(0)
    for (const notice of told) expect(notice).toMatchObject({ act: 'restrict', since: expect.any(String) })
    expect(told.some(({ toldAt, state }) => toldAt !== undefined && state === 'told')).toBe(true)
    const page = (await agent.gets(`/desk/requests/${restricted}`)).page
    for (const { recipient } of told) expect(page).toContain(policy.recipients[recipient]?.name)
    expect(await person.presses(link, 'restore')).toBe(200)
    await house.cloud.clock.quiet()
  },
  long,
)
