import { RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import {
  DefinitionBody,
  type IChainable,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Keys } from './keys.ts'
import { accept } from './nag.ts'

type MachineProps = {
  /** Lower case, one word. */
  readonly name: string
  readonly keys: Keys
  readonly story: (scope: Construct) => IChainable
  /** ARNs of the functions that it calls. */
  readonly calls: readonly string[]
}

/** A state machine that tells a story of workflows/, with a role that may call the functions of that story alone. */
export function machineOf(parent: Construct, { name, keys, story, calls }: MachineProps): StateMachine {
  const scope = new Construct(parent, `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...calls] }))
  accept(role, {
    'AwsSolutions-IAM5[Resource::*]': 'Delivery of logs and traces are actions that know no resource.',
  })
  const machine = new StateMachine(scope, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(story(scope)),
    stateMachineType: StateMachineType.STANDARD,
    role,
    tracingEnabled: true,
    // Without execution data: the reference is in the execution's name, and nothing else would be worth reading.
    logs: {
      level: LogLevel.ERROR,
      includeExecutionData: false,
      destination: new LogGroup(scope, 'Log', {
        logGroupName: `/aws/vendedlogs/states/oblige-${name}`,
        retention: RetentionDays.THREE_MONTHS,
        encryptionKey: keys.data,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    },
    // It holds sleepers: deleting it would end them.
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })
  accept(machine, {
    'AwsSolutions-SF1':
      'Errors are logged; the history of every execution is kept by Step Functions for 90 days anyway.',
  })
  return machine
}
