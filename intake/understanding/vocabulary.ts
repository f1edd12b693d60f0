import {
  asking,
  closing,
  dots,
  isUnspaced,
  meet,
  normalised,
  notAlone,
  readings,
  sharpS,
  space,
  stop,
  wordsOf,
} from './words.ts'

/** A word of a phrase: as it is, or a stem that may go on. */
export type Word = { readonly stem: string; readonly open: boolean }

/** A sentence as phrases are looked for in it. */
export type Heard = {
  /** The numbers of its words: a word's own, else that of the longest stem that it begins with. */
  readonly words: readonly number[]
  /** Characters, once it is normalised. */
  readonly length: number
  /** Whether a question mark stands in it. */
  readonly asks: boolean
  /** Normalised, where its words are not kept apart; else empty. */
  readonly unspaced: string
  /** Whether each letter is Latin, or another that Unicode has before Greek. */
  readonly latin: boolean
}

/**
 * What is known of a word, side by side: the longest stem that it goes on from, `notAsked` before it was; of which languages
 * it is a function word, in which it denies, and of which there are phrases that it begins, each a bit; where the matcher
 * has these phrases, 0 before it was asked.
 */
const shorter = 0
export const [speaking, denying, joining, languages, begun] = [1, 2, 3, 4, 5]
export const recordSize = 6
const notAsked = -1
/** Languages are bits of one number. */
export const mostLanguages = 32

/** Where Greek begins in Unicode. */
const greek = 0x370

/**
 * A node in one number: from where those below it stand, its letter, and whether a stem ends in it. Apart from it, as few nodes
 * have any, the numbers of the word and of the stem that end in it.
 */
type Tree = { readonly nodes: Uint32Array; readonly numbers: Uint16Array }
const goesOn = 1
const [letterAt, beginAt] = [1, 11]
/** No letter: of a place that is free, and of the two that stand for themselves. */
const noLetter = (1 << (beginAt - letterAt)) - 1
const mostNodes = 2 ** (32 - beginAt)
const [whole, stem] = [0, 1]
/** Words that can be numbered. */
const mostWords = 0xffff
/** Two places that hold no letter: what is above all first letters, and where no word of the lexicons goes on. */
const [root, nowhere] = [0, 1]

/**
 * Numbers the words and stems of lexicons, so that each word of a mail is looked up once. 0 is none of theirs.
 *
 * A tree by their letters in one piece of memory, as a double array (Aoe, 1989): below a node each letter has one place, and
 * stands there if such a node is below this one; no two nodes have those below them counted from the same place, so that the
 * letter tells it. A text is read through it letter by letter, and each costs one look. The tree is small, and what follows one
 * upon the other stands close together: it has to come into the processor's caches anew for each mail, after another was parsed.
 */
export class Vocabulary {
  /** By number. */
  readonly #words: Word[] = [{ stem: '', open: false }]
  /** By the word, or the stem and an asterisk. */
  readonly #numbers = new Map<string, number>()
  #made: Tree | undefined
  /** By code which letter of the lexicons it is; 0: none of theirs. */
  readonly #letters = new Uint16Array(0x10000)
  /** By number what is known of the word. */
  records = new Int32Array(recordSize * 1024)

