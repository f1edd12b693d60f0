import middy from '@middy/core'
import * as z from 'zod/mini'
import { type Instant, instant } from '../../domain/time.ts'
import { log, logError } from './log.ts'

export const machineInput = { v: z.literal(1), reference: z.string().check(z.regex(/^OB-[0-9A-Z]{4}-[0-9A-Z]{4}$/)) }

/**
 * A state machine's task: parsed input, one line in the log, and errors that carry their name but no message,
 * because Step Functions keeps messages readable for 90 days.
 */
export function task<Input extends { reference?: string; event?: string; verb?: string }, Output>(
  what: string,
  shape: z.ZodMiniType<Input>,
  run: (input: Input, now: Instant, call: { readonly id: string; readonly remaining: () => number }) => Promise<Output>,
) {
  return middy(
    async (raw: unknown, context: { awsRequestId: string; getRemainingTimeInMillis(): number }): Promise<Output> => {
      const started = Date.now()
      const input = shape.parse(raw)
      const line = {
        what,
        ...(input.reference ? { reference: input.reference } : {}),
        event: input.event ?? input.verb ?? what,
      }
      try {
        const output = await run(input, instant(started), {
          id: context.awsRequestId,
          remaining: () => context.getRemainingTimeInMillis(),
        })
        log({ ...line, outcome: 'done', ms: Date.now() - started })
        return output
      } catch (error) {
        logError(error, { ...line, outcome: 'failed', ms: Date.now() - started })
        throw withoutMessage(error)
      }
    },
  )
}

function withoutMessage(error: unknown): Error {
  const bare = new Error('see the log under the reference')
  bare.name = error instanceof Error ? error.name : 'Error'
  return bare
}
