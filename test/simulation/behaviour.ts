import { daysLater } from './berlin.ts'
import type { Cloud } from './cloud.ts'
import type { Correspondence } from './correspondence.ts'
import type { Known, Model } from './model.ts'
import { Violation } from './model.ts'
import type { Pages } from './pages.ts'
import type { Intent, Person, Wish } from './person.ts'
import { saidBy } from './put-right.ts'
import { letterIn, type Sent } from './services.ts'
import type { Time } from './time.ts'
import type { Weather } from './weather.ts'

/** What a person does at a link. */
type Act = 'confirm' | 'restore' | 'erase-now' | 'withdraw' | 'send-code' | 'state'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Letters after which somebody does what they want of it. */
const beginnings = ['restricted', 'held', 'copy-ready', 'duplicate', 'state-what-is-right']

export type BehaviourSetting = {
  readonly cloud: Cloud
  readonly pages: Pages
  readonly model: Model
  readonly correspondence: Correspondence
  readonly time: Time
  readonly weather: () => Weather
  readonly tell: (what: string) => void
  readonly must: (check: () => void) => void
}

/** People at their letters and pages: they ask, confirm, click twice, change their mind at the worst moment. */
export class Behaviour {
  readonly #cloud: Cloud
  readonly #pages: Pages
  readonly #model: Model
  readonly #correspondence: Correspondence
  readonly #time: Time
  readonly #weather: () => Weather
  readonly #tell: (what: string) => void
  readonly #must: (check: () => void) => void
  /** What a request is asked with: what its person wants of it. */
  readonly #intents = new Map<string, Intent>()
  /** Links that somebody has, by request, the latest last. */
  readonly #links = new Map<string, string>()
  readonly #begun = new Set<string>()

  constructor({ cloud, pages, model, correspondence, time, weather, tell, must }: BehaviourSetting) {
    this.#cloud = cloud
    this.#pages = pages
    this.#model = model
    this.#correspondence = correspondence
    this.#time = time
    this.#weather = weather
    this.#tell = tell
    this.#must = must
  }

