import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { long } from '../long.ts'
import { unpacked } from '../package/unpacked.ts'
import { promise } from '../promise.ts'
import { visible } from './house.ts'
import { house } from './one-house.ts'
import { Person, somebody } from './person.ts'

const email = (identity_value: string) => ({ identity_type: 'email', identity_value, identity_format: 'raw' })
const customer = (identity_value: string) => ({
  identity_type: 'controller_customer_id',
  identity_value,
  identity_format: 'raw',
})
/** The statuses that callbacks told of a request, in their order. */
const told = (id: string) =>
  house.office.recipients.controller.heard.filter((one) => one.id === id).map(({ status }) => status)

async function asks(body: object): Promise<{ status: number; json: Record<string, unknown> }> {
  const answer = await house.office.recipients.controller.calls('POST', '/opendsr/requests', body)
  await house.cloud.clock.quiet()
  return answer
}

const standing = async (id: string) =>
  (await house.office.recipients.controller.calls('GET', `/opendsr/requests/${id}`)).json

promise(
  'N4',
  'a controller on whose behalf accounts are held has them erased by OpenDSR, those alone, and hears of it by signed callbacks',
  async () => {
    const { controller } = house.office.recipients
    expect(await controller.discovers()).toEqual({
      api_version: '2.0',
      supported_identities: [
        { identity_type: 'email', identity_format: 'raw' },
        { identity_type: 'controller_customer_id', identity_format: 'raw' },
      ],
      supported_subject_request_types: ['access', 'portability', 'erasure'],
      processor_certificate: expect.stringMatching(/\/opendsr\/certificate$/),
    })
    // One person, two accounts: the portal of one is the bookshop's.
    const both = somebody(130)
    const [others = '', theirs = ''] = both.accounts
    const person = new Person(house.cloud, both.email)
    const own = await person.asksAndConfirms('access')
    const asking = controller.asking('erasure', [email(both.email)])
    const { subject_request_id: id } = asking
    const taken = await asks(asking)
    expect(taken).toMatchObject({
      status: 201,
      json: {
        controller_id: 'harbour',
        subject_request_id: id,
        encoded_request: Buffer.from(JSON.stringify(asking)).toString('base64'),
      },
    })
    const due = Date.parse(String(taken.json.expected_completion_time)) - Date.parse(String(taken.json.received_time))
    expect(Math.round(due / 86_400_000)).toBe(14)
    expect(visible(await house.sees([theirs]))).toEqual([])
    expect(visible(await house.sees([others]))).not.toEqual([])
    // The same again is the same; another under its id is not.
    expect((await asks(asking)).json).toEqual(taken.json)
    expect((await asks({ ...asking, subject_request_type: 'access' })).status).toBe(400)
    expect(await standing(id)).toMatchObject({ request_status: 'pending' })

    controller.isDown = true
    await house.passes('P13D')
    expect(await standing(id)).toMatchObject({ request_status: 'completed' })
    expect(told(id)).toEqual([])
    controller.isDown = false
    await house.cloud.clock.advance('P1D')
    // What it missed is over; how far it is counts.
    expect(told(id)).toEqual(['completed'])
    expect(await house.leftOf({ email: both.email, accounts: [theirs] }).then((left) => left.length)).toBeGreaterThan(0)
    expect(await house.leftOf({ email: 'nobody@example.org', accounts: [theirs] })).toEqual([])
    expect(visible(await house.sees([others]))).not.toEqual([])
    // The person hears of it from who answers for it; and from us that a copy of theirs is gone before its time.
    const subjects = (await person.mails()).map(({ subject }) => subject)
    for (const subject of subjects) expect(subject).toContain(own.reference)
    expect(subjects.at(-1)).toBe(`Your copy has been deleted: ${own.reference}`)
    expect(await person.sees(own.link)).toMatchObject({ status: 'discarded', erased: true })
    expect((await controller.calls('DELETE', `/opendsr/requests/${id}`)).status).toBe(400)
  },
  240_000,
)

promise(
  'N5',
  'a controller cancels an erasure while it is pending, and everything is back',
  async () => {
    const { controller } = house.office.recipients
    const tilda = somebody(127)
    const before = await house.sees(tilda.accounts)
    const asking = controller.asking('erasure', [customer(tilda.accounts[0] ?? '')])
    expect((await asks(asking)).status).toBe(201)
    expect(visible(await house.sees(tilda.accounts))).toEqual([])
    await house.cloud.clock.advance('P3D')
    const path = `/opendsr/requests/${asking.subject_request_id}`
    expect(await controller.calls('DELETE', path)).toMatchObject({ status: 202, json: { controller_id: 'harbour' } })
    await house.cloud.clock.quiet()
    expect(await house.sees(tilda.accounts)).toEqual(before)
    expect(await standing(asking.subject_request_id)).toMatchObject({ request_status: 'cancelled' })
    expect((await controller.calls('DELETE', path)).status).toBe(202)
    expect(told(asking.subject_request_id)).toEqual(['in_progress', 'cancelled'])
  },
  long,
)

