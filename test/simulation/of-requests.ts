import { daysLater } from './berlin.ts'
import { systemOf } from './company.ts'
import type { Table, Written } from './dynamodb/table.ts'
import type { Item } from './dynamodb/values.ts'
import { type Known, type Model, Violation } from './model.ts'
import { correctionHolds } from './of-corrections.ts'
import type { Moment, OfData, Writer } from './of-data.ts'
import { madeBy } from './of-mails.ts'
import { canary, marks, type Person } from './person.ts'
import type { Files } from './s3.ts'
import { headerOf, letterIn, type Sent } from './services.ts'
import { textIn } from './zip.ts'

const over = [
  'erased',
  'restored',
  'not-found',
  'duplicate',
  'superseded',
  'lifted',
  'withdrawn',
  'discarded',
  'stopped',
  'corrected',
  'declined',
  'unchanged',
]
/** Under way, in a way that keeps a second one out. */
const under = [
  'restricting',
  'grace',
  'restoring',
  'erasing',
  'holding',
  'held',
  'lifting',
  'gathering',
  'ready',
  'discarding',
  'stating',
  'deciding',
  'correcting',
]
/** Letters that can be set off without end, by whom, and how many of them an address gets a day at most (policy.limits). */
const bounded: Readonly<Record<string, string>> = {
  'confirm-request': 'anybody',
  'where-it-stands': 'anybody',
  'download-code': 'its owner',
}
const mostADay = 5

/** A copy is put together once, and again whenever a system gave what was missing: at most this often more. */
const systems = new Set(Object.values(systemOf).map(({ system }) => system)).size

/** What must hold of requests and letters, at every write and at every mail. */
export class OfRequests {
  readonly #model: Model
  readonly #data: OfData
  readonly #tables: ReadonlyMap<string, Table>
  readonly #files: Files
  readonly #tell: (what: string) => void
  readonly #mailsOf = new Map<string, Set<string>>()
  /** When somebody got what anybody can set off, by their name. */
  readonly #setOff = new Map<string, number[]>()

  constructor(
    model: Model,
    data: OfData,
    { tables, files }: { readonly tables: ReadonlyMap<string, Table>; readonly files: Files },
    tell: (what: string) => void,
  ) {
    this.#model = model
    this.#data = data
    this.#tables = tables
    this.#files = files
    this.#tell = tell
  }

  wrote({ table, before, after }: Written, moment: Moment): void {
    if (table !== 'requests' || (after ?? before)?.sk?.S !== 'request') return
    if (after) this.#request(before, after, moment)
    else this.#vanished(before ?? {}, moment)
  }

