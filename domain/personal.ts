/** A personal value on its way through the house: prints as `[personal]` wherever it is logged or serialised. */
export class Personal<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  /** The value itself: call it only where the value has to leave, e.g. the To line of a mail. */
  reveal(): T {
    return this.#value
  }

  toJSON(): string {
    return '[personal]'
  }

  toString(): string {
    return '[personal]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[personal]'
  }
}
