import type { Language, Policy } from '../policy/schema.ts'
import type { Block } from './blocks.ts'
import type { Letter, LetterOf } from './contract.ts'

/** What a letter says; what every letter has besides is added by `compose`. */
export type Content = { readonly title: string; readonly blocks: readonly Block[] }

export type Writer<K extends Letter['kind']> = (letter: LetterOf<K>, language: Language, policy: Policy) => Content
/** One for each kind of letter; a file of a theme holds some. */
export type Writers = { readonly [K in Letter['kind']]: Writer<K> }

type Part = string | Block | readonly Block[] | false | undefined

/** Title and parts in their order: a text is a paragraph, and what there is nothing to say of is left out. */
export const content = (title: string, ...parts: readonly Part[]): Content => ({
  title,
  blocks: parts.flatMap((part) => (typeof part === 'string' && part !== '' ? { paragraph: part } : part || [])),
})

/** A list with a line before it; nothing when nothing is in it. */
export const listed = (before: string, lines: readonly string[]): readonly Block[] =>
  lines.length > 0 ? [{ paragraph: before }, { list: lines }] : []

/** What somebody wrote, as the paragraphs that they made of it. */
export const paragraphs = (text: string): readonly Block[] =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ paragraph }))
