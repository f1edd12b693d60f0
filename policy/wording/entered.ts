import type { Language } from '../schema.ts'
import { enteredDe } from './entered-de.ts'
import { type EnteredWording, enteredEn } from './entered-en.ts'

const wordings: Record<Language, EnteredWording> = { en: enteredEn, de: enteredDe }

/** What is said of requests that the company's people enter for somebody. */
export const enteredWordingOf = (language: Language): EnteredWording => wordings[language]
