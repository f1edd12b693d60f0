import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { temporaryFolder } from './test/temporary.ts'

// Whatever the tests and their tools write for a while lies in one folder, which the run takes with it.
process.env.TMPDIR = temporaryFolder()

/** Tests with a house, a browser or a cloud of their own: each has a process of its own. */
const apart = [
  'test/cloud/**/*.test.ts',
  'test/demo/{office,tours}.test.ts',
  'test/local/{cloud,services}/**/*.test.ts',
  'test/web/browser.test.ts',
]
/** Tests that stand on the one DynamoDB Local of the run. */
const stores = ['test/adapters/**/*.test.ts', 'test/systems/**/*.test.ts', 'test/simulation/table.test.ts']

/** The long ones first, so that no worker is left with one at the end; those that wait for the same house apart. */
const first = [
  'test/cloud/whole.test.ts',
  'test/systems/postgresql.test.ts',
  'test/systems/s3.test.ts',
  'test/systems/dynamodb.test.ts',
  'test/systems/large.test.ts',
  'test/cloud/crashes.test.ts',
  'test/cloud/bad-days.test.ts',
  'test/web/browser.test.ts',
  'test/demo/office.test.ts',
]

/** Then room by room: files of one room mostly import the same. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = first.indexOf(relative(import.meta.dirname, moduleId))
      return at < 0 ? first.length : at
    }
    const project = ({ project: { name } }: TestSpecification) => ['apart', 'stores', 'light'].indexOf(name)
    return (await super.sort(files)).toSorted(
      (a, b) => place(a) - place(b) || project(a) - project(b) || (a.moduleId < b.moduleId ? -1 : 1),
    )
  }
}

/** PostgreSQL, 9 MB of WebAssembly, lives too briefly for what the optimising compiler would take. */
const brief = ['--single-threaded-gc', '--liftoff-only']

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default'],
    tags: [{ name: 'long', description: 'left out by `npm test`; `npm run test:all` runs it too', timeout: 480_000 }],
    // Where every core is busy, threads that help to collect garbage only get in the way: a tenth of a house's time.
    execArgv: ['--single-threaded-gc'],
    projects: [
      { extends: true, test: { name: 'apart', include: apart, execArgv: brief } },
      // These import much and leave nothing behind: files share a process, and what they import is loaded once.
      {
        extends: true,
        test: {
          ...{ name: 'stores', include: stores, isolate: false, execArgv: brief },
          globalSetup: 'test/adapters/one-store.ts',
        },
      },
      {
        extends: true,
        test: { name: 'light', include: ['test/**/*.test.ts'], exclude: [...apart, ...stores], isolate: false },
      },
    ],
  },
})
