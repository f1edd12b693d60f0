import type { Whole } from '../../adapters/items.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import type { Sent } from '../../adapters/sent.ts'
import type { Tokens } from '../../adapters/tokens.ts'
import type { About, Notice } from '../../domain/notices.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import { compose } from '../../letters/compose.ts'
import type { Letter } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import type { MailTold } from '../../policy/recipients.ts'
import type { Language } from '../../policy/schema.ts'
import type { Writing } from '../../recipients/mail/mail.ts'
import { mailOut } from '../entry/mail-out.ts'

const mail = mailOut()
/** Where letters are kept and links are made. */
export type Desk = { readonly tokens: Tokens; readonly sent: Sent }
const officers: Language = policy.languages[0] ?? 'en'

/** Everything by which a recipient can know a person, each once. */
const identifiersIn = ({ address, keys }: About): readonly string[] => [
  ...new Set([...(address === undefined ? [] : [address]), ...Object.values(keys).flat()]),
]

/** The letters of one notice to a recipient who reads mail, each with a link of its own. */
export function writingTo(told: MailTold, whole: Whole, notice: Notice, { tokens, sent }: Desk, now: Instant): Writing {
  const { recipient, act, cause, toldAt = now } = notice
  const { reference } = whole.request
  const language = told.language ?? officers
  const write = async (letter: AboutRequest) => {
    const messageId = await send(told.address, letter, language, notice, now)
    // What comes back, or is answered, is about this notice.
    await sent.keep(messageId, { reference, id: cause, recipient }, linkUntil(now))
  }
  const facts = { request: view(whole.request, whole.answers, policy, now, true), recipient, act }
  return {
    notice: async ({ about }) => {
      const { corrections } = about
      const link = await linkTo(reference, notice, tokens, now)
      await write({ kind: 'recipient-notice', ...facts, identifiers: identifiersIn(about), corrections, link })
    },
    reminder: async () => {
      const link = await linkTo(reference, notice, tokens, now)
      await write({ kind: 'recipient-reminder', ...facts, toldAt, link })
    },
  }
}

/** To the officer: who has to be told by hand. The person is named only where the recipient never was told of whom. */
export async function writeToOfficer({ request, answers }: Whole, notice: Notice, now: Instant): Promise<void> {
  const { recipient, act, toldAt, about } = notice
  const known = about?.reveal()
  const letter: AboutRequest = {
    kind: 'recipient-silent',
    request: view(request, answers, policy, now, true),
    recipient,
    act,
    ...(toldAt ? { toldAt } : {}),
    identifiers: known ? identifiersIn(known) : [],
    corrections: known?.corrections ?? [],
  }
  await send(policy.company.officer, letter, officers, notice, now)
}

type AboutRequest = Extract<Letter, { readonly request: unknown }>

async function send(
  to: string,
  letter: AboutRequest,
  language: Language,
  notice: Notice,
  now: Instant,
): Promise<string> {
  const { reference } = letter.request
  return mail.send({
    to,
    ...compose(letter, language, policy),
    letter: `${reference}.${notice.cause}.${letter.kind}.${now.slice(0, 10)}`,
    // The recipient's own thread: it has nothing to do with the person's mails.
    thread: `${reference}.${notice.recipient}`,
  })
}

const linkUntil = (now: Instant): Instant => moved(now, policy.periods.manageLink, policy.company.timeZone)

async function linkTo(reference: string, { cause }: Notice, tokens: Tokens, now: Instant): Promise<string> {
  const secret = newToken()
  await tokens.issue(tokenHash(secret), { reference, purpose: 'carried-out', cause }, linkUntil(now))
  return `${policy.site}/notices/${secret}`
}
