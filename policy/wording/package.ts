import type { Language } from '../schema.ts'
import { de } from './package-de.ts'
import { en, type PackageWording } from './package-en.ts'

const wordings: Record<Language, PackageWording> = { en, de }

/** What a copy of a person's data says. */
export const wordingOfPackage = (language: Language): PackageWording => wordings[language]
