import middy, { type MiddlewareObj } from '@middy/core'
import * as z from 'zod/mini'
import { isReference } from '../../domain/reference.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { inTheLog } from './log.ts'

export const machineInput = { v: z.literal(1), reference: z.string().check(z.regex(/^OB-[0-9A-Z]{4}-[0-9A-Z]{4}$/)) }

type TaskContext = { awsRequestId: string; getRemainingTimeInMillis(): number }

/** A state machine's task: parsed input, one line in the log, and errors that say no more than their name. */
export function task<Input, Output>(
  what: string,
  shape: z.ZodMiniType<Input>,
  run: (input: Input, now: Instant, call: { readonly id: string; readonly remaining: () => number }) => Promise<Output>,
): (input: unknown, context: TaskContext) => Promise<Output> {
  const said = (event: unknown) => {
    const { reference, ...rest } = (event ?? {}) as { reference?: unknown; event?: unknown; verb?: unknown }
    const named = rest.event ?? rest.verb
    return {
      ...(typeof reference === 'string' && isReference(reference) ? { reference } : {}),
      event: typeof named === 'string' ? named.slice(0, 40) : what,
    }
  }
  return middy()
    .use(namesOnly())
    .use(inTheLog(what, said))
    .handler(async (raw: unknown, context: TaskContext) =>
      run(shape.parse(raw), instant(Date.now()), {
        id: context.awsRequestId,
        remaining: () => context.getRemainingTimeInMillis(),
      }),
    ) as unknown as (input: unknown, context: TaskContext) => Promise<Output>
}

/** Middleware: an error keeps its name and loses its message, because Step Functions keeps messages readable for 90 days. */
export function namesOnly(): MiddlewareObj<unknown, unknown, Error> {
  return {
    onError: (request) => {
      const bare = new Error('see the log under the reference')
      bare.name = request.error instanceof Error ? request.error.name : 'Error'
      request.error = bare
    },
  }
}
