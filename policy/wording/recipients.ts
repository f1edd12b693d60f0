import type { Language } from '../schema.ts'
import { recipientsDe } from './recipients-de.ts'
import { type RecipientsWording, recipientsEn } from './recipients-en.ts'

const wordings: Record<Language, RecipientsWording> = { en: recipientsEn, de: recipientsDe }

/** What is said to recipients, and to people about them. */
export const recipientsWordingOf = (language: Language): RecipientsWording => wordings[language]
