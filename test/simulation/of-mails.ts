import type { Written } from './dynamodb/table.ts'
import type { Item } from './dynamodb/values.ts'
import { isUnanswered, type Posted, plansFor, rightsOf } from './mails.ts'
import { type Model, Violation } from './model.ts'
import type { Moment } from './of-data.ts'
import { canary, marks } from './person.ts'
import { headerOf, letterIn, type Sent } from './services.ts'
import type { Asked } from './wire.ts'

const minute = 60_000
const officer = 'officer@example.com'
/** Rows that are about no request, by how their keys begin: a link, a mail that came in, a letter that went out. */
const withEnd = ['T#', 'I#', 'S#']
/** Letters of which somebody of the company has to know that they came back; and those that anybody can set off: nobody may. */
const owed = ['restricted', 'reminder', 'restored', 'erased', 'held', 'lifted', 'copy-ready', 'not-found', 'corrected']
const unheard = ['confirm-request', 'download-code', 'where-it-stands']

/** What is left again has the hour behind its name. */
const calledFirst = (id = ''): string => id.replace(/-\d{4}-\d\d-\d\dT\d\d$/, '')

/** A request by mail is of what the mail asks for, or of what a colleague said that it does; and of each there is one. */
export function madeBy(mail: Posted, right: string, reference: string): void {
  const { name, pressed, opened } = mail
  const asked = [...rightsOf(mail), ...pressed.flat()].find((one) => one === right)
  if (!asked) throw new Violation('no mail makes two requests', `${name} made ${reference}: ${right}`)
  if (opened.includes(asked))
    throw new Violation('no mail makes two requests', `${name} made another of ${right}: ${reference}`)
  opened.push(asked)
}

/** What must hold of mails that come in, and of letters that come back, at every write and at every mail. */
export class OfMails {
  readonly #model: Model
  /** What letters are, by request and effect. */
  readonly #kinds = new Map<string, string>()
  /** Those that went out, by the id that SES gave each; and of which the officer heard that they came back. */
  readonly #sent = new Map<string, string>()
  readonly #toldOf = new Set<string>()
  /** Of the mails that SES stored those that were read, by its names for them; and what a look reads, by its call. */
  readonly #read = new Set<string>()
  readonly #found = new Map<string, string>()

  constructor(model: Model) {
    this.#model = model
  }

  /** Whoever looks for mails that nobody read gets one after the other from the bucket. */
  asked({ by, operation }: Asked): void {
    const id = by.id.startsWith('ingest/schedule/') ? /^GET \/mails\/mails\/(\w+)$/.exec(operation)?.[1] : undefined
    const mail = id && [...this.#model.posted.values()].find(({ deliveries }) => deliveries.has(id))
    if (!mail) return
    mail.isFound = true
    this.#found.set(by.id, mail.name)
  }

  /** The mail that a call found and reads. */
  readBy(call: string): string | undefined {
    return this.#found.get(call)
  }

  wrote({ table, before, after }: Written, moment: Moment): void {
    if (table !== 'requests' || !after) return
    const [pk = '', sk = ''] = [after.pk?.S, after.sk?.S]
    if (pk === 'I#read') return
    if (pk.startsWith('I#read#')) this.#read.add(sk)
    if (withEnd.some((one) => pk.startsWith(one)) && !after.expires)
      throw new Violation('what is over has an end', `${pk.slice(0, 2)} ${sk} stays for good`)
    if (sk === 'mail') this.#kept(pk, before, after, moment)
    if (sk.startsWith('mail#') && !after.expires)
      throw new Violation('what is over has an end', `${pk} ${sk} stays for good`)
    // What was given up is left again by the round.
    if (pk.startsWith('R#') && sk.startsWith('outbox#mail-') && !before && sk === calledFirst(sk))
      this.#toldOfMail(pk, after, moment)
    if (!before && after.entry?.M?.event?.S === 'asked-again') this.#askedAgain(pk, moment)
    if (pk.startsWith('S#')) this.#sent.set(pk.slice(2), `${after.reference?.S}.${calledFirst(after.id?.S)}`)
    const kind = sk.startsWith('outbox#') ? after.effect?.M?.letter?.S : undefined
    if (kind) this.#kinds.set(`${pk.slice(2)}.${calledFirst(after.id?.S)}`, kind)
  }

  /** One row for each mail, however often it came, with a plan that fits what its writer meant; what was done stays done. */
  #kept(pk: string, before: Item | undefined, after: Item, { now, writer }: Moment): void {
    // The outbox notes what the officer was told of: it is about no mail, and the row is there.
    const known = before && [...this.#model.posted.values()].find(({ row }) => row === pk)
    const mail = this.#model.posted.get(writer?.about ?? '') ?? known
    if (!mail) throw new Violation('no mail is lost', `a mail was kept that nobody wrote (${writer?.about})`)
    if (canary.test(JSON.stringify(after)))
      throw new Violation('what is over holds nothing personal', `what is kept of ${mail.name}`)
    if (mail.row !== undefined && mail.row !== pk)
      throw new Violation('no mail makes two requests', `${mail.name} is kept twice`)
    mail.row = pk
    mail.at ??= mail.deliveries.get(after.messageId?.S ?? '') ?? now
    const plan = after.plan?.M?.to?.S as Posted['plan']
    if (before && before.plan?.M?.to?.S !== plan)
      throw new Violation('no mail makes two requests', `${mail.name} was understood twice`)
    if (!plan || !plansFor(mail).includes(plan))
      throw new Violation('no mail is lost', `${mail.name}, which ${mail.says} ${mail.rights}: ${plan}`)
    mail.plan = plan
    if (after.doneAt) mail.doneAt ??= now
    if (before?.decided && JSON.stringify(before.decided) !== JSON.stringify(after.decided)) {
      // What died before it was carried out may be decided anew, a minute later; what it opened may be opened again.
      const since = Date.parse(before.decided.M?.at?.S ?? '')
      if (before.settledAt || now - since < minute - 4 * this.#model.skewMs)
        throw new Violation('the first decision counts', mail.name)
      mail.opened.length = 0
      mail.linked.clear()
    }
    mail.isSettled ||= after.settledAt !== undefined
  }

  /** A mail that asks again brings one new link, however often it is tried; who presses an old link gets one each time. */
  #askedAgain(pk: string, { writer }: Moment): void {
    const mail = this.#model.posted.get(writer?.about ?? '')
    if (mail?.linked.has(pk)) throw new Violation('a mail is answered once', `${mail.name} brought another link: ${pk}`)
    mail?.linked.add(pk)
  }

  /** Who only knows a reference, or only writes somebody’s address into From, hears nothing, and sets nothing off. */
  #toldOfMail(pk: string, after: Item, { writer }: Moment): void {
    const mail = this.#model.posted.get(writer?.about ?? '')
    const known = this.#model.known.get(pk.replace('R#', ''))
    if (!mail || !known) throw new Violation('nobody learns of another', `${pk} ${after.sk?.S} is about no mail`)
    if (mail.person !== known.person || (!mail.isTheirs && mail.says !== 'asks'))
      throw new Violation('nobody learns of another', `${mail.name} had ${known.reference} told where it stands`)
  }

