import { Languages } from './languages.ts'
import type { Concept, Lexicon } from './lexicon/concepts.ts'
import { Vocabulary, type Word } from './vocabulary.ts'
import { isUnspaced, normalised, wordsOf } from './words.ts'

/** A phrase of a lexicon that was found, and whether a "not" stands before it. */
export type Found = {
  readonly concept: Concept
  readonly phrase: string
  readonly language: string
  readonly negated: boolean
  /** The language and the phrase, whatever the concept. */
  readonly said: string
  /** The concept and the phrase, whatever the language. */
  readonly named: string
}

/** A sentence as phrases are looked for in it, with the numbers of its words. */
export type Heard = { readonly text: string; readonly words: readonly number[] }

/** A phrase by the place of its language among the lexicons and by the order in which phrases were learnt. */
type Learnt = { readonly place: number; readonly order: number; readonly found: Found; readonly negated: Found }
/**
 * What follows its first word: numbers of words, and `between`; the second stands beside, because most phrases are
 * ruled out by it. Those that ask for the whole first word come first.
 */
type Phrase = { readonly second: number | undefined; readonly rest: readonly number[]; readonly open: boolean } & Learnt
/** A phrase of a language that does not keep words apart. */
type Unspaced = Learnt & { readonly pattern: RegExp }

/** Where a phrase has ` ~ `. */
const between = -1
/** How many other words may stand where a phrase has ` ~ `, and before a phrase for a "not" to count. */
const [gap, reach] = [4, 3]

/** Finds the phrases of lexicons in a sentence: one pass over its words, whatever the number of phrases. */
export class Matcher {
  readonly languages: Languages
  readonly #names: readonly string[]
  readonly #vocabulary = new Vocabulary()
  /** Phrases by the number of their first word. */
  readonly #phrases = new Map<number, Phrase[]>()
  /** By the number of a word all phrases that may begin with it, as far as such a word was met. */
  readonly #begun: Array<readonly Phrase[] | undefined> = []
  /** Where words are not apart: looked for anywhere, by their first character. */
  readonly #anywhere = new Map<string, Unspaced[]>()
  readonly #negations: ReadonlySet<number>
  #learnt = 0

  constructor(lexicons: readonly Lexicon[]) {
    this.#names = lexicons.map(({ language }) => language)
    this.languages = new Languages(lexicons, this.#vocabulary)
    const negations = lexicons.flatMap((lexicon) => lexicon.negations.map(normalised))
    this.#negations = new Set(negations.map((stem) => this.#vocabulary.learn({ stem, open: false })))
    for (const [place, { language, phrases }] of lexicons.entries())
      for (const [concept, all] of Object.entries(phrases))
        for (const phrase of all) this.#learn(concept as Concept, phrase, language, place)
  }

  heard(sentence: string): Heard {
    const text = normalised(sentence)
    return { text, words: this.#vocabulary.heard(text) }
  }

  /**
   * Everything found in one sentence.
   *
   * @param sentence as it was written
   * @param spoken the languages whose phrases count; empty: all
   */
  find(sentence: string, spoken: ReadonlySet<string> = new Set()): readonly Found[] {
    return this.among(spoken)(this.heard(sentence))
  }

  /** The same for many sentences in the same languages. */
  among(spoken: ReadonlySet<string>): (sentence: Heard) => readonly Found[] {
    const counts = this.#names.map((language) => spoken.size === 0 || spoken.has(language))
    return (sentence) => this.#find(sentence, counts)
  }

  /** @param counts for each language whether its phrases do */
  #find({ text, words }: Heard, counts: readonly boolean[]): readonly Found[] {
    const found: Found[] = []
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? 0
      if (word === 0) continue
      for (const phrase of this.#begunBy(word))
        if (counts[phrase.place] && this.#stands(phrase, words, at))
          found.push(this.#isNegated(words, at) ? phrase.negated : phrase.found)
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
    for (const one of here.sort((a, b) => a.order - b.order)) found.push(one.found)
  }

  /** Phrases that may begin with a word of this number: with the word itself, or with a stem that it goes on from. */
  #begunBy(word: number): readonly Phrase[] {
    const known = this.#begun[word]
    if (known) return known
    const all: Phrase[] = []
    for (let one = word; one !== 0; one = this.#vocabulary.shorter(one)) all.push(...(this.#phrases.get(one) ?? []))
    all.sort((a, b) => Number(a.open) - Number(b.open) || a.order - b.order)
    this.#begun[word] = all
    return all
  }

  /** Whether the words of a phrase stand here, of which the first does. */
  #stands({ second, rest }: Phrase, words: readonly number[], at: number): boolean {
    if (second === undefined) return true
    return (second === between || this.#vocabulary.is(words[at + 1], second)) && this.#goesOn(words, at + 1, rest, 0)
  }

  /** Whether the words of a phrase from its `n`th on stand here. */
  #goesOn(words: readonly number[], from: number, wanted: readonly number[], n: number): boolean {
    let at = from
    for (let next = n; next < wanted.length; next++, at++) {
      const number = wanted[next] as number
      if (number === between) return this.#goesOnSoon(words, at, wanted, next + 1)
      if (!this.#vocabulary.is(words[at], number)) return false
    }
    return true
  }

  #goesOnSoon(words: readonly number[], from: number, wanted: readonly number[], n: number): boolean {
    for (let at = from; at <= from + gap; at++) if (this.#goesOn(words, at, wanted, n)) return true
    return false
  }

  #isNegated(words: readonly number[], at: number): boolean {
    for (let before = Math.max(0, at - reach); before < at; before++)
      if (this.#negations.has(words[before] ?? 0)) return true
    return false
  }

  #learn(concept: Concept, phrase: string, language: string, place: number): void {
    const [said, named] = [`${language} ${phrase}`, `${concept} ${phrase}`]
    const found = { concept, phrase, language, negated: false, said, named }
    const learnt = { place, order: this.#learnt++, found, negated: { ...found, negated: true } }
    if (isUnspaced(phrase)) {
      const pieces = phrase.split(/\s*~\s*/).map((part) => normalised(part.replaceAll('*', '').trim()))
      const escaped = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      const [character = ''] = pieces[0] ?? ''
      const begun = this.#anywhere.get(character) ?? []
      this.#anywhere.set(character, begun)
      begun.push({ ...learnt, pattern: new RegExp(escaped.join('.{0,12}'), 'u') })
      return
    }
    const [first, ...rest] = wordsIn(phrase)
    if (first === undefined || first === between) return
    const number = this.#vocabulary.learn(first)
    const begun = this.#phrases.get(number) ?? []
    this.#phrases.set(number, begun)
    const numbers = rest.map((word) => (word === between ? between : this.#vocabulary.learn(word)))
    begun.push({ ...learnt, second: numbers[0], rest: numbers, open: first.open })
  }
}

/** The words of a phrase, and where others may stand between. */
const wordsIn = (phrase: string): ReadonlyArray<Word | typeof between> =>
  phrase.split(/\s+/).flatMap((piece): ReadonlyArray<Word | typeof between> => {
    if (piece === '~') return [between]
    const open = piece.endsWith('*')
    const stems = wordsOf(normalised(piece))
    return stems.map((stem, n) => ({ stem, open: open && n === stems.length - 1 }))
  })
