import { type InLatin, type Way, way } from './in-latin.ts'

/** Letters that everybody writes alike; many leave the soft sign out, and an apostrophe ends a word. */
const alike = way(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ч:ch ш:sh ъ: ь: ы:y э:e ю:yu я:ya й:y',
)
/** As in books and passports, and as Russians chat. */
const ways: readonly Way[] = [
  [...way('щ:sch ц:ts'), ...alike],
  [...way('ый:yj ий:ij щ:shch ц:c х:kh ю:iu я:ia й:i'), ...alike],
  [...way('щ:sh ж:j ц:c ч:4 ю:u я:ja й:j'), ...alike],
  [...way('ый:iy ий:iy щ:sch ц:ts ы:i я:ya й:y'), ...alike],
]

/** How Russian is typed in Latin letters. */
export default {
  ways,
  words: `proshu, mne, menya, menja, menia, moi, moy, moej, moey, moyu, moju, moego, moih, vas, vam, vash, vasha, vashey, vashej,
    vashego, pozhaluysta, pozhaluista, pozhalujsta, pojaluysta, pojalujsta, pojaluista, zdravstvuyte, zdravstvuite, zdravstvujte,
    dobryy, dobryj, dobriy, dobry, kak, eto, etot, etu, chto, 4to, chtoby, 4toby, chtobi, tak, esli, ili, uzhe, uje, tolko,
    kogda, byl, byla, byli, est, ochen, o4en, spasibo, mozhno, mojno, teper, bolshe, skazhite, kto, gde, vse, vsyo, dlya,
    dlja, hochu, hotel, hotela, ya, ja, ne, na, iz, po, u`,
  plain: (text) => text.toLowerCase(),
} satisfies InLatin
