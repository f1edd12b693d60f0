import type { Language } from '../schema.ts'
import { deskTasksDe } from './desk-tasks-de.ts'
import { type DeskTasksWording, deskTasksEn } from './desk-tasks-en.ts'

const wordings: Record<Language, DeskTasksWording> = { en: deskTasksEn, de: deskTasksDe }

/** What is said of tasks that somebody of the company does by hand. */
export const deskTasksWordingOf = (language: Language): DeskTasksWording => wordings[language]
