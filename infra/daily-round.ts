import { Duration, Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction, SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { CfnStateMachine, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { RoundInput } from '../functions/contract/tasks.ts'
import { dailyRound } from '../workflows/daily-round.ts'
import type { Anchors } from './anchors.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { machineOf } from './machine.ts'
import type { Mail } from './mail.ts'
import { accept } from './nag.ts'
import type { Store } from './store.ts'
import { machinesOf, type Workflows } from './workflows.ts'

type DailyRoundProps = {
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly workflows: Workflows
  readonly mail: Mail
  /** Mail comes in. */
  readonly mails: boolean
  readonly anchors: Anchors
}

/**
 * Once a day what should have happened by itself, and did not, is found and set going, the officer reads what comes near
 * its deadline, and the histories are anchored, and held against their anchors. It deletes nothing of anybody's. Letters that SES did not take, and machines that died, need not wait for the day.
 */
export class DailyRound extends Construct {
  readonly functions: readonly ObligeFunction[]
  readonly machine: StateMachine

  constructor(
    scope: Construct,
    id: string,
    { keys, store, bundles, workflows, mail, mails, anchors }: DailyRoundProps,
  ) {
    super(scope, id)
    const { environment, all } = machinesOf(workflows)
    // What recipients are told is not in the lifecycle: their machine is no request's.
    const carrying = all.filter((machine) => machine !== workflows.recipients)
    const sweep = new ObligeFunction(this, 'Sweep', {
      does: 'Starts again what died, and what has to be erased after an erasure',
      bundle: bundles.of('round'),
      environment: { TABLE: store.requests.tableName, ...environment },
      dataKey: keys.data,
      timeout: Duration.minutes(15),
    })
    store.letSearch(sweep, 'byDue')
    store.letSearch(sweep, 'byMove')
    store.letWork(sweep, ['R#'], 'GetItem', 'Query', 'PutItem', 'UpdateItem')
    store.letWriteBeside(sweep)
    // Of what it closes the files go that its person gave.
    store.letWork(sweep, ['E#'], 'Query', 'DeleteItem')
    if (mails) store.letWork(sweep, ['I#'], 'GetItem', 'PutItem', 'UpdateItem')
    store.letWork(sweep, ['L#'], 'UpdateItem', 'DeleteItem')
    store.letWork(sweep, ['B#'], 'GetItem', 'UpdateItem')
    const { region } = Stack.of(this)
    const executions = carrying.map(({ stateMachineName }) => executionsOf(this, stateMachineName))
    sweep.allow(['states:DescribeExecution'], executions)
    const named = (machine: StateMachine) => Stack.of(this).getLogicalId(machine.node.defaultChild as CfnStateMachine)
    for (const machine of carrying)
      accept(sweep.role, {
        [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${region}:<AWS::AccountId>:execution:<${named(machine)}.Name>:*]`]:
          'An execution is named after its request.',
      })

    const letter = new ObligeFunction(this, 'Letter', {
      does: 'Adds up the figures of the days, keeps the policy in force, and writes to the officer what comes near its deadline',
      bundle: bundles.of('daily-letter'),
      environment: { TABLE: store.requests.tableName, ...mail.environment },
      dataKey: keys.data,
      timeout: Duration.minutes(10),
    })
    store.letSearch(letter, 'byDue')
    store.letWork(letter, ['F#'], 'GetItem', 'Query', 'PutItem', 'UpdateItem')
    store.letWork(letter, ['H#replaced'], 'Query', 'DeleteItem')
    store.letWork(letter, ['V#'], 'Query', 'PutItem')
    store.letWork(letter, ['T#', 'S#'], 'PutItem')
    mail.letSend(letter)

    const anchor = new ObligeFunction(this, 'Anchor', {
      does: 'Signs what the histories of a day ended with, and puts it where nobody can take it back',
      bundle: bundles.of('anchor'),
      environment: {
        TABLE: store.requests.tableName,
        ANCHORS: anchors.bucket.bucketName,
        SIGNING_KEY: keys.signing.keyArn,
      },
      dataKey: keys.data,
      timeout: Duration.minutes(5),
    })
    store.letSearch(anchor, 'byDay')
    store.letWork(anchor, ['H#anchors'], 'GetItem', 'PutItem')
    anchor.allow(['kms:Sign', 'kms:GetPublicKey'], [keys.signing.keyArn])
    anchors.letAnchor(anchor)

    const compare = new ObligeFunction(this, 'Compare', {
      does: 'Holds histories against their anchors, and calls when one is not what it was',
      bundle: bundles.of('compare'),
      environment: { TABLE: store.requests.tableName, ANCHORS: anchors.bucket.bucketName },
      dataKey: keys.data,
      timeout: Duration.minutes(15),
    })
    store.letWork(compare, ['R#'], 'BatchGetItem')
    store.letWork(compare, ['H#replaced'], 'PutItem')
    anchors.letCompare(compare)
    this.functions = [sweep, letter, anchor, compare]

    this.machine = machineOf(this, {
      name: 'daily-round',
      story: (scope) =>
        dailyRound(scope, { round: sweep.arn, letter: letter.arn, anchor: anchor.arn, compare: compare.arn }),
      calls: [sweep.arn, letter.arn, anchor.arn, compare.arn],
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
    new Rule(this, 'Hourly', {
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [
        new LambdaFunction(sweep.function, {
          event: RuleTargetInput.fromObject({ v: 1, job: 'start-again', from: '' } satisfies RoundInput),
        }),
      ],
    })
  }
}

const executionsOf = (scope: Construct, machineName: string): string =>
  Stack.of(scope).formatArn({ service: 'states', resource: `execution:${machineName}:*` })
