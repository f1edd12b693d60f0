import type { Lexicon } from './lexicon/concepts.ts'
import type { Found } from './matcher.ts'
import { normalised, wordsOf } from './words.ts'

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

/** The beginning of a text, by which its language is told, and its words. */
export type Beginning = { readonly text: string; readonly words: readonly string[] }

export function beginningOf(text: string): Beginning {
  const beginning = text.slice(0, longest)
  return { text: beginning, words: wordsOf(normalised(beginning)) }
}

/** Tells the language of a text by its function words, its script and the phrases found in it. */
export class Languages {
  readonly #known: readonly string[]
  /** Languages, by their place in `#known`, by their function words. */
  readonly #words = new Map<string, number[]>()

  constructor(lexicons: readonly Lexicon[]) {
    this.#known = lexicons.map(({ language }) => language)
    for (const [place, { words }] of lexicons.entries())
      for (const word of new Set(words.map(normalised))) {
        const speaking = this.#words.get(word)
        if (speaking) speaking.push(place)
        else this.#words.set(word, [place])
      }
  }

  /**
   * The languages that a text may be in, by its function words: those with at least half as many of them as the best.
   * Empty when there are too few to tell.
   */
  spokenIn({ words }: Beginning): ReadonlySet<string> {
    const hits = this.#hits(words)
    const most = Math.max(0, ...hits.values())
    if (most < fewest) return new Set()
    return new Set([...hits].flatMap(([language, count]) => (count * 2 >= most ? [language] : [])))
  }

  /** How many of each language's function words there are; the language that is met first stands first. */
  #hits(words: readonly string[]): Map<string, number> {
    const counts = new Uint16Array(this.#known.length)
    const met: number[] = []
    for (const word of words)
      for (const place of this.#words.get(word) ?? none) {
        if (counts[place] === 0) met.push(place)
        counts[place] = (counts[place] ?? 0) + 1
      }
    return new Map(met.map((place) => [this.#known[place] ?? '', counts[place] ?? 0]))
  }

  /** ISO 639-1, or undefined when the text is in none of the lexicons' languages, or too short to tell. */
  of({ text, words }: Beginning, found: readonly Found[]): string | undefined {
    if (beyondLatin.test(text))
      for (const [letters, language] of scripts)
        if (this.#known.includes(language) && (text.match(letters)?.length ?? 0) * 4 > text.length) return language
    const hits = this.#hits(words)
    for (const named of new Set(found.map(({ language, phrase }) => `${language} ${phrase}`))) {
      const language = named.slice(0, 2)
      hits.set(language, (hits.get(language) ?? 0) + 0.5)
    }
    const [best] = [...hits].sort(([, a], [, b]) => b - a)
    return best && best[1] >= share * words.length ? best[0] : undefined
  }
}

const none: readonly number[] = []
/** Where the scripts above begin. */
const beyondLatin = /[\u0370-\uffff]/
