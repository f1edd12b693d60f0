import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The long ones first, so that no worker is left with one at the end; those that wait for the same house apart. */
const first = [
  'test/cloud/crashes.test.ts',
  'test/systems/postgresql.test.ts',
  'test/web/browser.test.ts',
  'test/demo/office.test.ts',
  'test/cloud/bad-days.test.ts',
  'test/cloud/whole.test.ts',
  'test/systems/dynamodb.test.ts',
  'test/systems/s3.test.ts',
  'test/systems/large.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = first.indexOf(relative(import.meta.dirname, moduleId))
      return at < 0 ? first.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default'],
  },
})
