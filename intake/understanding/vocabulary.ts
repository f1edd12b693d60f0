import { isHalf, isInWords, wordsOf } from './words.ts'

/** A word of a phrase: as it is, or a stem that may go on. */
export type Word = { readonly stem: string; readonly open: boolean }

/** What a node holds: its letter, the node above it, the numbers of the word and of the stem that end in it. */
const [letter, above, whole, stem] = [0, 1, 2, 3]
const nodeSize = 4
/** Two places that hold no letter: what is above all first letters, and where no word of the lexicons goes on. */
const [root, nowhere] = [0, nodeSize]

/**
 * Numbers the words and stems of lexicons, so that each word of a mail is looked up once. 0 is none of theirs.
 *
 * A tree by their letters in one piece of memory, as a hash table: a node stands where its letter and the node above it
 * say, or in the next free place. A text is read through it letter by letter, and each costs one look.
 */
export class Vocabulary {
  /** By number. */
  readonly #words: Word[] = [{ stem: '', open: false }]
  #nodes = emptyTree(0x10000)
  #count = 0
  /** By number the longest stem that such a word goes on from, as far as it was asked for. */
  readonly #shorter: Array<number | undefined> = [0]

  /** The number of a word or stem of the lexicons. All are learnt before the first mail is heard. */
  learn(word: Word): number {
    const end = this.#endOf(word)
    const known = this.#nodes[end]
    if (known) return known
    const number = this.#words.push(word) - 1
    this.#shorter.push(undefined)
    this.#nodes[end] = number
    // Fuller, and nodes get in each other's way.
    if (this.#count * nodeSize > 0.6 * this.#nodes.length) this.#spread()
    return number
  }

  /** The numbers of the words of a normalised text: a word's own, else that of the longest stem that it begins with. */
  heard(text: string): readonly number[] {
    const numbers: number[] = []
    let [node, longest] = [root, 0]
    for (let at = 0; at <= text.length; at++) {
      // Behind the end stands NUL, which ends a word like any mark.
      const code = text.charCodeAt(at) || 0
      if (isHalf(code)) return wordsOf(text).map((word) => this.#numberOf(word))
      if (isInWords(code)) {
        node = this.#below(node, code)
        longest = this.#nodes[node + stem] || longest
      } else if (node !== root) {
        numbers.push(this.#nodes[node + whole] || longest)
        node = root
        longest = 0
      }
    }
    return numbers
  }

  /** The longest stem that a word of this number begins with and that is not the number itself; 0: none. */
  shorter(number: number): number {
    const known = this.#shorter[number]
    if (known !== undefined) return known
    const word = this.#words[number] as Word
    const shorter = this.#stemOf(word.open ? word.stem.slice(0, -1) : word.stem)
    this.#shorter[number] = shorter
    return shorter
  }

  /** Whether a word of this number is the wanted one, or begins with the wanted stem. */
  is(number: number | undefined, wanted: number): boolean {
    for (let one = number; one; one = this.shorter(one)) if (one === wanted) return true
    return false
  }

  #numberOf(word: string): number {
    let node = root
    for (let at = 0; at < word.length; at++) node = this.#below(node, word.charCodeAt(at))
    return this.#nodes[node + whole] || this.#stemOf(word)
  }

  /** The longest stem that a word begins with. */
  #stemOf(word: string): number {
    let [node, longest] = [root, 0]
    for (let at = 0; at < word.length; at++) {
      node = this.#below(node, word.charCodeAt(at))
      longest = this.#nodes[node + stem] || longest
    }
    return longest
  }

  #below(node: number, code: number): number {
    if (node === nowhere) return nowhere
    const place = this.#placeOf(node, code)
    return this.#nodes[place + letter] === code ? place : nowhere
  }

  /** Where the node of a letter below another stands, or would. */
  #placeOf(node: number, code: number): number {
    const nodes = this.#nodes
    const places = nodes.length - nodeSize
    // Multiplicative hashing (Knuth, 6.4) keeps nodes apart that differ by little.
    let place = (Math.imul((node << 13) ^ code, 0x9e3779b1) >>> 12) & places
    while (nodes[place + letter] !== 0 && (nodes[place + letter] !== code || nodes[place + above] !== node))
      place = (place + nodeSize) & places
    return place
  }

  /** Where the number of a word or stem stands; the nodes on the way to it are made. */
  #endOf({ stem: letters, open }: Word): number {
    let node = root
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at)
      const place = this.#placeOf(node, code)
      if (this.#nodes[place + letter] !== code) {
        this.#nodes[place + letter] = code
        this.#nodes[place + above] = node
        this.#count++
      }
      node = place
    }
    return node + (open ? stem : whole)
  }

  /** Twice the room. */
  #spread(): void {
    this.#nodes = emptyTree((this.#nodes.length / nodeSize) * 2)
    this.#count = 0
    for (const [number, word] of this.#words.entries()) if (number > 0) this.#nodes[this.#endOf(word)] = number
  }
}

/** @param places a power of two */
function emptyTree(places: number): Int32Array {
  const nodes = new Int32Array(places * nodeSize)
  nodes[root + letter] = nodes[nowhere + letter] = -1
  return nodes
}
