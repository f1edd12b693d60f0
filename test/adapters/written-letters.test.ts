import { afterAll, beforeAll, expect, test } from 'vitest'
import { Codes } from '../../adapters/codes.ts'
import { tokenHash } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { type Token, Tokens } from '../../adapters/tokens.ts'
import { factsOf, type LetterKind, letterKinds } from '../../domain/letter-kinds.ts'
import { Personal } from '../../domain/personal.ts'
import type { Status } from '../../domain/request.ts'
import { LetterWriter } from '../../functions/outbox/letters.ts'
import { receivedAt, requestIn } from '../domain/sample.ts'
import { startStore } from './dynamodb-local.ts'

let store: Awaited<ReturnType<typeof startStore>>
let tokens: Tokens
let writer: LetterWriter

beforeAll(async () => {
  store = await startStore()
  tokens = new Tokens(store.table, store.client)
  writer = new LetterWriter(new Requests(store.table, store.client), tokens, new Codes(store.table, store.client))
})
afterAll(() => store?.stop())

/** A status in which the letter is true. */
function statusOf(kind: LetterKind): Status {
  const { trueIn } = factsOf(kind)
  return trueIn === 'any' ? 'grace' : (trueIn[0] ?? 'grace')
}

const words = { n: 7, at: receivedAt, by: 'sam', template: 'own-words', words: new Personal('Dear Ada') } as const
const written = (kind: LetterKind, told: readonly object[] = [words]) => {
  const request = requestIn(statusOf(kind))
  const person = { address: new Personal('ada@example.org'), hash: 'ada', answer: new Personal('Because.') }
  const whole = { request, answers: [], history: [], waiting: [], notices: [], written: told, tasks: [], mails: [] }
  return writer.write(kind, { whole: whole as never, person, now: receivedAt, written: 7 })
}

test('every kind of letter says all that it has to, and its link leads where its reader may go', async () => {
  const leadsTo: Record<string, LetterKind[]> = {}
  for (const kind of letterKinds) {
    const letter = (await written(kind)) as { kind: string; request: { reference: string }; link?: string }
    expect(letter.kind).toBe(kind)
    expect(Object.entries(letter).filter(([, value]) => value === undefined)).toEqual([])
    const token: Token | undefined = letter.link
      ? await tokens.find(tokenHash(letter.link.split('/').at(-1) ?? ''), Date.parse(receivedAt) - 1)
      : undefined
    expect([kind, token?.reference]).toEqual([kind, letter.link ? letter.request.reference : undefined])
    const purpose = token?.purpose ?? 'nowhere'
    if (purpose !== 'manage') leadsTo[purpose] = [...(leadsTo[purpose] ?? []), kind]
  }
  expect(leadsTo).toEqual({
    confirm: ['confirm-request'],
    decide: ['objection-to-weigh', 'identity-to-check', 'decision-needed'],
    consent: ['guardian-asked'],
    prove: ['prove-new-address'],
    nowhere: ['passed-on', 'identity-accepted', 'approval-news', 'address-changed'],
  })
})

test('a letter brings what it needs besides: a code, the company’s own words, the other request', async () => {
  expect(await written('download-code')).toMatchObject({
    code: expect.stringMatching(/^\w{4}-\w{4}$/),
    until: expect.any(String),
  })
  for (const kind of [
    'corrected',
    'not-all-corrected',
    'objection-upheld',
    'objection-refused',
    'turned-down',
  ] as const)
    expect(await written(kind)).toMatchObject({ answer: 'Because.' })
  expect(await written('from-the-desk')).toMatchObject({ template: 'own-words', words: 'Dear Ada' })
  expect(await written('duplicate')).toMatchObject({ other: requestIn('duplicate').of })
})

test('of what somebody of the company wrote nothing is sent once it went with what was personal', async () => {
  expect(await written('from-the-desk', [{ ...words, words: undefined }])).toBeUndefined()
  expect(await written('from-the-desk', [])).toBeUndefined()
})
