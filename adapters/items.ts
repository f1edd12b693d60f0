import type { Instruction } from '../domain/controllers.ts'
import { isOwed } from '../domain/deadline.ts'
import { isOfDisclosure, type OfDisclosure, type Terms } from '../domain/disclosure.ts'
import type { Effect } from '../domain/effect.ts'
import type { Entry, Untold } from '../domain/history.ts'
import type { SetOffBy } from '../domain/letter-kinds.ts'
import type { About, Notice } from '../domain/notices.ts'
import type { AskingMail, Person, Values } from '../domain/person.ts'
import { Personal } from '../domain/personal.ts'
import type { Answer, Verb } from '../domain/receipts.ts'
import type { Request } from '../domain/request.ts'
import type { OnBehalf } from '../domain/subject.ts'
import type { Task } from '../domain/tasks.ts'
import type { Day } from '../domain/time.ts'
import type { Written } from '../domain/written.ts'
import type { Right } from '../policy/rights.ts'
import type { Subject } from '../systems/contract.ts'

/** How long after the end of what it holds an item may be dropped by DynamoDB's TTL, in seconds since 1970. */
export const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

export const requestKey = (reference: string) => ({ pk: `R#${reference}`, sk: 'request' })
export const entryKey = (reference: string, n: number) => ({
  pk: `R#${reference}`,
  sk: `history#${String(n).padStart(6, '0')}`,
})
/** What the person is not told of an entry. */
export const untoldKey = (reference: string, n: number) => ({
  pk: `R#${reference}`,
  sk: `untold#${String(n).padStart(6, '0')}`,
})
/** What the company's people noted or wrote, by the entry of the history that says so. */
const writtenKey = (reference: string, n: number) => ({
  pk: `R#${reference}`,
  sk: `written#${String(n).padStart(6, '0')}`,
})
/** A mail that came in about it, by SES's name of it. */
export const mailAboutKey = (reference: string, ses: string) => ({ pk: `R#${reference}`, sk: `mail#${ses}` })
/** How many of them came on a day (UTC). */
export const mailsAboutKey = (reference: string, day: string) => ({ pk: `I#about#${reference}`, sk: day })
/** What of an item is personal besides the request's own person, and goes with them. */
export function personalIn(sk: string): string | undefined {
  if (sk.startsWith('written#')) return 'words'
  if (sk.startsWith('outbox#')) return 'said'
  return sk.startsWith('mail#') ? 'mail' : undefined
}
export const effectKey = (reference: string, id: string) => ({ pk: `R#${reference}`, sk: `outbox#${id}` })
/** The request of an item, or the mail that came in, and the name of what is to be carried out, if that is what it is. */
export const named = ({ pk, sk }: Record<string, unknown>): Named => ({
  ...(String(pk).startsWith('I#') ? { mail: String(pk).slice(2) } : {}),
  reference: String(pk).replace(/^R#/, ''),
  id: String(sk).replace(/^outbox#/, ''),
})
export type Named = { readonly reference: string; readonly id: string; readonly mail?: string }
export const answerKey = (reference: string, system: string, verb: Verb) => ({
  pk: `R#${reference}`,
  sk: `answer#${verb}#${system}`,
})
export const taskKey = (reference: string, id: string) => ({ pk: `R#${reference}`, sk: `task#${id}` })
export const leaseKey = (reference: string, system: string) => ({ pk: `R#${reference}`, sk: `lease#${system}` })
export const noticeKey = (reference: string, cause: string) => ({ pk: `R#${reference}`, sk: `notice#${cause}` })
/** Which notice a recipient knows by an id. */
export const namedKey = (id: string) => ({ pk: `N#${id}`, sk: 'notice' })
/** What is known of a processor: its domain is no id. */
export const processorKey = (domain: string) => ({ pk: `N#${domain}`, sk: 'processor' })
/** What a controller asked for, and which request that is. */
export const instructionKey = (reference: string) => ({ pk: `R#${reference}`, sk: 'instruction' })
export const instructedKey = (controller: string, id: string) => ({ pk: `D#${controller}#${id}`, sk: 'instruction' })
export const certificateKey = (reference: string) => ({ pk: `R#${reference}`, sk: 'certificate' })
/** A partition of its own: what reads everything of a request never reads this. */
export const evidenceKey = (reference: string, id: string, n: number) => ({
  pk: `E#${reference}`,
  sk: `${id}#${String(n).padStart(4, '0')}`,
})
export const tokenKey = (hash: string) => ({ pk: `T#${hash}`, sk: 'token' })
/**
 * One open request for each person and right; `consent`: whether a guardian consents to an account; `for …`: what a controller
 * asked for, by its reference, which keeps nothing out; and one question for each of the company's files whether data may go
 * to a third party.
 */
export type Lock = Right | 'consent' | `for ${string}` | Question
export type Question = `disclosure ${string}`
export const questionOf = (file: string): Question => `disclosure ${file}`
export const isQuestion = (lock: string): lock is Question => lock.startsWith('disclosure ')
export const personKey = (hash: string, right: Lock) => ({ pk: `P#${hash}`, sk: `open#${right}` })
/** A hold that outlived its request. */
export const heldKey = (hash: string) => ({ pk: `P#${hash}`, sk: 'hold' })
export const codeKey = (reference: string) => ({ pk: `R#${reference}`, sk: 'code' })
export const protectionKey = (reference: string) => ({ pk: `K#${reference}`, sk: 'protection' })
export const mailCountKey = (hash: string, day: string, by: SetOffBy) => ({
  pk: `P#${hash}`,
  sk: `${by === 'owner' ? 'own-' : ''}mails#${day}`,
})
/** What is known of mails to an address; without an end, because a wish not to be mailed has none. */
export const mailingKey = (hash: string) => ({ pk: `M#${hash}`, sk: 'mailing' })
/** A mail that came in, by what it says of itself: the same for every delivery of it. */
export const mailKey = (id: string) => ({ pk: `I#${id}`, sk: 'mail' })
/** A letter that it sets off, and that is about no request. */
export const mailLetterKey = (mail: string, id: string) => ({ pk: `I#${mail}`, sk: `outbox#${id}` })
/** What SES stored and was read, by SES's id of it, among all that came on a day (UTC); and how far one looked for what was not. */
export const readMailsOf = (day: Day) => `I#read#${day}`
export const unreadPlace = { pk: 'I#read', sk: 'place' }
/** A letter that went out, by SES's id of it. */
export const sentKey = (id: string) => ({ pk: `S#${id}`, sk: 'sent' })
/** What is known of the use of an account, by a keyed hash of its key. */
export const activityKey = (hash: string) => ({ pk: `A#${hash}`, sk: 'activity' })
/** How many removals for inactivity were scheduled on a day (UTC). */
export const removalsKey = (day: string) => ({ pk: 'A#removals', sk: day })
/** What steps of a day added to the figures. */
export const countsPartition = (day: Day) => `F#${day}`
/** The figures of a day, among those of its year. */
export const dayKey = (day: Day) => ({ pk: `F#${day.slice(0, 4)}`, sk: day })
/** How far the officer's daily letter has come. */
export const letterKey = { pk: 'F#letter', sk: 'letter' }
/** A change of the privacy notice; who was told of it, by keyed hash of the address; and how many letters a day (UTC) had. */
export const announcementKey = (version: string) => ({ pk: 'C#announcements', sk: version })
export const toldKey = (hash: string, version: string) => ({ pk: `C#${hash}`, sk: `told#${version}` })
export const announcedKey = (day: string) => ({ pk: 'C#letters', sk: day })
/** A session of the desk, by the hash of what the cookie holds; whose a name in a history is. */
export const sessionKey = (hash: string) => ({ pk: `Z#${hash}`, sk: 'session' })
/** Who signed in, so that one colleague can choose another. */
export const colleaguesPartition = 'Z#colleagues'
export const colleagueKey = (staff: string) => ({ pk: colleaguesPartition, sk: staff })
export const staffKey = (staff: string) => ({ pk: `Z#${staff}`, sk: 'staff' })
/** Versions of the policy, by when each was first seen to be in force. */
export const policiesPartition = 'V#policy'
export const policyVersionKey = (since: string) => ({ pk: policiesPartition, sk: since })
/** How far the histories are anchored outside the table. */
export const anchorsKey = { pk: 'H#anchors', sk: 'place' }
/** Histories that an anchor contradicts, until the officer was told. */
export const replacedPartition = 'H#replaced'
export const replacedKey = ({ reference, day }: { readonly reference: string; readonly day: string }) => ({
  pk: replacedPartition,
  sk: `${reference}#${day}`,
})
export const ledgerKey = (reference: string) => ({ pk: `L#${reference}`, sk: 'line' })

type StoredPerson = {
  address: string
  hash: string
  country?: string
  subject?: Subject
  onBehalf?: OnBehalf
  mail?: AskingMail
  stated?: Values
  proposed?: string
  answer?: string
  formerAddress?: string
  account?: string
}

/** The last report of a restored backup. */
export const backupKey = { pk: 'B#restored', sk: 'report' }

/** A request as its item: the only place where personal values leave their wrapper for the (encrypted) table. */
export function toItem(request: Request): Record<string, unknown> {
  const { person, statement, terms, ...rest } = request as Request & {
    person?: Person
    statement?: Personal<string>
    terms?: Personal<Terms>
  }
  return {
    ...requestKey(request.reference),
    ...rest,
    ...(person ? { person: stored(person), subject: person.hash } : {}),
    ...(statement ? { statement: statement.reveal() } : {}),
    ...(terms ? { terms: terms.reveal() } : {}),
    ...shelf(request),
  }
}

/**
 * The parts of the index `byMove`: requests that a machine moves, what is to be carried out, letters that SES did not take, and
 * letters that wait for a day on which they may go.
 */
export type Mover = 'machine' | 'outbox' | 'letter' | 'held'
/** Attributes of what should have moved by an instant, each item once; gone when it has, or need not any more. */
export const movesAt = (moves: Mover, movesBy: string) => ({ moves, movesBy })

/**
 * The parts of the index `byDue`: what is owed to a person; what else is not over; what is being erased again; what is to
 * be done by hand; what the company asks people to approve, and what came of it.
 */
export type Shelf = 'owed' | 'under-way' | 'again' | 'task' | 'asked' | 'answered'

function shelf(request: Request): { readonly open?: Shelf; readonly due?: string } {
  if (isOfDisclosure(request)) return ofDisclosure(request)
  if (request.status === 'erasing-again') return { open: 'again', due: request.startedAt }
  if (isOwed(request)) return { open: 'owed', due: request.promisedBy }
  return 'person' in request && request.person ? { open: 'under-way', due: request.promisedBy } : {}
}

/** N12: by the end of the time to answer, or of what was approved; what is over by its end, and for as long as its history. */
function ofDisclosure(request: OfDisclosure): { readonly open: Shelf; readonly due: string } {
  if ('closedAt' in request) return { open: 'answered', due: request.closedAt }
  return { open: 'asked', due: request.status === 'approving' ? request.answerBy : request.holdsUntil }
}

const stored = (person: Person): StoredPerson => ({
  address: person.address.reveal(),
  hash: person.hash,
  ...(person.country ? { country: person.country } : {}),
  ...(person.subject ? { subject: person.subject.reveal() } : {}),
  ...(person.onBehalf ? { onBehalf: person.onBehalf.reveal() } : {}),
  ...(person.mail ? { mail: person.mail.reveal() } : {}),
  ...(person.stated ? { stated: person.stated.reveal() } : {}),
  ...(person.proposed ? { proposed: person.proposed.reveal() } : {}),
  ...(person.answer ? { answer: person.answer.reveal() } : {}),
  ...(person.formerAddress ? { formerAddress: person.formerAddress.reveal() } : {}),
  ...(person.account ? { account: person.account.reveal() } : {}),
})

const wrapped = ({
  address,
  hash,
  country,
  subject,
  onBehalf,
  mail,
  stated,
  proposed,
  answer,
  formerAddress,
  account,
}: StoredPerson): Person => ({
  address: new Personal(address),
  hash,
  ...(country ? { country } : {}),
  ...(subject ? { subject: new Personal(subject) } : {}),
  ...(onBehalf ? { onBehalf: new Personal(onBehalf) } : {}),
  ...(mail ? { mail: new Personal(mail) } : {}),
  ...(stated ? { stated: new Personal(stated) } : {}),
  ...(proposed === undefined ? {} : { proposed: new Personal(proposed) }),
  ...(answer === undefined ? {} : { answer: new Personal(answer) }),
  ...(formerAddress === undefined ? {} : { formerAddress: new Personal(formerAddress) }),
  ...(account === undefined ? {} : { account: new Personal(account) }),
})

/** The request of an item; only items that `toItem` wrote. */
export function fromItem(item: Record<string, unknown>): Request {
  const { pk: _, sk: __, open: ___, due: ____, subject: _____, expires: ______, ...rest } = item
  const { moves: _______, movesBy: ________, ...kept } = rest
  const { person, statement, terms, ...plain } = kept
  return {
    ...plain,
    ...(person ? { person: wrapped(person as StoredPerson) } : {}),
    ...(statement === undefined ? {} : { statement: new Personal(statement as string) }),
    ...(terms === undefined ? {} : { terms: new Personal(terms as Terms) }),
  } as Request
}

/** A task as its item; what somebody still has to do is in the index, by when it is due. */
export const taskItem = (task: Task): Record<string, unknown> => ({
  ...taskKey(task.reference, task.id),
  ...task,
  ...(task.state === 'open' || task.state === 'cannot' ? { open: 'task' satisfies Shelf } : {}),
})

/** The task of an item that `taskItem` made. */
export function fromTask(item: Record<string, unknown>): Task {
  const { pk: _, sk: __, open: ___, expires: ____, ...task } = item
  return task as Task
}

/** The notice of an item that adapters/notices.ts wrote. */
export function fromNotice(item: Record<string, unknown>): Notice {
  const { pk: _, sk: __, expires: ___, about, ...rest } = item
  return { ...rest, ...(about ? { about: new Personal(about as About) } : {}) } as Notice
}

export const writtenItem = (reference: string, { words, ...written }: Written): Record<string, unknown> => ({
  ...writtenKey(reference, written.n),
  ...written,
  ...(words ? { words: words.reveal() } : {}),
})

/** What an item of `writtenItem` says. */
export function fromWritten(item: Record<string, unknown>): Written {
  const { pk: _, sk: __, expires: ___, words, ...rest } = item
  return { ...rest, ...(words === undefined ? {} : { words: new Personal(words as string) }) } as Written
}

/** The instruction of an item that adapters/instructions.ts wrote. */
export function fromInstruction(item: Record<string, unknown>): Instruction {
  const { pk: _, sk: __, expires: ___, ...instruction } = item
  return instruction as Instruction
}

/** A letter as its reader got it, but for what opens something: a link's secret, a code. */
export type LetterSaid = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Name of the file that came with it. */
  readonly attached?: string
}

/** A mail that came in about a request. */
export type MailAbout = {
  /** SES's name for it, under which its bytes lie. */
  readonly ses: string
  readonly at: string
  /** The mail's own id (adapters/mails.ts); absent: it was gone with what is personal in the request. */
  readonly mail?: string
}

/** An effect of an item. */
export function fromEffect(item: Record<string, unknown>): Waiting {
  const { said, ...waiting } = item
  return { ...waiting, ...(said === undefined ? {} : { said: new Personal(said as LetterSaid) }) } as Waiting
}

/** An effect waiting to be done, or done. */
export type Waiting = {
  readonly reference: string
  readonly id: string
  readonly effect: Effect
  readonly entry: number
  readonly at: string
  readonly doneAt?: string
  /** As many letters went to the address that day as may: it waits for another. */
  readonly heldBack?: true
  /** Message-ID of the mail that it became. */
  readonly messageId?: string
  /** What the letter said, and to whom; absent: it was gone with what is personal, or nothing was sent. */
  readonly said?: Personal<LetterSaid>
  /** When it came back for good; when its reader called it spam. */
  readonly bouncedAt?: string
  readonly complainedAt?: string
}

/** What it is called when it is left once more, at an hour: the last one alone stands in the name. */
export const calledAgain = (id: string, now: string): string => `${calledFirst(id)}-${now.slice(0, 13)}`

/** What it was called when it was first left: the same for every try. */
export const calledFirst = (id: string): string => id.replace(/-\d{4}-\d\d-\d\d(T\d\d)?$/, '')

export type Whole = {
  readonly request: Request
  readonly history: readonly Entry[]
  readonly untold: readonly Untold[]
  readonly answers: readonly Answer[]
  readonly waiting: readonly Waiting[]
  readonly notices: readonly Notice[]
  /** What the company's people noted about it and wrote to its person, the oldest first. */
  readonly written: readonly Written[]
  readonly tasks: readonly Task[]
  /** Mails that came in about it, the oldest first, as long as they are kept. */
  readonly mails: readonly MailAbout[]
  /** Of what a controller asked for. */
  readonly instruction?: Instruction
  readonly certificate?: string
}
