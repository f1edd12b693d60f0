import type { Duration } from 'aws-cdk-lib'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { type TaskMetricsConfig, TaskStateBase, type TaskStateBaseProps, Timeout } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'

/** What the stories call: ARNs of functions, by name. */
export type Tasks = {
  readonly advance: string
  readonly certify: string
  readonly package: string
  readonly passOn: string
  /** One for each system of the policy, by the system's name. */
  readonly systems: Readonly<Record<string, string>>
}

type TaskProps = Pick<TaskStateBaseProps, 'resultPath'> & {
  readonly functionArn: string
  /** What the function gets besides `v` and `reference`; never personal. */
  readonly asks?: Readonly<Record<string, string>>
  /** What it gets of the machine's state besides `v`; absent: the reference. */
  readonly takes?: readonly string[]
  /** Longer than the function's own timeout, which gives the better error. */
  readonly within: Duration
}

/**
 * A call of one function, its result as it is (no envelope). The function gets the version, what the task takes of the
 * machine's state, and what `asks` adds: see functions/contract/tasks.ts.
 */
export class Task extends TaskStateBase {
  protected override readonly taskMetrics: TaskMetricsConfig = {}
  /** The machine's role is given its permissions where it is placed. */
  protected override readonly taskPolicies: PolicyStatement[] = []
  readonly #call: { readonly Resource: string; readonly Parameters: Readonly<Record<string, string>> }

  constructor(
    scope: Construct,
    name: string,
    { functionArn, asks, takes = ['reference'], within, ...rest }: TaskProps,
  ) {
    super(scope, name, { ...rest, taskTimeout: Timeout.duration(within) })
    this.#call = {
      Resource: functionArn,
      Parameters: { ...Object.fromEntries(['v', ...takes].map((one) => [`${one}.$`, `$.${one}`])), ...asks },
    }
  }

  protected override _renderTask(): unknown {
    return this.#call
  }
}
