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

/** Tells the language of a text by its function words, its script and the phrases found in it. */
export class Languages {
  readonly #known: ReadonlySet<string>
  /** Languages by their function words. */
  readonly #words = new Map<string, string[]>()

  constructor(lexicons: readonly Lexicon[]) {
    this.#known = new Set(lexicons.map(({ language }) => language))
    for (const { language, words } of lexicons)
      for (const word of new Set(words.map(normalised)))
        this.#words.set(word, [...(this.#words.get(word) ?? []), language])
  }

  /**
   * The languages that a text may be in, by its function words: those with at least half as many of them as the best.
   * Empty when there are too few to tell.
   */
  spokenIn(text: string): ReadonlySet<string> {
    const hits = this.#hits(wordsOf(normalised(text.slice(0, longest))))
    const most = Math.max(0, ...hits.values())
    if (most < fewest) return new Set()
    return new Set([...hits].flatMap(([language, count]) => (count * 2 >= most ? [language] : [])))
  }

  #hits(words: readonly string[]): Map<string, number> {
    const hits = new Map<string, number>()
    for (const word of words)
      for (const language of this.#words.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1)
    return hits
  }

  /** ISO 639-1, or undefined when the text is in none of the lexicons' languages, or too short to tell. */
  of(text: string, found: readonly Found[]): string | undefined {
    const beginning = text.slice(0, longest)
    for (const [letters, language] of scripts)
      if (this.#known.has(language) && (beginning.match(letters)?.length ?? 0) * 4 > beginning.length) return language
    const words = wordsOf(normalised(beginning))
    const hits = this.#hits(words)
    for (const named of new Set(found.map(({ language, phrase }) => `${language} ${phrase}`))) {
      const language = named.slice(0, 2)
      hits.set(language, (hits.get(language) ?? 0) + 0.5)
    }
    const [best] = [...hits].sort(([, a], [, b]) => b - a)
    return best && best[1] >= share * words.length ? best[0] : undefined
  }
}
