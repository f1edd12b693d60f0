import { Languages, type Spoken } from './languages.ts'
import { type Concept, concepts, type Lexicon, listed } from './lexicon/concepts.ts'
import { begun, denying, type Heard, joining, languages, recordSize, Vocabulary } from './vocabulary.ts'
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
  /** The same number for the same phrase of the same language, whatever the concept. */
  readonly said: number
  /** The same number for the same phrase of the same concept, whatever the language. */
  readonly named: number
}

/** What a sentence says: all that was found, and where in it each further clause begins. */
export type Said = { readonly found: readonly Found[]; readonly begins: readonly number[] }

/** A phrase, and from where `#rests` has what follows its first word; there are tens of thousands, so it is no more. */
type Phrase = Pick<Found, 'place' | 'phrase' | 'lexicon'> & { readonly begins: number }
/** A phrase of a language that does not keep words apart. */
type Unspaced = {
  readonly order: number
  /** Of its language. */
  readonly bit: number
  readonly piece: string
  /** What follows the piece, with a few characters between. */
  readonly more: readonly string[]
  pattern?: RegExp
}

/** Where a phrase has ` ~ `. */
const between = -1
/** How many other words may stand where a phrase has ` ~ `, and before a phrase for a "not" to count. */
const [gap, reach] = [4, 3]

/** Finds the phrases of lexicons in a sentence: one pass over its words, whatever the number of phrases. */
export class Matcher {
  readonly languages: Languages
  readonly #vocabulary = new Vocabulary()
  /** In the order in which they were learnt. */
  readonly #phrases: Phrase[] = []
  /** What was found, by twice the place of its phrase, and one more where it is negated: made when it first is. */
  readonly #made: Array<Found | undefined>
  /** What was found, numbered: numbers are looked up sooner than names. */
  readonly #names = new Map<string, number>()
  /** Places of phrases by the number of their first word. */
  readonly #beginning = new Map<number, number[]>()
  /** What follows the first word of each phrase, as numbers of words and `between`. */
  readonly #rests: number[] = []
  /**
   * All phrases that may begin with a word, as far as such a word was met; its record says from where. Groups of those of one
   * language: its bit, where the group ends, and of each phrase how many words follow, its place and these words. A group
   * of no language ends the word's. In one piece, so that a phrase itself is looked at only once it is found.
   */
  #begun = new Int32Array(1 << 16)
  #begunEnd = 1
  /** Where words are not apart: looked for anywhere, by the code of their first character. */
  readonly #anywhere = new Map<number, Unspaced[]>()
  /** What joins clauses where words are not apart. */
  readonly #joins: RegExp
  /** Languages of which a "not" stands where the phrase that was found last has ` ~ `, each a bit: "my data shall not be deleted". */
  #deniedBetween = 0
  /** The languages, in the order of the lexicons. */
  readonly #known: readonly string[]

