import type { AskedView } from '../functions/contract/request.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { pagesWordingOf } from '../policy/wording/pages.ts'
import { meanwhileOf, turnedDownWordingOf } from '../policy/wording/turned-down.ts'
import { moment } from '../policy/wording/wording.ts'
import { askOf } from './frame.ts'
import { type Html, html } from './html.ts'
import type { Step } from './timeline.ts'

/** Heading and meaning of a request that the company does not act on; nothing for any other. */
export function turnedDownStanding(
  request: AskedView,
  language: Language,
  policy: Policy,
): { readonly heading: string; readonly texts: readonly string[] } | undefined {
  if (!request.turnedDown) return undefined
  const { page, why, meanwhile, rights } = turnedDownWordingOf(language)
  const became = meanwhileOf(request)
  const at = request.closedAt && moment(request.closedAt, language, policy)
  return {
    heading: page.title,
    texts: [
      `${why[request.turnedDown.why]} ${page.letter}`,
      at && became === 'isBack' ? page.back(at) : meanwhile[became],
      ...(at ? [page.closed(at)] : []),
      rights(policy.company.authority.name),
    ],
  }
}

/** The decision, and what is or was taken back after it. */
export function turnedDownSteps(
  { turnedDown, status, closedAt, ...request }: AskedView,
  language: Language,
): readonly Step[] {
  if (!turnedDown) return []
  const { page } = turnedDownWordingOf(language)
  const words = pagesWordingOf(language).request
  const became = meanwhileOf({ status, ...request })
  return [
    { what: page.decided, at: turnedDown.at, state: 'done' },
    ...(became === 'back' ? [{ what: words.broughtBack, state: 'now' as const }] : []),
    ...(became === 'deleted' ? [{ what: page.deleting, state: 'now' as const }] : []),
    ...(became === 'isBack' ? [{ what: words.back, at: closedAt, state: 'done' as const }] : []),
    ...(closedAt && became !== 'isBack' ? [{ what: words.ended, at: closedAt, state: 'done' as const }] : []),
  ]
}

/** What was not acted on can be asked for again. */
export const askedAgainAfter = (request: AskedView, language: Language, policy: Policy): Html | false =>
  request.status === 'turned-down' &&
  html`<p><a href="${askOf(language, policy, request.right)}">${turnedDownWordingOf(language).page.again}</a></p>`
