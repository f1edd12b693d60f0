import type { Language } from '../schema.ts'
import { de } from './de.ts'
import { en, type Wording } from './en.ts'
import { pagesDe } from './pages-de.ts'
import { type PagesWording, pagesEn } from './pages-en.ts'

type All = Wording['pages'] & PagesWording

const wordings: Record<Language, All> = { en: { ...en.pages, ...pagesEn }, de: { ...de.pages, ...pagesDe } }

/** What the pages for people say, with what stands on every page. */
export const pagesWordingOf = (language: Language): All => wordings[language]
