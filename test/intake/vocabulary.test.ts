import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Vocabulary, type Word } from '../../intake/understanding/vocabulary.ts'
import { normalised, wordsOf } from '../../intake/understanding/words.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ж', '삭', '제', '𐐨'), minLength: 1, maxLength: 6 })
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '삭', '제', '𐐨', ' ', '.'), maxLength: 60 })

test('each word of a text has its own number, else that of the longest stem that it begins with', () => {
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
        const wanted = wordsOf(text).map((word) =>
          numberOf(known.find(({ stem, open }) => !open && stem === word) ?? longest(word)),
        )
        expect(vocabulary.heard(text)).toEqual(wanted)
      },
    ),
  )
})

test('what was learnt is found again when it is more than a tree began with room for', () => {
  const vocabulary = new Vocabulary()
  const words = Array.from({ length: 20_000 }, (_, n) => `word${n.toString(36)}`)
  const numbers = words.map((stem) => vocabulary.learn({ stem, open: false }))
  const more = words.map((stem) => vocabulary.learn({ stem: `${stem}${stem}`, open: true }))
  expect(vocabulary.heard(words.join(' '))).toEqual(numbers)
  expect(vocabulary.heard(words.map((word) => `${word}${word}s`).join(', '))).toEqual(more)
})
