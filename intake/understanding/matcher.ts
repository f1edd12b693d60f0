import { Languages, type Spoken } from './languages.ts'
import { type Concept, concepts, type Lexicon, listed } from './lexicon/concepts.ts'
import { type Heard, Vocabulary, type Word } from './vocabulary.ts'
import { isUnspaced, normalised, wordsOf } from './words.ts'

/** A phrase of a lexicon that was found, and whether a "not" stands before it. */
export type Found = {
  readonly concept: Concept
  /** The place of the concept in `concepts`. */
  readonly place: number
  readonly phrase: string
  readonly language: string
  readonly negated: boolean
  /** The place of its language among the lexicons. */
  readonly lexicon: number
  /** The language and the phrase, whatever the concept. */
  readonly said: string
  /** The concept and the phrase, whatever the language. */
  readonly named: string
}

/** What a lexicon says for a concept; there are tens of thousands, so what is found is made when it is. */
type Said = Pick<Found, 'place' | 'phrase' | 'lexicon'> & { found?: Found; negated?: Found }
/** A phrase: what follows its first word, as numbers of words and `between`. */
type Phrase = Said & { readonly rest: readonly number[] }
/** Phrases by their first word, in the order in which they were learnt; `open`: the word may go on. */
type Begun = { readonly order: number; readonly open: boolean }
/** A phrase of a language that does not keep words apart. */
type Unspaced = Said & { readonly order: number; readonly pieces: readonly string[]; pattern?: RegExp }

/** Where a phrase has ` ~ `. */
const between = -1
/** What stands for the second word of a phrase that has but one. */
const nothing = -2
/** How many other words may stand where a phrase has ` ~ `, and before a phrase for a "not" to count. */
const [gap, reach] = [4, 3]

/** Finds the phrases of lexicons in a sentence: one pass over its words, whatever the number of phrases. */
export class Matcher {
  readonly languages: Languages
  readonly #vocabulary = new Vocabulary()
  /** In the order in which they were learnt. */
  readonly #phrases: Phrase[] = []
  /** By the number of their first word. */
  readonly #beginning = new Map<number, Begun[]>()
  /**
   * By the number of a word all phrases that may begin with it, as far as such a word was met: for each three numbers side
   * by side, the place of its language, its second word and its own. Most are ruled out by the first two.
   */
  readonly #begun: Array<readonly number[] | undefined> = []
  /** Where words are not apart: looked for anywhere, by their first character. */
  readonly #anywhere = new Map<string, Unspaced[]>()
  /** The languages, in the order of the lexicons. */
  readonly #known: readonly string[]
  /** By the place of their language: a word that denies in one is another's for you or a. */
  readonly #negations: ReadonlyArray<ReadonlySet<number>>
  #unspaced = 0