promise(
  'N1',
  'a controller fetches a copy of what is held for it, as often as a person could',
  async () => {
    const { controller } = house.office.recipients
    const uma = somebody(132)
    const asking = controller.asking('portability', [email(uma.email)])
    const { subject_request_id: id } = asking
    expect((await asks(asking)).status).toBe(201)
    expect(told(id)).toEqual(['in_progress', 'completed'])
    const { request_status, results_url } = await standing(id)
    expect(request_status).toBe('completed')
    const path = new URL(String(results_url)).pathname
    const { status, location } = await controller.calls('GET', path)
    expect(status).toBe(303)
    const zip = Buffer.from(await (await fetch(location)).arrayBuffer())
    const files = await unpacked(zip)
    expect([...files.keys()].some((name) => name.startsWith('data/accounts/identity/'))).toBe(true)
    for (let fetched = 1; fetched < 5; fetched++) expect((await controller.calls('GET', path)).status).toBe(303)
    expect((await controller.calls('GET', path)).status).toBe(400)
    expect((await controller.calls('GET', path, undefined, 'Bearer of somebody else entirely')).status).toBe(401)
  },
  long,
)

test('what a controller may not, or what is not of the protocol, is refused, and nothing comes of it', async () => {
  const { controller } = house.office.recipients
  const vera = somebody(126)
  const before = await house.rowsBeginning('D#')
  const refusedWith = async (body: unknown, as?: string) =>
    (await controller.calls('POST', '/opendsr/requests', body, as)).status
  const fine = controller.asking('erasure', [email(vera.email)])
  expect(await refusedWith(fine, 'Bearer wrong')).toBe(401)
  expect(await refusedWith('not JSON')).toBe(400)
  expect(await refusedWith({})).toBe(400)
  expect(await refusedWith('x'.repeat(20_000))).toBe(413)
  expect(await refusedWith({ ...fine, subject_request_type: 'rectification' })).toBe(400)
  expect(await refusedWith({ ...fine, subject_request_id: 'one' })).toBe(400)
  expect(await refusedWith({ ...fine, subject_identities: [{ ...email(vera.email), identity_format: 'md5' }] })).toBe(
    400,
  )
  // No address inside, and none of anybody's choosing, is called.
  for (const url of ['https://169.254.169.254/latest', 'https://else.example.org/callbacks', 'http://127.0.0.1:1/'])
    expect(await refusedWith({ ...fine, status_callback_urls: [url] })).toBe(400)
  expect((await controller.calls('GET', `/opendsr/requests/${randomUUID()}`)).status).toBe(404)
  expect(await house.rowsBeginning('D#')).toEqual(before)
  // Somebody of another's portal, and nobody at all, are one answer.
  for (const who of [email(vera.email), email('nobody.at.all@example.org'), customer('a-0')]) {
    const asking = controller.asking('erasure', [who])
    expect((await asks(asking)).status).toBe(201)
    expect(await standing(asking.subject_request_id)).toMatchObject({ request_status: 'completed' })
  }
  expect(visible(await house.sees(vera.accounts))).not.toEqual([])
}, 120_000)

test(
  'while an account of its own is unavailable by the person’s request, a controller is asked to come again',
  long,
  async () => {
    const { controller } = house.office.recipients
    const xenia = somebody(132)
    const person = new Person(house.cloud, xenia.email)
    const { link } = await person.asksAndConfirms('restriction')
    const asking = controller.asking('erasure', [email(xenia.email)])
    expect((await asks(asking)).status).toBe(400)
    expect((await asks(controller.asking('erasure', [customer(xenia.accounts[0] ?? '')]))).status).toBe(400)
    expect(await person.presses(link, 'restore')).toBe(200)
    expect((await asks(asking)).status).toBe(201)
    // Meanwhile the person finds that nothing is available, and who they are is known still.
    const own = await person.asksAndConfirms('access')
    expect((await person.sees(own.link)).status).not.toBe('not-found')
    expect((await controller.calls('DELETE', `/opendsr/requests/${asking.subject_request_id}`)).status).toBe(202)
    await house.cloud.clock.quiet()
  },
)

test(
  'of accounts that are not its own a controller does not learn whether their person has a request open',
  long,
  async () => {
    const { controller } = house.office.recipients
    const willa = somebody(150)
    const [account = ''] = willa.accounts
    const answersTo = async (identity: ReturnType<typeof email>) => {
      const asking = controller.asking('erasure', [identity])
      const { status, json } = await asks(asking)
      const { subject_request_id: _, received_time: __, expected_completion_time: ___, encoded_request, ...same } = json
      expect(encoded_request).toBe(Buffer.from(JSON.stringify(asking)).toString('base64'))
      const {
        subject_request_id: ____,
        expected_completion_time: _____,
        ...stands
      } = await standing(asking.subject_request_id)
      return { status, fields: Object.keys(json), same, stands, told: told(asking.subject_request_id) }
    }
    const unknown = await answersTo(email('nobody.of.that.name@example.org'))
    expect(unknown).toMatchObject({ status: 201, stands: { request_status: 'completed' } })
    const person = new Person(house.cloud, willa.email)
    const { link } = await person.asksAndConfirms('restriction')
    expect(visible(await house.sees(willa.accounts))).toEqual([])
    expect(await answersTo(email(willa.email))).toEqual(unknown)
    expect(await answersTo(customer(account))).toEqual(unknown)
    expect(await person.presses(link, 'restore')).toBe(200)
    await house.cloud.clock.quiet()
    expect(visible(await house.sees(willa.accounts))).not.toEqual([])
    expect(await answersTo(email(willa.email))).toEqual(unknown)
  },
)
