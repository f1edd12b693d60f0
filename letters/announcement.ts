import { announcementWordingOf } from '../policy/wording/announcement.ts'
import { date } from '../policy/wording/wording.ts'
import { content, type Writer } from './writer.ts'

/** To everybody who has an account: what changes in the privacy notice, from when, and what they can do (N13). */
export const noticeChange: Writer<'notice-change'> = ({ from, summary, url }, language, policy) => {
  const { title, button, centre, ...said } = announcementWordingOf(language).letter
  return content(
    title,
    said.from(policy.company.name, date(from, language, policy)),
    summary.split(/\n\s*\n/).map((text) => ({ paragraph: text.replace(/\s+/g, ' ').trim() })),
    { button, link: url },
    `${said.nothing} ${said.rights}`,
    { button: centre, link: `${policy.site}/` },
    said.why,
  )
}
