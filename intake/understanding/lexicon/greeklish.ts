import { normalised } from '../words.ts'
import { type Lexicon, listed } from './concepts.ts'
import el from './el.ts'

/** What is written in place of what. */
type Way = ReadonlyArray<readonly [greek: string, latin: string]>
const way = (pairs: string): Way => pairs.split(' ').map((pair) => pair.split(':') as [string, string])

/** Letters that everybody writes alike. */
const alike = way('α:a β:v γ:g δ:d ε:e ζ:z ι:i κ:k λ:l μ:m ν:n ο:o π:p ρ:r σ:s ς:s τ:t φ:f ψ:ps')
/** How people write Greek where they have no Greek letters: by sound, by what a letter looks like, or by both. Diphthongs come first. */
const ways: readonly Way[] = [
  [...way('αι:e ει:i οι:i ου:ou ευ:ef αυ:af μπ:b γκ:g η:i υ:i ω:o χ:h θ:th ξ:x'), ...alike],
  [...way('ευ:eu αυ:au η:i υ:y ω:o χ:x θ:th ξ:ks'), ...alike],
  [...way('ευ:eu αυ:au η:h υ:u ω:w χ:x θ:8 ξ:ks'), ...alike],
]

const inLatin = (text: string): readonly string[] =>
  ways.map((pairs) => pairs.reduce((latin, [greek, written]) => latin.replaceAll(greek, written), normalised(text)))

/** All ways of writing what is Greek of a list; what is in Latin letters already, or becomes a short word, is another language's. */
const written = (list: string): string =>
  [...new Set(listed(list).flatMap((one) => (/\p{Script=Greek}/u.test(one) ? inLatin(one) : [])))]
    .filter((one) => one.includes(' ') || one.replace('*', '').length > shortest || kept.includes(one))
    .join(', ')
/** Characters of a short word, and those that are kept all the same: no other language has them. */
const [shortest, kept] = [3, ['mou', 'moy']]

/** Greek in Latin letters, made of the Greek lexicon. Its function words are few: many others are words of other languages. */
export default {
  language: 'el',
  words: `mou, moy, kai, einai, stin, sthn, ston, stis, parakalo, parakalw, thelo, thelw, 8elw, exete, ehete, exo, exw,
    gia, sas, tou, toy, pou, poy, tis, ths, kalimera, kalhmera, kalispera, efxaristo, efharisto, euxaristw, oti, ola,
    apo, eimai, otan`,
  negations: written(el.negations),
  phrases: Object.fromEntries(Object.entries(el.phrases).map(([concept, list]) => [concept, written(list)])),
} satisfies Lexicon
