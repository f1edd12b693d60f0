import { randomUUID } from 'node:crypto'
import type { Execution } from './execution.ts'
import { type Machines, StatesError } from './machines.ts'

type Call = Readonly<Record<string, unknown>>

/**
 * Step Functions' API (AWS JSON 1.0) as far as the product and its tests call it. Throws StatesError with the
 * service's error name.
 */
export function statesCall(machines: Machines, action: string, call: Call): unknown {
  switch (action) {
    case 'StartExecution': {
      const name = call.name === undefined ? randomUUID() : text(call, 'name')
      const input = call.input === undefined ? '{}' : text(call, 'input')
      const execution = machines.start(text(call, 'stateMachineArn'), name, input)
      return { executionArn: execution.arn, startDate: seconds(execution.started.at) }
    }
    case 'DescribeExecution': {
      const { started, ended, ...execution } = described(machines.get(text(call, 'executionArn')))
      return {
        ...execution,
        input: started.input,
        inputDetails: { included: true },
        ...(ended?.output === undefined ? {} : { output: ended.output, outputDetails: { included: true } }),
        ...(ended?.error === undefined ? {} : { error: ended.error }),
        ...(ended?.cause === undefined ? {} : { cause: ended.cause }),
      }
    }
    case 'ListExecutions': {
      const executions = machines
        .all()
        .filter((execution) => execution.started.machineArn === call.stateMachineArn)
        .map(described)
        .filter(({ status }) => call.statusFilter === undefined || status === call.statusFilter)
        .map(({ started, ended, ...execution }) => execution)
      return { executions: executions.toReversed() }
    }
    case 'StopExecution': {
      const execution = machines.get(text(call, 'executionArn'))
      execution.stop('ABORTED', optional(call.error), optional(call.cause))
      return { stopDate: seconds(execution.ended?.at ?? execution.started.at) }
    }
    default:
      throw new StatesError('UnknownOperationException', `the local cloud does not do ${action}`)
  }
}

function described(execution: Execution) {
  const { started, ended, arn } = execution
  return {
    executionArn: arn,
    stateMachineArn: started.machineArn,
    name: started.name,
    status: ended?.status ?? 'RUNNING',
    startDate: seconds(started.at),
    ...(ended ? { stopDate: seconds(ended.at) } : {}),
    started,
    ended,
  }
}

const seconds = (instant: string) => Date.parse(instant) / 1000
const optional = (value: unknown) => (typeof value === 'string' ? value : undefined)

function text(call: Call, field: string): string {
  const value = call[field]
  if (typeof value !== 'string') throw new StatesError('ValidationException', `${field} is missing`)
  return value
}