  constructor(lexicons: readonly Lexicon[]) {
    this.languages = new Languages(lexicons, this.#vocabulary)
    this.#negations = lexicons.map(
      ({ negations }) =>
        new Set(listed(negations).map((word) => this.#vocabulary.learn({ stem: normalised(word), open: false }))),
    )
    this.#known = lexicons.map(({ language }) => language)
    for (const [lexicon, { phrases }] of lexicons.entries())
      for (const [concept, all] of Object.entries(phrases))
        for (const phrase of listed(all)) this.#learn(concepts.indexOf(concept as Concept), phrase, lexicon)
  }

  heard(sentence: string): Heard {
    return this.#vocabulary.heard(sentence)
  }

  sentences(text: string, most: number): readonly Heard[] {
    return this.#vocabulary.sentences(text, most)
  }

  /**
   * Everything found in one sentence.
   *
   * @param spoken the languages whose phrases count
   */
  find({ words, unspaced }: Heard, spoken: Spoken): readonly Found[] {
    let found: Found[] | undefined
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as number
      if (word === 0) continue
      const begun = this.#begun[word] ?? this.#begunBy(word)
      if (begun.length === 0) continue
      const next = words[at + 1] ?? 0
      const nextStem = this.#vocabulary.shorter(next)
      for (let n = 0; n < begun.length; n += 3) {
        if (spoken[begun[n] as number] === 0) continue
        const second = begun[n + 1] as number
        if (second >= 0 && second !== next && !this.#vocabulary.is(nextStem, second)) continue
        const phrase = this.#phrases[begun[n + 2] as number] as Phrase
        if (!this.#goesOn(words, at + 1, phrase.rest, 0)) continue
        found ??= []
        found.push(this.#found(phrase, this.#isNegated(words, at, phrase.lexicon)))
      }
    }
    if (unspaced) return [...(found ?? none), ...this.#search(unspaced, spoken)]
    return found ?? none
  }

  /** Phrases of a text whose words are not apart, each once, in the order of the lexicons. */
  #search(text: string, spoken: Spoken): readonly Found[] {
    const here: Unspaced[] = []
    for (const character of new Set(text))
      for (const one of this.#anywhere.get(character) ?? [])
        if (spoken[one.lexicon] !== 0 && stands(one, text)) here.push(one)
    return here.sort((a, b) => a.order - b.order).map((one) => this.#found(one, false))
  }

  /** Phrases that may begin with a word of this number: with the word itself, or with a stem that it goes on from. */
  #begunBy(word: number): readonly number[] {
    const all: Begun[] = []
    for (let one = word; one !== 0; one = this.#vocabulary.shorter(one)) all.push(...(this.#beginning.get(one) ?? []))
    // Those that ask for the whole word come first.
    all.sort((a, b) => Number(a.open) - Number(b.open) || a.order - b.order)
    const begun = all.flatMap(({ order }) => {
      const { lexicon, rest } = this.#phrases[order] as Phrase
      return [lexicon, rest[0] ?? nothing, order]
    })
    this.#begun[word] = begun
    return begun
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

  #isNegated(words: readonly number[], at: number, lexicon: number): boolean {
    const negations = this.#negations[lexicon] as ReadonlySet<number>
    for (let before = Math.max(0, at - reach); before < at; before++) if (negations.has(words[before] ?? 0)) return true
    return false
  }

  #found(said: Said, negated: boolean): Found {
    const name = negated ? 'negated' : 'found'
    const known = said[name]
    if (known) return known
    const { place, phrase, lexicon } = said
    const [concept, language] = [concepts[place] as Concept, this.#known[lexicon] as string]
    const named = { said: `${language} ${phrase}`, named: `${concept} ${phrase}` }
    const made = { concept, place, phrase, language, lexicon, negated, ...named }
    said[name] = made
    return made
  }

  #learn(place: number, phrase: string, lexicon: number): void {
    if (isUnspaced(phrase)) {
      const pieces = phrase.split(/\s*~\s*/).map((part) => normalised(part.replaceAll('*', '').trim()))
      const [character = ''] = pieces[0] ?? ''
      const begun = this.#anywhere.get(character) ?? []
      this.#anywhere.set(character, begun)
      begun.push({ order: this.#unspaced++, pieces, place, phrase, lexicon })
      return
    }
    const [first, ...rest] = wordsIn(phrase)
    if (first === undefined || first === between) return
    const number = this.#vocabulary.learn(first)
    const begun = this.#beginning.get(number) ?? []
    this.#beginning.set(number, begun)
    const numbers =
      rest.length === 0 ? alone : rest.map((word) => (word === between ? between : this.#vocabulary.learn(word)))
    const order = this.#phrases.push({ rest: numbers, place, phrase, lexicon }) - 1
    begun.push({ order, open: first.open })
  }
}

/** Of a phrase of one word nothing follows. */
const alone: readonly number[] = []

/** Whether a phrase stands anywhere in a text: its pieces one after the other, with a few characters between. */
function stands(one: Unspaced, text: string): boolean {
  const [piece = '', ...more] = one.pieces
  if (more.length === 0) return text.includes(piece)
  one.pattern ??= new RegExp(one.pieces.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{0,12}'), 'u')
  return one.pattern.test(text)
}

const none: readonly Found[] = []

/** The words of a phrase, and where others may stand between. */
const wordsIn = (phrase: string): ReadonlyArray<Word | typeof between> =>
  phrase.split(/\s+/).flatMap((piece): ReadonlyArray<Word | typeof between> => {
    if (piece === '~') return [between]
    const open = piece.endsWith('*')
    const stems = wordsOf(normalised(piece))
    return stems.map((stem, n) => ({ stem, open: open && n === stems.length - 1 }))
  })
