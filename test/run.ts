/**
 * `npm test`: what must hold before a change is shared, the checks side by side, then the tests. With `--all`, which is
 * `npm run test:all`, also those that take long and show more of what a shorter one shows.
 */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { temporaryFolder } from './temporary.ts'

const house = join(import.meta.dirname, '..')
const tools = join(house, 'node_modules', '.bin')
const results = temporaryFolder()
const report = join(results, 'vitest.json')
process.env.TMPDIR = results

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  /** Those that were left out. */
  readonly numPendingTests: number
  readonly testResults: ReadonlyArray<{
    readonly status: 'passed' | 'failed'
    readonly assertionResults: ReadonlyArray<{ readonly status: string }>
  }>
}

requireJava()
const checks: ReadonlyArray<readonly [name: string, tool: string, ...args: string[]]> = [
  // TypeScript 7, in a third of the time of 6, which is there for what reads sources: it has no such API yet.
  ['types', 'node', 'node_modules/typescript-native/bin/tsc', '--noEmit'],
  ['lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['rules', 'depcruise', '--config', '.dependency-cruiser.cjs', '--no-progress', '.'],
  ['unused', 'knip', '--no-progress'],
]
// Side by side: each is busy on one core most of the time.
const checked = await Promise.all(checks.map(([name, tool, ...args]) => run(name, tool, args)))
if (!checked.every(({ ok }) => ok)) process.exit(1)
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const all = process.argv.includes('--all')
const tests = await run('tests', 'vitest', ['run', ...(all ? [] : ['--tags-filter=!long']), ...reporters])
const { passed, failed, leftOut } = counted(JSON.parse(readFileSync(report, 'utf8')) as Report)
const rest = leftOut > 0 ? `, ${leftOut} left out${all ? '' : ' that take long: `npm run test:all` runs them too'}` : ''
console.log(`${passed} passed, ${failed} failed${rest}`)
process.exit(tests.ok && failed === 0 && passed > 0 ? 0 : 1)

/** Runs one tool of node_modules with this house's own Node, its output going straight to the terminal. */
async function run(name: string, tool: string, args: readonly string[]): Promise<{ readonly ok: boolean }> {
  console.log(`${name}: ${tool} ${args.filter((arg) => !arg.includes(results)).join(' ')}`)
  const began = performance.now()
  const child = spawn(join(tools, tool), args, {
    cwd: house,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}` },
  })
  const ok = await new Promise<boolean>((resolve) => {
    child.once('close', (code) => resolve(code === 0))
    child.once('error', ({ message }) => {
      console.error(`${name}: ${message}; \`npm ci\` installs what is needed`)
      resolve(false)
    })
  })
  console.log(`${name}: ${ok ? 'fine' : 'failed'} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return { ok }
}

/** A file that could not even be loaded has no tests to count: it counts as one that failed. */
function counted({ numPassedTests, numFailedTests, numPendingTests, testResults }: Report): {
  passed: number
  failed: number
  leftOut: number
} {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, leftOut: numPendingTests }
}

/** DynamoDB Local is a Java program and asks for 17 (its page in the AWS developer guide). */
function requireJava(): void {
  const { stderr, error } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const major = error ? 0 : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0)
  if (major >= 17) return
  const found = major === 0 ? 'no Java was found' : `Java ${major} was found`
  console.error(
    `Java 17 or newer runs DynamoDB Local, but ${found}. Install one, e.g. \`apt install openjdk-17-jre-headless\`.`,
  )
  process.exit(1)
}
