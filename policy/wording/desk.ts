import type { Language } from '../schema.ts'
import { deskDe } from './desk-de.ts'
import { type DeskWording, deskEn } from './desk-en.ts'

const wordings: Record<Language, DeskWording> = { en: deskEn, de: deskDe }

/** What is said on the desk. */
export const deskWordingOf = (language: Language): DeskWording => wordings[language]
