import type { Language } from '../schema.ts'
import { deskDisclosuresDe } from './desk-disclosures-de.ts'
import { type DeskDisclosuresWording, deskDisclosuresEn } from './desk-disclosures-en.ts'

const wordings: Record<Language, DeskDisclosuresWording> = { en: deskDisclosuresEn, de: deskDisclosuresDe }

/** What is said on the desk of disclosures, and of recipients. */
export const deskDisclosuresWordingOf = (language: Language): DeskDisclosuresWording => wordings[language]
