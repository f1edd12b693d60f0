import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LookUps, mostLookUps, namedIn, ownerNamed, textOfWriter } from '../../intake/named.ts'
import { readMail } from '../../intake/read.ts'
import { readText } from './written.ts'

const lookUps: LookUps = {
  customerNumber: { attribute: 'number', index: 'byNumber', pattern: '(KD-|CUST/|C-\\d{4}-)?\\d{5,8}' },
  username: { attribute: 'login', index: 'byLogin', pattern: '[a-z]+[._]\\d{2,4}' },
  portal: { attribute: 'portal', index: 'byPortal', pattern: 'p-\\d{3}' },
}
const values = (text: string) => namedIn(text, lookUps).map(({ kind, value }) => `${kind} ${value}`)

test.each([
  ['My customer number is KD-757555.', ['customerNumber KD-757555']],
  [
    'Meine Kundennummer lautet KD-757555, mein Benutzername: anne_340.',
    ['customerNumber KD-757555', 'username anne_340'],
  ],
  ['Mon numéro de client : 96120417', ['customerNumber 96120417']],
  ['Mi número de cliente es CUST/43330.', ['customerNumber CUST/43330']],
  ['Numer klienta: 96120417', ['customerNumber 96120417']],
  ['Nome utente: mario.3018', ['username mario.3018']],
  ['Käyttäjätunnus: matti.301', ['username matti.301']],
  ['Номер клиента: 96120417', ['customerNumber 96120417']],
  ['顧客番号：96120417', ['customerNumber 96120417']],
  ['It is the portal p-017', ['portal p-017']],
])('an account is named after a word for it, in many languages: %s', (text, found) => {
  expect(values(text)).toEqual(found)
})

test('what does not look like the company’s own values names nobody, and neither does a value without a word for it', () => {
  expect(values('My user name is wrong. My account is old. The order number is 96120417-12.')).toEqual([])
  expect(values('Call me at 96120417, or KD-757555?')).toEqual([])
  expect(namedIn('My customer number is KD-757555', {})).toEqual([])
})

test('a plain word after a word that means much else is no name, unless a mark stands between', () => {
  const any: LookUps = { username: { attribute: 'login', pattern: '[a-z]{4,12}' } }
  const named = (text: string) => namedIn(text, any).map(({ value }) => value)
  expect(named('The account is mine. Mein Konto wurde gesperrt. Ma compte existe. Mi cuenta vieja.')).toEqual([])
  expect(named('Account: annex')).toEqual(['annex'])
  expect(named('Konto „annex“, Benutzername annika')).toEqual(['annex', 'annika'])
})

test('of one mail no more than three values are looked up, each once', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `Customer number: ${10_000 + Math.floor(n / 2)}`).join('\n')
  const asked: string[] = []
  const named = namedIn(many, lookUps)
  await ownerNamed(named, async ({ value }) => {
    asked.push(value)
    return ['ada@mail.example']
  })
  expect(asked).toEqual(['10000', '10001', '10002'])
  expect(asked).toHaveLength(mostLookUps)
})

test('a quotation, a signature and what a rule passed on name nobody', async () => {
  const mail = await readText(
    'Delete my account.\n\n-- \nAda\nCustomer number: 96120417\n\n> Customer number: 11111111\n',
  )
  expect(namedIn(textOfWriter(mail), lookUps)).toEqual([])
})

describe('whose an account is that a mail names', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    '11111': ['Ada@Mail.example'],
    '22222': ['ben@mail.example'],
    'p-001': ['ada@mail.example', 'ben@mail.example', 'eva@mail.example'],
  }
  const owner = (text: string) => ownerNamed(namedIn(text, lookUps), async ({ value }) => known[value] ?? [])

  test('the only one to whom everything in it belongs', async () => {
    expect(await owner('Customer number 11111')).toBe('ada@mail.example')
    expect(await owner('Customer number 11111, portal p-001')).toBe('ada@mail.example')
  })
  test('nobody’s that is certain, where several answer to it, nobody does, or it contradicts itself', async () => {
    expect(await owner('portal p-001')).toBeUndefined()
    expect(await owner('Customer number 33333')).toBeUndefined()
    expect(await owner('Customer number 11111, customer number 22222')).toBeUndefined()
    expect(await owner('Customer number 11111, customer number 33333')).toBeUndefined()
    expect(await owner('Delete my account')).toBeUndefined()
  })
})

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'intake', 'dev')
type Truth = {
  readonly file: string
  readonly label: string
  readonly identity: { readonly customer_no?: string; readonly username?: string }
}

describe.skipIf(!existsSync(folder))('on the optional folder of sample mail (../shared/intake)', () => {
  const truths = existsSync(folder)
    ? readFileSync(join(folder, 'truth.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Truth)
    : []
  /** As a company would say how its values look: as these do. */
  const any: LookUps = {
    customerNumber: { attribute: 'number', pattern: '(KD-|CUST/|C-\\d{4}-)?\\d{5,8}' },
    username: { attribute: 'login', pattern: '\\p{L}[\\p{L}._]*\\d{2,4}' },
  }

  test('no mail names an account that is somebody else’s, and most that name one are found', async () => {
    const wrong: string[] = []
    let [there, found] = [0, 0]
    for (const { file, identity } of truths) {
      const mail = await readMail(readFileSync(join(folder, file)), { mailboxes: ['info@brightwell.example'] })
      if (mail.refused !== undefined) continue
      const theirs = [identity.customer_no, identity.username].filter((one) => one !== undefined)
      const named = namedIn(textOfWriter(mail), any)
      for (const { kind, value } of named)
        if (!theirs.some((one) => one.toLowerCase() === value.toLowerCase())) wrong.push(`${file}: ${kind} ${value}`)
      there += theirs.length
      found += theirs.filter((one) => named.some(({ value }) => value === one)).length
    }
    expect(wrong).toEqual([])
    expect(there).toBeGreaterThan(60)
    expect(found / there).toBeGreaterThan(0.7)
  })
})
