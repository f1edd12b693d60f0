import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Vocabulary, type Word } from '../../intake/understanding/vocabulary.ts'
import { normalised, wordsOf } from '../../intake/understanding/words.ts'

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', 'ß', 'ж', '삭', '제', '𐐨'),
  minLength: 1,
  maxLength: 6,
})
const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'b', 'B', 'e\u0301', 'É', 'ß', 'ж', 'Σ', '삭', '제', '削', 'カ', 'ｶ', 'ﾞ', '𐐨'),
    fc.constantFrom(' ', '\u00a0', '\n', '.', '!', '?', '？', '。', '…', '½', '\u0301'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
})

test('a text is read as its sentences, normalised: each word as its own number, else as that of the longest stem that it begins with', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ stem: letters.map(normalised), open: fc.boolean() }), { maxLength: 40 }),
      texts,
      (known, text) => {
        const vocabulary = new Vocabulary()
        const numbers = known.map((word) => vocabulary.learn(word))
        const numberOf = (word: Word | undefined) => numbers[known.indexOf(word as Word)] ?? 0
        const longest = (word: string) =>
          known
            .filter(({ stem, open }) => open && word.startsWith(stem))
            .sort((a, b) => b.stem.length - a.stem.length)[0]
        const read = (sentence: string, mark = '') => {
          const plain = normalised(sentence)
          const words = wordsOf(plain).map((word) =>
            numberOf(known.find(({ stem, open }) => !open && stem === word) ?? longest(word)),
          )
          return { words, length: plain.length, asks: plain.includes('?') || mark === '？' }
        }
        // Each sentence, and the mark that ends it where that needs no space after it.
        const sentences = text
          .split(/(?<=[.!?…])\s+|([。！？；\n])/u)
          .flatMap((sentence, n, all) =>
            n % 2 === 0 && sentence.trim() !== '' ? [[sentence.trim(), all[n + 1]] as const] : [],
          )
        expect(vocabulary.sentences(text, 5)).toMatchObject(sentences.slice(0, 5).map(([one, mark]) => read(one, mark)))
        const { words, asks } = read(text)
        expect(vocabulary.heard(text)).toMatchObject({ words, asks })
      },
    ),
  )
})

test('where words are not kept apart, the normalised text is kept', () => {
  const vocabulary = new Vocabulary()
  expect(vocabulary.heard('Ｐlease 削除').unspaced).toBe('please 削除')
  expect(vocabulary.heard('naïve “ß” ж').unspaced).toBe('')
  expect(['ж', 'α', '削除', '삭제', 'カ', 'naïve ßæ'].map((text) => vocabulary.heard(text).latin)).toEqual(
    Array(6).fill(false),
  )
  expect(vocabulary.heard('naïve “ß”').latin).toBe(true)
})

test('more words than have numbers are refused', () => {
  const vocabulary = new Vocabulary()
  const learn = (n: number) => vocabulary.learn({ stem: `word${n}`, open: false })
  for (let n = 1; n <= 0xffff; n++) expect(learn(n)).toBe(n)
  expect(() => learn(0x10000)).toThrow('More words')
})

test('more letters than have numbers are refused', () => {
  const vocabulary = new Vocabulary()
  const letters = (n: number) => String.fromCharCode(...Array.from({ length: n }, (_, letter) => 0xac00 + letter))
  const stem = letters(1_022)
  const number = vocabulary.learn({ stem, open: false })
  expect(vocabulary.heard(stem).words).toEqual([number])
  vocabulary.learn({ stem: letters(1_023), open: false })
  expect(() => vocabulary.heard(stem)).toThrow('More letters')
})

test('thousands of words are told apart', () => {
  const vocabulary = new Vocabulary()
  const words = Array.from({ length: 5_000 }, (_, n) => `word${n.toString(36)}`)
  const numbers = words.map((stem) => vocabulary.learn({ stem, open: false }))
  const more = words.map((stem) => vocabulary.learn({ stem: `${stem}${stem}`, open: true }))
  expect(vocabulary.heard(words.join(' ')).words).toEqual(numbers)
  expect(vocabulary.heard(words.map((word) => `${word}${word}s`).join(', ')).words).toEqual(more)
  const most = words.map((word) => vocabulary.learn({ stem: word.repeat(3), open: false }))
  expect(vocabulary.heard(words.map((word) => word.repeat(3)).join(' ')).words).toEqual(most)
})
