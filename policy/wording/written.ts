import type { Language } from '../schema.ts'
import { writtenDe } from './written-de.ts'
import { type WrittenWording, writtenEn } from './written-en.ts'

const wordings: Record<Language, WrittenWording> = { en: writtenEn, de: writtenDe }

/** What is said in letters that the company's people write, and on the desk about them. */
export const writtenWordingOf = (language: Language): WrittenWording => wordings[language]
