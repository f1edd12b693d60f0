import { randomBytes } from 'node:crypto'
import middy from '@middy/core'
import * as z from 'zod/mini'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { MailLetters } from '../../adapters/mail-letters.ts'
import { Mailbox, type StoredMail } from '../../adapters/mailbox.ts'
import { type KeptMail, Mails, type Opening } from '../../adapters/mails.ts'
import { ReadMails } from '../../adapters/read-mails.ts'
import { Sent } from '../../adapters/sent.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { answerBy, type Instant, instant, moved } from '../../domain/time.ts'
import { type Named, namedIn, ownerNamed, textOfWriter } from '../../intake/named.ts'
import { type Plan, planFor } from '../../intake/plan.ts'
import type { Verdicts } from '../../intake/trust.ts'
import { policy } from '../../policy/in-force.ts'
import { inTheLog, log } from '../entry/log.ts'
import { namesOnly } from '../entry/task.ts'
import {
  type Asked,
  answeredIn,
  client,
  isFrom,
  isStating,
  keepAbout,
  languagesOf,
  open,
  state,
  statementOf,
  tellWhereItStands,
} from './opening.ts'
import { identityOf, type Read, read, threaded } from './reading.ts'
import { markedUntil, readUnread } from './unread.ts'

const verdict = z.object({ status: z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']) })
/** What SES tells of a mail. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html */
const Told = z.object({
  Records: z.array(
    z.object({
      ses: z.object({
        mail: z.object({
          messageId: z.string().check(z.regex(/^[\w.-]{1,128}$/)),
          /** When it came. */
          timestamp: z.iso.datetime({ offset: true }),
        }),
        receipt: z.object({
          spamVerdict: verdict,
          virusVerdict: verdict,
          spfVerdict: verdict,
          dkimVerdict: verdict,
          dmarcVerdict: verdict,
        }),
      }),
    }),
  ),
})

/** Hourly: mails in the bucket that nobody read. */
const Look = z.object({ v: z.literal(1), job: z.literal('unread') })

/** SES told of a mail that is not in its bucket. Tried again by Lambda, then a dead letter: somebody has to look. */
class MailMissing extends Error {
  override readonly name = 'MailMissing'
}

const mailbox = new Mailbox(required('MAILS_BUCKET'))
const mails = new Mails(required('TABLE'), client)
const readMails = new ReadMails(required('TABLE'), client)
const sent = new Sent(required('TABLE'), client)
const directory = new Directory(policy, client)
const letters = new MailLetters(required('TABLE'), client)

/** Takes a mail that came in: reads it, understands it, keeps what is to be done, and does that. Safe to run twice. */
export const handler = middy()
  .use(namesOnly())
  .use(inTheLog('ingest'))
  .handler(async (raw: unknown, context: { getRemainingTimeInMillis(): number }) => {
    const told = z.union([Told, Look]).parse(raw)
    if ('Records' in told) for (const { ses } of told.Records) await take(cameOf(ses))
    else {
      // What SES thought of such a mail it said once: nothing in it is trusted.
      const readOne = ({ messageId, came }: StoredMail) => take({ messageId, receivedAt: came, verdicts: {} })
      const remaining = () => context.getRemainingTimeInMillis()
      await readUnread({ mailbox, readMails, read: readOne, remaining }, instant(Date.now()))
    }
  })

type Came = { readonly messageId: string; readonly receivedAt: Instant; readonly verdicts: Verdicts }

const cameOf = ({ mail, receipt }: z.infer<typeof Told>['Records'][number]['ses']): Came => ({
  messageId: mail.messageId,
  receivedAt: instant(mail.timestamp),
  verdicts: {
    spamVerdict: receipt.spamVerdict.status,
    virusVerdict: receipt.virusVerdict.status,
    spfVerdict: receipt.spfVerdict.status,
    dkimVerdict: receipt.dkimVerdict.status,
    dmarcVerdict: receipt.dmarcVerdict.status,
  },
})

async function take({ messageId, receivedAt, verdicts }: Came): Promise<void> {
  const now = instant(Date.now())
  const bytes = await mailbox.raw(messageId)
  if (!bytes) throw new MailMissing('there is no such mail in the bucket')
  const one = await threaded(await read(bytes, verdicts), sent, now)
  // The lexicons of all languages: loaded by the first mail, as no start of the function has to wait for them.
  const { understand } = await import('../../intake/understanding/understand.ts')
  const found = understand(one.mail)
  const kept = await mails.keep(
    {
      id: identityOf(one, bytes),
      messageId,
      verdicts,
      receivedAt,
      ...planned(await withTrust(one, planFor(one.mail, found, one.whose)), namesOf(one).length > 0),
      because: found.because,
      ...(found.language ? { language: found.language } : {}),
    },
    moved(receivedAt, policy.periods.rawMail, policy.company.timeZone),
    answerBy(receivedAt, policy),
  )
  if (!kept.doneAt) {
    await carryOut(kept, one, now)
    await mails.done(kept.id, now)
  }
  await readMails.mark(messageId, receivedAt, markedUntil(receivedAt))
  log({ what: 'ingest', event: kept.plan.to, outcome: kept.doneAt ? 'done-before' : 'done' })
}

/** Whether an account is known by what the mail names or not, it gets references of its own: what is kept does not tell. */
const planned = (plan: Plan, isNaming: boolean): Pick<KeptMail, 'plan' | 'opens'> => {
  const rights = plan.to === 'open' ? plan.rights : []
  const opens = (more: Pick<Opening, 'for'>) =>
    rights.map((right) => ({ right, reference: reference(randomBytes(5)), ...more }))
  return { plan, opens: [...opens({}), ...(isNaming ? opens({ for: 'account' }) : [])] }
}

/** What a mail that names no other address says of an account in another way. */
const namesOf = ({ mail, whose }: Read): readonly Named[] =>
  mail.refused === undefined && whose.owner !== undefined && whose.owner === whose.writer
    ? namedIn(textOfWriter(mail), policy.directory.lookUps ?? {})
    : []

/**
 * The owner of the account that a mail names gets a link, and its writer gets one too, with the same words whether anybody is
 * known by that name: for the data under their own address.
 */
async function openNamed(asked: Asked, names: readonly Named[], now: Instant): Promise<void> {
  if (names.length === 0) return open(asked, now)
  const owner = await ownerNamed(names, async ({ kind, value }) => {
    const lookUp = policy.directory.lookUps?.[kind]
    return lookUp ? directory.addressesBy(lookUp, value) : []
  })
  const own = asked.opens.filter((one) => one.for === undefined)
  if (owner === asked.writer) return open({ ...asked, opens: own }, now)
  await open({ ...asked, opens: own, named: true }, now)
  if (owner === undefined) return
  const { said: _, messageId: __, ...known } = asked
  await open(
    {
      ...known,
      messageId: undefined,
      opens: asked.opens.filter((one) => one.for === 'account'),
      owner,
      writer: undefined,
    },
    now,
  )
}

/**
 * What a reply may do rests on who wrote it. Who only knows a reference is told nothing about its request: somebody of the
 * company looks at such a mail. From the person, what it adds to a correction that waits for it is their statement.
 */
async function withTrust({ mail, whose }: Read, plan: Plan): Promise<Plan> {
  if (plan.to === 'leave' || plan.to === 'state' || plan.reference === undefined || mail.refused !== undefined)
    return plan
  const { reference } = plan
  const isTheirs = await isFrom(mail, whose.writer, reference)
  if (plan.to === 'tell') return isTheirs ? plan : { to: 'decide', why: 'addition', guess: [], reference }
  const adds = plan.to === 'decide' ? plan.why === 'addition' : plan.rights.every((right) => right === 'rectification')
  return adds && isTheirs && mail.attachments.length === 0 && statementOf(mail) && (await isStating(reference))
    ? { to: 'state', reference, isProven: mail.trust.level === 'aligned' }
    : plan
}

async function carryOut(kept: KeptMail, one: Read, now: Instant): Promise<void> {
  const { mail, whose } = one
  const plan = kept.plan as Plan
  const about = aboutOf(plan, one)
  if (about !== undefined) await keepAbout(about, kept)
  switch (plan.to) {
    case 'leave':
      return
    case 'tell':
      await tellWhereItStands(plan.reference, now)
      return
    case 'state': {
      const said = mail.refused === undefined && statementOf(mail)
      return said ? state(plan.reference, said, plan.isProven, kept.id, now) : undefined
    }
    case 'open':
      if (whose.owner === undefined) throw new Error('a mail of nobody cannot open requests')
      return openNamed(
        {
          opens: kept.opens,
          owner: whose.owner,
          writer: whose.writer,
          ...languagesOf(kept.language),
          messageId: mail.messageId,
          said: mail.refused === undefined ? statementOf(mail) : undefined,
          kept,
        },
        namesOf(one),
        now,
      )
    case 'decide':
      return ask(kept, plan.why, { address: whose.writer, messageId: mail.messageId }, now)
  }
}

/** The request that a mail is about, as far as it names one; of thanks too, which nobody answers. */
function aboutOf(plan: Plan, { mail: { requests: named } }: Read): string | undefined {
  if (plan.to !== 'leave') return plan.reference
  return plan.why === 'thanks' ? [...named.thread, ...named.subject, ...named.own, ...named.quoted][0] : undefined
}

/**
 * Somebody of the company gets a link to the mail; who writes for somebody else is asked where that person can be reached. Both are
 * left to the outbox, which sends each once, however often the mail is read.
 */
async function ask(
  { id: mail, messageId, receivedAt, language }: KeptMail,
  why: Extract<Plan, { to: 'decide' }>['why'],
  writer: { readonly address: string | undefined; readonly messageId: string | undefined },
  at: Instant,
): Promise<void> {
  const name = messageId.slice(0, 8)
  const until = moved(instant(receivedAt), policy.periods.rawMail, policy.company.timeZone)
  if (why === 'agent' && writer.address) {
    const to = { address: writer.address, ...(writer.messageId ? { answers: `<${writer.messageId}>` } : {}) }
    const letter = { letter: 'authority-needed', language: answeredIn(language), to: new Personal(to) } as const
    await letters.leave({ mail, id: `agent-${name}`, at, ...letter }, until)
  }
  const letter = { letter: 'mail-to-decide', language: policy.languages[0] ?? 'en' } as const
  await letters.leave({ mail, id: `mail-${name}`, at, ...letter }, until)
}
