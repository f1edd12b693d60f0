import { expect, test, vi } from 'vitest'

vi.stubEnv('TABLE', 'none')
vi.stubEnv('MAILS_BUCKET', 'none')
const { ownerSaid } = await import('../../functions/ingest/shown.ts')

const [ada, firm] = ['ada@mail.example', 'firm@law.example']
const kept = (why: string, ...concepts: readonly string[]) => ({
  plan: { to: 'decide', why },
  because: concepts.map((concept) => ({ concept, phrase: concept, language: 'en' })),
})
const read = (writer: string, owner: string | undefined) => ({ whose: { writer, owner } })

test('who decides finds an address filled in only where the mail says whose data it is about', () => {
  expect(ownerSaid(kept('unsure'), read(ada, ada))).toEqual({ owner: ada })
  expect(ownerSaid(kept('whose'), read(ada, undefined))).toEqual({})
  for (const why of ['agent', 'guardian']) expect(ownerSaid(kept(why), read(firm, firm))).toEqual({})
  for (const concept of ['on-behalf', 'minor']) expect(ownerSaid(kept('unsure', concept), read(firm, firm))).toEqual({})
  expect(ownerSaid(kept('unsure', 'on-behalf'), read(firm, ada))).toEqual({ owner: ada })
})
