import { companyTables, fieldsOf, systemOf } from './company.ts'
import type { Table, Written } from './dynamodb/table.ts'
import type { Item } from './dynamodb/values.ts'
import { type Known, type Model, Violation } from './model.ts'
import { accountOf, type Person } from './person.ts'
import { PutRight } from './put-right.ts'

/** Who writes now: a function, and the request that it was called for. */
export type Writer = { readonly name: string; readonly about: string; readonly began: number }
export type Moment = { readonly now: number; readonly writer: Writer | undefined }

/** Attributes in one order, so that equal items are equal texts. */
export const canonical = (item: unknown): string =>
  JSON.stringify(item, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, k === 'SS' || k === 'NS' ? [...(v as string[])].sort() : v]),
        )
      : value,
  )

/** What must hold of the company's data and of the vault, at every single write. */
export class OfData {
  readonly #model: Model
  readonly #tables: ReadonlyMap<string, Table>
  readonly #putRight: PutRight

  constructor(model: Model, tables: ReadonlyMap<string, Table>) {
    this.#model = model
    this.#tables = tables
    this.#putRight = new PutRight(model)
  }

  wrote(written: Written, moment: Moment): void {
    if (written.table in companyTables) this.#company(written, moment)
    else if (written.table === 'vault') this.#vault(written, moment)
    else if (written.table === 'vault-keys') this.#keys(written, moment)
  }

  /** Rows of a person that the company's application sees. */
  visible(person: Person): readonly string[] {
    return Object.keys(companyTables).flatMap((table) =>
      [...this.#live(table, person)].map((item) => `${table} ${canonical(item)}`),
    )
  }

  /** How a person's rows are not what they have to be, in words, when all are where the application sees them; empty: they are. */
  amiss(person: Person): string {
    const had = [...person.rows.values()].flat().length
    const has = this.visible(person).length
    return had === has ? this.wrongIn(person) : `had ${had} rows and has ${has}`
  }

  /** Tables with a row of the person's that says neither what it said nor what they had put right; empty: none. */
  wrongIn(person: Person): string {
    const wrong = Object.keys(companyTables).filter((table) =>
      [...this.#live(table, person)].some((item) => !this.#putRight.fits(person, table, item)),
    )
    return wrong.length > 0 ? `a row of ${wrong.join(', ')} does not say what it should` : ''
  }

  /** Whether a system has a field of a person's. */
  isHeld(person: Person, field: string): boolean {
    return Object.entries(fieldsOf).some(([table, fields]) =>
      (person.rows.get(table) ?? []).some((row) => Object.keys(row).some((name) => fields[name] === field)),
    )
  }

  /** Records of a person in the vault, by table. */
  locked(person: Person): ReadonlyMap<string, number> {
    const found = new Map<string, Set<string>>()
    for (const [partition, whose] of this.#model.partitions) {
      if (whose !== person || partition.endsWith('#under-way')) continue
      for (const item of this.#tables.get('vault')?.partition(undefined, partition) ?? []) {
        const [, , source = '', id = ''] = (item.sk?.S ?? '').split('#')
        const heading = item.sk?.S?.slice(0, -5) ?? ''
        if (!id.includes('.')) found.set(source, (found.get(source) ?? new Set()).add(heading))
      }
    }
    return new Map([...found].map(([source, headings]) => [source, headings.size]))
  }

  /** What is left of a person that no law keeps, in words; empty: nothing. */
  leftOf(person: Person): string {
    const live = Object.keys(companyTables).flatMap((table) => [...this.#live(table, person)].map(() => table))
    const locked = [...this.locked(person)].filter(([table]) => !systemOf[table]?.keptByLaw).map(([table]) => table)
    return [...new Set([...live.map((one) => `${one} (live)`), ...locked.map((one) => `${one} (in the vault)`)])].join(
      ', ',
    )
  }

  /** By the table's own keys: an index runs behind. */
  *#live(table: string, person: Person): Iterable<Item> {
    const found = this.#tables.get(table)
    for (const row of person.rows.get(table) ?? []) {
      const item = found?.get(found.keyOf(row))
      if (item) yield item
    }
  }

  #company({ table, before, after }: Written, { now, writer }: Moment): void {
    const owner = this.#model.byAccount(accountOf(table, before ?? after ?? {}))
    if (!writer || !owner) return
    const known = this.#knownTo(writer)
    if (!known)
      throw new Violation('nobody acts on another’s data', `${writer.name} wrote a row of ${owner.name} about nobody`)
    if (known.person !== owner)
      throw new Violation(
        'nobody acts on another’s data',
        `a row of ${owner.name} changed for ${known.reference} of ${known.person.name}`,
      )
    if (before && after && canonical(before) !== canonical(after) && known.status !== 'correcting')
      throw new Violation(
        'what was said is put right',
        `${known.reference} changed ${table} while it is ${known.status}`,
      )
    if (after && !this.#putRight.fits(owner, table, after))
      throw new Violation('back byte for byte', `a row of ${table} of ${owner.name} came back as another`)
    if (before && !after) this.#removed(table, known, now)
  }

  /** A row may go from the company's table when the vault has it, or when it may be destroyed. */
  #removed(table: string, known: Known, now: number): void {
    const { person, reference } = known
    if (known.status === 'erasing' && this.#model.mayDestroy(known, now)) return
    if (known.status === 'erasing')
      throw new Violation('nothing is deleted before its time', `${table} of ${person.name} for ${reference}`)
    const had = person.rows.get(table)?.length ?? 0
    const live = [...this.#live(table, person)].length
    const kept = this.locked(person).get(table) ?? 0
    if (kept < had - live)
      throw new Violation(
        'kept before it is removed',
        `${table} of ${person.name}: ${had} rows, ${live} live and ${kept} in the vault`,
      )
  }

  #vault({ before, after }: Written, { writer, now }: Moment): void {
    const partition = (before ?? after)?.pk?.S ?? ''
    const known = writer && this.#knownTo(writer)
    if (!known) throw new Violation('nobody acts on another’s data', `the vault changed for nobody (${writer?.name})`)
    const bare = partition.replace(/#under-way$/, '')
    const whose = this.#model.partitions.get(bare) ?? known.person
    this.#model.partitions.set(bare, whose)
    if (whose !== known.person)
      throw new Violation(
        'nobody acts on another’s data',
        `what lies in the vault of ${whose.name} changed for ${known.reference} of ${known.person.name}`,
      )
    if (partition !== bare || after || known.status !== 'erasing') return
    if (!this.#model.mayDestroy(known, now))
      throw new Violation('nothing is deleted before its time', `the vault of ${whose.name} for ${known.reference}`)
  }

  /** A key that is gone shreds what it encrypted, in backups too. */
  #keys({ before, after }: Written, { writer, now }: Moment): void {
    if (after || !before) return
    const [, about = ''] = (before.pk?.S ?? '').split('#')
    const known = writer && this.#knownTo(writer)
    const victim = this.#model.known.get(about)
    if (!known || !victim)
      throw new Violation('nothing is deleted before its time', `a key of nobody was destroyed (${about})`)
    if (victim.person !== known.person)
      throw new Violation(
        'nobody acts on another’s data',
        `a key of ${victim.person.name} was destroyed for ${known.reference}`,
      )
    if (!this.#model.mayDestroy(known, now))
      throw new Violation('nothing is deleted before its time', `a key of ${victim.person.name} for ${known.reference}`)
  }

  #knownTo({ about }: Writer): Known | undefined {
    return this.#model.known.get(about)
  }
}
