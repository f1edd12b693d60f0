import { type Lexicon, listed } from './concepts.ts'

/** What is written in place of what. */
export type Way = ReadonlyArray<readonly [letters: string, latin: string]>
export const way = (pairs: string): Way => pairs.split(' ').map((pair) => pair.split(':') as [string, string])

/**
 * A lexicon for those who type a language of another script in Latin letters, in every way in which people do. What is in Latin
 * letters already, or becomes a word of three letters or fewer, is left out: it is another language's.
 *
 * @param words its function words as they are typed: few, as many others are words of other languages
 * @param plain makes the letters of a phrase those that the ways name
 */
export function inLatin(
  { language, negations, phrases }: Lexicon,
  { ways, words, plain, short = [] }: InLatin,
): Lexicon {
  const written = (list: string): string => {
    // The whole list at once: a call for each phrase would be felt by the first mail.
    const all = plain(
      listed(list)
        .filter((one) => !/\p{Script=Latin}/u.test(one))
        .join(),
    )
    const typed = ways.map((pairs) => pairs.reduce((latin, [letters, as]) => latin.replaceAll(letters, as), all))
    return [...new Set(typed.flatMap(listed))]
      .filter((one) => one.includes(' ') || one.replace('*', '').length > shortest || short.includes(one))
      .join()
  }
  return {
    language,
    words,
    negations: written(negations),
    phrases: Object.fromEntries(Object.entries(phrases).map(([concept, list]) => [concept, written(list)])),
  }
}

/** Characters of a word that is too short. */
const shortest = 3

type InLatin = {
  readonly ways: readonly Way[]
  readonly words: string
  readonly plain: (text: string) => string
  /** Short words that are kept all the same: no other language has them. */
  readonly short?: readonly string[]
}
