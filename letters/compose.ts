import type { RequestView } from '../functions/contract.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { day, moment, wordingOf } from '../policy/wording/wording.ts'
import type { Composed, Letter } from './contract.ts'
import { type Block, html, text } from './layout.ts'

/** A letter in a language: subject, text and HTML. It names facts of the request only, never the person. */
export function compose(letter: Letter, language: Language, policy: Policy): Composed {
  const words = wordingOf(language)
  const { subject, blocks } = content(letter, language, policy)
  const framed: Block[] = [
    { paragraph: words.greeting },
    ...blocks,
    ...(letter.kind === 'recipient-notice' || letter.kind === 'confirm-request' ? [] : [{ paragraph: words.complain }]),
    { paragraph: words.signature(policy.company.name) },
    { small: `${policy.company.address}. ${words.automatic}` },
  ]
  return { subject, text: text(framed), html: html(framed, subject, language) }
}

type Content = { readonly subject: string; readonly blocks: readonly Block[] }

function content(letter: Letter, language: Language, policy: Policy): Content {
  const words = wordingOf(language).letters
  const { request } = letter
  const { reference } = request
  const at = (instant: string | undefined) => moment(instant ?? request.promisedBy, language, policy)
  switch (letter.kind) {
    case 'confirm-request':
      return {
        subject: words.confirmRequest.subject(reference),
        blocks: [
          { paragraph: words.confirmRequest.asked(policy.company.name) },
          { button: words.confirmRequest.button, link: letter.link },
          { paragraph: words.confirmRequest.until(at(letter.until)) },
          { paragraph: words.confirmRequest.notYou },
        ],
      }
    case 'restricted': {
      const waiting = pendingSystems(request, language, policy)
      return {
        subject: waiting ? words.restricted.partly(reference) : words.restricted.subject(reference),
        blocks: [
          { paragraph: words.restricted.done },
          coverage(request, language, policy),
          ...(waiting ? [{ paragraph: words.restricted.notYet(waiting) }] : []),
          { paragraph: words.restricted.undo(at(request.eraseAt)) },
          { paragraph: words.restricted.complete(at(request.promisedBy)) },
          ...promisedToKeep(request, words.restricted.kept, language, policy),
          ...(request.actions.includes('erase-now') ? [{ paragraph: words.restricted.early }] : []),
          { button: words.restricted.button, link: letter.link },
        ],
      }
    }
    case 'reminder':
      return {
        subject: words.reminder.subject(reference),
        blocks: [
          { paragraph: words.reminder.soon(at(request.eraseAt)) },
          { paragraph: words.reminder.undo(at(request.eraseAt)) },
          { paragraph: words.reminder.nothing },
          { button: words.reminder.button, link: letter.link },
        ],
      }
    case 'takes-longer':
      return {
        subject: words.takesLonger.subject(reference),
        blocks: [
          {
            paragraph:
              request.status === 'restoring'
                ? words.takesLonger.restoring
                : words.takesLonger.erasing(at(request.promisedBy)),
          },
          { paragraph: words.takesLonger.where(pendingSystems(request, language, policy)) },
          { button: words.takesLonger.button, link: letter.link },
        ],
      }
    case 'restored':
      return {
        subject: words.restored.subject(reference),
        blocks: [
          { paragraph: words.restored.done },
          coverage(request, language, policy),
          { paragraph: words.restored.again },
          { button: words.restored.button, link: letter.link },
        ],
      }
    case 'erased':
      return { subject: words.erased.subject(reference), blocks: erased(request, letter.link, language, policy) }
    case 'not-found':
      return {
        subject: words.notFound.subject(reference),
        blocks: [
          { paragraph: words.notFound.done },
          { paragraph: words.notFound.other },
          { button: words.notFound.button, link: letter.link },
        ],
      }
    case 'duplicate':
      return {
        subject: words.duplicate.subject(reference),
        blocks: [
          { paragraph: words.duplicate.done(letter.other) },
          { button: words.duplicate.button, link: letter.link },
        ],
      }
    case 'recipient-notice':
      return {
        subject: words.recipientNotice.subject(reference),
        blocks: [
          { paragraph: words.recipientNotice.ask(policy.company.name) },
          { paragraph: words.recipientNotice.person },
          { list: letter.identifiers },
          { paragraph: words.recipientNotice.answer },
        ],
      }
  }
}

function erased(request: RequestView, link: string, language: Language, policy: Policy): readonly Block[] {
  const words = wordingOf(language)
  const told = Object.values(policy.recipients).filter((recipient) => recipient.notify)
  const kept = request.coverage.filter((line) => line.outcome === 'kept')
  return [
    { paragraph: words.letters.erased.done(moment(request.closedAt ?? request.promisedBy, language, policy)) },
    coverage(request, language, policy),
    ...(kept.length > 0
      ? [
          { paragraph: words.letters.erased.kept },
          { list: [...new Set(kept.map((line) => keptLine(line, language, policy)))] },
        ]
      : []),
    ...(told.length > 0
      ? [{ paragraph: words.letters.erased.recipients(told.map(({ name }) => name).join(', ')) }]
      : []),
    ...(request.backupsUntil ? [{ paragraph: words.backups(day(request.backupsUntil, language, policy)) }] : []),
    { paragraph: words.letters.erased.certificate },
    { paragraph: words.letters.erased.forget },
    { button: words.letters.erased.button, link },
  ]
}

function coverage(request: RequestView, language: Language, policy: Policy): Block {
  const words = wordingOf(language)
  return {
    list: request.coverage.map(({ system, category, outcome, count }) => {
      const where = inLanguage(policy.systems[system]?.label ?? { en: system }, language)
      const what = inLanguage(policy.categories[category]?.label ?? { en: category }, language)
      const many = count > 0 ? ` (${words.records(count)})` : ''
      return `${where}, ${what}: ${words.outcome[outcome]}${many}`
    }),
  }
}

function keptLine(line: RequestView['coverage'][number], language: Language, policy: Policy): string {
  const exception = policy.retention.find(({ id }) => id === line.exception)
  const what = inLanguage(policy.categories[line.category]?.label ?? { en: line.category }, language)
  return wordingOf(language).keptBecause(
    what,
    exception ? inLanguage(exception.basis, language) : '',
    line.until ? day(line.until, language, policy) : '',
  )
}

/** What will be kept, told before the erasure: only categories of which this person has records. */
function promisedToKeep(request: RequestView, heading: string, language: Language, policy: Policy): readonly Block[] {
  const lines = policy.retention.flatMap((exception) => {
    const line = request.coverage.find(({ category, count }) => category === exception.category && count > 0)
    return line
      ? [keptLine({ ...line, exception: exception.id, until: keptUntil(request, exception.period) }, language, policy)]
      : []
  })
  return lines.length > 0 ? [{ paragraph: heading }, { list: lines }] : []
}

const keptUntil = (request: RequestView, period: string): string => {
  const years = Number(/P(\d+)Y/.exec(period)?.[1] ?? 0)
  const from = new Date(request.promisedBy)
  return new Date(Date.UTC(from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate())).toISOString()
}

const pendingSystems = (request: RequestView, language: Language, policy: Policy): string =>
  [
    ...new Set(
      request.coverage
        .filter(({ outcome }) => outcome === 'pending')
        .map(({ system }) => inLanguage(policy.systems[system]?.label ?? { en: system }, language)),
    ),
  ].join(', ')
