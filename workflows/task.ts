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
  /** It is about no request: the function gets the version and no reference. */
  readonly alone?: boolean
  /** Longer than the function's own timeout, which gives the better error. */
  readonly within: Duration
}

/**
 * A call of one function, its result as it is (no envelope). The function gets the version and the reference of the
 * machine's input and what `asks` adds: see functions/contract.ts.
 */
export class Task extends TaskStateBase {
  protected override readonly taskMetrics: TaskMetricsConfig = {}
  /** The machine's role is given its permissions where it is placed. */
  protected override readonly taskPolicies: PolicyStatement[] = []
  readonly #call: { readonly Resource: string; readonly Parameters: Readonly<Record<string, string>> }

  constructor(scope: Construct, name: string, { functionArn, asks, alone = false, within, ...rest }: TaskProps) {
    super(scope, name, { ...rest, taskTimeout: Timeout.duration(within) })
    this.#call = {
      Resource: functionArn,
      Parameters: { 'v.$': '$.v', ...(alone ? {} : { 'reference.$': '$.reference' }), ...asks },
    }
  }

  protected override _renderTask(): unknown {
    return this.#call
  }
}
