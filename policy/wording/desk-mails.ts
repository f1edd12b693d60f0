import type { Language } from '../schema.ts'
import { deskMailsDe } from './desk-mails-de.ts'
import { type DeskMailsWording, deskMailsEn } from './desk-mails-en.ts'

const wordings: Record<Language, DeskMailsWording> = { en: deskMailsEn, de: deskMailsDe }

/** What is said on the desk of letters and mails about a request. */
export const deskMailsWordingOf = (language: Language): DeskMailsWording => wordings[language]