  /** The number of a word or stem of the lexicons. All are learnt before the first mail is heard. */
  learn(word: Word): number {
    const name = word.open ? `${word.stem}*` : word.stem
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    if (this.#words.length > mostWords) throw new Error(`More words than can be numbered: ${mostWords}`)
    const number = this.#words.push(word) - 1
    this.#numbers.set(name, number)
    const record = number * recordSize
    if (record === this.records.length) {
      const old = this.records
      this.records = new Int32Array(old.length * 2)
      this.records.set(old)
    }
    this.records[record + shorter] = notAsked
    this.#made = undefined
    return number
  }

  /** Notes something of a word in a language. */
  mark(
    number: number,
    what: typeof speaking | typeof denying | typeof joining | typeof languages,
    language: number,
  ): void {
    const at = number * recordSize + what
    this.records[at] = (this.records[at] as number) | (1 << language)
  }

  /**
   * The sentences of a text, roughly: what is said together. An abbreviation's dot does no harm, it only makes two of one.
   *
   * @param most of them
   */
  sentences(text: string, most: number): readonly Heard[] {
    return this.#read(text, most, true)
  }

  /** A text that is one sentence, whatever marks stand in it. */
  heard(text: string): Heard {
    return this.#read(text, 1, false)[0] ?? silence
  }

  /** The longest stem that a word of this number begins with and that is not the number itself; 0: none. */
  shorter(number: number): number {
    const known = this.records[number * recordSize + shorter] as number
    if (known !== notAsked) return known
    const word = this.#words[number] as Word
    const { longest } = this.#endOf(word.open ? word.stem.slice(0, -1) : word.stem)
    this.records[number * recordSize + shorter] = longest
    return longest
  }

  isOpen(number: number): boolean {
    return (this.#words[number] as Word).open
  }

  /** Whether a word of this number is the wanted one, or begins with the wanted stem. */
  is(number: number | undefined, wanted: number): boolean {
    for (let one = number; one; one = this.shorter(one)) if (one === wanted) return true
    return false
  }

  /**
   * Reads a text as it was written where that can be: letter by letter down the tree, its words and sentences as they end.
   *
   * @param apart whether its sentences are told apart
   */
  #read(text: string, most: number, apart: boolean): readonly Heard[] {
    const { nodes, numbers } = this.#tree()
    const letters = this.#letters
    // Imports are looked up each time that they are used, and these are for every letter.
    const [known, signs, double] = [readings, dots, sharpS]
    const codes = codesOf(text)
    const sentences: Heard[] = []
    let words: number[] = []
    /** Where the sentence stands, without the spaces around it. */
    let [from, to] = [0, 0]
    let [node, here] = [root, nodes[root] as number]
    let [longest, highest, doubled] = [0, 0, 0]
    let [asks, isSecond] = [false, false]
    let before = space
    for (let at = 0; at <= text.length; at++) {
      const read = known[codes[at] as number] || meet(codes[at] as number)
      if (read > signs) {
        const letter = letters[read] as number
        node = (here >>> beginAt) + letter
        here = nodes[node] as number
        if (((here >>> letterAt) & noLetter) !== letter) {
          node = nowhere
          here = nodes[nowhere] as number
        } else if (here & goesOn) longest = numbers[node * 2 + stem] as number
        if (read > highest) highest = read
        isSecond = codes[at] === double && !isSecond
        if (isSecond) {
          doubled++
          at--
        }
        before = read
        continue
      }
      if (node !== root) {
        words.push(numbers[node * 2 + whole] || longest)
        node = root
        here = nodes[root] as number
        longest = 0
        to = at
      }
      const isOdd = read >= notAlone
      if (isOdd) at = apart ? endOfSentence(codes, at, text.length) : text.length
      if (isOdd || at === text.length || (apart && isEnd(read, before))) {
        if (codes[at] === fullAsking) asks = true
        if (isOdd) sentences.push(this.#normalised(text.slice(from, at).trimEnd(), asks))
        else if (from < to)
          sentences.push({ words, length: to - from + doubled, asks, unspaced: '', latin: highest < greek })
        if (sentences.length === most) break
        words = []
        from = at + 1
        highest = doubled = 0
        asks = false
      } else if (read !== space) {
        to = at + 1
        if (read === asking || codes[at] === fullAsking) asks = true
      } else if (from === at) from = at + 1
      before = read
    }
    return sentences
  }

  /** @param asks whether the mark of a question ends it */
  #normalised(sentence: string, asks: boolean): Heard {
    const text = normalised(sentence)
    const words = wordsOf(text).map((word) => {
      const { number, longest } = this.#endOf(word)
      return number || longest
    })
    return {
      words,
      length: text.length,
      asks: asks || text.includes('?'),
      unspaced: isUnspaced(text) ? text : '',
      latin: false,
    }
  }

  /** The number of a word, and that of the longest stem that it begins with. */
  #endOf(word: string): { readonly number: number; readonly longest: number } {
    const { nodes, numbers } = this.#tree()
    let [node, longest] = [root, 0]
    for (let at = 0; at < word.length; at++) {
      const letter = this.#letters[word.charCodeAt(at)] as number
      const place = ((nodes[node] as number) >>> beginAt) + letter
      node = (((nodes[place] as number) >>> letterAt) & noLetter) === letter ? place : nowhere
      longest = numbers[node * 2 + stem] || longest
    }
    return { number: numbers[node * 2 + whole] as number, longest }
  }

