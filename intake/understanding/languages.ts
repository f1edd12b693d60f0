import { type Lexicon, listed } from './lexicon/concepts.ts'
import type { Found } from './matcher.ts'
import { type Heard, mostLanguages, recordSize, speaking, type Vocabulary } from './vocabulary.ts'
import { normalised } from './words.ts'

/** Scripts that are written by few languages: what cannot be told by words is told by letters. */
const scripts: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
]
/** Characters of a text that are looked at, and the share of its words that has to be known. */
const [longest, share] = [2_000, 0.08]

/** Function words that a text has to have for its language to be told by them. */
const fewest = 3

/** The beginning of a text, by which its language is told. Languages are meant by their place among the lexicons. */
export type Beginning = {
  readonly text: string
  /** How many words it has. */
  readonly length: number
  /** How many function words of each language. */
  readonly counts: readonly number[]
  /** Languages of which there are any; the one that is met first stands first. */
  readonly met: readonly number[]
  /** Whether every letter is Latin, or one that Unicode has before Greek. */
  readonly latin: boolean
}

/** The languages that a text may be in, each a bit. */
export type Spoken = number

/** Tells the language of a text by its function words, its script and the phrases found in it. */
export class Languages {
  readonly #known: readonly string[]
  /** Every one of them. */
  readonly all: Spoken
  readonly #vocabulary: Vocabulary

  constructor(lexicons: readonly Lexicon[], vocabulary: Vocabulary) {
    if (lexicons.length > mostLanguages) throw new Error(`More languages than the bits of a number: ${lexicons.length}`)
    this.#known = lexicons.map(({ language }) => language)
    this.#vocabulary = vocabulary
    this.all = lexicons.reduce((all, _, place) => all | (1 << place), 0)
    for (const [place, { words }] of lexicons.entries())
      for (const stem of listed(words).map(normalised))
        vocabulary.mark(vocabulary.learn({ stem, open: false }), speaking, place)
  }

  /** @param sentences those of the text; of one that reaches beyond its beginning the share that does not counts */
  beginning(text: string, sentences: readonly Heard[]): Beginning {
    const counts = this.#known.map(() => 0)
    const met: number[] = []
    let [length, left] = [0, longest]
    const { records } = this.#vocabulary
    for (const sentence of sentences) {
      const words = sentence.words.length * Math.min(1, left / sentence.length)
      for (let n = 0; n < words; n++, length++)
        for (
          let of = records[(sentence.words[n] as number) * recordSize + speaking] as number;
          of !== 0;
          of &= of - 1
        ) {
          const place = 31 - Math.clz32(of & -of)
          if (counts[place] === 0) met.push(place)
          counts[place] = (counts[place] as number) + 1
        }
      left -= sentence.length + 1
      if (left <= 0) break
    }
    const latin = sentences.every((sentence) => sentence.latin)
    return { text, length, counts, met, latin }
  }

  /**
   * The languages that a text may be in, by its function words: those with at least half as many of them as the best.
   * All where there are too few to tell.
   */
  spokenIn({ counts, met }: Beginning): Spoken {
    let best = 0
    for (const place of met) best = Math.max(best, counts[place] as number)
    if (best < fewest) return this.all
    let spoken = 0
    for (const place of met) if ((counts[place] as number) * 2 >= best) spoken |= 1 << place
    return spoken
  }

  /** The language that a text is likeliest in, by its function words: several where they have as many, none where there are none. */
  ownIn({ counts, met }: Beginning): Spoken {
    let [most, own] = [0, 0]
    for (const place of met) {
      const count = counts[place] as number
      if (count > most) [most, own] = [count, 0]
      if (count === most) own |= 1 << place
    }
    return own
  }

  /** ISO 639-1, or undefined when the text is in none of the lexicons' languages, or too short to tell. */
  of({ text, length, counts, met, latin }: Beginning, found: readonly Found[]): string | undefined {
    if (!latin) {
      const start = text.slice(0, longest)
      for (const [letters, language] of scripts)
        if (this.#known.includes(language) && (start.match(letters)?.length ?? 0) * 4 > start.length) return language
    }
    const scores = [...counts]
    const places = [...met]
    const counted = new Set<number>()
    for (const { said, lexicon: place } of found) {
      if (counted.has(said)) continue
      counted.add(said)
      if (scores[place] === 0) places.push(place)
      scores[place] = (scores[place] as number) + 0.5
    }
    let [best, most] = [-1, 0]
    for (const place of places) if ((scores[place] as number) > most) [best, most] = [place, scores[place] as number]
    return most >= share * length ? this.#known[best] : undefined
  }
}
