import type { Language, Policy } from '../policy/schema.ts'
import { announcementWordingOf } from '../policy/wording/announcement.ts'
import { date } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

/** To everybody who has an account: what changes in the privacy notice, from when, and what they can do (N13). */
export function noticeChange(
  { from, summary, url }: Extract<Letter, { kind: 'notice-change' }>,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { title, button, centre, ...said } = announcementWordingOf(language).letter
  return {
    title,
    blocks: [
      { paragraph: said.from(policy.company.name, date(from, language, policy)) },
      ...summary.split(/\n\s*\n/).map((text) => ({ paragraph: text.replace(/\s+/g, ' ').trim() })),
      { button, link: url },
      { paragraph: `${said.nothing} ${said.rights}` },
      { button: centre, link: `${policy.site}/` },
      { paragraph: said.why },
    ],
  }
}
