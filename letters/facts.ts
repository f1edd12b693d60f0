import type { RequestView } from '../functions/contract/request.ts'
import { inLanguage, type Language, type Policy } from '../policy/schema.ts'
import type { Text } from '../policy/shapes.ts'
import { lettersWordingOf } from '../policy/wording/letters.ts'
import { day, nameOf, wordingOf } from '../policy/wording/wording.ts'
import type { Block } from './blocks.ts'

/** What every system answered, category by category, in the policy's words. */
export function coverage(request: RequestView, language: Language, policy: Policy): Block {
  const words = wordingOf(language)
  const systems = [...new Set(request.coverage.map(({ system }) => system))]
  return {
    facts: systems.map((system) => ({
      group: labelOf(policy.systems, system, language),
      lines: request.coverage
        .filter((line) => line.system === system)
        .map(({ category, field, outcome, count }) => ({
          name:
            field === undefined
              ? labelOf(policy.categories, category, language)
              : nameOf({ category, field }, language, policy),
          value: `${words.outcome[outcome]}${count > 0 ? ` (${words.records(count)})` : ''}`,
        })),
    })),
  }
}

/** What the person said is wrong, and what has become of it. */
export const items = (request: RequestView, language: Language, policy: Policy): readonly string[] =>
  (request.items ?? []).map((item) => `${nameOf(item, language, policy)}: ${wordingOf(language).item[item.state]}`)

/** Why something was declined: one line for each, with the policy's reason. */
export const reasons = (request: RequestView, language: Language, policy: Policy): readonly string[] =>
  (request.items ?? []).flatMap((item) => {
    const reason = item.reason === undefined ? undefined : policy.reasonsToDecline[item.reason]
    return reason ? [`${nameOf(item, language, policy)}: ${inLanguage(reason, language)}`] : []
  })

/** N7: what this person has that stays, why, and until when: one line for each exception of the policy. */
export const kept = (request: RequestView, language: Language, policy: Policy): readonly string[] =>
  request.kept.map(({ category, exception, until }) => {
    const basis = policy.retention.find(({ id }) => id === exception)?.basis
    return wordingOf(language).keptBecause(
      labelOf(policy.categories, category, language),
      basis ? inLanguage(basis, language) : exception,
      day(until, language, policy),
    )
  })

/** The systems that have not done their part yet, by name; empty when all have. */
export const waitingFor = (request: RequestView, language: Language, policy: Policy): string =>
  [
    ...new Set(
      request.coverage
        .filter(({ outcome }) => outcome === 'pending')
        .map(({ system }) => labelOf(policy.systems, system, language)),
    ),
  ].join('; ')

const labelOf = (
  named: Readonly<Record<string, { readonly label: Text }>>,
  name: string,
  language: Language,
): string => {
  const found = named[name]
  return found ? inLanguage(found.label, language) : name
}

/** Those who are told what happens to data, by name. */
export const recipientNames = (told: readonly string[], { recipients }: Policy): string =>
  told.flatMap((one) => recipients[one]?.name ?? []).join(', ')

/** That the letter brings the certificate, where it does. */
export const certificate = ({ actions }: RequestView, language: Language): string | false =>
  actions.includes('certificate') && lettersWordingOf(language).erased.certificate
