import type { Language } from '../schema.ts'
import { announcementDe } from './announcement-de.ts'
import { type AnnouncementWording, announcementEn } from './announcement-en.ts'

const wordings: Record<Language, AnnouncementWording> = { en: announcementEn, de: announcementDe }

/** What is said when the company's privacy notice changes. */
export const announcementWordingOf = (language: Language): AnnouncementWording => wordings[language]
