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
export function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  let began = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Beyond the first 65,536 characters Unicode's own classes tell.
    if (isHalf(code)) return text.match(/[\p{L}\p{N}]+/gu) ?? []
    if (isInWords(code)) {
      if (began < 0) began = at
    } else if (began >= 0) {
      words.push(text.slice(began, at))
      began = -1
    }
  }
  if (began >= 0) words.push(text.slice(began))
  return words
}

/** What each character is, as far as it was met: 1 a letter or digit, 2 neither. Asking Unicode each time takes ten times as long. */
const inWords = new Uint8Array(0x10000)
/** Whether a character of this code is a letter or digit. */
export const isInWords = (code: number): boolean => (inWords[code] || classified(code)) === 1
const classified = (code: number): number => (inWords[code] = /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 2)
/** Whether it is half a character, as those beyond the first 65,536 are written. */
export const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

/** Scripts that put no spaces between words: there phrases are looked for anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/** None of them stands before Thai in Unicode: most texts need no closer look. */
const perhapsUnspaced = /[\u0e00-\uffff]/
export const isUnspaced = (text: string): boolean => perhapsUnspaced.test(text) && unspaced.test(text)

/** Sentences, roughly: what is said together. An abbreviation's dot does no harm, it only makes two of one. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…])\s+|[。！？；\n]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
