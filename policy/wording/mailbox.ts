import type { Language } from '../schema.ts'
import { mailboxDe } from './mailbox-de.ts'
import { type MailboxWording, mailboxEn } from './mailbox-en.ts'

const wordings: Record<Language, MailboxWording> = { en: mailboxEn, de: mailboxDe }

/** What is said about requests by e-mail. */
export const mailboxWordingOf = (language: Language): MailboxWording => wordings[language]
