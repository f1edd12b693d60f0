import type { Language } from '../schema.ts'
import { firewallDe } from './firewall-de.ts'
import { type FirewallWording, firewallEn } from './firewall-en.ts'

export type { FirewallWording } from './firewall-en.ts'

const wordings: Record<Language, FirewallWording> = { en: firewallEn, de: firewallDe }

/** What is said to whom the firewall lets not pass: to all in all languages, because it does not read which one they want. */
export const firewallWordingOf = (language: Language): FirewallWording => wordings[language]
