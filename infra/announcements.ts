import { Duration, Stack } from 'aws-cdk-lib'
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import { announcement } from '../workflows/announcement.ts'
import type { Api } from './api.ts'
import type { Bundles } from './bundles.ts'
import { CompanyRoutes } from './company-api.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { machineOf } from './machine.ts'
import type { Mail } from './mail.ts'
import type { Store } from './store.ts'

type AnnouncementsProps = {
  readonly policy: Policy
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  readonly mail: Mail
  readonly api: Api
}

/** N13: a change of the privacy notice is told by mail, and by a note that the company's site reads. */
export class Announcements extends Construct {
  readonly functions: readonly ObligeFunction[]
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { policy, keys, store, bundles, mail, api }: AnnouncementsProps) {
    super(scope, id)
    const table = { TABLE: store.requests.tableName }
    const tells = new ObligeFunction(this, 'Announce', {
      does: 'Tells account holders that the privacy notice changes, one slice a call',
      bundle: bundles.of('announce'),
      environment: { ...table, MAC_KEY: keys.mac.keyArn, ...mail.environment },
      dataKey: keys.data,
      timeout: Duration.minutes(5),
    })
    store.letWork(tells, ['C#'], 'GetItem', 'Query', 'UpdateItem')
    store.letWork(tells, ['M#'], 'BatchGetItem')
    store.letWork(tells, ['S#'], 'PutItem')
    tells.allow(['kms:GenerateMac'], [keys.mac.keyArn])
    const { directory } = policy
    tells.allow(
      ['dynamodb:Scan'],
      [Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: directory.table })],
    )
    mail.letSend(tells)

    this.machine = machineOf(this, {
      name: 'announcement',
      keys,
      story: (place) => announcement(place, tells.arn),
      calls: [tells.arn],
    })
    const takes = new ObligeFunction(this, 'Takes', {
      does: 'Takes a change of the privacy notice, and says how far it is announced',
      bundle: bundles.of('announcement'),
      environment: { ...table, ANNOUNCEMENT_MACHINE: this.machine.stateMachineArn },
      dataKey: keys.data,
      // An HTTP API gives up after 30 seconds.
      timeout: Duration.seconds(20),
      memory: 1024,
    })
    store.letWork(takes, ['C#'], 'Query', 'PutItem')
    takes.allow(['states:StartExecution'], [this.machine.stateMachineArn])
    new CompanyRoutes(this, 'Announcing', api, 'Announces a change of the privacy notice', [
      { method: HttpMethod.POST, path: '/announcement', function: takes, scope: 'act' },
      { method: HttpMethod.GET, path: '/announcement', function: takes, scope: 'read' },
    ])
    const shows = new ObligeFunction(this, 'PrivacyNotice', {
      does: 'Says which privacy notice holds, and what will change',
      bundle: bundles.of('privacy-notice'),
      environment: table,
      dataKey: keys.data,
      timeout: Duration.seconds(20),
      memory: 1024,
    })
    store.letWork(shows, ['C#'], 'Query')
    api.api.addRoutes({
      methods: [HttpMethod.GET],
      path: '/notice',
      integration: new HttpLambdaIntegration('privacy-notice', shows.function),
    })
    this.functions = [tells, takes, shows]
  }
}
