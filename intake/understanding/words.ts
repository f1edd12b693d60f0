/** Letters that the decomposition of Unicode leaves as they are, by how people write them without. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
}

/** Lower case, without accents: so that a phrase matches however somebody types it. */
export function normalised(text: string): string {
  const lower = text.toLowerCase()
  // Most letters of most mails are ASCII.
  if (!/[^\0-\x7f]/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßłøđæœıðþ]/g, (letter) => letters[letter] ?? letter)
}

/** Words of normalised text, without marks: runs of letters and digits. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * How a character is read without normalising the text: a letter or digit as the code that it is normalised to, which is above
 * all of these. `notAlone` where one becomes several, or depends on those beside it, or where words are not apart; `dots` too.
 */
export const [space, closing, asking, stop, notAlone, dots] = [2, 3, 4, 5, 6, 7]
/** Any other mark. */
const mark = 1

/** ß is read as s, twice: it is too common to normalise a sentence for. */
export const sharpS = 'ß'.charCodeAt(0)

/** By code, as far as a character was met: asking Unicode each time takes ten times as long. */
export const readings = new Uint16Array(0x10000)
/** How a character is read that was not met before. */
export const meet = (code: number): number => (readings[code] = readingOf(String.fromCharCode(code)))

function readingOf(character: string): number {
  if (/[。！？；\n]/.test(character)) return stop
  if (/[.!]/.test(character)) return closing
  if (character === '?') return asking
  if (character === '…') return dots
  if (/\s/.test(character)) return space
  if (character.charCodeAt(0) === sharpS) return 's'.charCodeAt(0)
  const plain = normalised(character)
  if (plain.length !== 1 || plain === '?' || joining.test(character + plain) || isUnspaced(plain)) return notAlone
  return /[\p{L}\p{N}]/u.test(plain) ? plain.charCodeAt(0) : mark
}

/** Accents by themselves, the letters of Hangul syllables, Greek's last s, and half a character. */
const joining = /[\p{M}Σ\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\ud800-\udfff]/u

/** Scripts that put no spaces between words: there phrases are looked for anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/** None of them stands before Thai in Unicode: most texts need no closer look. */
const perhapsUnspaced = /[\u0e00-\uffff]/
export const isUnspaced = (text: string): boolean => perhapsUnspaced.test(text) && unspaced.test(text)
