import { type InLatin, type Way, way } from './in-latin.ts'

/** Letters that everybody writes alike. */
const alike = way(
  'а:a б:b в:v г:g д:d е:e ж:j з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ъ:u ь:y ю:yu я:ya й:y ч:ch ш:sh',
)
/** By the official table (the act on transliteration of 2009), and as Bulgarians chat: by what a letter looks like or counts as. */
const ways: readonly Way[] = [
  [...way('щ:sht ъ:a ж:zh ц:ts ия:ia'), ...alike],
  [...way('щ:6t ч:4 ш:6 ц:c я:q й:i ю:iu'), ...alike],
  [...way('щ:6t ч:4 ш:6 ц:c я:q й:j ъ:y ю:ju'), ...alike],
  [...way('щ:sht ц:c я:ia й:i ю:iu'), ...alike],
  [...way('щ:sht ч:4 ц:ts'), ...alike],
]

/** How Bulgarian is typed in Latin letters. */
export default {
  ways,
  words: `iskam, molq, molya, molia, molja, vashata, va6ata, vasheto, va6eto, vashiq, va6iq, vashia, vsichko, vsi4ko, vsichki,
    vsi4ki, kakvo, zashto, za6to, zashtoto, za6toto, shte, 6te, sum, sym, sus, sys, tova, tazi, tezi, koito, koeto, koqto,
    koyato, kogato, moga, mojete, mozhete, blagodarq, blagodarya, blagodaria, pozdravi, zdraveite, zdraveyte, zdravejte,
    dobur, dobyr, nqma, nyama, niama, imate, mene, men, moite, moqt, moyat, moiat, moq, moya, moia, dali, sled, oshte, o6te,
    sega, bqh, byah, beshe, be6e, poveche, pove4e, nikoi, nikoj, neshto, ne6to, kato, prez, ot, vi, mi, mu, si, na, za, se, da`,
  plain: (text) => text.toLowerCase(),
} satisfies InLatin
