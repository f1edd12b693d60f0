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

/** Phrases of one language, by its place among the lexicons. */
type Spoken = { readonly place: number; readonly phrases: Phrase[] }

/** A phrase of a language that does not keep words apart. `order` is that in which they were learnt. */
type Unspaced = Pick<Found, 'concept' | 'phrase' | 'language'> & {
  readonly place: number
  readonly order: number
  readonly pattern: RegExp
}

/** Finds the phrases of lexicons in a sentence: one pass over its words, whatever the number of phrases. */
export class Matcher {
  readonly #languages: readonly string[]
  /** Phrases by how their first word begins, those that ask for the whole word apart. */
  readonly #begins = new Map<string, { readonly whole: Spoken[]; readonly open: Spoken[] }>()
  /** Where words are not apart: looked for anywhere, by their first character. */
  readonly #anywhere = new Map<string, Unspaced[]>()
  readonly #negations = new Set<string>()
  #learnt = 0

  constructor(lexicons: readonly Lexicon[]) {
    this.#languages = lexicons.map(({ language }) => language)
    for (const [place, { language, phrases, negations }] of lexicons.entries()) {
      for (const negation of negations) this.#negations.add(normalised(negation))
      for (const [concept, all] of Object.entries(phrases))
        for (const phrase of all) this.#learn({ concept: concept as Concept, phrase, language }, place)
    }
  }

  /**
   * Everything found in one sentence.
   *
   * @param sentence as it was written
   * @param spoken the languages whose phrases count; empty: all
   */
  find(sentence: string, spoken: ReadonlySet<string> = new Set()): readonly Found[] {
    return this.among(spoken)(sentence)
  }

  /** The same for many sentences in the same languages. */
  among(spoken: ReadonlySet<string>): (sentence: string) => readonly Found[] {
    const counts = this.#languages.map((language) => spoken.size === 0 || spoken.has(language))
    return (sentence) => this.#find(sentence, counts)
  }

  /** @param counts for each language whether its phrases do */
  #find(sentence: string, counts: readonly boolean[]): readonly Found[] {
    const text = normalised(sentence)
    const words = wordsOf(text)
    const found: Found[] = []
    for (let at = 0; at < words.length; at++) {
      const begun = this.#begins.get(words[at]?.slice(0, head) ?? '')
      if (!begun) continue
      for (const { place, phrases } of begun.whole) if (counts[place]) this.#match(phrases, words, at, found)
      for (const { place, phrases } of begun.open) if (counts[place]) this.#match(phrases, words, at, found)
    }
    if (isUnspaced(text)) this.#search(text, counts, found)
    return found
  }

  /** Phrases of a text whose words are not apart, each once, in the order of the lexicons. */
  #search(text: string, counts: readonly boolean[], found: Found[]): void {
    const here: Unspaced[] = []
    for (const character of new Set(text))
      for (const one of this.#anywhere.get(character) ?? [])
        if (counts[one.place] && one.pattern.test(text)) here.push(one)
    for (const { concept, phrase, language, pattern } of here.sort((a, b) => a.order - b.order))
      found.push({ concept, phrase, language, at: text.search(pattern), negated: false })
  }

  #match(candidates: readonly Phrase[], words: readonly string[], at: number, found: Found[]): void {
    for (const { concept, phrase, language, parts } of candidates)
      if (continues(words, at, parts, 0))
        found.push({ concept, phrase, language, at, negated: this.#negated(words, at) })
  }

  #negated(words: readonly string[], at: number): boolean {
    for (let before = Math.max(0, at - reach); before < at; before++)
      if (this.#negations.has(words[before] ?? '')) return true
    return false
  }

  #learn(named: Pick<Found, 'concept' | 'phrase' | 'language'>, place: number): void {
    const parts = named.phrase.split(' ~ ').map((part): readonly Word[] =>
      part.split(/\s+/).flatMap((piece) => {
        const open = piece.endsWith('*')
        const stems = wordsOf(normalised(piece))
        return stems.map((stem, n) => ({ stem, open: open && n === stems.length - 1 }))
      }),
    )
    if (isUnspaced(named.phrase)) {
      const pieces = named.phrase.split(/\s*~\s*/).map((part) => normalised(part.replaceAll('*', '').trim()))
      const pattern = new RegExp(
        pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{0,12}'),
        'u',
      )
      const [character = ''] = pieces[0] ?? ''
      const begun = this.#anywhere.get(character) ?? []
      this.#anywhere.set(character, begun)
      begun.push({ ...named, place, order: this.#learnt++, pattern })
      return
    }
    const first = parts[0]?.[0]
    if (!first) return
    const key = first.stem.slice(0, head)
    const begun = this.#begins.get(key) ?? { whole: [], open: [] }
    this.#begins.set(key, begun)
    const those = begun[first.open ? 'open' : 'whole']
    const phrase = { ...named, parts }
    if (those.at(-1)?.place === place) those.at(-1)?.phrases.push(phrase)
    else those.push({ place, phrases: [phrase] })
  }
}

/** Whether the parts of a phrase from `n` on stand here, one after the other with few words between them. */
function continues(words: readonly string[], at: number, parts: Phrase['parts'], n: number): boolean {
  const part = parts[n] ?? []
  for (let i = 0; i < part.length; i++) if (!is(words[at + i], part[i])) return false
  if (n === parts.length - 1) return true
  for (let between = 0; between <= gap; between++)
    if (continues(words, at + part.length + between, parts, n + 1)) return true
  return false
}

const is = (word: string | undefined, wanted: Word | undefined): boolean =>
  word !== undefined && wanted !== undefined && (wanted.open ? word.startsWith(wanted.stem) : word === wanted.stem)
