import { factsOf, isLetterKind, type LetterKind, type Reader } from '../domain/letter-kinds.ts'
import { toldOf } from '../domain/notices.ts'
import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { announcementWordingOf } from '../policy/wording/announcement.ts'
import { identityWordingOf } from '../policy/wording/identity.ts'
import { keySentencesIn } from '../policy/wording/key-sentences.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { aboutOf, date, day, moment, nameOf, size, wordingOf } from '../policy/wording/wording.ts'
import { noticeChange } from './announcement.ts'
import type { Block } from './blocks.ts'
import type { Composed, Letter } from './contract.ts'
import { daily } from './daily.ts'
import { takesLonger } from './deadlines.ts'
import { disclosure } from './disclosure.ts'
import { asEntered } from './entered.ts'
import { certificate, coverage, items, kept, reasons, waitingFor } from './facts.ts'
import { aboutIdentity } from './identity.ts'
import { holdNews } from './legal-hold.ts'
import {
  authorityNeeded,
  linkAgain,
  mailsToDecide,
  mailToDecide,
  passedOn,
  undelivered,
  whereItStands,
} from './mailbox.ts'
import { aboutChild } from './minors.ts'
import { objection } from './objection.ts'
import { plain } from './plain.ts'
import { recipientNotice, recipientReminder, recipientSilent } from './recipients.ts'
import { styled } from './styled.ts'
import { taskByHand } from './task.ts'
import { turnedDown } from './turned-down.ts'
import { onlyForTwo, proposed } from './two-people.ts'
import { fromTheDesk } from './written.ts'

