import { inLanguage, type Language, type Policy } from '../schema.ts'
import { objectionDe } from './objection-de.ts'
import { type ObjectionWording, objectionEn } from './objection-en.ts'

const wordings: Record<Language, ObjectionWording> = { en: objectionEn, de: objectionDe }

/** What is said about objections that have to be weighed. */
export const objectionWordingOf = (language: Language): ObjectionWording => wordings[language]

/** A use of data as people read it: what for, and which data. */
export function useOf(category: string, language: Language, policy: Policy): string {
  const found = policy.categories[category]
  return found
    ? wordings[language].use(inLanguage(found.purpose, language), inLanguage(found.label, language))
    : category
}
