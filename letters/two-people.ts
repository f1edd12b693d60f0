import { asksForTwo, type Proposal } from '../domain/two-people.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { twoPeopleWordingOf } from '../policy/wording/two-people.ts'
import { moment } from '../policy/wording/wording.ts'
import { content, type Writer } from './writer.ts'

/** In a letter that asks for a decision: that a part of it is not taken over its link. */
export const onlyForTwo = (act: Proposal['act'], language: Language, policy: Policy): string | false =>
  asksForTwo(act, policy) && twoPeopleWordingOf(language).letter.onTheDesk

/** To the company's officer: what somebody proposes, and until when another has to confirm it. */
export const proposed: Writer<'proposal'> = ({ act, until, link }, language, policy) => {
  const { letter: words, what } = twoPeopleWordingOf(language)
  return content(words.title, words.ask(what[act]), words.until(moment(until, language, policy)), {
    button: words.button,
    link,
  })
}
