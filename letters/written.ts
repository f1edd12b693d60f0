import { moment, wordingOf } from '../policy/wording/wording.ts'
import { writtenWordingOf } from '../policy/wording/written.ts'
import { content, paragraphs, type Writer } from './writer.ts'

/** What somebody of the company writes to a person: the sentences of its template, and their own words as paragraphs. */
export const fromTheDesk: Writer<'from-the-desk'> = ({ request, template, words, link }, language, policy) => {
  const { [template]: said, button, reply } = writtenWordingOf(language).letters
  const right = wordingOf(language).pages.rights[request.right].name
  return content(
    said.title,
    said.before(right, moment(request.promisedBy, language, policy)),
    paragraphs(words),
    said.after,
    { button, link },
    reply,
  )
}
