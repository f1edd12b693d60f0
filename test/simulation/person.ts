import { companyTables } from './company.ts'
import type { Dice } from './dice.ts'
import type { Item } from './dynamodb/values.ts'

/** What a person does when the letters come. */
export type Intent =
  | 'waits'
  | 'restores'
  | 'restores at the last moment'
  | 'erases now'
  | 'cannot decide'
  | 'never confirms'
  | 'confirms late'
export type Right = 'erasure' | 'restriction' | 'access' | 'portability' | 'objection' | 'rectification'
export type Wish = {
  readonly at: number
  readonly right: Right
  readonly intent: Intent
  readonly by: 'form' | 'mail'
}

export type Person = {
  readonly n: number
  /** Named in the story, and the stream of chance of all that they do. */
  readonly name: string
  readonly address: string
  /** None: the company does not know them. */
  readonly accounts: readonly string[]
  /** Items by table, as the company has them. */
  readonly rows: ReadonlyMap<string, readonly Item[]>
  readonly wishes: readonly Wish[]
  /** From when until when they, and others for them, ask for something, in ms. */
  readonly asks: { readonly from: number; readonly until: number }
  readonly dice: Dice
  /** Chance of what they write: it changes nothing of what they do. */
  readonly pen: Dice
  /** Their mail program answers everything by itself. */
  readonly isAway: boolean
}

/** In everything personal: whoever finds it where nothing personal may be found has found a leak. */
export const canary = /canary|acct-\d/i
/** What says whose something is: an address, or the number of an account. */
export const marks = /canary\.\d+@people\.example|acct-\d+-\d+/g

const day = 86_400_000

/** Somebody, what the company keeps of them, and what they will want, all by their own stream of chance. */
export function somebody(n: number, dice: Dice, start: number, days: number): Person {
  const accounts = dice.chance(0.1) ? [] : Array.from({ length: dice.chance(0.15) ? 2 : 1 }, (_, k) => `acct-${n}-${k}`)
  const address = `canary.${n}@people.example`
  const wishes: Wish[] = []
  const pen = dice.named('pen')
  const count = 1 + (dice.chance(0.4) ? 1 : 0) + (dice.chance(0.2) ? 1 : 0)
  for (let k = 0; k < count; k++) {
    const intent = dice.weighed<Intent>({
      ...{ waits: 3, restores: 2, 'restores at the last moment': 3, 'erases now': 2, 'cannot decide': 2 },
      ...{ 'never confirms': 1, 'confirms late': 1 },
    })
    const right = dice.weighed<Exclude<Right, 'rectification'>>({
      ...{ erasure: 6, restriction: 3, access: 2, portability: 1, objection: 1 },
    })
    wishes.push({
      at: start + Math.floor(dice.next() * days * day),
      right: pen.chance(0.2) ? 'rectification' : right,
      intent,
      by: pen.chance(0.4) ? 'mail' : 'form',
    })
  }
  // Somebody types the address over and over.
  if (dice.chance(0.1)) {
    const at = start + Math.floor(dice.next() * days * day)
    for (let k = 0; k < 7; k++)
      wishes.push({
        at: at + k * 60_000,
        right: 'erasure',
        intent: 'never confirms',
        by: pen.chance(0.4) ? 'mail' : 'form',
      })
  }
  const rows = rowsOf(n, accounts, address, dice)
  const asks = { from: start, until: start + days * day }
  return { n, asks, name: `person ${n}`, address, accounts, rows, wishes, dice, pen, isAway: pen.chance(0.1) }
}

function rowsOf(
  n: number,
  accounts: readonly string[],
  address: string,
  dice: Dice,
): ReadonlyMap<string, readonly Item[]> {
  const text = () => ({ S: `canary ${dice.below(1e6)}` })
  const some = (most: number) => Array.from({ length: dice.below(most) }, (_, k) => k)
  const rows = new Map<string, Item[]>(Object.keys(companyTables).map((table) => [table, []]))
  for (const account of accounts) {
    rows.get('accounts')?.push({
      ...{ id: { S: account }, address: { S: address }, born: { N: '1980' } },
      ...{ name: { S: `Canary ${n}` }, phone: { S: '+49 30 1000' } },
    })
    for (const k of some(4))
      rows
        .get('documents')
        ?.push({ account: { S: account }, id: { S: `doc-${k}` }, text: text(), tags: { SS: ['b', 'a'] } })
    for (const k of some(3))
      rows.get('drafts')?.push({ id: { S: `draft-${account}-${k}` }, account: { S: account }, text: text() })
    for (const k of some(3))
      rows
        .get('invoices')
        ?.push({ account: { S: account }, id: { S: `inv-${k}` }, cents: { N: String(dice.below(10_000)) } })
    if (dice.chance(0.7))
      rows.get('profiles')?.push({
        ...{ account: { S: account }, name: text(), payer: text(), more: { M: { a: { L: [text()] } } } },
      })
  }
  return rows
}

/** Whose a row is, by what the company keeps in it. */
export const accountOf = (table: string, item: Item): string | undefined =>
  table === 'accounts' ? item.id?.S : item.account?.S
