import { inLanguage, type Language, type Policy } from '../schema.ts'
import { identityDe } from './identity-de.ts'
import { type IdentityWording, identityEn } from './identity-en.ts'

const wordings: Record<Language, IdentityWording> = { en: identityEn, de: identityDe }

/** What is said while it is not certain who asks. */
export const identityWordingOf = (language: Language): IdentityWording => wordings[language]

/** The questions of the policy that are asked, as people read them. */
export const questionsOf = (ids: readonly string[], language: Language, { identity }: Policy) =>
  ids.flatMap((id) => {
    const found = identity?.questions[id]
    return found
      ? [
          {
            id,
            text: inLanguage(found.text, language),
            isAddress: found.account === true,
            ...(found.hint ? { hint: inLanguage(found.hint, language) } : {}),
          },
        ]
      : []
  })
