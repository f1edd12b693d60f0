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

/** Words of normalised text, without marks. */
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Scripts that put no spaces between words: there phrases are looked for anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
export const isUnspaced = (text: string): boolean => unspaced.test(text)

/** Sentences, roughly: what is said together. An abbreviation's dot does no harm, it only makes two of one. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…])\s+|[。！？；\n]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
