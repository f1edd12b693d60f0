import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { configureGlobal } from 'fast-check'
import { type Collected, testsOf } from './collected.ts'

/**
 * Runs the tests of domain/ for Stryker in one process that loads them once. Vitest starts a worker for each mutant, and
 * loading took twenty times what the tests do; a decision is data in, data out, so nothing stays behind in between, and
 * whether that is so is looked at after every mutant that was noticed.
 */
class DecisionsRunner implements TestRunner {
  static readonly inject = [] as const

  /** By `file#name`, in the order in which a mutant is likely to be noticed for the least. */
  private readonly tests = new Map<string, Collected>()
  private readonly took = new Map<string, number>()
  /** What noticed a mutant of a file: the next one there is likely to be noticed by the same. */
  private readonly noticed = new Map<string, Set<string>>()
  private readonly stryker = theSwitch()
  private mutants = 0
  private leftBehind = false

  /** A mutant is there only while tests run, so for none does anything have to be loaded again. */
  capabilities() {
    return { reloadEnvironment: true }
  }

  /** Before any mutant: what loading takes is not part of the time that one has. */
  async init(): Promise<void> {
    for (const file of globSync('test/domain/*.test.ts').toSorted()) {
      // Random lives by the thousand: what only chance notices is not noticed.
      if (/\/(model|ten-years)\.test\.ts$/.test(file)) continue
      const path = join(process.cwd(), file)
      for (const one of await testsOf(path, pathToFileURL(path).href)) this.tests.set(`${file}#${one.name}`, one)
    }
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = []
    for (const id of this.tests.keys()) {
      this.stryker.currentTestId = id
      tests.push(await this.run(id))
    }
    this.stryker.currentTestId = undefined
    const { mutantCoverage = { static: {}, perTest: {} } } = this.stryker
    return { status: DryRunStatus.Complete, tests, mutantCoverage }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    // Stryker answers a crash with a new process, and asks again.
    if (this.leftBehind) throw new Error('a mutant left something behind that another test notices')
    this.mutants += 1
    const { activeMutant, hitLimit, mutantActivation, testFilter } = options
    if (mutantActivation === 'static') throw new Error('everything is loaded by now, and was without the mutant')
    this.stryker.activeMutant = activeMutant.id
    this.stryker.hitCount = 0
    this.stryker.hitLimit = hitLimit
    const tests: TestResult[] = []
    const likely = this.noticed.get(activeMutant.fileName) ?? new Set()
    this.noticed.set(activeMutant.fileName, likely)
    for (const id of this.cheapestFirst(testFilter ?? [...this.tests.keys()], likely)) {
      const result = await this.run(id)
      tests.push(result)
      if (result.status !== TestStatus.Failed) continue
      likely.add(id)
      break
    }
    const tooOften = determineHitLimitReached(this.stryker.hitCount, hitLimit)
    this.stryker.activeMutant = undefined
    this.stryker.hitCount = undefined
    const last = tests.at(-1)
    if (last?.status === TestStatus.Failed) {
      this.leftBehind = (await this.run(last.id)).status === TestStatus.Failed
      // Then it may be an earlier mutant that the test noticed.
      if (this.leftBehind && this.mutants > 1) throw new Error(`${last.id} also fails without the mutant`)
    }
    return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests })
  }

  private cheapestFirst(ids: readonly string[], likely: ReadonlySet<string>): string[] {
    const cost = (id: string) => (this.took.get(id) ?? 0) / (likely.has(id) ? 1000 : 1)
    return ids.toSorted((a, b) => cost(a) - cost(b))
  }

  private async run(id: string): Promise<TestResult> {
    const one = this.tests.get(id)
    if (!one) throw new Error(`no test ${id}`)
    const from = performance.now()
    const told = () => ({ id, name: one.name, fileName: one.file, timeSpentMs: performance.now() - from })
    try {
      await one.body()
      if (!this.took.has(id)) this.took.set(id, performance.now() - from)
      return { ...told(), status: TestStatus.Success }
    } catch (error) {
      return { ...told(), status: TestStatus.Failed, failureMessage: String(error) }
    }
  }
}

/** Where the mutated code looks which mutant is meant, and counts what it passes. */
interface Switch {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: MutantCoverage
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

function theSwitch(): Switch {
  const everywhere = globalThis as { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: Switch }
  const there = everywhere[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {}
  everywhere[INSTRUMENTER_CONSTANTS.NAMESPACE] = there
  return there
}

// The same cases for every mutant, and none made smaller: that it fails is enough.
configureGlobal({ seed: 8, endOnFailure: true })

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' && !context.parentURL?.endsWith('/test/mutants/collected.ts')
      ? { url: new URL('collected.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'decisions', DecisionsRunner)]
