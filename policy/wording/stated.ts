import type { Language } from '../schema.ts'

/** Beside what a system answered, where somebody did it by hand; alone, because every page of a request needs it. */
export const statedByPerson: Record<Language, string> = {
  en: 'stated by a person',
  de: 'von einem Menschen erklärt',
}
