import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import { objectionWordingOf, useOf } from '../policy/wording/objection.ts'
import { moment } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'
import type { Letter } from './contract.ts'
import { certificate } from './facts.ts'
import { onlyForTwo } from './two-people.ts'

export type ObjectionLetter = Extract<
  Letter,
  {
    kind: 'state-grounds' | 'objection-to-weigh' | 'objection-upheld' | 'objection-refused' | 'objection-dropped'
  }
>

/** What is written about an objection that has to be weighed. */
export function objection(
  letter: ObjectionLetter,
  language: Language,
  policy: Policy,
): { readonly title: string; readonly blocks: readonly Block[] } {
  const words = objectionWordingOf(language)
  const { request, link } = letter
  const at = (instant: string | undefined) => moment(instant ?? request.promisedBy, language, policy)
  switch (letter.kind) {
    case 'state-grounds': {
      const { title, button, ...said } = words.letters.stateGrounds
      return {
        title,
        blocks: [
          { paragraph: said.asked },
          { button, link },
          { paragraph: said.until(at(request.waitsUntil)) },
          { paragraph: said.how },
        ],
      }
    }
    case 'objection-to-weigh': {
      const { title, button, ...said } = words.letters.toWeigh
      return {
        title,
        blocks: [
          { paragraph: said.asked },
          { list: (request.uses ?? []).map(({ category }) => useOf(category, language, policy)) },
          { paragraph: said.by(at(request.promisedBy)) },
          { button, link },
          { paragraph: said.how },
          ...onlyForTwo('refuse-objection', language, policy),
        ],
      }
    }
    case 'objection-dropped': {
      const { title, button, ...said } = words.letters.dropped
      return { title, blocks: [{ paragraph: said.done }, { paragraph: said.again }, { button, link }] }
    }
    case 'objection-upheld':
    case 'objection-refused':
      return decided(letter, language, policy)
  }
}

/** What stops, what goes on and why; of a refusal also what the person can do about it (GDPR Art. 12(4)). */
function decided(
  { kind, request, link, answer }: Extract<ObjectionLetter, { kind: 'objection-upheld' | 'objection-refused' }>,
  language: Language,
  policy: Policy,
) {
  const { upheld, refused, decided } = objectionWordingOf(language).letters
  const { name, url } = policy.company.authority
  const why = reasons(request, language, policy)
  const isUpheld = kind === 'objection-upheld'
  const done = isUpheld ? upheld.done(moment(request.closedAt ?? request.at, language, policy)) : refused.done
  return {
    title: isUpheld ? upheld.title : refused.title,
    blocks: [
      { paragraph: done },
      { list: uses(request, language, policy) },
      ...(why.length > 0 ? [{ paragraph: refused.why }, { list: why }] : []),
      ...(answer ? [{ paragraph: decided.words }, { paragraph: answer }] : []),
      ...(isUpheld ? [{ paragraph: upheld.still }] : []),
      { paragraph: decided.suspended },
      { paragraph: decided.forget },
      ...certificate(request, language),
      { button: decided.button, link },
      ...(isUpheld ? [] : [{ paragraph: refused.rights(name, url) }]),
    ],
  }
}

const uses = (request: RequestView, language: Language, policy: Policy): readonly string[] =>
  (request.uses ?? []).map(
    ({ category, state }) => `${useOf(category, language, policy)}: ${objectionWordingOf(language).state[state]}`,
  )

const reasons = (request: RequestView, language: Language, policy: Policy): readonly string[] =>
  (request.uses ?? []).flatMap(({ category, reason }) => {
    const text = reason === undefined ? undefined : policy.reasonsToRefuse[reason]
    return text ? [`${useOf(category, language, policy)}: ${inLanguage(text, language)}`] : []
  })
