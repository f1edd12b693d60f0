import type { Language } from '../schema.ts'
import { twoPeopleDe } from './two-people-de.ts'
import { type TwoPeopleWording, twoPeopleEn } from './two-people-en.ts'

const wordings: Record<Language, TwoPeopleWording> = { en: twoPeopleEn, de: twoPeopleDe }

/** What is said of what takes two people. */
export const twoPeopleWordingOf = (language: Language): TwoPeopleWording => wordings[language]
