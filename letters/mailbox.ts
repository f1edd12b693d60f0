import { toOfficer } from '../domain/letters.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { disclosureWordingOf } from '../policy/wording/disclosure.ts'
import { identityWordingOf } from '../policy/wording/identity.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { minorsWordingOf } from '../policy/wording/minors.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment, wordingOf } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

type Content = { readonly title: string; readonly blocks: readonly Block[] }

/** Headings of a request's page by what is open: a letter says the same as the page. */
const headings = {
  restricting: 'restricting',
  grace: 'grace',
  restoring: 'restoring',
  erasing: 'erasing',
  holding: 'restricting',
  held: 'grace',
  lifting: 'restoring',
  gathering: 'gathering',
  ready: 'ready',
  discarding: 'discarding',
  stopping: 'stopping',
  stating: 'stating',
  proving: 'proving',
  deciding: 'deciding',
  correcting: 'correcting',
} as const
const isOpen = (status: string): status is keyof typeof headings => status in headings
/** Where something is still owed by an instant. */
const owed: readonly string[] = [
  'restricting',
  'grace',
  'erasing',
  'holding',
  'gathering',
  'stopping',
  'deciding',
  'correcting',
  'weighing',
  'checking',
]

/** A mail asked about a request that is under way. */
export function whereItStands(
  { request, link }: Extract<Letter, { kind: 'where-it-stands' }>,
  language: Language,
  policy: Policy,
): Content {
  const { title, button, ...said } = mailboxWordingOf(language).letters.whereItStands
  const words = pagesWordingOf(language).request
  const { status } = request
  const standing =
    status === 'approving' || status === 'approved'
      ? disclosureWordingOf(language).page[status === 'approving' ? 'asked' : 'approved']
      : status === 'consenting'
        ? minorsWordingOf(language).page.consenting
        : status === 'identifying' || status === 'checking'
          ? identityWordingOf(language).page[status]
          : status === 'objecting' || status === 'weighing'
            ? objectionWordingOf(language).page[status]
            : isOpen(status)
              ? words[headings[status]]
              : status
  return {
    title,
    blocks: [
      { paragraph: said.now(standing) },
      ...(owed.includes(request.status) ? [{ paragraph: said.by(moment(request.promisedBy, language, policy)) }] : []),
      { paragraph: said.page },
      { button, link },
      { paragraph: said.person },
    ],
  }
}

/** The link and nothing else: what its page says is so when it is opened. */
export function linkAgain({ link }: Extract<Letter, { kind: 'link-again' }>, language: Language): Content {
  const { title, button, ...said } = mailboxWordingOf(language).letters.linkAgain
  return {
    title,
    blocks: [{ paragraph: said.here }, { button, link }, { paragraph: said.others }, { paragraph: said.person }],
  }
}

/** To who wrote for somebody else. */
export function passedOn(language: Language): Content {
  const { title, ...said } = mailboxWordingOf(language).letters.passedOn
  return { title, blocks: [{ paragraph: said.done }, { paragraph: said.why }, { paragraph: said.lost }] }
}

/** To who writes for somebody else: the same words whether anybody has data. */
export function authorityNeeded(language: Language, { mailbox }: Policy): Content {
  const { title, ...said } = mailboxWordingOf(language).letters.authorityNeeded
  const accepted = mailbox?.authority
  return {
    title,
    blocks: [
      { paragraph: said.address },
      ...(accepted ? [{ paragraph: said.or }, { list: [inLanguage(accepted, language)] }] : []),
      { paragraph: said.neutral },
    ],
  }
}

/** To the company's officer. */
export function mailToDecide(
  { why, guess, link, answerBy }: Extract<Letter, { kind: 'mail-to-decide' }>,
  language: Language,
  policy: Policy,
): Content {
  const { title, button, ...said } = mailboxWordingOf(language).letters.mailToDecide
  const { rights } = wordingOf(language).pages
  return {
    title,
    blocks: [
      { paragraph: said.why[why] },
      ...(guess.length > 0 ? [{ paragraph: said.guess(guess.map((right) => rights[right].name).join('; ')) }] : []),
      { paragraph: said.by(moment(answerBy, language, policy)) },
      { button, link },
      { paragraph: said.what },
    ],
  }
}

/** To the company's officer: what had no letter of its own. */
export function mailsToDecide(
  { mails, more, desk }: Extract<Letter, { kind: 'mails-to-decide' }>,
  language: Language,
  policy: Policy,
): Content {
  const { mailToDecide: one, mailsToDecide: said } = mailboxWordingOf(language).letters
  const { name } = mailboxWordingOf(language).page
  const lines = mails.map(({ mail, why, link, answerBy }) => ({
    name: `${name} ${mail}`,
    value: `${one.why[why]} ${one.by(moment(answerBy, language, policy))}`,
    link,
  }))
  return {
    title: said.title(mails.length),
    blocks: [
      { paragraph: said.why },
      { facts: [{ group: one.button, lines }] },
      ...(more > 0 ? [{ paragraph: desk ? said.moreOnDesk(more) : said.more(more) }] : []),
      ...(desk ? [{ button: said.desk, link: desk }] : []),
      { paragraph: said.what },
    ],
  }
}

/** To the company's officer. */
export function undelivered(
  { request, what }: Extract<Letter, { kind: 'undelivered' }>,
  language: Language,
  policy: Policy,
): Content {
  const { title, letters, ...said } = mailboxWordingOf(language).letters.undelivered
  const { pages } = wordingOf(language)
  const name = request.right === 'disclosure' ? disclosureWordingOf(language).name : pages.rights[request.right].name
  const about = said.about(request.reference, name, letters[what])
  return {
    title,
    blocks: [
      { paragraph: about },
      { paragraph: what === 'notice' || toOfficer(what) ? said.elsewhere : said.person },
      ...(owed.includes(request.status) ? [{ paragraph: said.by(moment(request.promisedBy, language, policy)) }] : []),
    ],
  }
}
