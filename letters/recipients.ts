import { recipientsWordingOf } from '../policy/wording/recipients.ts'
import { moment } from '../policy/wording/wording.ts'
import { content, listed, type Writers } from './writer.ts'

/** What is written so that recipients hear what became of data that they hold (N11). */
export const recipients = {
  /** To a recipient: what became of data that it holds, whose, and where it confirms. */
  'recipient-notice': ({ request, act, identifiers, corrections, link }, language, policy) => {
    const { title, button, ...said } = recipientsWordingOf(language).letters.notice
    const ask = request.inactive ? { ...said.ask, ...said.unused } : said.ask
    return content(
      title[act],
      ask[act](policy.company.name),
      listed(said.person, identifiers),
      listed(said.right, corrections),
      said.confirm,
      { button, link },
      said.cannot,
    )
  },
  /** To a recipient that has not confirmed: nothing of the person, whom the first mail names. */
  'recipient-reminder': ({ act, toldAt, link }, language, policy) => {
    const { reminder, notice } = recipientsWordingOf(language).letters
    return content(
      reminder.title,
      reminder.ask(moment(toldAt, language, policy)),
      `${reminder.what[act]} ${reminder.which}`,
      notice.confirm,
      { button: notice.button, link },
      notice.cannot,
    )
  },
  /** To the company's officer: who has to be told by hand, and, where it was never told, of whom. */
  'recipient-silent': ({ recipient, act, toldAt, identifiers, corrections }, language, policy) => {
    const { notice, silent } = recipientsWordingOf(language).letters
    const name = policy.recipients[recipient]?.name ?? recipient
    return content(
      silent.title,
      toldAt ? silent.told(name, moment(toldAt, language, policy)) : silent.never(name),
      silent.what[act],
      listed(silent.person, identifiers),
      listed(notice.right, corrections),
      silent.next,
    )
  },
} satisfies Partial<Writers>
