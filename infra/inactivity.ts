import { Duration, Stack } from 'aws-cdk-lib'
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import { inactivity } from '../workflows/inactivity.ts'
import type { Api } from './api.ts'
import type { Bundles } from './bundles.ts'
import { CompanyRoutes } from './company-api.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { machineOf } from './machine.ts'
import type { Store } from './store.ts'

type InactivityProps = {
  readonly policy: Policy
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly api: Api
}

/** N6: hears when accounts are used, and looks every day for those that nobody uses. */
export class Inactivity extends Construct {
  readonly functions: readonly ObligeFunction[]
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { policy, keys, store, bundles, api }: InactivityProps) {
    super(scope, id)
    const environment = { TABLE: store.requests.tableName, MAC_KEY: keys.mac.keyArn }
    const hears = new ObligeFunction(this, 'Activity', {
      does: 'Notes when accounts were used',
      bundle: bundles.of('activity'),
      environment,
      dataKey: keys.data,
      // An HTTP API gives up after 30 seconds.
      timeout: Duration.seconds(25),
      memory: 1024,
    })
    new CompanyRoutes(this, 'Use', api.api, 'Says when accounts were used', [
      { method: HttpMethod.POST, path: '/company/activity', function: hears },
    ])
    const looks = new ObligeFunction(this, 'Round', {
      does: 'Schedules the removal of accounts that nobody uses, one slice a call',
      bundle: bundles.of('inactivity'),
      environment,
      dataKey: keys.data,
      timeout: Duration.minutes(5),
      memory: 1024,
    })
    for (const one of [hears, looks]) {
      one.allow(['kms:GenerateMac'], [keys.mac.keyArn])
      store.letWork(one, ['A#'], 'BatchGetItem', 'UpdateItem')
      store.letWork(one, ['R#'], 'PutItem')
    }
    store.letWork(hears, ['R#'], 'GetItem')
    store.letWork(looks, ['A#'], 'GetItem', 'DeleteItem')
    store.letWork(looks, ['P#'], 'Query', 'PutItem')
    store.letCount(looks)
    store.letSearch(looks, 'byIdleOn')
    const { directory } = policy
    const table = Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: directory.table })
    looks.allow(['dynamodb:GetItem'], [table])
    looks.allow(['dynamodb:Query'], [`${table}/index/${directory.index}`])
    this.functions = [hears, looks]

    this.machine = machineOf(this, {
      name: 'inactivity',
      keys,
      story: (place) => inactivity(place, looks.arn),
      calls: [looks.arn],
    })
    new Rule(this, 'Daily', {
      // In the morning of Europe and before that of America: letters that ask for something come by day.
      schedule: Schedule.cron({ minute: '0', hour: '8' }),
      targets: [new SfnStateMachine(this.machine, { input: RuleTargetInput.fromObject({ v: 1 }) })],
    })
  }
}
