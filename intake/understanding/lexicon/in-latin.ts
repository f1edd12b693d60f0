import { type Lexicon, listed } from './concepts.ts'

/** What is written in place of what. */
export type Way = ReadonlyArray<readonly [letters: string, latin: string]>
export const way = (pairs: string): Way => pairs.split(' ').map((pair) => pair.split(':') as [string, string])

/**
 * A lexicon with what it names in Latin letters too, in every way in which people type who have no others. What is in Latin
 * letters already, or becomes a word of three letters or fewer, is not typed anew: it is another language's.
 *
 * @param words its function words in Latin letters: few, as many others are words of other languages
 * @param plain makes the letters of a phrase those that the ways name
 */
export function withLatin(
  { language, words: own, negations, joins, phrases }: Lexicon,
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
  const inBoth = (list: string) => `${list}, ${written(list)}`
  return {
    language,
    words: `${own}, ${words}`,
    negations: inBoth(negations),
    joins: inBoth(joins),
    phrases: Object.fromEntries(Object.entries(phrases).map(([concept, list]) => [concept, inBoth(list)])),
  }
}

/** Characters of a word that is too short. */
const shortest = 3

/** How a language is typed by who has no letters but Latin ones. */
export type InLatin = {
  readonly ways: readonly Way[]
  readonly words: string
  readonly plain: (text: string) => string
  /** Short words that are kept all the same: no other language has them. */
  readonly short?: readonly string[]
}
