import { fieldsOf } from './company.ts'
import type { Item, Value } from './dynamodb/values.ts'
import type { Known, Model } from './model.ts'
import type { Person } from './person.ts'

/** What somebody says is right, by field of the company's form; `statement`: in words. */
export type Said = Readonly<Record<string, string>>

/** Some of what can be said, drawn by the person: fields that are put right at once, and those that a colleague decides on. */
export function saidBy({ n, pen }: Person): Said {
  const which = pen.below(1e6)
  const all = { name: `Canary ${n} ${which}`, phone: `+49 30 ${which}`, payer: `Payer Canary ${which}` }
  const some = Object.fromEntries(
    Object.entries({ ...all, statement: `So says Canary ${which}` }).filter(() => pen.chance(0.5)),
  )
  return { ...(Object.keys(some).length > 0 ? some : { name: all.name }), about: 'payment' }
}

/** States of an item (domain/correction.ts) in which systems set a field, and in which they have set it. */
const [setting, set] = [['correcting'], ['corrected']]
/** The same of what a person says of records that are not corrected: it is kept with them. */
const noting = ['noting', 'noted']

/** What a row of somebody's has to say by now, and may: as it was, but for what they had put right. */
export class PutRight {
  readonly #model: Model

  constructor(model: Model) {
    this.#model = model
  }

  /** Whether a row is one of the person's, as it may be now. */
  fits(person: Person, table: string, found: Item): boolean {
    return (person.rows.get(table) ?? []).some((row) => this.#isOf(person, table, row, found))
  }

  #isOf(person: Person, table: string, row: Item, found: Item): boolean {
    return [...new Set([...Object.keys(row), ...Object.keys(found)])].every((name) => {
      const field = fieldsOf[table]?.[name]
      if (field === 'statement') return this.#isSaid(person, found[name])
      if (field === undefined) return isSame(row[name], found[name])
      return this.#allowed(person, field, row[name]).some((one) => isSame(one, found[name]))
    })
  }

  /** Of what is being set either; of what was set that alone. */
  #allowed(person: Person, field: string, was: Value | undefined): readonly (Value | undefined)[] {
    let allowed: readonly (Value | undefined)[] = [was]
    for (const { said, items = {} } of this.#corrections(person)) {
      const value = { S: said?.[field] ?? '' }
      if (set.includes(items[field] ?? '')) allowed = [value]
      if (setting.includes(items[field] ?? '')) allowed = [...allowed, value]
    }
    return allowed
  }

  /** Nothing, or what the person said of something that was not put right. */
  #isSaid(person: Person, note: Value | undefined): boolean {
    if (note === undefined) return true
    return this.#corrections(person).some(({ said = {}, items = {} }) =>
      Object.entries(said).some(([field, value]) => noting.includes(items[field] ?? '') && note.S?.includes(value)),
    )
  }

  /** In their order: of one person no two are under way at once. */
  #corrections(person: Person): readonly Known[] {
    return this.#model
      .of(person)
      .filter(({ right, said }) => right === 'rectification' && said !== undefined)
      .toSorted((a, b) => (a.provenAt ?? 0) - (b.provenAt ?? 0))
  }
}

/** Sets of texts in any order, and maps too. */
const isSame = (a: Value | undefined, b: Value | undefined): boolean => sorted(a) === sorted(b)
const sorted = (value: Value | undefined): string =>
  JSON.stringify(value, (key, part) => {
    if (key === 'SS' || key === 'NS') return [...part].sort()
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  }) ?? ''
