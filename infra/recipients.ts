import { ArnFormat, Duration, Stack } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import type { Mail } from './mail.ts'
import type { Store } from './store.ts'

type RecipientsProps = {
  readonly policy: Policy
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly mail: Mail
}

/** The one function that calls out to third parties: with the secrets of those that the policy names, and no others. */
export class Recipients extends Construct {
  readonly function: ObligeFunction

  constructor(scope: Construct, id: string, { policy, keys, store, bundles, mail }: RecipientsProps) {
    super(scope, id)
    this.function = new ObligeFunction(this, 'PassOn', {
      does: 'Tells recipients what became of data that they hold, and asks whether they did the same',
      bundle: bundles.of('pass-on'),
      environment: { TABLE: store.requests.tableName, ...mail.environment },
      dataKey: keys.data,
      timeout: Duration.seconds(90),
    })
    store.letWork(this.function, ['R#'], 'Query', 'UpdateItem')
    store.letWork(this.function, ['N#'], 'GetItem', 'PutItem')
    store.letWork(this.function, ['T#', 'S#'], 'PutItem')
    mail.letSend(this.function)
    const secrets = [
      ...Object.values(policy.recipients).flatMap(({ told }) => (told && 'secret' in told ? [told.secret] : [])),
      ...(policy.processor ? [policy.processor.secret] : []),
    ]
    const arns = [...new Set(secrets)].map((secret) => secretArn(this, secret))
    if (arns.length > 0) this.function.allow(['secretsmanager:GetSecretValue'], arns)
  }
}

/** A secret by its name alone: Secrets Manager adds a hyphen and six characters to it in its ARN. */
export const secretArn = (scope: Construct, secret: string): string =>
  Stack.of(scope).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${secret}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
