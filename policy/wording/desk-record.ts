import type { Language } from '../schema.ts'
import { deskRecordDe } from './desk-record-de.ts'
import { type DeskRecordWording, deskRecordEn } from './desk-record-en.ts'

const wordings: Record<Language, DeskRecordWording> = { en: deskRecordEn, de: deskRecordDe }

/** What is said in the record of processing. */
export const deskRecordWordingOf = (language: Language): DeskRecordWording => wordings[language]
