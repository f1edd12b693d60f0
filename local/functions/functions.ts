import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Clock } from '../clock/clock.ts'
import { FunctionFailed, Instance } from './instance.ts'
import { metricsIn } from './metrics.ts'

/** A Lambda function of the template, its properties resolved. */
export type LambdaFunction = {
  readonly name: string
  readonly arn: string
  /** Folder of the bundle, as an asset of the synthesized app. */
  readonly asset: string
  /** As Lambda's Handler: file.export. */
  readonly handler: string
  readonly environment: Readonly<Record<string, string>>
  readonly memoryMb: number
  readonly timeoutSeconds: number
}

export type FunctionsSetting = {
  readonly clock: Clock
  readonly logs: string
  readonly functions: readonly LambdaFunction[]
  /** What every worker gets besides the template's environment: endpoint, region, and its own access key. */
  environmentOf(of: LambdaFunction): Record<string, string>
}

/** Parallel workers of one function; more calls wait their turn. */
const poolSize = 4

type Pool = { readonly idle: Instance[]; all: number; readonly queue: Array<() => void> }

/** All functions of the template, started at their first call. */
export class Functions {
  readonly #setting: FunctionsSetting
  readonly #byName = new Map<string, LambdaFunction>()
  readonly #pools = new Map<string, Pool>()
  readonly #running = new Map<Instance, string>()
  /** Invocations by function name since the start. */
  readonly counts = new Map<string, number>()
  /** What functions counted in CloudWatch's embedded metric format since the start, summed by metric. */
  readonly metrics = new Map<string, number>()
  #stopped = false

  constructor(setting: FunctionsSetting) {
    this.#setting = setting
    mkdirSync(setting.logs, { recursive: true })
    for (const one of setting.functions) this.#byName.set(one.name, one)
  }

  /** Whether the ARN (qualified or not) or name is one of the template's. */
  knows(arnOrName: string): boolean {
    return this.#byName.has(nameOf(arnOrName))
  }

  /**
   * Throws FunctionFailed with Lambda's errorType and errorMessage.
   *
   * @param begins called when a worker is free for it: until then it waits its turn
   */
  async invoke(arnOrName: string, payload: unknown, begins?: () => void): Promise<unknown> {
    const of = this.#byName.get(nameOf(arnOrName))
    if (!of) throw notFound(arnOrName)
    return await this.#setting.clock.during(`function ${of.name}`, async () => {
      const instance = await this.#take(of)
      begins?.()
      this.counts.set(of.name, (this.counts.get(of.name) ?? 0) + 1)
      try {
        // Through JSON, as Lambda does: undefined, dates and the like do not arrive.
        return await instance.invoke(JSON.parse(JSON.stringify(payload ?? null)), of.timeoutSeconds * 1000)
      } finally {
        this.#giveBack(of, instance)
      }
    })
  }

  /** Ends every worker of the function that is busy, as a crash would; each caller sees Runtime.ExitError. Answers how many. */
  async kill(arnOrName: string): Promise<number> {
    const busy = [...this.#running].filter(([one, name]) => name === nameOf(arnOrName) && one.busy)
    await Promise.all(busy.map(([one]) => one.stop()))
    return busy.length
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([...this.#running.keys()].map((instance) => instance.stop()))
  }

  async #take(of: LambdaFunction): Promise<Instance> {
    const pool = this.#pool(of)
    for (;;) {
      if (this.#stopped) throw new Error('the local cloud has stopped')
      const idle = pool.idle.pop()
      if (idle && !idle.dead) return idle
      if (idle) this.#forget(pool, idle)
      else if (pool.all < poolSize) {
        pool.all++
        const instance = this.#start(of)
        this.#running.set(instance, of.name)
        return instance
      } else await new Promise<void>((resolve) => pool.queue.push(resolve))
    }
  }

  #giveBack(of: LambdaFunction, instance: Instance): void {
    const pool = this.#pool(of)
    if (instance.dead) this.#forget(pool, instance)
    else pool.idle.push(instance)
    pool.queue.shift()?.()
  }

  #forget(pool: Pool, instance: Instance): void {
    pool.all--
    this.#running.delete(instance)
  }

  #start(of: LambdaFunction): Instance {
    const dot = of.handler.lastIndexOf('.')
    return new Instance(
      {
        functionName: of.name,
        functionArn: of.arn,
        memoryMb: of.memoryMb,
        module: pathToFileURL(moduleFile(of.asset, of.handler.slice(0, dot))).href,
        handler: of.handler.slice(dot + 1),
        offset: this.#setting.clock.shared,
      },
      {
        ...of.environment,
        ...this.#setting.environmentOf(of),
        AWS_LAMBDA_FUNCTION_NAME: of.name,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(of.memoryMb),
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        _HANDLER: of.handler,
        TZ: ':UTC',
      },
      join(this.#setting.logs, `${of.name}.log`),
      (line) => this.#measured(line),
    )
  }

  #measured(line: string): void {
    for (const [metric, value] of metricsIn(line)) this.metrics.set(metric, (this.metrics.get(metric) ?? 0) + value)
  }

  #pool(of: LambdaFunction): Pool {
    const known = this.#pools.get(of.name)
    if (known) return known
    const pool: Pool = { idle: [], all: 0, queue: [] }
    this.#pools.set(of.name, pool)
    return pool
  }
}

/** `arn:aws:lambda:region:account:function:NAME[:qualifier]` or the name itself. */
function nameOf(arnOrName: string): string {
  return arnOrName.startsWith('arn:') ? (arnOrName.split(':')[6] ?? '') : (arnOrName.split(':')[0] ?? '')
}

const notFound = (name: string) =>
  new FunctionFailed({ errorType: 'Lambda.ResourceNotFoundException', errorMessage: `no function ${name}`, trace: [] })

function moduleFile(asset: string, file: string): string {
  for (const ending of ['.mjs', '.js', '.cjs'])
    if (existsSync(join(asset, file + ending))) return join(asset, file + ending)
  const found = existsSync(asset) ? readdirSync(asset).join(', ') : 'no such folder'
  throw new Error(`no ${file}.mjs in ${asset}: ${found}`)
}
