import { configDefaults, defineConfig } from 'vitest/config'

/** The decisions alone, as `npm run coverage` and `npm run mutants` want them (docs/tests.md). */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    // A branch that only chance reaches is not covered, and a mutant has not the time for random lives by the thousand.
    exclude: [...configDefaults.exclude, 'test/domain/model.test.ts', 'test/domain/ten-years.test.ts'],
    testTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['domain/**/*.ts'],
      exclude: ['domain/draw-lifecycle.ts', 'test/**'],
      reporter: ['text', 'json'],
      reportOnFailure: true,
      thresholds: { branches: 100 },
    },
  },
})
