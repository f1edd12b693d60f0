import { atPath } from './path.ts'

export type Retrier = {
  readonly ErrorEquals: readonly string[]
  readonly IntervalSeconds?: number
  readonly BackoffRate?: number
  readonly MaxAttempts?: number
  readonly MaxDelaySeconds?: number
}

/** A state of the Amazon States Language (JSONPath), as far as it is rewritten here. */
type State = {
  readonly Type: string
  readonly Resource?: string
  readonly Retry?: readonly Retrier[]
  readonly TimeoutSeconds?: number
  readonly Branches?: readonly Machine[]
  readonly Iterator?: Machine
  readonly ItemProcessor?: Machine
  readonly ItemReader?: unknown
  readonly QueryLanguage?: string
  readonly [field: string]: unknown
}
export type Machine = {
  readonly StartAt: string
  readonly States: Readonly<Record<string, State>>
  readonly TimeoutSeconds?: number
}

export type TaskPlan = {
  readonly kind: 'task'
  /** Function by ARN, or undefined when the input's FunctionName names it (`lambda:invoke`). */
  readonly functionArn?: string
  readonly retry: readonly Retrier[]
  readonly timeoutSeconds?: number
}
export type WaitPlan = { readonly kind: 'wait'; until(input: unknown, now: number): number }
export type Plan = TaskPlan | WaitPlan

/** Longest timer of JavaScript, in seconds: the interpreter sets one for each task, and ours never fires. */
const noTimeoutSeconds = 2_147_483

/**
 * The definition as the interpreter runs it: waits are tasks, and retries, timeouts and the context's names are ours,
 * so that all of them go by the local clock. Throws for what the local cloud does not do, naming the state.
 */
export function prepared(machine: Machine, context: unknown): { machine: Machine; plans: Map<string, Plan> } {
  const plans = new Map<string, Plan>()
  const states = (of: Machine): Machine => ({
    StartAt: of.StartAt,
    States: Object.fromEntries(Object.entries(of.States).map(([name, state]) => [name, rewrite(name, state)])),
  })
  const rewrite = (name: string, given: State): State => {
    const refuse = (what: string): never => {
      throw new Error(`the local cloud does not do ${what}, in state '${name}'`)
    }
    if (plans.has(name)) refuse('two states of one name')
    if (given.QueryLanguage === 'JSONata') refuse('JSONata')
    const state = withContext(given, context) as State
    const { Retry: retry, TimeoutSeconds: timeout, ...rest } = state
    switch (state.Type) {
      case 'Task':
        if (state.TimeoutSecondsPath || state.HeartbeatSeconds) refuse('TimeoutSecondsPath or HeartbeatSeconds')
        plans.set(name, {
          kind: 'task',
          retry: retry ?? [],
          ...functionOf(state.Resource ?? '', refuse),
          ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
        })
        return { ...rest, TimeoutSeconds: noTimeoutSeconds }
      case 'Wait': {
        const { Seconds, SecondsPath, Timestamp, TimestampPath, ...asTask } = rest
        plans.set(name, { kind: 'wait', until: untilOf({ Seconds, SecondsPath, Timestamp, TimestampPath }, name) })
        return { ...asTask, Type: 'Task', Resource: 'local:wait', TimeoutSeconds: noTimeoutSeconds }
      }
      case 'Parallel':
        if (retry) refuse('Retry of a Parallel state (put it on its tasks)')
        return { ...rest, Branches: (state.Branches ?? []).map(states) }
      case 'Map': {
        if (retry) refuse('Retry of a Map state (put it on its tasks)')
        if (state.ItemReader || state.ItemBatcher || state.ResultWriter)
          refuse('ItemReader, ItemBatcher or ResultWriter')
        const { Iterator, ItemProcessor, ...map } = rest
        const each = ItemProcessor ?? Iterator ?? refuse('a Map without ItemProcessor')
        return { ...map, Type: 'Map', ItemProcessor: states(each as Machine) }
      }
      default:
        return state
    }
  }
  return { machine: states(machine), plans }
}

function functionOf(resource: string, refuse: (what: string) => never): { functionArn?: string } {
  if (/^arn:[\w-]+:lambda:/.test(resource)) return { functionArn: resource }
  if (/^arn:[\w-]+:states:::lambda:invoke$/.test(resource)) return {}
  return refuse(`the resource ${resource}`)
}

type When = Readonly<Record<'Seconds' | 'SecondsPath' | 'Timestamp' | 'TimestampPath', unknown>>

function untilOf(when: When, name: string): WaitPlan['until'] {
  return (input, now) => {
    const { Seconds, SecondsPath, Timestamp, TimestampPath } = when
    const seconds = typeof SecondsPath === 'string' ? atPath(SecondsPath, input) : Seconds
    if (typeof seconds === 'number') return now + seconds * 1000
    const at = typeof TimestampPath === 'string' ? atPath(TimestampPath, input) : Timestamp
    const until = typeof at === 'string' ? Date.parse(at) : Number.NaN
    if (Number.isNaN(until))
      throw Object.assign(new Error(`'${name}' waits for no instant`), { name: 'States.Runtime' })
    // Step Functions reads a moment to its second (developer guide, "Wait").
    return Math.floor(until / 1000) * 1000
  }
}

/** Replaces `"x.$": "$$.Execution…"` and `"$$.StateMachine…"`: the interpreter's own start time is not the clock's. */
function withContext(value: unknown, context: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withContext(one, context))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const path =
        typeof inner === 'string' && /^\$\$\.(Execution|StateMachine)\b/.test(inner) ? inner.slice(1) : undefined
      if (path && key.endsWith('.$')) return [key.slice(0, -2), atPath(path, context) ?? null]
      return [key, withContext(inner, context)]
    }),
  )
}
