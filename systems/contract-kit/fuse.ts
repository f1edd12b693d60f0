/** What a store's client throws when the fuse has blown: the call was carried out, and its caller never hears of it. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

/**
 * Kills a system at a chosen call: the call with number `at` is carried out, its answer is lost, and no call after it
 * gets through, as when a function's instance dies. Without `at` it only counts.
 */
export class Fuse {
  calls = 0
  readonly #at: number

  constructor(at = Number.POSITIVE_INFINITY) {
    this.#at = at
  }

  get blown(): boolean {
    return this.calls >= this.#at
  }

  /** Passes one call of a client through. */
  async pass<T>(call: () => Promise<T>): Promise<T> {
    if (this.blown) throw new Killed('the instance is gone')
    const last = ++this.calls === this.#at
    const answer = await call()
    if (last) throw new Killed('carried out, but nobody heard of it')
    return answer
  }
}

/** Puts the fuse into an AWS client: every request goes through it. */
export function fused<Client extends { readonly middlewareStack: { add(...args: never[]): void } }>(
  client: Client,
  fuse: Fuse,
): Client {
  const stack = client.middlewareStack as unknown as {
    add(middleware: (next: Next) => Next, place: { step: 'initialize'; name: string; override: boolean }): void
  }
  stack.add((next) => (args) => fuse.pass(() => next(args)), { step: 'initialize', name: 'fuse', override: true })
  return client
}

type Next = (args: unknown) => Promise<unknown>
