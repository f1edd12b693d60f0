import type { Language } from '../schema.ts'
import { deskPromisesDe } from './desk-promises-de.ts'
import { type DeskPromisesWording, deskPromisesEn } from './desk-promises-en.ts'

const wordings: Record<Language, DeskPromisesWording> = { en: deskPromisesEn, de: deskPromisesDe }

/** What is said on the desk of what was promised. */
export const deskPromisesWordingOf = (language: Language): DeskPromisesWording => wordings[language]
