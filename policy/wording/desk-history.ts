import type { Language } from '../schema.ts'
import { deskHistoryDe } from './desk-history-de.ts'
import { type DeskHistoryWording, deskHistoryEn } from './desk-history-en.ts'

const wordings: Record<Language, DeskHistoryWording> = { en: deskHistoryEn, de: deskHistoryDe }

/** What events of a history and letters are called on the desk. */
export const deskHistoryWordingOf = (language: Language): DeskHistoryWording => wordings[language]
