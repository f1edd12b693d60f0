import { toOfficer } from '../domain/letters.ts'
import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language } from '../policy/schema.ts'
import { disclosureWordingOf } from '../policy/wording/disclosure.ts'
import { identityWordingOf } from '../policy/wording/identity.ts'
import { mailboxWordingOf } from '../policy/wording/mailbox.ts'
import { minorsWordingOf } from '../policy/wording/minors.ts'
import { objectionWordingOf } from '../policy/wording/objection.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { moment, wordingOf } from '../policy/wording/wording.ts'
import { content, listed, type Writers } from './writer.ts'

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

/** What is written about mails: to their senders, and to the company's officer. */
export const mailbox = {
  /** A mail asked about a request that is under way. */
  'where-it-stands': ({ request, link }, language, policy) => {
    const { title, button, ...said } = mailboxWordingOf(language).letters.whereItStands
    return content(
      title,
      said.now(standing(request, language)),
      owed.includes(request.status) && said.by(moment(request.promisedBy, language, policy)),
      said.page,
      { button, link },
      said.person,
    )
  },
  /** The link and nothing else: what its page says is so when it is opened. */
  'link-again': ({ link }, language) => {
    const { title, button, ...said } = mailboxWordingOf(language).letters.linkAgain
    return content(title, said.here, { button, link }, said.others, said.person)
  },
  /** To who wrote for somebody else. */
  'passed-on': (_, language) => {
    const { title, ...said } = mailboxWordingOf(language).letters.passedOn
    return content(title, said.done, said.why, said.lost)
  },
  /** To who writes for somebody else: the same words whether anybody has data. */
  'authority-needed': (_, language, policy) => {
    const { title, ...said } = mailboxWordingOf(language).letters.authorityNeeded
    const accepted = policy.mailbox?.authority
    return content(title, said.address, listed(said.or, accepted ? [inLanguage(accepted, language)] : []), said.neutral)
  },

  /** To the company's officer. */
  'mail-to-decide': ({ why, guess, link, answerBy }, language, policy) => {
    const { title, button, ...said } = mailboxWordingOf(language).letters.mailToDecide
    const { rights } = wordingOf(language).pages
    return content(
      title,
      said.why[why],
      guess.length > 0 && said.guess(guess.map((right) => rights[right].name).join('; ')),
      said.by(moment(answerBy, language, policy)),
      { button, link },
      said.what,
    )
  },
  /** To the company's officer: what had no letter of its own. */
  'mails-to-decide': ({ mails, more, desk }, language, policy) => {
    const { mailToDecide: one, mailsToDecide: said } = mailboxWordingOf(language).letters
    const { name } = mailboxWordingOf(language).page
    const lines = mails.map(({ mail, why, link, answerBy }) => ({
      name: `${name} ${mail}`,
      value: `${one.why[why]} ${one.by(moment(answerBy, language, policy))}`,
      link,
    }))
    return content(
      said.title(mails.length),
      said.why,
      { facts: [{ group: one.button, lines }] },
      more > 0 && (desk ? said.moreOnDesk(more) : said.more(more)),
      desk && { button: said.desk, link: desk },
      said.what,
    )
  },
  /** To the company's officer: a letter that has to arrive came back. */
  undelivered: ({ request, what }, language, policy) => {
    const { title, letters, ...said } = mailboxWordingOf(language).letters.undelivered
    const { rights } = wordingOf(language).pages
    const name = request.right === 'disclosure' ? disclosureWordingOf(language).name : rights[request.right].name
    return content(
      title,
      said.about(request.reference, name, letters[what]),
      what === 'notice' || toOfficer(what) ? said.elsewhere : said.person,
      owed.includes(request.status) && said.by(moment(request.promisedBy, language, policy)),
    )
  },
} satisfies Partial<Writers>

/** What the heading of its page says. */
function standing({ status }: RequestView, language: Language): string {
  if (status === 'approving' || status === 'approved')
    return disclosureWordingOf(language).page[status === 'approving' ? 'asked' : 'approved']
  if (status === 'consenting') return minorsWordingOf(language).page.consenting
  if (status === 'identifying' || status === 'checking') return identityWordingOf(language).page[status]
  if (status === 'objecting' || status === 'weighing') return objectionWordingOf(language).page[status]
  return isOpen(status) ? pagesWordingOf(language).request[headings[status]] : status
}
