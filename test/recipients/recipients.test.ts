import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Analytics } from '../../demo/recipients/analytics.ts'
import { newAuthority } from '../../demo/recipients/certificate.ts'
import { Processor } from '../../demo/recipients/processor.ts'
import { instant } from '../../domain/time.ts'
import { type Processor as Known, knownBy, type Message } from '../../recipients/contract.ts'
import { laws, type World } from '../../recipients/contract-kit.ts'
import { GoogleAnalytics } from '../../recipients/google-analytics/google-analytics.ts'
import { ByMail } from '../../recipients/mail/mail.ts'
import { OpenDsr } from '../../recipients/opendsr/opendsr.ts'

const authority = newAuthority('Authority of the test')
const domain = 'opendsr.pay.example.org'
const processor = new Processor(domain, authority, 'http://127.0.0.1:1')
const analytics = new Analytics(authority)
processor.byItself = false
beforeAll(async () => {
  await Promise.all([processor.start(), analytics.start()])
})
afterAll(async () => {
  await Promise.all([processor.stop(), analytics.stop()])
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const message = (): Message => {
  const id = randomUUID()
  const about = { address: `${id}@example.org`, keys: { account: [`a-${id}`, `b-${id}`] }, corrections: [] }
  return { id, act: 'erase', about, askedAt: instant('2026-02-06T08:30:00Z') }
}
const accounts = ({ about }: Message) => about.keys.account ?? []

/** What is known of the processor, for all instances. */
let known: Known | undefined
const openDsr = (by: { readonly ca?: string; readonly domain?: string } = {}) =>
  new OpenDsr(
    {
      kind: 'opendsr',
      secret: 'test/pay',
      domain: by.domain ?? domain,
      regulation: 'gdpr',
      identities: [
        { type: 'email', of: 'address', format: 'sha256' },
        { type: 'controller_customer_id', of: 'account', format: 'raw' },
      ],
      giveUp: 'P30D',
    },
    async () => ({
      endpoint: processor.endpoint,
      authorization: processor.authorization,
      ca: by.ca ?? authority.pem,
    }),
    {
      read: async () => known,
      keep: async (one) => {
        known = one
      },
    },
    'https://privacy.example.com/opendsr/callbacks',
    Date.now,
  )

const written = new Map<string, string>()
let isMailDown = false
const worlds: Readonly<Record<string, World>> = {
  OpenDSR: {
    recipient: openDsr,
    message,
    heard: async () => [...processor.requests.values()].map(({ asked }) => JSON.stringify(asked)),
    known: (one) => [...knownBy(one.about, 'address').map(sha256), ...accounts(one)],
    down: (isDown) => {
      processor.isDown = isDown
    },
    carryOut: async (id) => {
      const kept = processor.requests.get(id)
      if (kept) kept.status = 'completed'
    },
  },
  'Google Analytics': {
    recipient: () =>
      new GoogleAnalytics(
        {
          kind: 'google-analytics',
          secret: 'test/analytics',
          propertyId: '123',
          user: { type: 'USER_ID', of: 'account' },
          giveUp: 'P30D',
        },
        async () => analytics.account,
        Date.now,
      ),
    message,
    heard: async () => [...analytics.deleted],
    known: accounts,
    down: (isDown) => {
      analytics.isDown = isDown
    },
  },
  mail: {
    recipient: () =>
      new ByMail({
        notice: async ({ id, about }) => {
          if (isMailDown) throw new Error('no mail goes out')
          written.set(id, JSON.stringify(about))
        },
        reminder: async () => undefined,
      }),
    message,
    heard: async () => [...written.values()],
    known: (one) => [...knownBy(one.about, 'address'), ...accounts(one)],
    down: (isDown) => {
      isMailDown = isDown
    },
  },
}

describe.each(Object.entries(worlds))('%s', (_, world) => {
  for (const { name, prove } of laws(world)) test(name, prove)
})

describe('OpenDSR', () => {
  test('is not spoken with whoever has no certificate of a trusted authority for the domain', async () => {
    known = undefined
    await expect(openDsr({ domain: 'opendsr.else.example.org' }).tell(message())).rejects.toThrow('another domain')
    await expect(openDsr({ ca: newAuthority('Somebody').pem }).tell(message())).rejects.toThrow('could not be reached')
    expect(known).toBeUndefined()
  })

  test('a key that the processor changed is asked for anew', async () => {
    await openDsr().tell(message())
    const other = new Processor(domain, authority, 'http://127.0.0.1:1')
    const [certificates, before] = [other.certificates, known?.certificates]
    if (known) known = { ...known, certificates }
    expect(await openDsr().tell(message())).toBe('told')
    expect(known?.certificates).toBe(before)
  })

  test('what discovery does not name is not asked for', async () => {
    await openDsr().tell(message())
    const { size } = processor.requests
    known = known && { ...known, types: ['access'] }
    expect(await openDsr().tell(message())).toBe('refused')
    expect(processor.requests.size).toBe(size)
    known = undefined
  })

  test('where no address is told, whom it is about is known by account alone', async () => {
    const named = message()
    const { address: _, ...about } = named.about
    expect(await openDsr().tell({ ...named, about })).toBe('told')
    expect(processor.requests.get(named.id)?.asked.subject_identities).toEqual(
      accounts(named).map((identity_value) => ({
        identity_type: 'controller_customer_id',
        identity_value,
        identity_format: 'raw',
      })),
    )
  })

  test('what has not begun there is taken back; what has is released by a request of its own', async () => {
    const restriction: Message = { ...message(), act: 'restrict' }
    const release = (): Message => ({
      ...message(),
      act: 'release',
      about: restriction.about,
      takesBack: restriction.id,
    })
    await openDsr().tell(restriction)
    expect(await openDsr().tell(release())).toBe('confirmed')
    expect(processor.requests.get(restriction.id)?.status).toBe('cancelled')
    const again = release()
    expect(await openDsr().tell(again)).toBe('told')
    expect(processor.requests.get(again.id)?.asked.extensions).toEqual({ [domain]: { releases: restriction.id } })
  })
})
