import type { Lexicon } from './lexicon/concepts.ts'
import type { Found } from './matcher.ts'
import { normalised, wordsOf } from './words.ts'

/** Scripts that are written by few languages: what cannot be told by words is told by letters. */
const scripts: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
]
/** Words of a text that are looked at, and the share of them that has to be known. */
const [most, share] = [300, 0.08]

/** Tells the language of a text by its function words, its script and the phrases found in it. */
export class Languages {
  readonly #words: ReadonlyMap<string, ReadonlySet<string>>

  constructor(lexicons: readonly Lexicon[]) {
    this.#words = new Map(lexicons.map(({ language, words }) => [language, new Set(words.map(normalised))]))
  }

  /** ISO 639-1, or undefined when the text is in none of the lexicons' languages, or too short to tell. */
  of(text: string, found: readonly Found[]): string | undefined {
    for (const [letters, language] of scripts)
      if (
        letters.test(text) &&
        this.#words.has(language) &&
        (text.match(new RegExp(letters, 'gu'))?.length ?? 0) * 4 > text.replace(/\s/g, '').length
      )
        return language
    const words = wordsOf(normalised(text)).slice(0, most)
    let [best, most_] = ['', 0]
    for (const [language, known] of this.#words) {
      const hits =
        words.filter((word) => known.has(word)).length +
        0.5 * new Set(found.filter((one) => one.language === language).map(({ phrase }) => phrase)).size
      if (hits > most_) [best, most_] = [language, hits]
    }
    return most_ > 0 && most_ >= share * words.length ? best : undefined
  }
}
