import { inLanguage, type Language, type Policy, statement } from '../policy/schema.ts'
import type { Item } from './correction.ts'
import type { Values } from './person.ts'
import type { Personal } from './personal.ts'

/** What is wrong with what was typed into a field. */
type Wrong = 'malformed' | 'too-long'
/** What a person typed, as it will be corrected, and what is wrong with it by field. */
export type Typed = { readonly values: Values; readonly wrong: Readonly<Record<string, Wrong>> }

/** Control characters, and those that turn or hide text (Unicode TR 36). Lines may end in words, not in a field. */
const hidden = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
const hiddenInText = /[^\P{Cc}\n\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u
/** Text of lines that shows as it is. */
export const isPlainText = (text: string): boolean => !hiddenInText.test(text)

const shapes = {
  text: /^\S.*$/u,
  phone: /^\+?[0-9][0-9 ()/.-]{3,}$/,
  /** As HTML's own: what a mail can be sent to, without what only old systems know. RFC 5321 bounds its length. */
  email: /^[^\s@<>()",;:\\]{1,64}@([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/iu,
} as const

/** What a person typed into the fields of the policy and into the free text; empty fields are nothing. */
export function typed(fields: Readonly<Record<string, string>>, policy: Policy): Typed {
  const values: Record<string, string> = {}
  const wrong: Record<string, Wrong> = {}
  const take = (field: string, value: string, maxLength: number, isRight: boolean) => {
    if (value === '') return
    values[field] = value
    if ([...value].length > maxLength) wrong[field] = 'too-long'
    else if (!isRight) wrong[field] = 'malformed'
  }
  for (const [field, { kind, maxLength, pattern }] of Object.entries(policy.correctable)) {
    const given = (fields[field] ?? '').normalize('NFC').trim()
    const value = kind === 'email' ? given.toLowerCase() : given
    const isRight =
      shapes[kind].test(value) && (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value))
    take(field, value, maxLength, isRight && !hidden.test(value))
  }
  const text = (fields[statement] ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  take(statement, text, policy.limits.statement, isPlainText(text))
  return { values, wrong }
}

/** What becomes of each thing that was said. @param about the category that the free text is about */
export function itemsOf(values: Values, about: string, { correctable }: Policy): readonly Item[] {
  return Object.keys(values).map((field): Item => {
    const found = correctable[field]
    if (!found) return { field: statement, category: about, state: 'deciding' }
    const { category, kind, decided } = found
    if (decided === 'person') return { field, category, state: 'deciding' }
    return { field, category, state: kind === 'email' ? 'proving' : 'correcting' }
  })
}

/** What a person said about some items, as it is kept with their records: the field's name and its value, or their words. */
export const statementAbout = (
  items: readonly Item[],
  stated: Personal<Values> | undefined,
  language: Language,
  { correctable }: Policy,
): string =>
  items
    .map(({ field }) => {
      const found = correctable[field]
      const value = stated?.reveal()[field] ?? ''
      return found ? `${inLanguage(found.label, language)}: ${value}` : value
    })
    .join('\n')