  begin(): void {
    for (const person of this.#model.people)
      for (const wish of person.wishes)
        this.#time.at(wish.at, 'a wish', () => {
          if (wish.by === 'mail') this.#correspondence.asks(person, wish)
          else void this.#ask(person, wish)
        })
  }

  /** A letter arrives some time after SES took it, sometimes twice. */
  mailed(sent: Sent): void {
    const person = this.#model.byAddress(sent.to)
    if (!person || this.#correspondence.comesBack(person, sent)) return
    const late = person.dice.chance(this.#weather().late) ? person.dice.between(hour, 3 * day) : 0
    const arrives = () =>
      this.#time.in(person.dice.between(1_000, 10 * minute) + late, 'a letter', () => this.#reads(person, sent))
    arrives()
    if (person.dice.chance(this.#weather().twice)) arrives()
  }

  #reads(person: Person, { id: sesId, raw }: Sent): void {
    const plain = raw.replace(/=\r\n/g, '').replace(/=3D/g, '=')
    const token = /\/requests\/([A-Za-z0-9_-]{43})/.exec(plain)?.[1]
    const { reference, id } = letterIn(raw)
    const known = this.#model.known.get(reference)
    if (!token || !known) return
    const isFirst = !this.#begun.has(`${reference} ${id}`)
    this.#begun.add(`${reference} ${id}`)
    if (isFirst) this.#correspondence.reads(person, { id: sesId, reference, right: known.right })
    const kind = [...known.letters].find(([, ids]) => ids.has(id))?.[0]
    // Scanners of mail programs follow every link.
    if (person.dice.chance(0.5)) void this.#pages.press(person.name, 'status', 'GET', token)
    if (kind === 'confirm-request') this.#toConfirm(person, reference, token)
    else this.#links.set(reference, token)
    if (isFirst && kind && beginnings.includes(kind)) this.#plan(person, reference)
    const code = /^([0-9A-Z]{4}-[0-9A-Z]{4})\r?$/m.exec(plain)?.[1]
    if (kind === 'download-code' && code) this.#fetch(person, reference, token, code)
  }

  #toConfirm(person: Person, reference: string, token: string): void {
    const intent = this.#intentOf(reference) ?? 'waits'
    if (intent === 'never confirms') return
    const late = intent === 'confirms late' ? person.dice.between(2 * day, 9 * day) : 0
    const soon = person.dice.chance(0.7) ? person.dice.between(10_000, hour) : person.dice.between(hour, 40 * hour)
    this.#time.in(late + soon, 'confirms', () => {
      this.#twice(person, () => this.#act(person, reference, 'confirm', token))
    })
  }

  #intentOf(reference: string): Intent | undefined {
    return this.#intents.get(reference) ?? this.#model.known.get(reference)?.intent
  }

  /** What somebody will do in the time until the erasure. */
  #plan(person: Person, reference: string): void {
    const { dice } = person
    const known = this.#model.known.get(reference)
    if (!known) return
    const act = (at: number, what: Act) =>
      this.#time.at(at, what, () => this.#twice(person, () => this.#act(person, reference, what)))
    const now = this.#time.now()
    const isCopy = known.right === 'access' || known.right === 'portability'
    if (isCopy) {
      this.#planOfCopy(act, now + dice.next() ** 2 * 14 * day, this.#intentOf(reference))
      return
    }
    if (known.right === 'rectification') {
      known.said ??= saidBy(person)
      this.#planOfCorrection(act, person, now, this.#intentOf(reference))
      return
    }
    const end = this.#model.earliestErasure(known)
    const sometime = now + dice.next() ** 2 * Math.max(0, end - now)
    switch (this.#intentOf(reference)) {
      case 'restores':
        return void act(sometime, 'restore')
      case 'restores at the last moment':
        return void act(end + (dice.chance(0.7) ? dice.between(-15, 5) : dice.between(-20_000, 20_000)), 'restore')
      case 'erases now':
        return void act(sometime, 'erase-now')
      case 'cannot decide':
        act(sometime, 'erase-now')
        return void act(sometime + (dice.chance(0.7) ? dice.between(-8, 8) : dice.between(-100, 5_000)), 'restore')
    }
  }

  /** A copy is fetched, more than once, or not wanted any more. */
  #planOfCopy(act: (at: number, what: Act) => void, sometime: number, intent: Intent | undefined): void {
    if (intent === 'restores' || intent === 'cannot decide') act(sometime, 'withdraw')
    if (intent === 'waits' || intent === 'cannot decide' || intent === 'erases now') act(sometime, 'send-code')
  }

  /** What is right is said within fourteen days, at their very end, too late or never; and some of it taken back. */
  #planOfCorrection(
    act: (at: number, what: Act) => void,
    { dice }: Person,
    now: number,
    intent: Intent | undefined,
  ): void {
    const soon = now + dice.next() ** 2 * 14 * day
    const end = daysLater(now, 14)
    if (intent !== 'erases now')
      act(intent === 'restores at the last moment' ? end + dice.between(-hour, 0.1 * hour) : soon, 'state')
    if (intent === 'restores') act(soon + dice.between(minute, 3 * day), 'withdraw')
    if (intent === 'cannot decide') act(soon + dice.between(-8, 100), 'withdraw')
  }

  /** The code that came by mail opens the copy, for as long as it is there. */
  #fetch(person: Person, reference: string, token: string, code: string): void {
    const known = this.#model.known.get(reference)
    this.#time.in(person.dice.between(1_000, 20 * minute), 'fetches', async () => {
      const page = await this.#pages.press(person.name, 'download', 'POST', token, { code, language: 'en' })
      if (page?.status !== 200) return
      this.#tell(`${person.name} fetches the copy of ${reference}`)
      if (known) known.fetched = (known.fetched ?? 0) + 1
      const key = decodeURIComponent(new URL(String(page.json.address)).pathname).replace('/packages/', '')
      this.#must(() => {
        if (!this.#cloud.files.read(key) && known?.status === 'ready')
          throw new Violation('a copy can be fetched', `${reference} of ${person.name}`)
      })
    })
  }

  /** People double-click, and reload. */
  #twice(person: Person, act: () => Promise<void>): void {
    void act()
    if (person.dice.chance(this.#weather().twice))
      this.#time.in(
        person.dice.chance(0.5) ? person.dice.below(8) : person.dice.between(8, 3_000),
        'once more',
        () => void act(),
      )
  }

  async #ask(person: Person, { right, intent }: Wish): Promise<void> {
    const page = await this.#pages.press(person.name, 'submit', 'POST', '', {
      address: person.address,
      right,
      language: person.dice.of(['en', 'de']),
    })
    if (page?.status !== 202) return this.#lost(`${person.name} could not ask`)
    const reference = String(page.json.reference)
    this.#tell(`${person.name} asks for ${right}, and ${intent}: ${reference}`)
    this.#intents.set(reference, intent)
  }

  async #act(person: Person, reference: string, what: Act, link?: string): Promise<void> {
    const asked = this.#model.known.get(reference)
    const token = link ?? this.#links.get(reference)
    if (!asked || !token) return
    // The letter to whoever asks twice leads to the request that is open.
    const isOpen = ({ right, status }: Known) =>
      right === asked.right && !['unverified', 'duplicate'].includes(status ?? 'unverified')
    const known = asked.status === 'duplicate' ? (this.#model.of(person).findLast(isOpen) ?? asked) : asked
    this.#tell(`${person.name} presses ${what} of ${reference}`)
    const now = this.#time.now()
    if (what === 'confirm') known.confirmBegun ??= now
    if (what === 'restore') known.restoreBegun ??= now
    if (what === 'erase-now') known.eraseNowBegun ??= now
    if (what === 'withdraw') known.withdrawBegun ??= now
    const page = await this.#pages.press(person.name, what, 'POST', token, {
      language: 'en',
      ...(what === 'state' ? known.said : {}),
    })
    if (page && page.status >= 500) return this.#lost(`${person.name} could never ${what} ${reference}`)
    if (what === 'restore' && page?.status === 200) {
      known.restoreAccepted ??= this.#time.now()
      this.#tell(`${person.name} is told that ${reference} is ${page.json.status}`)
    }
  }

  #lost(what: string): void {
    this.#must(() => {
      throw new Violation('no request is lost', what)
    })
  }
}
