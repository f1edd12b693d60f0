import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { TaskMetricsConfig } from 'aws-cdk-lib/aws-stepfunctions'
import {
  Choice,
  Condition,
  JsonPath,
  Parallel,
  Pass,
  Succeed,
  TaskStateBase,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { RoundInput } from '../functions/contract.ts'
import { shortly, sliceTimeout } from './patience.ts'

const jobs: Readonly<Record<RoundInput['job'], { readonly act: string; readonly done: string }>> = {
  'start-again': { act: 'Start again what died', done: 'Nothing dead' },
  kept: { act: 'Erase what no law asks to keep any longer', done: 'No longer kept' },
  'erase-again': { act: 'Erase again what a backup brought back', done: 'Nothing brought back' },
}

/** A slice of one job; its answer says where the next begins. */
class Job extends TaskStateBase {
  protected override readonly taskMetrics: TaskMetricsConfig = {}
  protected override readonly taskPolicies: PolicyStatement[] = []
  readonly #call: unknown

  constructor(scope: Construct, name: string, functionArn: string, job: RoundInput['job']) {
    super(scope, name, { taskTimeout: Timeout.duration(sliceTimeout) })
    this.#call = { Resource: functionArn, Parameters: { 'v.$': '$.v', 'from.$': '$.from', job } }
  }

  protected override _renderTask(): unknown {
    return this.#call
  }
}

/**
 * The daily round: what should have happened by itself and did not, side by side, so that one job that fails holds up no
 * other. Each goes on where its last slice stopped; a day that was missed is made up for by the next.
 */
export function dailyRound(scope: Construct, functionArn: string): Parallel {
  const round = new Parallel(scope, 'The daily round', { resultPath: JsonPath.DISCARD })
  for (const [job, { act, done }] of Object.entries(jobs) as ReadonlyArray<
    [RoundInput['job'], (typeof jobs)[RoundInput['job']]]
  >) {
    const slice = new Job(scope, act, functionArn, job)
    // The function's own alarm has called by then; tomorrow it is tried again.
    slice.addRetry(shortly).addCatch(new Pass(scope, `Not today: ${act}`), { resultPath: JsonPath.DISCARD })
    const isDone = new Choice(scope, `All seen? ${act}`)
    slice.next(isDone.when(Condition.booleanEquals('$.done', true), new Succeed(scope, done)).otherwise(slice))
    round.branch(slice)
  }
  return round
}
