import { Duration } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Construct } from 'constructs'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import type { Store } from './store.ts'

type WatchProps = { readonly keys: Keys; readonly store: Store; readonly bundles: Bundles }

/** Looks every hour for promises that are at risk, so that a person knows before the promised instant. */
export class Watch extends Construct {
  readonly function: ObligeFunction

  constructor(scope: Construct, id: string, { keys, store, bundles }: WatchProps) {
    super(scope, id)
    this.function = new ObligeFunction(this, 'Watch', {
      does: 'Counts promises that are at risk',
      bundle: bundles.of('watch'),
      environment: { TABLE: store.requests.tableName },
      dataKey: keys.data,
      timeout: Duration.minutes(5),
    })
    store.letSearch(this.function, 'byDue')
    new Rule(this, 'Hourly', {
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(this.function.function, { event: RuleTargetInput.fromObject({}) })],
    })
  }
}
