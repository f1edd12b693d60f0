import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Effects } from '../../adapters/effects.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { tokenHash } from '../../adapters/keys.ts'
import { MailCounts } from '../../adapters/mail-counts.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let requests: Requests
let tokens: Tokens
let outbox: { carryOut(reference: string, id: string, at: typeof now): Promise<string> }
const now = instant(Date.now())
const mails: { readonly to: string; readonly text: string }[] = []

beforeAll(async () => {
  store = await startStore()
  vi.stubEnv('AWS_REGION', store.access.region)
  vi.resetModules()
  const { Outbox } = await import('../../functions/outbox/outbox.ts')
  const { LetterWriter } = await import('../../functions/outbox/letters.ts')
  const { Requests: Theirs } = await import('../../adapters/requests.ts')
  const { Sent } = await import('../../adapters/sent.ts')
  requests = new Requests(store.table, store.client)
  tokens = new Tokens(store.table, store.client)
  const post = {
    send: async (mail: (typeof mails)[number]) => {
      mails.push(mail)
      return `<${randomBytes(6).toString('hex')}@mail>`
    },
  }
  const none = {} as never
  const [kept, sent] = [new Theirs(store.table, store.client), new Sent(store.table, store.client)]
  const stores = {
    ...{ requests: kept, sent, effects: new Effects(store.table, store.client) },
    ...{ counts: new MailCounts(store.table, store.client), indexes: new Indexes(store.table, store.client) },
  }
  outbox = new Outbox(stores as never, new LetterWriter(kept, tokens, none), none, post as never)
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  store?.stop()
})

async function confirmed(
  address: string,
  hash: string,
  found: Extract<Event, { type: 'confirmed' }>['found'],
): Promise<Request> {
  const person = { address: new Personal(address), hash }
  const ask = received(
    { reference: reference(randomBytes(5)), right: 'erasure', language: 'en', person },
    policy,
    now,
    true,
  )
  const asked = await requests.save(ask)
  const decision = decide(asked, { type: 'confirmed', found, firstReceivedAt: now }, policy, now)
  if (decision.kind === 'refused') throw new Error(decision.reason)
  return requests.save(decision)
}

test.each([
  ['same address, however it is written', 'Ada@Example.org', true],
  ['another address, which is believed to be the same person’s', 'ada.elsewhere@example.org', false],
])('who asks twice is led to the open request only with %s: %s', async (_, address, isTheirs) => {
  const hash = randomBytes(8).toString('hex')
  const open = await confirmed('ada@example.org', hash, { subject: new Personal({ keys: { account: [hash] } }) })
  const again = await confirmed(address, hash, { duplicateOf: open.reference })
  mails.length = 0
  for (const { id, effect } of (await requests.load(again.reference))?.waiting ?? [])
    if (effect.kind === 'letter') await outbox.carryOut(again.reference, id, now)
  expect(mails.map(({ to }) => to)).toEqual([address])
  const secret = /\/requests\/([\w-]{43})/.exec(mails[0]?.text ?? '')?.[1] ?? ''
  const token = await tokens.find(tokenHash(secret), Date.parse(now))
  expect(token).toMatchObject({ purpose: 'manage', reference: isTheirs ? open.reference : again.reference })
})
