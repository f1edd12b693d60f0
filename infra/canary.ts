import { Duration } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import type { Policy } from '../policy/schema.ts'
import { canary } from '../workflows/canary.ts'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import { machineOf } from './machine.ts'
import { canaryMails, type Mailbox } from './mailbox.ts'

type CanaryProps = {
  readonly policy: Policy
  readonly keys: Keys
  readonly bundles: Bundles
  readonly mailbox: Mailbox
}

/**
 * Once a day a synthetic person goes the way of everybody: the public form, the link in the mail, every system, and back. It
 * may read their mail and nothing else; what it does, it does by the pages.
 */
export class Canary extends Construct {
  readonly function: ObligeFunction
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, { policy, keys, bundles, mailbox }: CanaryProps) {
    super(scope, id)
    this.function = new ObligeFunction(this, 'Visitor', {
      does: 'Asks, confirms and takes back, as the synthetic person',
      bundle: bundles.of('canary'),
      environment: { SITE: policy.site, MAILS_BUCKET: mailbox.bucket.bucketName, MAILS_PREFIX: canaryMails },
      dataKey: keys.data,
      timeout: Duration.minutes(1),
    })
    mailbox.letReadOwn(this.function)
    this.machine = machineOf(this, {
      name: 'canary',
      story: (place) => canary(place, this.function.arn),
      calls: [this.function.arn],
      keys,
    })
    // Before people come, and after the nightly rounds.
    new Rule(this, 'Daily', {
      schedule: Schedule.cron({ minute: '40', hour: '3' }),
      targets: [
        new SfnStateMachine(this.machine, {
          input: RuleTargetInput.fromObject({ v: 1, reference: '', since: '' }),
          role: new Role(this, 'DailyRole', { assumedBy: new ServicePrincipal('events.amazonaws.com') }),
        }),
      ],
    })
  }
}
