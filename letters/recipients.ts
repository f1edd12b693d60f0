import type { Language, Policy } from '../policy/schema.ts'
import { recipientsWordingOf } from '../policy/wording/recipients.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

type Content = { readonly title: string; readonly blocks: readonly Block[] }

const list = (heading: string, lines: readonly string[]): readonly Block[] =>
  lines.length > 0 ? [{ paragraph: heading }, { list: lines }] : []

/** To a recipient: what became of data that it holds, whose, and where it confirms. */
export function recipientNotice(
  { request, act, identifiers, corrections, link }: Extract<Letter, { kind: 'recipient-notice' }>,
  language: Language,
  policy: Policy,
): Content {
  const { title, button, ...said } = recipientsWordingOf(language).letters.notice
  const ask = request.inactive ? { ...said.ask, ...said.unused } : said.ask
  return {
    title: title[act],
    blocks: [
      { paragraph: ask[act](policy.company.name) },
      ...list(said.person, identifiers),
      ...list(said.right, corrections),
      { paragraph: said.confirm },
      { button, link },
      { paragraph: said.cannot },
    ],
  }
}

/** To a recipient that has not confirmed: nothing of the person, whom the first mail names. */
export function recipientReminder(
  { act, toldAt, link }: Extract<Letter, { kind: 'recipient-reminder' }>,
  language: Language,
  policy: Policy,
): Content {
  const { reminder, notice } = recipientsWordingOf(language).letters
  return {
    title: reminder.title,
    blocks: [
      { paragraph: reminder.ask(moment(toldAt, language, policy)) },
      { paragraph: `${reminder.what[act]} ${reminder.which}` },
      { paragraph: notice.confirm },
      { button: notice.button, link },
      { paragraph: notice.cannot },
    ],
  }
}

/** To the company's officer: who has to be told by hand, and, where it was never told, of whom. */
export function recipientSilent(
  { recipient, act, toldAt, identifiers, corrections }: Extract<Letter, { kind: 'recipient-silent' }>,
  language: Language,
  policy: Policy,
): Content {
  const { notice, silent } = recipientsWordingOf(language).letters
  const name = policy.recipients[recipient]?.name ?? recipient
  return {
    title: silent.title,
    blocks: [
      { paragraph: toldAt ? silent.told(name, moment(toldAt, language, policy)) : silent.never(name) },
      { paragraph: silent.what[act] },
      ...list(silent.person, identifiers),
      ...list(notice.right, corrections),
      { paragraph: silent.next },
    ],
  }
}
