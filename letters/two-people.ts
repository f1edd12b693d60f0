import { asksForTwo, type Proposal } from '../domain/two-people.ts'
import type { Language, Policy } from '../policy/schema.ts'
import { twoPeopleWordingOf } from '../policy/wording/two-people.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'

/** In a letter that asks for a decision: that a part of it is not taken over its link. */
export function onlyForTwo(act: Proposal['act'], language: Language, policy: Policy): readonly Block[] {
  return asksForTwo(act, policy) ? [{ paragraph: twoPeopleWordingOf(language).letter.onTheDesk }] : []
}

/** To the company's officer: what somebody proposes, and until when another has to confirm it. */
export function proposed(
  { act, until, link }: Extract<Letter, { kind: 'proposal' }>,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const { letter: words, what } = twoPeopleWordingOf(language)
  return {
    title: words.title,
    blocks: [
      { paragraph: words.ask(what[act]) },
      { paragraph: words.until(moment(until, language, policy)) },
      { button: words.button, link },
    ],
  }
}
