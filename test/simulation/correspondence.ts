import type { Cloud } from './cloud.ts'
import { type Draft, posted, type Says } from './mails.ts'
import type { Model } from './model.ts'
import type { Person, Right, Wish } from './person.ts'
import type { Sent } from './services.ts'
import type { Time } from './time.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** More replies than these nobody writes; a program that answers by itself answers everything. */
const mostReplies = 4

/** A letter as its reader has it. */
export type Letter = { readonly id: string; readonly reference: string; readonly right: string }

/** People, strangers and programs who write to info@. */
export class Correspondence {
  readonly #cloud: Cloud
  readonly #model: Model
  readonly #time: Time
  readonly #tell: (what: string) => void
  readonly #written = new Map<Person, number>()
  readonly #replies = new Map<Person, number>()

  constructor(cloud: Cloud, model: Model, time: Time, tell: (what: string) => void) {
    this.#cloud = cloud
    this.#model = model
    this.#time = time
    this.#tell = tell
  }

  /** What nobody has to be asked for before: ordinary mails, questions, and strangers who want what is not theirs. */
  begin(): void {
    for (const person of this.#model.people) {
      const { pen, asks } = person
      const sometime = (says: Says, more: Partial<Draft> = {}) =>
        this.#time.at(pen.between(asks.from, asks.until), 'a mail', () => this.writes(person, says, more))
      if (pen.chance(0.15)) sometime('chats')
      if (pen.chance(0.2)) sometime('wonders', { intent: 'waits' })
      if (pen.chance(0.05)) sometime('spams')
      const stranger = { from: strangerOf(person) }
      if (pen.chance(0.1)) sometime('writes for', stranger)
      // Most owners do nothing about what somebody else asked for.
      const intent = pen.chance(0.8) ? 'never confirms' : 'waits'
      const rights = [pen.of<Right>(['erasure', 'access'])]
      for (let times = pen.chance(0.25) ? 1 + pen.below(2) : 0; times > 0; times--)
        sometime('asks for', { ...stranger, rights, intent })
    }
  }

  /** A wish that comes by mail, with another in the same one at times. */
  asks(person: Person, { right, intent }: Wish): void {
    const { pen } = person
    const isTwo = right !== 'access' && right !== 'objection' && pen.chance(0.3)
    const rights: readonly Right[] = isTwo ? [right, 'access'] : [right]
    this.writes(person, 'asks', { rights, intent, isGerman: pen.chance(0.5), isPretended: pen.chance(0.1) })
  }

  /** Who reads a letter answers it at times; and so does, at times, who should never have seen it. */
  reads(person: Person, letter: Letter): void {
    const { pen } = person
    const answer = (says: Says, more: Partial<Draft> = {}) => {
      const isShown = more.from !== undefined || more.isPretended || pen.chance(0.7)
      const answers = { id: `<${letter.id}@eu-central-1.amazonses.com>`, ...(isShown ? letter : {}) }
      this.#time.in(pen.between(minute, 3 * day), 'a reply', () => this.writes(person, says, { ...more, answers }))
    }
    if (person.isAway) answer('is away')
    const before = this.#replies.get(person) ?? 0
    if (before >= mostReplies || !pen.chance(0.2)) return
    this.#replies.set(person, before + 1)
    const isStranger = pen.chance(0.25)
    const by: Partial<Draft> = !isStranger ? {} : pen.chance(0.5) ? { from: strangerOf(person) } : { isPretended: true }
    const mayAsk = !isStranger && this.#time.now() < person.asks.until
    const says = pen.of<Says>(['reminds', 'withdraws', 'adds', 'thanks', mayAsk ? 'asks' : 'adds'])
    answer(says, says === 'asks' ? { ...by, rights: [letter.right as Right], intent: 'waits' } : by)
  }

  /** A letter to somebody's mailbox that is no more comes back. @returns whether it did */
  comesBack(person: Person, { id, at }: Sent): boolean {
    const { pen } = person
    const isBack = pen.chance(0.02)
    const tell = (what: string) =>
      this.#cloud.receiving.tell(
        'feedback',
        { what, messageId: id, sentAt: new Date(at).toISOString() },
        person.name,
        pen.named(id),
      )
    if (isBack) this.#model.cameBack.add(id)
    if (isBack) this.#time.in(pen.between(1_000, 6 * hour), 'a letter comes back', () => tell('bounced'))
    else if (pen.chance(0.01)) this.#time.in(pen.between(minute, day), 'a complaint', () => tell('complained'))
    return isBack
  }

  /** Somebody writes to info@. */
  writes(person: Person, says: Says, more: Partial<Draft>): void {
    const n = (this.#written.get(person) ?? 0) + 1
    this.#written.set(person, n)
    const name = `${person.name} mail ${n}`
    const mail = posted({ rights: [], intent: 'never confirms', ...more, name, person, says })
    this.#model.posted.set(name, mail)
    const who = mail.isTheirs ? '' : more.isPretended ? ' (not they)' : ' (a stranger)'
    const where = more.answers ? ` in answer to ${more.answers.reference ?? 'a letter'}` : ''
    this.#tell(`${name}${who} ${says} ${mail.rights.join(', ')}${where}`)
    this.#cloud.receiving.took(mail, more.isPretended === true)
  }
}

const strangerOf = ({ n }: Person): string => `canary.stranger.${n}@elsewhere.example`
