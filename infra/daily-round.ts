import { Duration, Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { CfnStateMachine, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { dailyRound } from '../workflows/daily-round.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { machineOf } from './machine.ts'
import { accept } from './nag.ts'
import type { Store } from './store.ts'
import { machinesOf, type Workflows } from './workflows.ts'

type DailyRoundProps = {
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly workflows: Workflows
}

/** Once a day what should have happened by itself, and did not, is found and set going. It deletes nothing of anybody's. */
export class DailyRound extends Construct {
  readonly function: ObligeFunction
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { keys, store, bundles, workflows }: DailyRoundProps) {
    super(scope, id)
    const { environment, all } = machinesOf(workflows)
    // What recipients are told is not in the lifecycle: their machine is no request's.
    const carrying = all.filter((machine) => machine !== workflows.recipients)
    this.function = new ObligeFunction(this, 'Sweep', {
      does: 'Starts again what died, and what has to be erased after an erasure',
      bundle: bundles.of('round'),
      environment: { TABLE: store.requests.tableName, ...environment },
      dataKey: keys.data,
      timeout: Duration.minutes(15),
    })
    store.letSearch(this.function, 'byDue')
    store.letWork(this.function, ['R#'], 'GetItem', 'Query', 'PutItem', 'UpdateItem')
    store.letWork(this.function, ['L#'], 'UpdateItem', 'DeleteItem')
    store.letWork(this.function, ['B#'], 'GetItem', 'UpdateItem')
    const { region } = Stack.of(this)
    const executions = carrying.map(({ stateMachineName }) => executionsOf(this, stateMachineName))
    this.function.allow(['states:DescribeExecution'], executions)
    const named = (machine: StateMachine) => Stack.of(this).getLogicalId(machine.node.defaultChild as CfnStateMachine)
    for (const machine of carrying)
      accept(this.function.role, {
        [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${region}:<AWS::AccountId>:execution:<${named(machine)}.Name>:*]`]:
          'An execution is named after its request.',
      })

    this.machine = machineOf(this, {
      name: 'daily-round',
      story: (scope) => dailyRound(scope, this.function.arn),
      calls: [this.function.arn],
      keys,
    })
    // Early in the morning, when systems rest and people have the day before them.
    new Rule(this, 'Daily', {
      schedule: Schedule.cron({ minute: '10', hour: '3' }),
      targets: [
        new SfnStateMachine(this.machine, {
          input: RuleTargetInput.fromObject({ v: 1, from: '' }),
          role: new Role(this, 'DailyRole', { assumedBy: new ServicePrincipal('events.amazonaws.com') }),
        }),
      ],
    })
  }
}

const executionsOf = (scope: Construct, machineName: string): string =>
  Stack.of(scope).formatArn({ service: 'states', resource: `execution:${machineName}:*` })
