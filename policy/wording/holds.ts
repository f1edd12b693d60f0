import type { Language } from '../schema.ts'
import { holdsDe } from './holds-de.ts'
import { type HoldsWording, holdsEn } from './holds-en.ts'

const wordings: Record<Language, HoldsWording> = { en: holdsEn, de: holdsDe }

/** What is said to the officer of holds that outlive their requests. */
export const holdsWordingOf = (language: Language): HoldsWording => wordings[language]