  /** No letter answers a program; what goes to others than the person tells nothing of them. */
  mailed({ to, raw }: Sent): void {
    const answered = headerOf(raw, 'In-Reply-To')
    const mail = [...this.#model.posted.values()].find(({ messageId }) => messageId === answered)
    if (mail && isUnanswered(mail))
      throw new Violation('no answer to a robot', `${mail.name} (${mail.says}) was answered`)
    // A recipient has to know whom they are told about (GDPR Art. 19).
    if (to !== officer && !to.startsWith('canary.stranger')) return
    const said = raw
      .replace(/=\r\n/g, '')
      .replace(/^(?:To|In-Reply-To|References|Message-ID): .*(?:\r\n[ \t].*)*/gm, '')
    const isOfficer = to === officer
    const { name: letter } = letterIn(raw)
    if (isOfficer && letter.includes('.undelivered-'))
      this.#toldOf.add(calledFirst(letter.replace('.undelivered-', '.')))
    if (canary.test(said) || said.match(marks))
      throw new Violation(
        'nobody learns of another',
        `a letter to ${isOfficer ? 'the officer' : 'a stranger'} names somebody`,
      )
    if (isOfficer || !mail) return
    mail.answers.add(letter)
    if (/\/requests\//.test(said)) throw new Violation('nobody learns of another', `${mail.name} was given a link`)
  }

  /** Each mail ended as a request, on the desk, or left alone; who writes for another hears the same whatever is known. */
  atTheEnd(): void {
    for (const mail of this.#model.posted.values()) this.#ended(mail)
    for (const id of this.#model.cameBack) {
      const letter = this.#sent.get(id) ?? ''
      const kind = this.#kinds.get(letter) ?? ''
      if ((this.#toldOf.has(letter) ? unheard : owed).includes(kind))
        throw new Violation('a letter that came back is seen to', `“${kind}”, ${letter}`)
    }
  }

  #ended(mail: Posted): void {
    const { name, person, plan, doneAt, rights, isSettled, pressed, says, answers, deliveries } = mail
    const lost = (what: string) =>
      new Violation('no mail is lost', `${name}, which ${says} ${rights.join(', ')}: ${what}`)
    const unread = [...deliveries.keys()].find((id) => !this.#read.has(id))
    if (unread !== undefined)
      throw new Violation(
        'every mail is read',
        `${name} came ${deliveries.size} times, and as ${unread} nobody read it`,
      )
    if (!plan || doneAt === undefined)
      throw lost(plan ? `planned as ${plan}, and never done` : 'nothing was kept of it')
    if (plan === 'decide' && pressed.length === 0) throw lost('nobody was asked to decide on it')
    if (plan === 'decide' && !isSettled) throw lost('what was decided was never done')
    const wanted = plan === 'open' ? rightsOf(mail) : []
    const missing = wanted.find(
      (right) => !this.#model.of(person).some((one) => one.right === right && one.askedAt <= doneAt),
    )
    if (missing) throw lost(`${missing} was never asked for`)
    if (says === 'asks for' && answers.size !== rights.length)
      throw new Violation(
        'nobody learns of another',
        `${name} heard ${answers.size} times that ${person.name} was asked`,
      )
  }
}