  constructor(lexicons: readonly Lexicon[]) {
    this.languages = new Languages(lexicons, this.#vocabulary)
    // A word that denies in one language is another's for you or a.
    for (const [lexicon, { negations }] of lexicons.entries())
      for (const word of listed(negations)) {
        const number = this.#vocabulary.learn({ stem: normalised(word), open: false })
        this.#vocabulary.mark(number, denying, lexicon)
      }
    const unspacedJoins = [',', '、']
    for (const [lexicon, { joins }] of lexicons.entries())
      for (const word of listed(joins)) {
        if (isUnspaced(word)) unspacedJoins.push(normalised(word))
        else this.#vocabulary.mark(this.#vocabulary.learn({ stem: normalised(word), open: false }), joining, lexicon)
      }
    this.#joins = new RegExp(unspacedJoins.join('|'), 'u')
    this.#known = lexicons.map(({ language }) => language)
    for (const [lexicon, { phrases }] of lexicons.entries())
      for (const [concept, all] of Object.entries(phrases)) {
        const place = concepts.indexOf(concept as Concept)
        for (const phrase of listed(all)) this.#learn(place, phrase, lexicon)
      }
    this.#made = Array(this.#phrases.length * 2).fill(undefined)
  }

  heard(sentence: string): Heard {
    return this.#vocabulary.heard(sentence)
  }

  sentences(text: string, most: number): readonly Heard[] {
    return this.#vocabulary.sentences(text, most)
  }

  /**
   * Everything found in one sentence, and in which clauses.
   *
   * @param spoken the languages whose phrases count
   * @param own those whose words join clauses: "a" is *and* in Czech
   */
  find({ words, unspaced }: Heard, spoken: Spoken, own: Spoken): Said {
    let said: { readonly found: Found[]; readonly begins: number[] } | undefined
    const { records } = this.#vocabulary
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as number
      if (word === 0) continue
      const record = word * recordSize
      if ((records[record + joining] as number) & own) said?.begins.push(said.found.length)
      const from = records[record + begun] || this.#begunBy(word)
      if (((records[record + languages] as number) & spoken) === 0) continue
      const all = this.#begun
      for (let group = from; all[group] !== 0; group = all[group + 1] as number) {
        if (((all[group] as number) & spoken) === 0) continue
        const end = all[group + 1] as number
        for (let one = group + 2; one < end; one += 2 + (all[one] as number)) {
          const more = all[one] as number
          this.#deniedBetween = 0
          if (more > 0 && !this.#goesOn(words, at + 1, one + 2, one + 2 + more)) continue
          said ??= { found: [], begins: [] }
          said.found.push(this.#found(all[one + 1] as number, this.#isNegated(words, at, all[group] as number)))
        }
      }
    }
    if (!unspaced) return said ?? nothing
    said ??= { found: [], begins: [] }
    for (const clause of unspaced.split(this.#joins)) {
      said.begins.push(said.found.length)
      said.found.push(...this.#search(clause, unspaced, spoken))
    }
    return said
  }

  /** Phrases that begin in a clause of a text whose words are not apart, each once, in the order of the lexicons. */
  #search(clause: string, text: string, spoken: Spoken): readonly Found[] {
    const here = new Set<Unspaced>()
    for (let at = 0; at < clause.length; at++)
      for (const one of this.#anywhere.get(clause.charCodeAt(at)) ?? none)
        if (spoken & one.bit && clause.startsWith(one.piece, at) && goesOn(one, text)) here.add(one)
    return [...here].sort((a, b) => a.order - b.order).map(({ order }) => this.#found(order, false))
  }

  /** Phrases that may begin with a word of this number: with the word itself, or with a stem that it goes on from. */
  #begunBy(word: number): number {
    const [whole, open]: [number[], number[]] = [[], []]
    for (let one = word; one !== 0; one = this.#vocabulary.shorter(one))
      (this.#vocabulary.isOpen(one) ? open : whole).push(...(this.#beginning.get(one) ?? []))
    // Those that ask for the whole word come first; in either the phrases of a language stand together.
    const all = [...whole, ...open.sort((a, b) => a - b)]
    const numbers: number[] = []
    const begins = this.#begunEnd
    let [group, last] = [0, -1]
    for (const order of all) {
      const { lexicon, begins: from } = this.#phrases[order] as Phrase
      const rest = this.#rests.slice(from, this.#phrases[order + 1]?.begins)
      if (lexicon !== last) {
        group = numbers.push(1 << lexicon, 0) - 1
        last = lexicon
        this.#vocabulary.mark(word, languages, lexicon)
      }
      numbers.push(rest.length, order, ...rest)
      numbers[group] = begins + numbers.length
    }
    numbers.push(0)
    this.#begunEnd += numbers.length
    if (this.#begunEnd > this.#begun.length) {
      const old = this.#begun
      this.#begun = new Int32Array(this.#begunEnd * 2)
      this.#begun.set(old)
    }
    this.#begun.set(numbers, begins)
    this.#vocabulary.records[word * recordSize + begun] = begins
    return begins
  }

  /** Whether the words of a phrase stand here: those that `#begun` has between two places. */
  #goesOn(words: readonly number[], from: number, first: number, end: number): boolean {
    const wanted = this.#begun
    let at = from
    for (let next = first; next < end; next++, at++) {
      const number = wanted[next] as number
      if (number === between) return this.#goesOnSoon(words, at, next + 1, end)
      if (!this.#vocabulary.is(words[at], number)) return false
    }
    return true
  }

  #goesOnSoon(words: readonly number[], from: number, first: number, end: number): boolean {
    const { records } = this.#vocabulary
    let denied = 0
    for (let at = from; at <= from + gap; at++) {
      if (this.#goesOn(words, at, first, end)) {
        this.#deniedBetween |= denied
        return true
      }
      denied |= records[(words[at] ?? 0) * recordSize + denying] as number
    }
    return false
  }

  /** @param language its bit */
  #isNegated(words: readonly number[], at: number, language: number): boolean {
    if (this.#deniedBetween & language) return true
    const { records } = this.#vocabulary
    for (let before = Math.max(0, at - reach); before < at; before++)
      if ((records[(words[before] as number) * recordSize + denying] as number) & language) return true
    return false
  }

  #found(order: number, negated: boolean): Found {
    const known = this.#made[order * 2 + Number(negated)]
    if (known !== undefined) return known
    const { place, phrase, lexicon } = this.#phrases[order] as Phrase
    const [concept, language] = [concepts[place] as Concept, this.#known[lexicon] as string]
    const [said, named] = [this.#numberOf(`${language} ${phrase}`), this.#numberOf(`${concept} ${phrase}`)]
    const made: Found = { place, lexicon, negated, said, named, concept, phrase, language }
    this.#made[order * 2 + Number(negated)] = made
    return made
  }

  #numberOf(name: string): number {
    const number = this.#names.get(name) ?? this.#names.size
    this.#names.set(name, number)
    return number
  }

  #learn(place: number, phrase: string, lexicon: number): void {
    if (isUnspaced(phrase)) {
      const pieces = phrase.split(/\s*~\s*/).map((part) => normalised(part.replaceAll('*', '').trim()))
      const [piece = '', ...more] = pieces
      const code = piece.charCodeAt(0)
      const begun = this.#anywhere.get(code) ?? []
      this.#anywhere.set(code, begun)
      begun.push({
        order: this.#phrases.push({ place, phrase, lexicon, begins: this.#rests.length }) - 1,
        bit: 1 << lexicon,
        piece,
        more,
      })
      return
    }
    const begins = this.#rests.length
    let first = 0
    for (const piece of phrase.split(/\s+/)) {
      if (piece === '~') {
        if (first === 0) return
        this.#rests.push(between)
        continue
      }
      const stems = wordsOf(normalised(piece))
      for (const [n, stem] of stems.entries()) {
        const number = this.#vocabulary.learn({ stem, open: n === stems.length - 1 && piece.endsWith('*') })
        if (first === 0) first = number
        else this.#rests.push(number)
      }
    }
    if (first === 0) return
    const order = this.#phrases.push({ place, phrase, lexicon, begins }) - 1
    const begun = this.#beginning.get(first)
    if (begun) begun.push(order)
    else this.#beginning.set(first, [order])
  }
}

/** Whether what follows the first piece of a phrase stands after it, with a few characters between. */
function goesOn(one: Unspaced, text: string): boolean {
  if (one.more.length === 0) return true
  one.pattern ??= patternOf(one)
  return one.pattern.test(text)
}

function patternOf({ piece, more }: Unspaced): RegExp {
  const pieces = [piece, ...more].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(pieces.join('.{0,12}'), 'u')
}

const none: readonly never[] = []
const nothing: Said = { found: none, begins: none }
