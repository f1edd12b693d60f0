import type { Language } from '../schema.ts'
import { lettersDe } from './letters-de.ts'
import { type LettersWording, lettersEn } from './letters-en.ts'

const wordings: Record<Language, LettersWording> = { en: lettersEn, de: lettersDe }

/** What letters about requests say. */
export const lettersWordingOf = (language: Language): LettersWording => wordings[language]
