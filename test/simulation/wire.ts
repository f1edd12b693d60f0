import { Invocation } from './invocation.ts'
import { inside } from './taken-over.ts'
import { type Fate, fateOf, skewOf, type Weather } from './weather.ts'

/** What a client of the SDK sends, as far as services here look at it. */
export type HttpRequest = {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What a service answered. */
export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Uint8Array | ReadableBody
}
type ReadableBody = NodeJS.ReadableStream
export type Asked = {
  readonly service: string
  readonly operation: string
  readonly request: HttpRequest
  readonly by: Invocation
}

type Services = Readonly<Record<string, Service>>
export type Service = {
  /** What a request asks for. */
  operationOf(request: HttpRequest): string
  /** @throws only for what the simulation does not know */
  handle(asked: Asked): Answer | Promise<Answer>
  /** An answer that is an error, in the service's own form. */
  error(status: number, name: string): Answer
  readonly throttled: string
}

export type WireSetting = {
  readonly services: () => Services
  readonly weather: () => Weather
  readonly isSore: (name: string, nth: number) => boolean
  /** Whether what a call is about is away now: it is refused as a closed port would. */
  readonly isAway: (asked: Asked) => boolean
  readonly began: (asked: Asked) => void
  /** Everything that was asked, and what became of it. */
  readonly heard: (asked: Asked, fate: Fate | 'away', answer: Answer | undefined) => void
}

/** How long a call of a service takes, in ms: mostly a few, sometimes much more. */
const tookMs = (by: Invocation): number => Math.ceil(1 + 8 * by.dice.next() ** 3 + (by.dice.chance(0.01) ? 300 : 0))

/** The requestHandler of every client of the SDK: serialisation, signing and retries before it are the SDK's own. */
export class Wire {
  readonly #setting: WireSetting

  constructor(setting: WireSetting) {
    this.#setting = setting
  }

  /** What a client of a service is given. */
  handlerOf(service: string) {
    return {
      handle: async (request: HttpRequest) => ({ response: await this.#carry(service, request) }),
      updateHttpClientConfig: () => undefined,
      httpHandlerConfigs: () => ({}),
      destroy: () => undefined,
    }
  }

  async #carry(name: string, request: HttpRequest) {
    const by = inside.getStore()
    if (!(by instanceof Invocation)) throw new Error(`${name} was called outside of a function`)
    const service = this.#setting.services()[name]
    if (!service) throw new Error(`the simulation has no ${name}`)
    const asked: Asked = { service: name, operation: service.operationOf(request), request, by }
    by.calls++
    // A clock that is set right, or wrong, while somebody goes by it: also backwards.
    const { skewMs } = this.#setting.weather()
    if (skewMs > 0 && by.dice.chance(0.01)) by.skewMs = skewOf(by.dice, skewMs)
    const { weather, isSore } = this.#setting
    const fate = fateOf(by.dice, weather(), isSore(by.name, by.calls))
    const answer = await by.out(tookMs(by), () => this.#done(service, asked, fate))
    if (!answer) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    const { status: statusCode, headers = {}, body } = answer
    return { statusCode, headers, body }
  }

  /** Undefined when the connection broke. */
  async #done(service: Service, asked: Asked, fate: Fate): Promise<Answer | undefined> {
    const { began, heard, isAway } = this.#setting
    began(asked)
    if (isAway(asked)) {
      heard(asked, 'away', undefined)
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    }
    const isDone = fate === 'done' || fate.endsWith('after')
    if (fate === 'dies before') asked.by.die()
    const answer = isDone ? await service.handle(asked) : undefined
    heard(asked, fate, answer)
    switch (fate) {
      case 'done':
        return answer
      case 'dies after':
      case 'dies before':
        asked.by.die()
        return undefined
      case 'throttled':
        return service.error(400, service.throttled)
      case 'fails before':
      case 'fails after':
        return service.error(500, 'InternalServerError')
      default:
        return undefined
    }
  }
}
