import type { Language } from '../schema.ts'
import { minorsDe } from './minors-de.ts'
import { type MinorsWording, minorsEn } from './minors-en.ts'

const wordings: Record<Language, MinorsWording> = { en: minorsEn, de: minorsDe }

/** What is said about children's accounts. */
export const minorsWordingOf = (language: Language): MinorsWording => wordings[language]
