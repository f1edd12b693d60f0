import { normalised } from '../words.ts'
import { type InLatin, type Way, way } from './in-latin.ts'

/** Letters that everybody writes alike. */
const alike = way('α:a β:v γ:g δ:d ε:e ζ:z ι:i κ:k λ:l μ:m ν:n ο:o π:p ρ:r σ:s ς:s τ:t φ:f ψ:ps')
/** How people write Greek where they have no Greek letters: by sound, by what a letter looks like, or by both. Diphthongs come first. */
const ways: readonly Way[] = [
  [...way('αι:e ει:i οι:i ου:ou ευ:ef αυ:af μπ:b γκ:g η:i υ:i ω:o χ:h θ:th ξ:x'), ...alike],
  [...way('ευ:eu αυ:au η:i υ:y ω:o χ:x θ:th ξ:ks'), ...alike],
  [...way('ευ:eu αυ:au η:h υ:u ω:w χ:x θ:8 ξ:ks'), ...alike],
]

/** How Greek is typed in Latin letters. */
export default {
  ways,
  words: `mou, moy, kai, einai, stin, sthn, ston, stis, parakalo, parakalw, thelo, thelw, 8elw, exete, ehete, exo, exw,
    gia, sas, tou, toy, pou, poy, tis, ths, kalimera, kalhmera, kalispera, efxaristo, efharisto, euxaristw, oti, ola,
    apo, eimai, otan`,
  plain: normalised,
  short: ['mou', 'moy'],
} satisfies InLatin
