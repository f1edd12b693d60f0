import { createRequire } from 'node:module'
import type { Code, Handler } from './bundle.ts'
import type { Dice } from './dice.ts'
import { Failed, Invocation } from './invocation.ts'
import { inside } from './taken-over.ts'
import type { Time } from './time.ts'
import { skewOf, type Weather } from './weather.ts'
import type { Wire } from './wire.ts'

const own = createRequire(import.meta.url)

/** Clients of the SDK that functions make, by package, and what each is called. */
const clients: Readonly<Record<string, readonly [name: string, service: string]>> = {
  '@aws-sdk/client-dynamodb': ['DynamoDBClient', 'dynamodb'],
  '@aws-sdk/client-kms': ['KMSClient', 'kms'],
  '@aws-sdk/client-ses': ['SESClient', 'ses'],
  '@aws-sdk/client-sfn': ['SFNClient', 'states'],
  '@aws-sdk/client-s3': ['S3Client', 's3'],
  '@aws-sdk/client-secrets-manager': ['SecretsManagerClient', 'secrets'],
}

export type FunctionSetting = {
  /** Folder of the bundle. */
  readonly bundle: string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
}
export type FunctionsSetting = {
  readonly time: Time
  readonly seed: Dice
  readonly wire: Wire
  readonly weather: () => Weather
  readonly settings: Readonly<Record<string, FunctionSetting>>
  readonly printed: (name: string, line: string) => void
}
type Environment = { readonly handler: Handler; readonly skewMs: number; readonly code: Code }

/** Lambda: environments that take one call at a time, go on with the next, and are gone when one dies in them. */
export class Functions {
  readonly #setting: FunctionsSetting
  readonly #idle = new Map<string, Environment[]>()
  readonly #calls = new Map<string, number>()
  readonly #packages: ReadonlyMap<string, unknown>
  #code: Code

  constructor(setting: FunctionsSetting, code: Code) {
    this.#setting = setting
    this.#code = code
    this.#packages = new Map(
      Object.entries(clients).map(([name, [client, service]]) => [name, here(name, client, service, setting.wire)]),
    )
  }

  /** New environments from now on; what is under way ends where it is. */
  redeploy(code: Code): void {
    this.#code = code
    this.#idle.clear()
  }

  get calls(): number {
    return [...this.#calls.values()].reduce((sum, one) => sum + one, 0)
  }

  /**
   * Calls a function. @param about names the stream of chance that it draws from: what happens to others changes nothing
   * @throws Failed with the name of the function's error
   */
  async invoke(name: string, event: unknown, about: string): Promise<unknown> {
    const setting = this.#setting.settings[name]
    if (!setting) throw new Failed('ResourceNotFoundException', `the simulation has no function ${name}`)
    const { time, seed, weather } = this.#setting
    const n = (this.#calls.get(`${name} ${about}`) ?? 0) + 1
    this.#calls.set(`${name} ${about}`, n)
    const dice = seed.named(`${name} ${about} ${n}`)
    const idle = this.#idle.get(name)?.pop()
    const skewMs = idle?.skewMs ?? skewOf(dice, weather().skewMs)
    const id = `${name}/${about}/${n}`
    const call = new Invocation(time, { name, id, dice, skewMs, timeoutMs: setting.timeoutMs })
    const context = {
      functionName: name,
      awsRequestId: id,
      getRemainingTimeInMillis: () => Math.max(0, call.ends - time.now()),
    }
    const code = idle?.code ?? this.#code
    let handler = idle?.handler
    const result = await call
      .run(async () => {
        handler ??= this.#started(name, setting, code)
        return handler(structuredClone(event), context)
      })
      .catch((error: unknown) => {
        // Only what died takes its environment with it.
        if (error instanceof Failed && /^(Runtime|Sandbox)\./.test(error.name)) handler = undefined
        throw error
      })
      .finally(() => {
        if (handler && code === this.#code) this.#keep(name, { handler, skewMs: call.skewMs, code })
      })
    return result === undefined ? null : JSON.parse(JSON.stringify(result))
  }

  #keep(name: string, environment: Environment): void {
    const idle = this.#idle.get(name) ?? []
    this.#idle.set(name, [...idle, environment])
  }

  #started(name: string, { env, bundle }: FunctionSetting, code: Code): Handler {
    return code({
      env: { ...env, AWS_REGION: 'eu-central-1', AWS_LAMBDA_FUNCTION_NAME: name },
      printed: (line) => inside.exit(() => this.#setting.printed(name, line)),
      packageOf: (wanted) => this.#packages.get(wanted),
    })(bundle)
  }
}

/** A package of the SDK whose client has the simulation as its network. */
function here(name: string, client: string, service: string, wire: Wire): unknown {
  const real = own(name) as Record<string, new (config: object) => object>
  const Real = real[client]
  if (!Real) throw new Error(`${name} has no ${client}`)
  const Here = class extends Real {
    constructor(config: object) {
      super({
        ...config,
        region: (config as { region?: string }).region ?? 'eu-central-1',
        credentials: { accessKeyId: 'SIMULATION', secretAccessKey: 'simulation' },
        ...(service === 's3' ? { forcePathStyle: true } : {}),
        requestHandler: wire.handlerOf(service),
        // A signature costs more than all the rest, and nobody looks at it here; nor at the SDK's own log.
        ...{ signer: { sign: async (request: object) => request }, logger: {} },
        // What the SDK would look up in files and in the environment.
        ...{ maxAttempts: 3, retryMode: 'standard', defaultsMode: 'legacy', useDualstackEndpoint: false },
        ...{ useFipsEndpoint: false, userAgentAppId: undefined },
      })
    }
  }
  return new Proxy(real, { get: (target, key) => (key === client ? Here : Reflect.get(target, key)) })
}
