import type { Concept, Lexicon } from './lexicon/concepts.ts'
import { isUnspaced, normalised, wordsOf } from './words.ts'

/** A phrase of a lexicon that was found, where it begins (word or character) and whether a "not" stands before it. */
export type Found = {
  readonly concept: Concept
  readonly phrase: string
  readonly language: string
  readonly at: number
  readonly negated: boolean
}

type Word = { readonly stem: string; readonly open: boolean }
type Phrase = Pick<Found, 'concept' | 'phrase' | 'language'> & { readonly parts: ReadonlyArray<readonly Word[]> }

/** How many other words may stand where a phrase has ` ~ `, and before a phrase for a "not" to count. */
const [gap, reach] = [4, 3]
/** Length of a stem's beginning by which phrases are looked up. */
const head = 3

/** Finds the phrases of lexicons in a sentence: one pass over its words, whatever the number of phrases. */
export class Matcher {
  readonly #whole = new Map<string, Phrase[]>()
  readonly #begun = new Map<string, Phrase[]>()
  readonly #anywhere: Array<Pick<Found, 'concept' | 'phrase' | 'language'> & { readonly pattern: RegExp }> = []
  readonly #negations = new Set<string>()

  constructor(lexicons: readonly Lexicon[]) {
    for (const { language, phrases, negations } of lexicons) {
      for (const negation of negations) this.#negations.add(normalised(negation))
      for (const [concept, all] of Object.entries(phrases))
        for (const phrase of all) this.#learn({ concept: concept as Concept, phrase, language })
    }
  }

  /**
   * Everything found in one sentence.
   *
   * @param sentence as it was written
   * @param spoken the languages whose phrases count; empty: all
   */
  find(sentence: string, spoken: ReadonlySet<string> = new Set()): readonly Found[] {
    const text = normalised(sentence)
    const words = wordsOf(text)
    const found: Found[] = []
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? ''
      this.#match(this.#whole.get(word), words, at, found, spoken)
      this.#match(this.#begun.get(word.slice(0, head)), words, at, found, spoken)
    }
    if (isUnspaced(text))
      for (const { pattern, ...named } of this.#anywhere) {
        if (spoken.size > 0 && !spoken.has(named.language)) continue
        const at = text.search(pattern)
        if (at >= 0) found.push({ ...named, at, negated: false })
      }
    return found
  }

  #match(
    candidates: readonly Phrase[] | undefined,
    words: readonly string[],
    at: number,
    found: Found[],
    spoken: ReadonlySet<string>,
  ): void {
    if (!candidates) return
    for (const { concept, phrase, language, parts } of candidates)
      if ((spoken.size === 0 || spoken.has(language)) && this.#continues(words, at, parts, 0))
        found.push({ concept, phrase, language, at, negated: this.#negated(words, at) })
  }

  #learn(named: Pick<Found, 'concept' | 'phrase' | 'language'>): void {
    const parts = named.phrase.split(' ~ ').map((part): readonly Word[] =>
      part.split(/\s+/).flatMap((piece) => {
        const open = piece.endsWith('*')
        const stems = wordsOf(normalised(piece))
        return stems.map((stem, n) => ({ stem, open: open && n === stems.length - 1 }))
      }),
    )
    if (isUnspaced(named.phrase)) {
      const pattern = named.phrase
        .split(/\s*~\s*/)
        .map((part) => normalised(part.replaceAll('*', '').trim()).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      this.#anywhere.push({ ...named, pattern: new RegExp(pattern.join('.{0,12}'), 'u') })
      return
    }
    const first = parts[0]?.[0]
    if (!first) return
    const [index, key] = first.open ? [this.#begun, first.stem.slice(0, head)] : [this.#whole, first.stem]
    index.set(key, [...(index.get(key) ?? []), { ...named, parts }])
  }

  /** Whether the parts of a phrase from `n` on stand here, one after the other with few words between them. */
  #continues(words: readonly string[], at: number, parts: Phrase['parts'], n: number): boolean {
    const part = parts[n]
    if (!part) return true
    for (let i = 0; i < part.length; i++) {
      const [word, wanted] = [words[at + i], part[i]]
      if (word === undefined || !wanted || !(wanted.open ? word.startsWith(wanted.stem) : word === wanted.stem))
        return false
    }
    if (n === parts.length - 1) return true
    for (let between = 0; between <= gap; between++)
      if (this.#continues(words, at + part.length + between, parts, n + 1)) return true
    return false
  }

  #negated(words: readonly string[], at: number): boolean {
    return words.slice(Math.max(0, at - reach), at).some((word) => this.#negations.has(word))
  }
}
