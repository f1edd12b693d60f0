import { factsOf, isLetterKind, type LetterKind, type Reader } from '../domain/letter-kinds.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { announcementWordingOf } from '../policy/wording/announcement.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { wordingOf } from '../policy/wording/wording.ts'
import { noticeChange } from './announcement.ts'
import { asking } from './asking.ts'
import type { Block } from './blocks.ts'
import type { Composed, Letter, LetterOf } from './contract.ts'
import { copies } from './copies.ts'
import { daily } from './daily.ts'
import { deadlines } from './deadlines.ts'
import { disclosure } from './disclosure.ts'
import { erasure } from './erasure.ts'
import { identity } from './identity.ts'
import { legalHold } from './legal-hold.ts'
import { mailbox } from './mailbox.ts'
import { minors } from './minors.ts'
import { objection } from './objection.ts'
import { plain } from './plain.ts'
import { recipients } from './recipients.ts'
import { rectification } from './rectification.ts'
import { restriction } from './restriction.ts'
import { styled } from './styled.ts'
import { taskByHand } from './task.ts'
import { turnedDown } from './turned-down.ts'
import { proposed } from './two-people.ts'
import type { Content, Writers } from './writer.ts'
import { fromTheDesk } from './written.ts'

/** Who writes what: one for each kind of letter. */
const writers: Writers = {
  ...asking,
  ...identity,
  ...erasure,
  ...restriction,
  ...copies,
  ...rectification,
  ...objection,
  ...minors,
  ...disclosure,
  ...deadlines,
  ...legalHold,
  ...turnedDown,
  ...mailbox,
  ...recipients,
  'from-the-desk': fromTheDesk,
  'notice-change': noticeChange,
  daily,
  task: taskByHand,
  proposal: proposed,
}

/** A letter in a language: subject, text and HTML. It names facts of the request only, never the person. */
export function compose(letter: Letter, language: Language, policy: Policy): Composed {
  const words = wordingOf(language)
  const { title, blocks } = contentOf(letter.kind, letter, language, policy)
  const about = aboutWhat(letter, language)
  const subject = about ? `${title}: ${about.name}` : title
  const which = about ? `${about.what} ${about.name}. ` : ''
  const framed: readonly Block[] = [
    { heading: title },
    ...blocks,
    ...(isToldWhereToComplain(letter.kind) ? [{ paragraph: words.complain }] : []),
    { paragraph: words.signature(policy.company.name) },
    { small: `${which}${words.automatic(policy.mail.replyTo)} ${policy.company.address}` },
  ]
  return {
    subject,
    text: plain(framed),
    html: styled(framed, subject, words.pages.of(policy.company.name), language),
  }
}

/** What a letter is about, and how that is called; the daily one is about no request. */
function aboutWhat(letter: Letter, language: Language): { readonly what: string; readonly name: string } | undefined {
  if (letter.kind === 'daily' || letter.kind === 'mails-to-decide') return undefined
  if (letter.kind === 'notice-change') return { what: announcementWordingOf(language).version, name: letter.version }
  return letter.kind === 'mail-to-decide' || letter.kind === 'authority-needed'
    ? { what: mailboxWordingOf(language).page.name, name: letter.mail }
    : { what: pagesWordingOf(language).request.reference, name: letter.request.reference }
}

function contentOf<K extends Letter['kind']>(
  kind: K,
  letter: LetterOf<K>,
  language: Language,
  policy: Policy,
): Content {
  const write: Writers[K] = writers[kind]
  return write(letter, language, policy)
}

/** Who is told where to complain: whose data they are, and who may be. */
const canComplain: Record<Reader, boolean> = {
  person: true,
  account: true,
  'former-address': true,
  writer: true,
  officer: false,
  guardian: false,
  'new-address': false,
}

/** The same of letters that are about no request, or that no step of it asks for. */
const canComplainOf: Record<Exclude<Letter['kind'], LetterKind>, boolean> = {
  'notice-change': true,
  'authority-needed': false,
  'recipient-notice': false,
  'recipient-reminder': false,
  'recipient-silent': false,
  daily: false,
  'mail-to-decide': false,
  'mails-to-decide': false,
  undelivered: false,
  task: false,
  'hold-news': false,
  proposal: false,
}

const isToldWhereToComplain = (kind: Letter['kind']): boolean =>
  isLetterKind(kind) ? canComplain[factsOf(kind).to] : canComplainOf[kind]
