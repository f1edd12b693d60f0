import type { Language } from '../schema.ts'
import { deadlinesDe } from './deadlines-de.ts'
import { type DeadlinesWording, deadlinesEn } from './deadlines-en.ts'

export type { DeadlinesWording } from './deadlines-en.ts'

const wordings: Record<Language, DeadlinesWording> = { en: deadlinesEn, de: deadlinesDe }

/** What is said about deadlines and figures. */
export const deadlinesWordingOf = (language: Language): DeadlinesWording => wordings[language]
