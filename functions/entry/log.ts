import { Logger } from '@aws-lambda-powertools/logger'

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
