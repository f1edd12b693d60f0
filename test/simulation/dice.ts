import { createHash } from 'node:crypto'

/** Everything random of a run comes from its seed: sfc32 (PractRand), one independent stream for each name. */
export class Dice {
  readonly #seed: string
  #a: number
  #b: number
  #c: number
  #n = 1

  constructor(seed: string) {
    this.#seed = seed
    const spread = createHash('sha256').update(seed).digest()
    this.#a = spread.readUInt32LE(0)
    this.#b = spread.readUInt32LE(4)
    this.#c = spread.readUInt32LE(8)
  }

  /** Another stream of the same seed: what is drawn here changes nothing there. */
  named(name: string): Dice {
    return new Dice(`${this.#seed}/${name}`)
  }

  /** 32 random bits. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#n) | 0
    this.#n = (this.#n + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    this.#c |= 0
    return sum >>> 0
  }

  /** From 0 up to 1, without 1. */
  next(): number {
    return this.bits() / 2 ** 32
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from 0 up to `count`, without it. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from)
  }

  of<T>(those: readonly T[]): T {
    const one = those[this.below(those.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }

  /** One of the names, each as often as its weight says. */
  weighed<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const all = Object.entries(weights) as Array<[Name, number]>
    let left = this.next() * all.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [name, weight] of all) {
      left -= weight
      if (left < 0) return name
    }
    return all.at(-1)?.[0] as Name
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.bits() & 0xff)
  }
}
