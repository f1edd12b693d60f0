import { type TestOptions, test } from 'vitest'
import type { PromiseId } from '../policy/promises.ts'

/** A test that proves a promise of the notice: `npm run promises` lists it under the promise. */
export function promise(
  id: PromiseId,
  sentence: string,
  proof: () => void | Promise<void>,
  options: number | TestOptions = {},
): void {
  test(`${id}: ${sentence}`, typeof options === 'number' ? { timeout: options } : options, proof)
}
