import { Logger } from '@aws-lambda-powertools/logger'
import type { MiddlewareObj } from '@middy/core'
import { Refused } from './refused.ts'

const logger = new Logger({ serviceName: 'oblige' })

/** The only fields that a log line may hold: none of them is personal. */
export type Line = {
  readonly what: string
  readonly reference?: string
  readonly system?: string
  readonly event?: string
  readonly outcome?: string
  readonly status?: number
  readonly ms?: number
  readonly count?: number
}

export const log = (line: Line): void => logger.info(line.what, { ...line })

/** An error's name and where it came from. Its message stays out: a database quotes values in its messages. */
export function logError(error: unknown, line: Line): void {
  const known = error instanceof Error ? error : new Error('not an error')
  const frames = (known.stack ?? '')
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 8)
  const cause = known.cause instanceof Error ? known.cause.name : undefined
  logger.error(line.what, { ...line, error: known.name, ...(cause ? { cause } : {}), frames })
}

/**
 * Middleware: one line for each call, how it ended and how long it took, in ms. `more` picks what else may be said
 * of the event. Put it first: then it ends last, and sees what the others made of the answer.
 */
export function inTheLog<Event>(
  what: string,
  more: (event: Event) => Omit<Line, 'what'> = () => ({}),
): MiddlewareObj<Event, unknown, Error> {
  const started = new WeakMap<object, number>()
  const line = (request: { event: Event; internal: object; response: unknown }): Line => {
    const status = (request.response as { statusCode?: unknown } | null | undefined)?.statusCode
    const began = started.get(request.internal)
    return {
      what,
      ...more(request.event),
      ...(typeof status === 'number' ? { status } : {}),
      ...(began === undefined ? {} : { ms: Date.now() - began }),
    }
  }
  return {
    before: (request) => {
      started.set(request.internal, Date.now())
    },
    after: (request) => log({ ...line(request), outcome: 'done' }),
    onError: (request) =>
      request.error instanceof Refused
        ? log({ ...line(request), outcome: 'refused' })
        : logError(request.error, { ...line(request), outcome: 'failed' }),
  }
}
