import type { TestOptions } from 'vitest'

/** A test that takes long and shows more of what a shorter one shows: `npm run test:all` runs it, `npm test` does not. */
export const long: TestOptions = { tags: ['long'] }