  #tree(): Tree {
    if (this.#made) return this.#made
    const words = [...this.#numbers.keys()].sort()
    const kinds = this.#numberLetters(words)
    // Most trees have fewer nodes than their words have letters; one that needs more grows.
    let room = nowhere + 1 + kinds + words.reduce((sum, word) => sum + word.length, 0)
    let nodes = new Uint32Array(room).fill(noLetter << letterAt)
    let numbers = new Uint16Array(room * 2)
    /** For each place 0 where it is free, else a later one from which on a free one is looked for. */
    let next = new Uint32Array(room)
    next.fill(nowhere + 1, 0, nowhere + 1)
    let last = nowhere
    /** For each place 1 where those below a node count from it. */
    let begins = new Uint8Array(room)
    begins[0] = 1
    const firstFree = (from: number): number => {
      let place = from
      for (let after = next[place]; after; after = next[place]) {
        if (next[after]) next[place] = next[after] as number
        place = after
      }
      return place
    }
    const grown = () => {
      const [old, had, was, counted] = [nodes, numbers, next, begins]
      room *= 2
      nodes = new Uint32Array(room).fill(noLetter << letterAt)
      nodes.set(old)
      numbers = new Uint16Array(room * 2)
      numbers.set(had)
      next = new Uint32Array(room)
      next.set(was)
      begins = new Uint8Array(room)
      begins.set(counted)
    }
    const haveRoom = (letters: readonly number[], start: number): boolean => {
      for (let n = 0; n < letters.length; n++) if (next[start + (letters[n] as number)]) return false
      return !begins[start]
    }
    /** Places the nodes of letters below another side by side with it. Answers from where they count. */
    const put = (node: number, letters: readonly number[]): number => {
      const least = letters.length === 1 ? (letters[0] as number) : Math.min(...letters)
      let place = firstFree(Math.max(node, least))
      while (!haveRoom(letters, place - least)) place = firstFree(place + 1)
      const start = place - least
      while (start + kinds + kinds >= room) grown()
      begins[start] = 1
      nodes[node] = ((nodes[node] as number) | (start << beginAt)) >>> 0
      for (const letter of letters) {
        nodes[start + letter] = letter << letterAt
        next[start + letter] = start + letter + 1
        last = Math.max(last, start + letter)
      }
      return start
    }
    /** Goes down to where a word ends, by letters that no other word shares. */
    const end = (from: number, word: string, depth: number) => {
      const open = word.endsWith('*')
      let node = from
      for (let at = depth; at < word.length - Number(open); at++) {
        const letter = this.#letters[word.charCodeAt(at)] as number
        node = put(node, [letter]) + letter
      }
      numbers[node * 2 + (open ? stem : whole)] = this.#numbers.get(word) as number
      if (open) nodes[node] = (nodes[node] as number) | goesOn
    }
    /** Goes down by the words from one to another, which begin with the same `depth` letters. */
    const grow = (node: number, from: number, to: number, depth: number) => {
      const letters: number[] = []
      const starts: number[] = []
      for (let n = from; n < to; n++) {
        const word = words[n] as string
        const letter = this.#letters[word.charCodeAt(depth)] ?? 0
        if (letter === 0) end(node, word, depth)
        else if (letters.at(-1) !== letter) {
          letters.push(letter)
          starts.push(n)
        }
      }
      if (letters.length === 0) return
      const start = put(node, letters)
      for (const [n, letter] of letters.entries()) {
        const [first, last] = [starts[n] as number, starts[n + 1] ?? to]
        if (last - first === 1) end(start + letter, words[first] as string, depth + 1)
        else grow(start + letter, first, last, depth + 1)
      }
    }
    grow(root, 0, words.length, 0)
    // Below any node any letter has a place, of a last one where nothing stands.
    const beyond = last + 1
    const size = beyond + kinds + 1
    while (size > room) grown()
    if (size > mostNodes) throw new Error(`More nodes than can be told apart: ${size} of ${mostNodes}`)
    for (let node = 0; node <= last; node++)
      if ((nodes[node] as number) >>> beginAt === 0) nodes[node] = ((nodes[node] as number) | (beyond << beginAt)) >>> 0
    this.#made = { nodes: nodes.slice(0, size), numbers: numbers.slice(0, size * 2) }
    return this.#made
  }

  /** Common letters get small numbers. Answers how many there are. */
  #numberLetters(words: readonly string[]): number {
    const counts = new Uint32Array(0x10000)
    const codes: number[] = []
    for (const word of words)
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at)
        if (counts[code] === 0 && code !== asterisk) codes.push(code)
        counts[code] = (counts[code] as number) + 1
      }
    const common = codes.sort((a, b) => (counts[b] as number) - (counts[a] as number))
    if (common.length >= noLetter) throw new Error(`More letters than can be told apart: ${common.length}`)
    for (const [n, code] of common.entries()) this.#letters[code] = n + 1
    return common.length
  }
}

const silence: Heard = { words: [], length: 0, asks: false, unspaced: '', latin: true }
const asterisk = '*'.charCodeAt(0)
/** As it is written between Chinese letters. */
const fullAsking = '？'.charCodeAt(0)
const lineEnd = '\n'.charCodeAt(0)

/** Whether a character ends a sentence, by how it and the one before it are read. */
const isEnd = (read: number, before: number): boolean =>
  read === stop || (read === space && (before === closing || before === asking || before === dots))

/** Where the sentence ends that goes on at a place; at the latest with the text. */
function endOfSentence(codes: Uint16Array, from: number, last: number): number {
  let before = space
  for (let at = from; at <= last; at++) {
    const read = readings[codes[at] as number] || meet(codes[at] as number)
    if (isEnd(read, before)) return at
    before = read
  }
  return last
}

/**
 * The characters of a text as numbers, and the end of its last line: asking a string for each takes three times as long. One
 * text is read after the other, in the same memory.
 */
function codesOf(text: string): Uint16Array {
  const size = 2 * text.length + 2
  if (memory.length < size) {
    memory = Buffer.allocUnsafeSlow(2 * size)
    codes = new Uint16Array(memory.buffer)
  }
  memory.writeUInt16LE(lineEnd, memory.write(text, 'utf16le'))
  return codes
}
let memory = Buffer.allocUnsafeSlow(1 << 14)
let codes = new Uint16Array(memory.buffer)
