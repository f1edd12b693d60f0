import type { Cloud } from './cloud.ts'
import type { Time } from './time.ts'

export type Page = { readonly status: number; readonly json: Readonly<Record<string, unknown>> }

const hour = 3_600_000
/** How often somebody tries again whose page did not come. */
const mostTries = 40

/** Somebody at a browser: a page that does not come is loaded again, until it does or they are tired of it. */
export class Pages {
  readonly #cloud: Cloud
  readonly #time: Time

  constructor(cloud: Cloud, time: Time) {
    this.#cloud = cloud
    this.#time = time
  }

  /** @param about whose stream of chance it is; what is only looked at is not loaded again */
  async press(
    about: string,
    name: string,
    method: string,
    token: string,
    body: object = {},
  ): Promise<Page | undefined> {
    for (let n = 0; n < mostTries; n++) {
      const answer = await this.#cloud.functions
        .invoke(name, eventOf(method, token, body), about)
        .then(pageOf, () => undefined)
      if (answer && answer.status < 500) return answer
      if (method === 'GET') return undefined
      await new Promise<void>((go) => this.#time.in(Math.min(6 * hour, 5_000 * 2 ** n), 'tries again', go))
    }
    return undefined
  }
}

const eventOf = (method: string, token: string, body: object) => ({
  version: '2.0',
  requestContext: { http: { method } },
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  pathParameters: { token },
  body: JSON.stringify(body),
  isBase64Encoded: false,
})

function pageOf(answer: unknown): Page {
  const { statusCode, body } = answer as { readonly statusCode: number; readonly body: string }
  return { status: statusCode, json: JSON.parse(body || '{}') as Page['json'] }
}
