import { inLanguage, type Language, type Policy } from '../schema.ts'
import { disclosureDe } from './disclosure-de.ts'
import { type DisclosureWording, disclosureEn } from './disclosure-en.ts'
import { day } from './wording.ts'

const wordings: Record<Language, DisclosureWording> = { en: disclosureEn, de: disclosureDe }

/** What is said about disclosures that a person is asked to approve. */
export const disclosureWordingOf = (language: Language): DisclosureWording => wordings[language]

type Terms = {
  readonly to: { readonly name: string; readonly address?: string; readonly country?: string }
  readonly purpose: string
  readonly by: string
  readonly categories: readonly string[]
  readonly holdsUntil: string
}

/** Categories of the policy as people read them. */
export const dataOf = (categories: readonly string[], language: Language, policy: Policy): string =>
  categories
    .map((one) => {
      const label = policy.categories[one]?.label
      return label ? inLanguage(label, language) : one
    })
    .join('; ')

/** Who would get what, where, for what, for how long, and who asks: a name and what holds for it, line by line. */
export function linesOf(
  { to, purpose, by, categories, holdsUntil }: Terms,
  language: Language,
  policy: Policy,
): ReadonlyArray<{ readonly name: string; readonly value: string }> {
  const { terms } = wordings[language]
  const country = to.country && (new Intl.DisplayNames(language, { type: 'region' }).of(to.country) ?? to.country)
  const place = [to.address, country].filter((one) => one !== undefined && one !== '').join(', ')
  // It holds until a day begins: people count the day before.
  const last = new Date(Date.parse(holdsUntil) - 1).toISOString()
  return [
    { name: terms.who, value: to.name },
    ...(place ? [{ name: terms.address, value: place }] : []),
    { name: terms.purpose, value: purpose },
    { name: terms.data, value: dataOf(categories, language, policy) },
    { name: terms.until, value: terms.untilDay(day(last, language, policy)) },
    { name: terms.by, value: by },
  ]
}
