import type { Lexicon } from './lexicon/concepts.ts'
import type { Found, Heard } from './matcher.ts'
import type { Vocabulary } from './vocabulary.ts'
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

/** The beginning of a text, by which its language is told. */
export type Beginning = {
  readonly text: string
  /** How many words it has. */
  readonly length: number
  /** How many function words of each language; the language that is met first stands first. */
  readonly hits: ReadonlyMap<string, number>
}

/** Tells the language of a text by its function words, its script and the phrases found in it. */
export class Languages {
  readonly #known: readonly string[]
  /** By the number of a function word the places of its languages in `#known`. */
  readonly #speaking: Array<number[] | undefined> = []

  constructor(lexicons: readonly Lexicon[], vocabulary: Vocabulary) {
    this.#known = lexicons.map(({ language }) => language)
    for (const [place, { words }] of lexicons.entries())
      for (const stem of new Set(words.map(normalised))) {
        const number = vocabulary.learn({ stem, open: false })
        const speaking = this.#speaking[number]
        if (speaking) speaking.push(place)
        else this.#speaking[number] = [place]
      }
  }

  /** @param sentences those of the text; of one that reaches beyond its beginning the share that does not counts */
  beginning(text: string, sentences: readonly Heard[]): Beginning {
    const counts = new Uint16Array(this.#known.length)
    const met: number[] = []
    let [length, left] = [0, longest]
    for (const sentence of sentences) {
      const words = sentence.words.length * Math.min(1, left / sentence.text.length)
      for (let n = 0; n < words; n++, length++)
        for (const place of this.#speaking[sentence.words[n] ?? 0] ?? none) {
          if (counts[place] === 0) met.push(place)
          counts[place] = (counts[place] ?? 0) + 1
        }
      left -= sentence.text.length + 1
      if (left <= 0) break
    }
    const hits = new Map(met.map((place) => [this.#known[place] ?? '', counts[place] ?? 0]))
    return { text: text.slice(0, longest), length, hits }
  }

  /**
   * The languages that a text may be in, by its function words: those with at least half as many of them as the best.
   * Empty when there are too few to tell.
   */
  spokenIn({ hits }: Beginning): ReadonlySet<string> {
    const best = Math.max(0, ...hits.values())
    const spoken = new Set<string>()
    if (best >= fewest) for (const [language, count] of hits) if (count * 2 >= best) spoken.add(language)
    return spoken
  }

  /** ISO 639-1, or undefined when the text is in none of the lexicons' languages, or too short to tell. */
  of({ text, length, hits }: Beginning, found: readonly Found[]): string | undefined {
    if (ofFewLanguages.test(text))
      for (const [letters, language] of scripts)
        if (this.#known.includes(language) && (text.match(letters)?.length ?? 0) * 4 > text.length) return language
    const counts = new Map(hits)
    const counted = new Set<string>()
    for (const { said, language } of found) {
      if (counted.has(said)) continue
      counted.add(said)
      counts.set(language, (counts.get(language) ?? 0) + 0.5)
    }
    let best: readonly [string | undefined, number] = [undefined, 0]
    for (const one of counts) if (one[1] > best[1]) best = one
    return best[1] >= share * length ? best[0] : undefined
  }
}

const none: readonly number[] = []
/** Greek, and where the other scripts above begin: most texts need no closer look. */
const ofFewLanguages = /[\u0370-\u03ff\u1100-\u11ff\u1f00-\u1fff\u2e80-\uffff]/
