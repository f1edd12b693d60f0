import { expect, test } from 'vitest'
import type { DeskRequest } from '../../functions/contract/desk/request.ts'
import { at, stored } from './at-the-desk.ts'
import { house } from './one-house.ts'
import { linkIn, Person, somebody } from './person.ts'
import { post } from './post.ts'

const [vera, wim] = [somebody(206), somebody(207)]

const file = '%PDF-1.7 <script>alert(1)</script>'
const hostile = '"><svg onload=alert(1)>é.pdf'

test('on the desk a request shows letters and mails as their readers saw them, after a look, as text; files are saved and never shown; all of it goes with the person', async () => {
  const person = new Person(house.cloud, vera.email)
  await post(house.cloud, {
    from: person.address,
    subject: 'A copy <img src=x onerror=alert(1)>',
    text: 'Please send me a copy of all personal data that you hold about me. <script>alert(2)</script>',
    attachments: [{ filename: hostile, content: file }],
  })
  const [asked] = await person.mails()
  const link = linkIn(asked as never)
  expect(await person.presses(link, 'confirm')).toBe(200)
  const reference = (await person.sees(link)).reference
  const path = `/desk/requests/${reference}`
  // Somebody else names the request: it is shown, and what their address is worth.
  await post(house.cloud, {
    from: 'mallory@example.com',
    pretended: true,
    subject: reference,
    text: 'Cancel it at once.',
  })

  const agent = await at('agent')
  for (const colleague of [agent, await at('auditor')]) {
    const { page } = await colleague.gets(path)
    expect(page).toContain('Incoming')
    for (const personal of [person.address, 'alert(1)', 'Cancel it at once', 'copy of all personal data'])
      expect(page).not.toContain(personal)
  }
  const { page } = await agent.sends(`${path}/look`)
  for (const text of [
    'A copy &lt;img src=x onerror=alert(1)&gt;',
    '&lt;script&gt;alert(2)&lt;/script&gt;',
    'Cancel it at once.',
  ])
    expect(page).toContain(text)
  expect(page).not.toMatch(/<(script|img|svg|iframe)/)
  const { personal, mails, letters } = JSON.parse(
    (await agent.sends(`${path}/look`, {}, { accept: 'application/json' })).page,
  ) as DeskRequest
  // Whatever opens something is for the person alone.
  const said = Object.values(personal?.letters ?? {})
  expect(said.map(({ subject }) => subject)).toEqual((await person.mails(reference)).map(({ subject }) => subject))
  expect(letters).toHaveLength(said.length)
  for (const { to, text } of said) {
    expect(to).toBe(person.address)
    expect(text).not.toMatch(/[\w-]{43}/)
  }
  const [first, second] = mails
  expect(personal?.mails?.[second?.id ?? '']).toMatchObject({ trust: 'none', files: [] })
  expect(personal?.mails?.[first?.id ?? '']).toMatchObject({
    trust: 'aligned',
    files: [{ bytes: file.length }],
  })

  const files = `${path}/mails/${first?.id}/files`
  const fetched = await agent.sends(`${files}/0`)
  expect([fetched.status, fetched.page]).toEqual([200, file])
  expect(fetched.headers.get('content-type')).toBe('application/octet-stream')
  expect(fetched.headers.get('x-content-type-options')).toBe('nosniff')
  expect(fetched.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[^"\\]*\.pdf"; filename\*=UTF-8''[\w%.-]+$/,
  )
  const history = (await agent.json<DeskRequest>(path)).history
  expect(history.at(-1)).toMatchObject({
    event: 'fetched',
    detail: expect.stringMatching(new RegExp(`^mail ${first?.id.slice(0, 8)}, file 1, by agent [0-9a-f]{8}$`)),
  })
  // No other number, no mail of another request, and nothing for an auditor.
  const other = await new Person(house.cloud, wim.email).asks()
  for (const wrong of [
    `${files}/1`,
    `${files}/-1`,
    `${files}/x`,
    `${path}/mails/${'x'.repeat(40)}/files/0`,
    files.replace(reference, other).concat('/0'),
  ])
    expect([wrong, (await agent.sends(wrong)).status]).toEqual([wrong, 404])
  expect((await (await at('auditor')).sends(`${files}/0`)).status).toBe(404)
  expect((await agent.json<DeskRequest>(path)).history).toHaveLength(history.length + 1)

  expect(await person.presses(await person.link(reference), 'withdraw')).toBe(200)
  await house.cloud.clock.quiet()
  const left = [...(await stored(reference, 'outbox#')), ...(await stored(reference, 'mail#'))]
  expect(left.length).toBeGreaterThan(4)
  for (const one of left)
    expect([one.said, one.mail, one.expires?.N !== undefined]).toEqual([undefined, undefined, true])
  expect((await agent.gets(path)).page).toContain('Deleted, with everything personal in the request.')
  expect((await agent.sends(`${files}/0`)).status).toBe(404)
}, 240_000)

test('a file that a person gave as evidence is fetched on the desk, and the history says so', async () => {
  const person = new Person(house.cloud, wim.email)
  const { link, reference } = await person.asksAndConfirms('rectification')
  const given = new File([file], 'whatever.pdf')
  expect(await person.sends(link, 'state', { statement: 'My name is Wim.' }, given)).toBe(200)
  const path = `/desk/requests/${reference}`
  const agent = await at('agent')
  expect((await agent.sends(`${path}/look`)).page).toContain(`action="${path}/evidence"`)
  const fetched = await agent.sends(`${path}/evidence`)
  expect([fetched.status, fetched.page]).toEqual([200, file])
  expect(fetched.headers.get('content-disposition')).toBe(`attachment; filename="evidence-${reference}.pdf"`)
  expect((await agent.json<DeskRequest>(path)).history.at(-1)?.detail).toMatch(/^evidence, by agent [0-9a-f]{8}$/)
  expect(await person.presses(link, 'withdraw')).toBe(200)
  await house.cloud.clock.quiet()
  expect((await agent.sends(`${path}/evidence`)).status).toBe(404)
}, 120_000)
