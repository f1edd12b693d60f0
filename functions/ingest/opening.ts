import { DynamoDBClient, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { Effects } from '../../adapters/effects.ts'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Mac } from '../../adapters/keys.ts'
import { type KeptMail, Mails, type Opening } from '../../adapters/mails.ts'
import { MailsAbout } from '../../adapters/mails-about.ts'
import { Overtaken, Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { receiptOfMail } from '../../domain/entered.ts'
import type { Event } from '../../domain/event.ts'
import type { Doubt } from '../../domain/identity.ts'
import type { AskingMail, Person } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import type { Reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { itemsOf, typed } from '../../domain/statement.ts'
import type { Step } from '../../domain/step.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import type { Mail } from '../../intake/mail.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import type { Language } from '../../policy/schema.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

export const client = new DynamoDBClient({})
export const requests = new Requests(required('TABLE'), client)
const effects = new Effects(required('TABLE'), client)
const indexes = new Indexes(required('TABLE'), client)
const mailsAbout = new MailsAbout(required('TABLE'), client)
const mails = new Mails(required('TABLE'), client)
export const mac = new Mac(required('MAC_KEY'))

/** The language that a mail is answered in: its own where the policy has it. */
export const answeredIn = (language: string | undefined): Language =>
  policy.languages.find((one) => one === language) ?? policy.languages[0] ?? 'en'

/** The same with the mail's own language, where it is another. */
export const languagesOf = (language: string | undefined): Pick<Asked, 'language' | 'writtenIn'> => {
  const answered = answeredIn(language)
  return { language: answered, ...(language && language !== answered ? { writtenIn: language } : {}) }
}

export type Asked = {
  readonly opens: readonly Opening[]
  /** The owner of the data, who is to confirm. */
  readonly owner: string
  readonly writer: string | undefined
  readonly language: Language
  /** The mail's own language, where letters are not written in it. */
  readonly writtenIn?: string
  readonly messageId: string | undefined
  /** What the mail says, for a correction: its person finds it in the form. */
  readonly said?: string | undefined
  /** Why somebody of the company doubts who writes, and what is asked of who confirms. */
  readonly doubt?: Doubt
  /** It names an account that is not known to be of this address. */
  readonly named?: true
  /** The mail: its id names what is done once for it. */
  readonly kept: CameIn
}

/** A mail that came in, by its id and by SES's name of it. */
type CameIn = Pick<KeptMail, 'id' | 'messageId' | 'receivedAt'>

/**
 * Opens the requests that a mail makes. Who asked the same a little while ago, or has it under way, gets no second request: a
 * new link, or where it stands. Which request that was is noted in the same transaction: however often this is tried, and
 * whatever becomes of that request meanwhile, the mail is answered once. Who writes for somebody else does not learn by what
 * they hear whether that person asked too: for them there is always a request of its own.
 */
export async function open(asked: Asked, now: Instant): Promise<void> {
  const hash = await mac.ofAddress(asked.owner)
  const person: Person = {
    address: new Personal(asked.owner),
    hash,
    mail: new Personal<AskingMail>({
      ...(asked.messageId ? { messageId: `<${asked.messageId}>` } : {}),
      ...(asked.named ? { named: true } : {}),
      // The language of a mail is that of who wrote it.
      ...(asked.writtenIn && asked.writer === asked.owner ? { writtenIn: asked.writtenIn } : {}),
      ...(asked.writer && asked.writer !== asked.owner
        ? { writer: { address: asked.writer, hash: await mac.ofAddress(asked.writer) } }
        : {}),
    }),
  }
  const linkUntil = moved(now, policy.periods.confirmLink, policy.company.timeZone)
  const receivedAt = receiptOfMail(instant(asked.kept.receivedAt), now, policy)
  const isOwn = asked.writer === undefined || asked.writer === asked.owner
  const [underWay, unverified] = isOwn
    ? await Promise.all([requests.openOf(hash), indexes.unverifiedOf(hash)])
    : [{}, []]
  for (const { right, reference } of asked.opens as ReadonlyArray<{ right: Right; reference: Reference }>) {
    // Of an earlier try.
    const kept = await mails.opening(asked.kept.id, reference)
    const before = kept?.about ?? ((await requests.request(reference)) && reference)
    if (before) {
      await keepAbout(before, asked.kept)
      continue
    }
    const answeredBy = (about: string) => (kept ? [kept.answers(about)] : [])
    const same = underWay[right]
    const waiting = unverified.findLast((one) => one.right === right && outlives(one.receivedAt, linkUntil))
    // To get no more mails nobody has to say who they are.
    const doubt = asked.doubt && right !== 'objection' ? { doubt: asked.doubt } : {}
    // What ended a moment ago is no answer: then it is asked for anew.
    const told = same && (await tellWhereItStands(same, now, answeredBy(same))) ? same : undefined
    // They heard that day already.
    if (told && kept) await mails.answeredBeside(kept.answers(told))
    const again = waiting && !('doubt' in doubt) ? waiting : undefined
    if (!told && again) await askedAgain(again, { linkUntil, mail: asked.kept.id, opening: reference }, now)
    else if (!told)
      await receivedOnce(
        received(
          { reference, right, receivedAt, language: asked.language, person: saying(person, right, asked), ...doubt },
          policy,
          now,
        ),
      )
    await keepAbout(told ?? again?.reference ?? reference, asked.kept)
  }
}

/** Which mail came in about a request, for colleagues who look at it; nothing, where there is no such request, or nobody in it. */
export async function keepAbout(reference: string, { id, messageId, receivedAt }: CameIn): Promise<void> {
  const request = await requests.request(reference)
  if (!request || !('person' in request && request.person)) return
  const until = moved(instant(receivedAt), policy.periods.rawMail, policy.company.timeZone)
  await mailsAbout.keep(reference, { ses: messageId, at: receivedAt, mail: id }, until)
}

/** Who asks for a correction by a mail of their own has said already what is right. */
const saying = (person: Person, right: Right, { said, writer, owner }: Asked): Person =>
  right === 'rectification' && said !== undefined && writer === owner
    ? { ...person, proposed: new Personal(said) }
    : person

/** Whether an ask that nobody confirmed is kept for as long as a new link to it would be good. */
const outlives = (receivedAt: Instant, linkUntil: Instant): boolean =>
  moved(receivedAt, policy.periods.unverified, policy.company.timeZone) >= linkUntil

/**
 * The person of a request hears where it stands, once on a day (UTC), whoever asks with their address in From and how often.
 * @returns false: it is over, and nobody is there to hear it
 */
export const tellWhereItStands = (
  reference: string,
  now: Instant,
  also: readonly TransactWriteItem[] = [],
): Promise<boolean> =>
  // Without dashes: a date behind its name is what something left again has.
  effects.leaveFor(reference, `mail-${now.slice(0, 10).replaceAll('-', '')}`, 'where-it-stands', now, also)

/** What an earlier try opened needs nothing more. */
async function receivedOnce(step: Step): Promise<void> {
  try {
    await requests.save(step)
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
  }
}

/** Whether an event is to happen to a request as it is by then, and what else is so in the same transaction. */
type Wanted = (request: Request) => Promise<readonly TransactWriteItem[] | undefined>

/**
 * What somebody says happens to a request as it is by then, also when that changes the same moment.
 * @returns false when it is not to be: refused
 */
const happens = (reference: string, event: Event, now: Instant, wanted: Wanted = async () => []): Promise<boolean> =>
  whileOvertaken(() => happensOnce(reference, event, now, wanted))

async function happensOnce(reference: string, event: Event, now: Instant, wanted: Wanted): Promise<boolean> {
  const request = await requests.request(reference)
  const also = request && (await wanted(request))
  if (!also) return true
  const decision = decide(request, event, policy, now)
  if (decision.kind === 'refused') return false
  await requests.save(decision, { also })
  return true
}

/** A new link, once for each mail, unless somebody had one sent meanwhile, or so many were sent that day that no more are. */
async function askedAgain(
  waiting: Request,
  { linkUntil, mail, opening }: { readonly linkUntil: Instant; readonly mail: string; readonly opening: string },
  now: Instant,
): Promise<void> {
  const noted = async () => {
    const kept = await mails.opening(mail, opening)
    if (kept && kept.about === undefined) await mails.answeredBeside(kept.answers(waiting.reference))
  }
  const isAnswered = await happens(waiting.reference, { type: 'asked-again', linkUntil }, now, async (request) => {
    const kept = await mails.opening(mail, opening)
    if (kept?.about !== undefined) return undefined
    if (linkOf(request) === linkOf(waiting)) return kept ? [kept.answers(waiting.reference)] : []
    await noted()
    return undefined
  })
  if (!isAnswered) await noted()
}

const linkOf = (request: Request): Instant | undefined =>
  request.status === 'unverified' ? request.linkUntil : undefined

/**
 * What a mail says is right becomes the statement of the request that asked for it; what nothing proves yet is put before
 * its person, to be sent over the link. Too late, or said already: it changes nothing.
 */
export async function state(reference: string, said: string, isProven: boolean, id: string, now: Instant) {
  const event: Event = isProven
    ? {
        type: 'stated',
        items: itemsOf({ statement: said }, Object.keys(policy.categories)[0] ?? '', policy),
        stated: new Personal({ statement: said }),
      }
    : { type: 'proposed', said: new Personal(said) }
  await happens(reference, event, now)
  // That it arrived is told whatever was told that day: what they say counts once, and only from their own mailbox.
  if (isProven) await effects.leaveFor(reference, `mail-${id}`, 'where-it-stands', now)
}

/** What a mail adds, where it can be a statement: text that can be shown, and not too long. */
export function statementOf({ text }: Mail): string | undefined {
  const { values, wrong } = typed({ statement: [text.own, text.letter].join('\n\n') }, policy)
  return wrong.statement ? undefined : values.statement
}

/** Whether a request waits for its person to say what is right. */
export const isStating = async (reference: string): Promise<boolean> =>
  (await requests.request(reference))?.status === 'stating'

/** Whether a mail comes from the person of a request, as far as mail can tell. */
export async function isFrom(mail: Mail, writer: string | undefined, reference: string): Promise<boolean> {
  if (writer === undefined || mail.trust.level === 'none' || mail.trust.level === 'refused') return false
  const request = await requests.request(reference)
  return request !== undefined && 'person' in request && request.person?.hash === (await mac.ofAddress(writer))
}