/** A letter in a language: subject, text and HTML. It names facts of the request only, never the person. */
export function compose(letter: Letter, language: Language, policy: Policy): Composed {
  const words = wordingOf(language)
  const { title, blocks } = content(letter, language, policy)
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

/** What somebody has to know who wrote in another language than letters are written in. */
const inTheirs = (language: string): readonly Block[] =>
  keySentencesIn(language).map((paragraph) => ({ paragraph, language }))

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

type Content = { readonly title: string; readonly blocks: readonly Block[] }

function content(letter: Letter, language: Language, policy: Policy): Content {
  if (letter.kind === 'mail-to-decide') return mailToDecide(letter, language, policy)
  if (letter.kind === 'mails-to-decide') return mailsToDecide(letter, language, policy)
  if (letter.kind === 'authority-needed') return authorityNeeded(language, policy)
  if (letter.kind === 'daily') return daily(letter, language, policy)
  if (letter.kind === 'notice-change') return noticeChange(letter, language, policy)
  const words = lettersWordingOf(language)
  const { request } = letter
  const at = (instant: string | undefined) => moment(instant ?? request.promisedBy, language, policy)
  switch (letter.kind) {
    case 'confirm-request': {
      const { title, button, ...said } = words.confirmRequest
      return {
        title,
        blocks: [
          ...(letter.writtenIn === undefined ? [] : inTheirs(letter.writtenIn)),
          { paragraph: said.asked[letter.request.right](policy.company.name) },
          ...asEntered(letter.request, language, policy),
          { paragraph: said.meaning[aboutOf(letter.request.right)] },
          ...(letter.request.named ? [{ paragraph: identityWordingOf(language).letters.named }] : []),
          { button, link: letter.link },
          { paragraph: said.until(at(letter.until)) },
          { paragraph: said.notYou },
        ],
      }
    }
    case 'restricted':
      return restricted(letter, language, policy)
    case 'inactive':
      return inactive(letter, language, policy)
    case 'reminder': {
      const { title, button, ...said } = wordsFor(request, words.reminder)
      const waiting = waitingFor(request, language, policy)
      return {
        title,
        blocks: [
          {
            paragraph: waiting
              ? said.partly(waiting)
              : request.inactive?.available
                ? said.inactive.available
                : said.still,
          },
          { paragraph: said.undo(at(request.eraseAt)) },
          { paragraph: said.complete(at(request.promisedBy)) },
          { paragraph: said.nothing },
          { button, link: letter.link },
        ],
      }
    }
    case 'takes-longer': {
      const { title, button, ...said } = words.takesLonger
      const waiting = waitingFor(request, language, policy)
      return {
        title,
        blocks: [
          {
            paragraph:
              request.status === 'restoring' || request.status === 'lifting'
                ? said.restoring
                : request.status === 'correcting'
                  ? said.correcting(at(request.promisedBy))
                  : said.erasing(at(request.promisedBy)),
          },
          ...(waiting ? [{ paragraph: said.where(waiting) }] : []),
          { button, link: letter.link },
        ],
      }
    }
    case 'restored': {
      const { title, button, ...said } = wordsFor(request, words.restored)
      return {
        title,
        blocks: [
          { paragraph: said.done },
          ...(request.coverage.length > 0 ? [coverage(request, language, policy)] : []),
          { paragraph: said.again },
          { button, link: letter.link },
        ],
      }
    }
    case 'erased':
      return erased(letter, language, policy)
    case 'not-found': {
      const { title, button, ...said } = words.notFound
      return {
        title,
        blocks: [
          { paragraph: said.done[aboutOf(letter.request.right)] },
          { paragraph: said.other },
          { button, link: letter.link },
        ],
      }
    }
    case 'duplicate': {
      const { title, button, ...said } = words.duplicate
      return { title, blocks: [{ paragraph: said.done(letter.other) }, { button, link: letter.link }] }
    }
    case 'held': {
      const { title, button, ...said } = words.held
      const waiting = waitingFor(request, language, policy)
      return {
        title: waiting ? said.partly : title,
        blocks: [
          { paragraph: said.done(at(request.receivedAt)) },
          coverage(request, language, policy),
          ...(waiting ? [{ paragraph: said.notYet(waiting) }] : []),
          { paragraph: said.undo },
          ...certificate(request, language),
          { button, link: letter.link },
        ],
      }
    }
    case 'lifted': {
      const { title, button, ...said } = words.lifted
      return {
        title,
        blocks: [
          { paragraph: request.byCompany ? said.byUs : said.done },
          coverage(request, language, policy),
          { paragraph: said.again },
          ...certificate(request, language),
          { button, link: letter.link },
        ],
      }
    }
    case 'on-hold': {
      const { title, button, ...said } = words.onHold
      const law = request.hold && policy.holds[request.hold.reason]
      return {
        title,
        blocks: [
          { paragraph: request.inactive ? said.inactive.why : said.why },
          ...(law ? [{ paragraph: said.reason(inLanguage(law.reason, language)) }] : []),
          { paragraph: said.meanwhile },
          { button, link: letter.link },
        ],
      }
    }
    case 'hold-ended': {
      const { title, button, ...said } = words.holdEnded
      return { title, blocks: [{ paragraph: said.done }, { button, link: letter.link }] }
    }
    case 'to-be-lifted': {
      const { title, button, ...said } = words.toBeLifted
      return {
        title,
        blocks: [
          { paragraph: said.when(at(request.liftAt)) },
          { paragraph: said.against },
          { button, link: letter.link },
        ],
      }
    }
    case 'copy-ready':
      return copyReady(letter, language, policy)
    case 'copy-expires-soon': {
      const { title, button, ...said } = words.copyExpiresSoon
      return {
        title,
        blocks: [
          { paragraph: said.until(at(request.copy?.availableUntil)) },
          { paragraph: said.again },
          { button, link: letter.link },
        ],
      }
    }
    case 'copy-deleted': {
      const { title, button, outlived, ...said } = words.copyDeleted
      if (request.erased)
        return {
          title,
          blocks: [
            { paragraph: outlived.why },
            { paragraph: outlived.again },
            { button: outlived.button, link: letter.link },
          ],
        }
      const again = request.copyAgainUntil
      return {
        title,
        blocks: [
          { paragraph: said.done },
          ...(again ? [{ paragraph: said.again(at(again)) }] : []),
          { button, link: letter.link },
        ],
      }
    }
    case 'mailing-stopped': {
      const { title, button, ...said } = words.mailingStopped
      return {
        title,
        blocks: [
          { paragraph: said.done(policy.company.name) },
          ...(request.coverage.length > 0 ? [coverage(request, language, policy)] : []),
          { paragraph: said.still },
          { paragraph: said.again },
          ...certificate(request, language),
          { button, link: letter.link },
        ],
      }
    }
    case 'identity-needed':
    case 'identity-to-check':
    case 'identity-accepted':
    case 'unidentified':
      return aboutIdentity(letter, language, policy)
    case 'consent-needed':
    case 'guardian-asked':
    case 'consented':
    case 'consent-missing':
    case 'report-ended':
      return aboutChild(letter, language, policy)
    case 'state-grounds':
    case 'objection-to-weigh':
    case 'objection-upheld':
    case 'objection-refused':
    case 'objection-dropped':
      return objection(letter, language, policy)
    case 'approval-asked':
    case 'approval-given':
    case 'approval-refused':
    case 'approval-ended':
    case 'approval-news':
      return disclosure(letter, language, policy)
    case 'answer-takes-longer':
      return takesLonger(letter, language, policy)
    case 'copy-protected': {
      const { title, button, ...said } = words.copyProtected
      const { bytes = 0, availableUntil } = request.copy ?? {}
      return {
        title,
        blocks: [
          { paragraph: said.done },
          { paragraph: said.open },
          { paragraph: said.lost },
          { paragraph: said.fetch(size(bytes, language), at(availableUntil)) },
          { button, link: letter.link },
          { paragraph: said.notYou },
        ],
      }
    }
    case 'withdrawn': {
      const { title, button, ...said } = words.withdrawn
      return {
        title,
        blocks: [
          { paragraph: said.done },
          { paragraph: said.again },
          { button, link: letter.link },
          { paragraph: said.notYou },
        ],
      }
    }
    case 'download-code': {
      const { title, button, ...said } = words.downloadCode
      return {
        title,
        blocks: [
          { paragraph: said.asked },
          { code: letter.code },
          { paragraph: said.until(at(letter.until)) },
          { button, link: letter.link },
          { paragraph: said.notYou },
        ],
      }
    }
    case 'state-what-is-right': {
      const { title, button, ...said } = words.stateWhatIsRight
      return {
        title,
        blocks: [
          { paragraph: said.asked },
          { button, link: letter.link },
          { paragraph: said.until(at(request.waitsUntil)) },
          { paragraph: said.how },
        ],
      }
    }
    case 'prove-new-address': {
      const { title, button, ...said } = words.proveNewAddress
      return {
        title,
        blocks: [
          { paragraph: said.asked(policy.company.name) },
          { button, link: letter.link },
          { paragraph: said.until(at(letter.until)) },
          { paragraph: said.notYou },
        ],
      }
    }
    case 'new-address-stated': {
      const { title, button, ...said } = words.newAddressStated
      return {
        title,
        blocks: [{ paragraph: said.done }, { paragraph: said.notYou }, { button, link: letter.link }],
      }
    }
    case 'address-changed': {
      const { title, ...said } = words.addressChanged
      return { title, blocks: [{ paragraph: said.done }, { paragraph: said.notYou }] }
    }
    case 'corrected':
    case 'not-all-corrected':
      return rectified(letter, language, policy)
    case 'nothing-corrected': {
      const { title, button, ...said } = words.nothingCorrected
      return { title, blocks: [{ paragraph: said.done }, { paragraph: said.again }, { button, link: letter.link }] }
    }
    case 'decision-needed': {
      const { title, button, ...said } = words.decisionNeeded
      const open = (request.items ?? []).filter(({ state }) => state === 'deciding')
      return {
        title,
        blocks: [
          { paragraph: said.asked },
          { list: open.map((item) => nameOf(item, language, policy)) },
          { paragraph: said.by(at(request.promisedBy)) },
          { button, link: letter.link },
          { paragraph: said.how },
          ...onlyForTwo('decline-correction', language, policy),
        ],
      }
    }
    case 'where-it-stands':
      return whereItStands(letter, language, policy)
    case 'link-again':
      return linkAgain(letter, language)
    case 'passed-on':
      return passedOn(language)
    case 'from-the-desk':
      return fromTheDesk(letter, language, policy)
    case 'turned-down':
    case 'available-again':
      return turnedDown(letter, language, policy)
    case 'undelivered':
      return undelivered(letter, language, policy)
    case 'recipient-notice':
      return recipientNotice(letter, language, policy)
    case 'recipient-reminder':
      return recipientReminder(letter, language, policy)
    case 'proposal':
      return proposed(letter, language, policy)
    case 'hold-news':
      return holdNews(letter, language, policy)
    case 'task':
      return taskByHand(letter, language, policy)
    case 'recipient-silent':
      return recipientSilent(letter, language, policy)
  }
}

/** What is said of a removal that nobody asked for, where that is something else. */
const wordsFor = <Words extends { readonly inactive: object }>(request: RequestView, words: Words): Words =>
  request.inactive ? { ...words, ...words.inactive } : words

/** Why the account is to be removed, what was done so far, and how to keep it. */
function inactive(
  { request, link }: Extract<Letter, { kind: 'inactive' }>,
  language: Language,
  policy: Policy,
): Content {
  const { title, button, ...said } = lettersWordingOf(language).inactive
  const waiting = waitingFor(request, language, policy)
  const stays = kept(request, language, policy)
  const { lastUsed = '', available } = request.inactive ?? {}
  return {
    title,
    blocks: [
      { paragraph: said.unused(policy.company.name, date(lastUsed, language, policy)) },
      ...(available
        ? [{ paragraph: said.available }]
        : [{ paragraph: said.unavailable }, coverage(request, language, policy)]),
      ...(waiting ? [{ paragraph: said.notYet(waiting) }] : []),
      { paragraph: said.keep(moment(request.eraseAt ?? request.promisedBy, language, policy)) },
      { paragraph: said.complete(moment(request.promisedBy, language, policy)) },
      ...(stays.length > 0 ? [{ paragraph: said.kept }, { list: stays }] : []),
      ...(request.actions.includes('copy') ? [{ paragraph: said.copy }] : []),
      { button, link },
    ],
  }
}

/** What was changed where, what was not and why, and what the person can do about it. */
function rectified(
  { kind, request, link, answer }: Extract<Letter, { kind: 'corrected' | 'not-all-corrected' }>,
  language: Language,
  policy: Policy,
): Content {
  const { corrected, notAllCorrected, erased } = lettersWordingOf(language)
  const signed = erased.certificate
  const where = coverage(request, language, policy)
  const told = toldOfCorrection(request, policy)
  const notices = told.length > 0 ? [{ paragraph: corrected.recipients(told.join(', ')) }] : []
  if (kind === 'corrected') {
    const { title, button, ...said } = corrected
    return {
      title,
      blocks: [
        { paragraph: said.done(moment(request.closedAt ?? request.at, language, policy)) },
        { list: items(request, language, policy) },
        ...(request.coverage.length > 0 ? [where] : []),
        ...(answer ? [{ paragraph: said.words }, { paragraph: answer }] : []),
        ...notices,
        { paragraph: signed },
        { paragraph: said.forget },
        { button, link },
      ],
    }
  }
  const { title, button, ...said } = notAllCorrected
  const why = reasons(request, language, policy)
  const has = (state: 'noted' | 'declined') => (request.items ?? []).some((item) => item.state === state)
  return {
    title,
    blocks: [
      { paragraph: said.done },
      { list: items(request, language, policy) },
      ...(why.length > 0 ? [{ paragraph: said.why }, { list: why }] : []),
      ...(answer ? [{ paragraph: said.words }, { paragraph: answer }] : []),
      ...(has('noted') ? [{ paragraph: said.noted }] : []),
      ...(has('declined') ? [{ paragraph: said.kept }] : []),
      ...(request.coverage.length > 0 ? [{ paragraph: said.where }, where] : []),
      ...notices,
      { paragraph: signed },
      { button, link },
      { paragraph: said.rights(policy.company.authority.name, policy.company.authority.url) },
    ],
  }
}

/** Who is told of what was corrected, by name. */
function toldOfCorrection(request: RequestView, policy: Policy): readonly string[] {
  const corrected = (request.items ?? []).filter(
    ({ state, field }) => state === 'corrected' && field in policy.correctable,
  )
  return namesOf(
    toldOf(
      'rectify',
      policy,
      corrected.map(({ category }) => category),
    ),
    policy,
  )
}

const namesOf = (told: readonly string[], { recipients }: Policy): readonly string[] =>
  told.flatMap((one) => recipients[one]?.name ?? [])

/** What was done, and what is not done yet; until when it can be undone; what stays. */
function restricted(
  { request, link }: Extract<Letter, { kind: 'restricted' }>,
  language: Language,
  policy: Policy,
): Content {
  const { title, button, ...said } = lettersWordingOf(language).restricted
  const waiting = waitingFor(request, language, policy)
  const stays = kept(request, language, policy)
  const held = onHold(request, language, policy)
  const at = (instant: string | undefined) => moment(instant ?? request.promisedBy, language, policy)
  return {
    title: waiting ? said.partly : title,
    blocks: [
      { paragraph: said.done(at(request.receivedAt)) },
      coverage(request, language, policy),
      ...(waiting ? [{ paragraph: said.notYet(waiting) }] : []),
      ...(held
        ? [{ paragraph: held }]
        : [{ paragraph: said.undo(at(request.eraseAt)) }, { paragraph: said.complete(at(request.promisedBy)) }]),
      ...(stays.length > 0 ? [{ paragraph: said.kept }, { list: stays }] : []),
      ...(request.actions.includes('erase-now') ? [{ paragraph: said.early }] : []),
      ...(request.actions.includes('copy') ? [{ paragraph: said.copy }] : []),
      { button, link },
    ],
  }
}

/** That an erasure waits, since when and why; nothing when it does not. */
function onHold({ hold }: RequestView, language: Language, policy: Policy): string | undefined {
  const law = hold && policy.holds[hold.reason]
  return (
    law &&
    pagesWordingOf(language).request.onHold(inLanguage(law.reason, language), moment(hold.since, language, policy))
  )
}

/** What every system gave, what is missing yet, how large it is and until when it can be fetched, with which proof. */
function copyReady(
  { request, link }: Extract<Letter, { kind: 'copy-ready' }>,
  language: Language,
  policy: Policy,
): Content {
  const { title, button, ...said } = lettersWordingOf(language).copyReady
  const waiting = waitingFor(request, language, policy)
  const { copy, right } = request
  const until = moment(copy?.availableUntil ?? request.promisedBy, language, policy)
  return {
    title: waiting ? said.partly : title,
    blocks: [
      { paragraph: said.done(moment(request.receivedAt, language, policy)) },
      coverage(request, language, policy),
      ...(waiting ? [{ paragraph: said.notYet(waiting) }] : []),
      { paragraph: said.fetch(size(copy?.bytes ?? 0, language), until) },
      { paragraph: said.proof },
      { button, link },
      { paragraph: said.open },
      ...(right === 'access' || right === 'portability' ? [{ paragraph: said.what[right] }] : []),
    ],
  }
}

/** What was erased, what stays and why, who is told, and what backups still hold. */
function erased({ request, link }: Extract<Letter, { kind: 'erased' }>, language: Language, policy: Policy): Content {
  const { title, button, ...said } = wordsFor(request, lettersWordingOf(language).erased)
  const stays = kept(request, language, policy)
  const told = namesOf(toldOf('erase', policy), policy)
  return {
    title,
    blocks: [
      { paragraph: said.done(moment(request.closedAt ?? request.at, language, policy)) },
      coverage(request, language, policy),
      ...(stays.length > 0 ? [{ paragraph: said.kept }, { list: stays }] : []),
      ...(told.length > 0 ? [{ paragraph: said.recipients(told.join(', ')) }] : []),
      ...(request.backupsUntil
        ? [{ paragraph: wordingOf(language).backups(day(request.backupsUntil, language, policy)) }]
        : []),
      { paragraph: said.certificate },
      { paragraph: said.forget },
      { button, link },
    ],
  }
}