  #request(before: Item | undefined, after: Item, { now, writer }: Moment): void {
    const reference = after.reference?.S ?? ''
    const status = after.status?.S ?? ''
    const known = this.#model.known.get(reference) ?? this.#begun(reference, after, writer)
    if (before && !after.version) return
    const [was, is] = [Number(before?.version?.N ?? 0), Number(after.version?.N)]
    if (before && is === was) {
      // What is noted beside is no step; a second step in the place of one that is saved would be one that nobody sees.
      if (before.status?.S !== status || before.historyHash?.S !== after.historyHash?.S)
        throw new Violation(
          'every step is one version',
          `${reference} is ${status} in the place of ${before.status?.S}`,
        )
      return
    }
    if (is !== was + 1)
      throw new Violation('every step is one version', `${reference} went from version ${was} to ${is}`)
    known.version = is
    if (after.items) known.items = Object.fromEntries((after.items.L ?? []).map(({ M }) => [M?.field?.S, M?.state?.S]))
    if (Number(after.round?.N ?? 0) > systems + 1)
      throw new Violation('no machine spins', `${reference} has a copy number ${after.round?.N} of ${systems} systems`)
    if (known.status === status) return
    this.#tell(`${reference} of ${known.person.name} is ${status}${known.status ? ` (was ${known.status})` : ''}`)
    const from = known.status
    known.status = status
    this.#transition(known, from, status, after, now)
  }

  #begun(reference: string, item: Item, writer: Writer | undefined): Known {
    const { about = '', began: askedAt = 0 } = writer ?? {}
    const mail = this.#model.posted.get(about)
    const person = mail?.person ?? this.#model.byName(about)
    if (!person) throw new Violation('nobody acts on another’s data', `${reference} was made for nobody (${about})`)
    const address = item.person?.M?.address?.S
    if (address !== person.address)
      throw new Violation('nobody acts on another’s data', `${reference} has an address that did not ask`)
    const right = item.right?.S ?? ''
    if (mail) madeBy(mail, right, reference)
    const known: Known = {
      ...{ reference, person, right, letters: new Map(), decided: [], askedAt: mail?.at ?? askedAt },
      ...(mail ? { intent: mail.intent } : {}),
    }
    this.#model.begun(known)
    return known
  }

  #transition(known: Known, from: string | undefined, to: string, item: Item, now: number): void {
    const { reference, person } = known
    if (from !== undefined && over.includes(from))
      throw new Violation('what is over stays over', `${reference} was ${from} and is ${to}`)
    if (from === 'unverified' && known.confirmBegun === undefined)
      throw new Violation(
        'nothing happens for an unverified ask',
        `${reference} of ${person.name} became ${to}, and nobody confirmed`,
      )
    if (from === 'unverified') {
      known.provenAt ??= now
      this.#linkHeld(known, now)
    }
    if (to === 'restricting' || to === 'grace') this.#promised(known, item)
    if (to === 'restricting' || to === 'holding' || to === 'gathering' || to === 'stating') this.#onlyOne(known)
    correctionHolds(known, this.#model, this.#data, now)
    if (from === 'grace' && to === 'erasing') this.#toBeErased(known, now)
    if (to === 'restoring') {
      if (known.restoreBegun === undefined)
        throw new Violation('only the person restores', `${reference} of ${person.name}`)
      if (from === 'erasing') throw new Violation('no restore after the claim', `${reference} of ${person.name}`)
    }
    if (to === 'erased') {
      const left = this.#data.leftOf(person)
      if (left) throw new Violation('erased means that nothing is left', `${reference} of ${person.name} left ${left}`)
      this.#copiesGone(known, Date.parse(item.closedAt?.S ?? ''))
      this.#certified(known)
    }
    if (
      to === 'lifting' &&
      !this.#model
        .of(person)
        .some(({ right, restoreBegun }) => restoreBegun !== undefined && (right === 'erasure' || right === known.right))
    )
      throw new Violation('only the person restores', `${reference} of ${person.name}`)
    if (to === 'superseded') this.#superseded(known)
    if (to === 'restored' || to === 'lifted') this.#back(known)
  }

  /** N4: what was begun to be copied before everything was erased is deleted before the certificate says that nothing is left. */
  #copiesGone({ reference, person }: Known, erasedAt: number): void {
    const isCopied = ({ status = '', provenAt = Infinity }: Known) =>
      ['gathering', 'ready', 'discarding'].includes(status) && provenAt < erasedAt - 2 * this.#model.skewMs
    const copy = this.#model.of(person).find(isCopied)
    if (copy)
      throw new Violation('no copy outlives an erasure', `${copy.reference} is ${copy.status} after ${reference}`)
  }

  /** By an erasure of which all is done but its certificate. */
  #superseded({ reference, person }: Known): void {
    if (!this.#model.of(person).some(({ status }) => status === 'erased' || status === 'erasing'))
      throw new Violation('what is over stays over', `${reference} of ${person.name} is superseded by nothing`)
    const left = this.#data.leftOf(person)
    if (left) throw new Violation('erased means that nothing is left', `${reference} of ${person.name} left ${left}`)
  }

  /** Its time has come; and nobody is erased who was not told when, and reminded. */
  #toBeErased(known: Known, now: number): void {
    const { reference, person, eraseNowBegun, letters } = known
    if (!this.#model.mayDestroy(known, now))
      throw new Violation('nothing is deleted before its time', `${reference} of ${person.name} is to be erased`)
    if (eraseNowBegun !== undefined) return
    if (!letters.has('restricted'))
      throw new Violation('nobody is erased untold', `${reference} of ${person.name} was told of no restriction`)
    // Of the reminders of 30, 7 and 1 days before, the last can be overtaken while mail is away.
    const reminders = letters.get('reminder')?.size ?? 0
    if (reminders < 2)
      throw new Violation('nobody is erased untold', `${reference} of ${person.name} was reminded ${reminders} times`)
    if ((known.remindedAt ?? now) > daysLater(now, -24))
      throw new Violation('nobody is erased untold', `${reference} of ${person.name} was reminded late`)
  }

  /** Who asks gets a link, unless so many were sent that the day's number was used up. */
  linked({ reference, person, letters, askedAt }: Known): void {
    if (letters.has('confirm-request')) return
    const isNear = (at: number) => Math.abs(at - askedAt) < 5 * 86_400_000
    const asks = this.#model.of(person).filter((one) => isNear(one.askedAt)).length
    const sent = (this.#setOff.get(person.name) ?? []).filter(isNear).length
    if (Math.max(asks, sent) < mostADay)
      throw new Violation('who asks gets a link', `${person.name} never got the one of ${reference}`)
  }

  /** A link proves an address for two days. */
  #linkHeld({ reference, person, linkSentAt = 0 }: Known, now: number): void {
    if (now > daysLater(linkSentAt, 2) + 2 * this.#model.skewMs)
      throw new Violation('a link that ran out confirms nothing', `${reference} of ${person.name}`)
  }

  #onlyOne(known: Known): void {
    const { reference, person } = known
    const other = this.#model
      .of(person)
      .find((one) => one.reference !== reference && one.right === known.right && under.includes(one.status ?? ''))
    if (other)
      throw new Violation('one request of a right at a time', `${person.name} has ${other.reference} and ${reference}`)
  }

  /** N4: sixty days from receipt, by the model's own calendar. */
  #promised({ reference, askedAt }: Known, item: Item): void {
    const promised = Date.parse(item.promisedBy?.S ?? '')
    const latest = daysLater(askedAt + this.#model.skewMs, 60)
    const eraseAt = Date.parse(item.eraseAt?.S ?? '')
    if (!(promised <= latest))
      throw new Violation('sixty days from the request', `${reference} is promised by ${item.promisedBy?.S}`)
    if (eraseAt !== daysLater(promised, -2))
      throw new Violation('sixty days from the request', `${reference} is erased at ${item.eraseAt?.S}`)
  }

  /** The ledger, the certificate and the end of the history are saved with the step. */
  #certified({ reference, person }: Known): void {
    const requests = this.#tables.get('requests')
    // Items of one transaction arrive one by one: what follows in the same one is looked at when all is quiet.
    this.#later.push(() => {
      const certificate = requests?.get({ pk: { S: `R#${reference}` }, sk: { S: 'certificate' } })?.document?.S
      if (!certificate) throw new Violation('erased is certified', `${reference} of ${person.name} has no certificate`)
      if (!requests?.get({ pk: { S: `L#${reference}` }, sk: { S: 'line' } }))
        throw new Violation('the ledger knows who was erased', `${reference} of ${person.name} is not in it`)
      this.#isTrue(certificate, person.rows)
    })
  }

  /** Counts of the certificate against what there was: what a law keeps is named, the rest is done. */
  #isTrue(document: string, rows: ReadonlyMap<string, readonly Item[]>): void {
    if (canary.test(document)) throw new Violation('nothing personal in a certificate', document.slice(0, 200))
    const kept = rows.get('invoices')?.length ?? 0
    if (kept > 0 && !document.includes('invoices'))
      throw new Violation('what a law keeps is named', 'the certificate names no exception')
  }

  readonly #later: Array<() => void> = []

  /** After each step, when all that belongs to it is written. */
  settled(): void {
    for (const look of this.#later.splice(0)) look()
  }

  /** Everything is back, unless another request of the person keeps it away. */
  #back({ person, reference }: Known): void {
    const others = this.#model
      .of(person)
      .filter(
        (one) => one.reference !== reference && one.status && !over.includes(one.status) && one.status !== 'unverified',
      )
    if (others.some(({ right }) => right === 'erasure' || right === 'restriction')) return
    // Who was erased before has only what a law keeps, and that stays away.
    if (this.#model.of(person).some(({ status }) => status === 'erased')) return
    const amiss = this.#data.amiss(person)
    if (amiss) throw new Violation('back byte for byte', `${reference}: ${person.name} ${amiss}`)
  }

  #vanished(before: Item, { now }: Moment): void {
    const reference = before.reference?.S ?? ''
    const known = this.#model.known.get(reference)
    if (known && before.status?.S === 'unverified') this.linked(known)
    if (known && before.status?.S === 'unverified' && now < daysLater(known.askedAt, 14))
      throw new Violation('no request is lost', `${reference} of ${known.person.name} vanished early`)
    if (known && before.status?.S !== 'unverified' && !over.includes(before.status?.S ?? ''))
      throw new Violation(
        'no request is lost',
        `${reference} of ${known.person.name} vanished while it was ${before.status?.S}`,
      )
  }

  /** I7: every mail is true when it is sent, goes to who it is about, and says nothing personal in its subject. */
  mailed({ to, raw }: Sent, now: number): void {
    const subject = headerOf(raw, 'Subject')
    if (canary.test(subject)) throw new Violation('nothing personal in a subject', subject)
    const { reference, id } = letterIn(raw)
    const person = this.#model.byAddress(to)
    const known = this.#model.known.get(reference)
    if (!person) return
    if (!known || known.person !== person)
      throw new Violation('nobody learns of another', `a letter of ${reference} went to ${person.name}`)
    const kind = this.kindOf(reference, id)
    const before = known.letters.get(kind) ?? new Set()
    this.#tell(`${person.name} gets “${kind}” about ${reference}${before.has(id) ? ', once more' : ''}`)
    known.letters.set(kind, before.add(id))
    if (kind === 'confirm-request') known.linkSentAt = now
    if (kind === 'reminder') known.remindedAt ??= now
    if (kind === 'reminder' && (known.letters.get(kind)?.size ?? 0) > 3)
      throw new Violation('a bounded number of mails', `${person.name} is reminded a fourth time of ${reference}`)
    this.#bounded(person.name, kind, `${reference}.${id}`, now)
    this.#letterIsTrue(kind, known)
  }

  /** What a letter is about, by the effect that it was. */
  kindOf(reference: string, id: string): string {
    const effects = this.#tables.get('requests')?.partition(undefined, `R#${reference}`) ?? []
    const found = effects.find(({ sk }) => sk?.S === `outbox#${id}` || sk?.S?.startsWith(`outbox#${id}-2`))
    return found?.effect?.M?.letter?.S ?? 'unknown'
  }

  #bounded(name: string, kind: string, letter: string, now: number): void {
    const by = bounded[kind]
    if (!by) return
    this.#setOff.set(name, [...(this.#setOff.get(name) ?? []), now])
    const day = `${name} ${by} ${new Date(now).toISOString().slice(0, 10)}`
    const mails = (this.#mailsOf.get(day) ?? new Set()).add(letter)
    this.#mailsOf.set(day, mails)
    if (mails.size > mostADay)
      throw new Violation('a bounded number of mails', `${name} got ${mails.size} that ${by} can set off`)
  }

  #letterIsTrue(kind: string, { reference, person, status }: Known): void {
    const untrue = (why: string) =>
      new Violation('every letter is true when it is sent', `“${kind}” about ${reference} of ${person.name}: ${why}`)
    const request = this.#tables.get('requests')?.get({ pk: { S: `R#${reference}` }, sk: { S: 'request' } })
    const outstanding = new Set((request?.outstanding?.L ?? []).map(({ S }) => S))
    switch (kind) {
      case 'confirm-request':
        if (status !== 'unverified') throw untrue(`it is ${status}`)
        return
      case 'where-it-stands':
        if (!under.includes(status ?? '')) throw untrue(`it is ${status}`)
        return
      case 'restricted':
      case 'reminder': {
        if (status !== 'grace') throw untrue(`it is ${status}`)
        const visible = this.#data.visible(person)
        if (visible.length > 0 && outstanding.size === 0) throw untrue(`everybody sees ${visible.length} rows`)
        return
      }
      case 'erased': {
        if (status !== 'erased') throw untrue(`it is ${status}`)
        const left = this.#data.leftOf(person)
        if (left) throw untrue(`there is ${left}`)
        return
      }
      case 'held': {
        if (status !== 'held') throw untrue(`it is ${status}`)
        const visible = this.#data.visible(person)
        if (visible.length > 0 && outstanding.size === 0) throw untrue(`everybody sees ${visible.length} rows`)
        return
      }
      case 'restored':
      case 'lifted':
      case 'withdrawn':
        if (status !== kind) throw untrue(`it is ${status}`)
        if (kind === 'withdrawn') this.#noCopyOf(reference)
        return
      case 'copy-ready':
        if (status !== 'ready') throw untrue(`it is ${status}`)
        this.#isWhole(reference, person, outstanding)
        return
      case 'copy-deleted':
        if (status !== 'discarded') throw untrue(`it is ${status}`)
        this.#noCopyOf(reference)
        return
      case 'corrected':
      case 'not-all-corrected':
        if (status !== (kind === 'corrected' ? kind : 'declined')) throw untrue(`it is ${status}`)
        return
      case 'nothing-corrected':
        if (status !== 'unchanged') throw untrue(`it is ${status}`)
        return
      case 'state-what-is-right':
        if (status !== 'stating') throw untrue(`it is ${status}`)
        return
      case 'mailing-stopped':
        if (status !== 'stopped') throw untrue(`it is ${status}`)
        return
      case 'takes-longer':
        if (!['erasing', 'restoring', 'lifting', 'correcting'].includes(status ?? '')) throw untrue(`it is ${status}`)
    }
  }

  #copyOf(reference: string): Buffer | undefined {
    // The newest round counts.
    for (let round = systems + 1; round >= 1; round--) {
      const found = this.#files.read(`packages/${reference}/${round}.zip`)
      if (found) return found
    }
    return undefined
  }

  #noCopyOf(reference: string): void {
    if (this.#copyOf(reference))
      throw new Violation('every letter is true when it is sent', `the copy of ${reference} is still there`)
  }

  /** N1: everything that systems have which gave something, and nothing of anybody else. */
  #isWhole(reference: string, person: Person, outstanding: ReadonlySet<string | undefined>): void {
    const zip = this.#copyOf(reference)
    if (!zip) throw new Violation('a copy can be fetched', `there is none of ${reference}`)
    const text = textIn(zip)
    for (const [found] of text.matchAll(marks)) {
      const other = this.#model.byAddress(found) ?? this.#model.byAccount(found)
      if (other !== person)
        throw new Violation(
          'nobody learns of another',
          `the copy of ${reference} of ${person.name} tells of ${other?.name ?? found}`,
        )
    }
    const isErased = this.#model
      .of(person)
      .some(({ right, status }) => right === 'erasure' && (status === 'erasing' || status === 'erased'))
    if (isErased) return
    const isPortable = this.#model.known.get(reference)?.right === 'portability'
    for (const [table, items] of person.rows) {
      const of = systemOf[table]
      if (!of || outstanding.has(of.system) || (isPortable && of.keptByLaw)) continue
      for (const value of items.flatMap(textsOf))
        if (!text.includes(value))
          throw new Violation('a copy has everything', `${reference} of ${person.name} lacks “${value}” of ${table}`)
    }
  }
}

/** Texts of an item that stand in a copy as they are. */
const textsOf = ({ text, id }: Item): readonly string[] => [text?.S, id?.S].filter((one) => one !== undefined)
