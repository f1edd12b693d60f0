import type { Language } from '../schema.ts'
import { deskFiguresDe } from './desk-figures-de.ts'
import { type DeskFiguresWording, deskFiguresEn } from './desk-figures-en.ts'

const wordings: Record<Language, DeskFiguresWording> = { en: deskFiguresEn, de: deskFiguresDe }

/** What is said on the desk beside figures. */
export const deskFiguresWordingOf = (language: Language): DeskFiguresWording => wordings[language]
