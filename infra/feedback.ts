import { Duration } from 'aws-cdk-lib'
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { Bundles } from './bundles.ts'
import { ObligeFunction } from './function.ts'
import type { Keys } from './keys.ts'
import type { Store } from './store.ts'

type FeedbackProps = {
  readonly set: ConfigurationSet
  readonly keys: Keys
  readonly store: Store
  readonly bundles: Bundles
  /** Where lies what could not be noted in three tries: SES tells of a letter that came back once. */
  readonly deadLetters: Queue
}

/**
 * What becomes of our letters: SES tells the account's bus of those that came back for good, and of those that were called
 * spam (developer guide, "Monitoring using event publishing"). The rules pass on SES's id of the letter alone: an event also
 * holds the address and the subject.
 */
export class Feedback extends Construct {
  readonly function: ObligeFunction

  constructor(scope: Construct, id: string, { set, keys, store, bundles, deadLetters }: FeedbackProps) {
    super(scope, id)
    this.function = new ObligeFunction(this, 'Feedback', {
      does: 'Notes that a letter came back, or was called spam',
      bundle: bundles.of('feedback'),
      environment: { TABLE: store.requests.tableName },
      dataKey: keys.data,
      timeout: Duration.minutes(1),
    })
    this.function.function.configureAsyncInvoke({ onFailure: new SqsDestination(deadLetters), retryAttempts: 2 })
    store.letWork(this.function, ['S#'], 'GetItem')
    store.letWork(this.function, ['R#'], 'Query', 'PutItem', 'UpdateItem')
    store.letWriteBeside(this.function)
    store.letWork(this.function, ['M#'], 'UpdateItem')
    // SES publishes to the default bus and to no other.
    set.addEventDestination('Bus', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Default', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    })
    const target = (what: 'bounced' | 'complained') =>
      new LambdaFunction(this.function.function, {
        event: RuleTargetInput.fromObject({
          what,
          messageId: EventField.fromPath('$.detail.mail.messageId'),
          sentAt: EventField.fromPath('$.detail.mail.timestamp'),
        }),
      })
    const ofOurs = { mail: { tags: { 'ses:configuration-set': [set.configurationSetName] } } }
    new Rule(this, 'Bounced', {
      description: 'Letters that came back for good; a mailbox that is full or away is tried again by SES',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced'],
        detail: { ...ofOurs, bounce: { bounceType: ['Permanent'] } },
      },
      targets: [target('bounced')],
    })
    new Rule(this, 'Complained', {
      description: 'Letters that were called spam',
      eventPattern: { source: ['aws.ses'], detailType: ['Email Complaint Received'], detail: ofOurs },
      targets: [target('complained')],
    })
  }
}
