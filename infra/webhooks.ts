import { Duration } from 'aws-cdk-lib'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import { webhooks } from '../workflows/webhooks.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { machineOf } from './machine.ts'
import { secretArn } from './recipients.ts'
import type { Store } from './store.ts'

type WebhooksProps = {
  readonly hooks: NonNullable<Policy['webhooks']>
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
}

/** Programs of the company hear what becomes of requests: with the secrets of those that the policy names, and no others. */
export class Webhooks extends Construct {
  readonly function: ObligeFunction
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { hooks, keys, store, bundles }: WebhooksProps) {
    super(scope, id)
    this.function = new ObligeFunction(this, 'Call', {
      does: 'Calls a program of the company with what became of a request',
      bundle: bundles.of('webhook'),
      environment: { TABLE: store.requests.tableName },
      dataKey: keys.data,
      timeout: Duration.seconds(30),
    })
    store.letWork(this.function, ['R#'], 'Query')
    const secrets = [...new Set(Object.values(hooks).map(({ secret }) => secret))]
    this.function.allow(
      ['secretsmanager:GetSecretValue'],
      secrets.map((secret) => secretArn(this, secret)),
    )
    this.machine = machineOf(this, {
      name: 'webhooks',
      keys,
      story: (place) => webhooks(place, this.function.arn),
      calls: [this.function.arn],
    })
  }
}
