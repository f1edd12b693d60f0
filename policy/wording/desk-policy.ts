import type { Language } from '../schema.ts'
import { deskPolicyDe } from './desk-policy-de.ts'
import { type DeskPolicyWording, deskPolicyEn } from './desk-policy-en.ts'

export type { DeskPolicyWording } from './desk-policy-en.ts'

const wordings: Record<Language, DeskPolicyWording> = { en: deskPolicyEn, de: deskPolicyDe }

/** What is said on the desk of the policy's versions. */
export const deskPolicyWordingOf = (language: Language): DeskPolicyWording => wordings[language]
