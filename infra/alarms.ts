import { Duration, Stack } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { lettersLeave } from '../workflows/patience.ts'
import type { Announcements } from './announcements.ts'
import type { Api } from './api.ts'
import type { Canary } from './canary.ts'
import type { Company } from './company.ts'
import type { DailyRound } from './daily-round.ts'
import type { Desk } from './desk.ts'
import type { ObligeFunction } from './function.ts'
import type { Inactivity } from './inactivity.ts'
import type { Keys } from './keys.ts'
import type { Mailbox } from './mailbox.ts'
import type { Outbox } from './outbox.ts'
import type { Watch } from './watch.ts'
import type { Webhooks } from './webhooks.ts'
import type { Workflows } from './workflows.ts'

export type Watched = {
  readonly api: Api
  readonly company: Company
  readonly desk?: Desk
  readonly workflows: Workflows
  readonly outbox: Outbox
  readonly mailbox?: Mailbox
  readonly watch: Watch
  readonly inactivity?: Inactivity
  readonly announcements?: Announcements
  readonly canary?: Canary
  readonly webhooks?: Webhooks
  readonly round: DailyRound
  readonly functions: readonly ObligeFunction[]
}

/** What functions count themselves (functions/entry/metric.ts). */
export const counted = (
  metricName:
    | 'PromiseAtRisk'
    | 'Overdue'
    | 'FailingSystem'
    | 'Undelivered'
    | 'NobodyToTell'
    | 'StartedAgain'
    | 'MailsUnread'
    | 'HistoryReplaced',
): Metric =>
  new Metric({
    namespace: 'Oblige',
    metricName,
    dimensionsMap: { service: 'oblige' },
    statistic: Stats.MAXIMUM,
    period: Duration.hours(1),
  })

/**
 * Functions that share an alarm: an alarm looks at 10 metrics at most (CloudWatch quotas), and each has two. One alarm for each
 * function would be 50 more of the 500 resources of a stack, and five dollars a month; the dashboard shows which one it is.
 */
const perAlarm = 5
const inGroups = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))

const endedBadly = (name: string, machine: StateMachine): MathExpression =>
  new MathExpression({
    expression: 'failed + timedOut + aborted',
    label: `${name} machines that did not end well`,
    usingMetrics: {
      failed: machine.metricFailed(),
      timedOut: machine.metricTimedOut(),
      aborted: machine.metricAborted(),
    },
    period: Duration.minutes(5),
  })

/** Whatever needs a person goes to the policy's address for alarms, before a promise is broken rather than after. */
export class Alarms extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, watched: Watched & { readonly keys: Keys; readonly address: string }) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { masterKey: watched.keys.data, enforceSSL: true })
    // A policy of one's own (TLS only) takes the place of the one that lets alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    this.topic.addSubscription(new EmailSubscription(watched.address))
    this.#promises()
    this.#machinery(watched)
  }

  #promises(): void {
    this.#above(
      0,
      'PromiseAtRisk',
      counted('PromiseAtRisk'),
      'An open request may not be finished by the promised instant.',
    )
    this.#above(0, 'Overdue', counted('Overdue'), 'The promised instant of an open request has passed.')
    this.#above(
      0,
      'StartedAgain',
      counted('StartedAgain'),
      'A round found a machine that died, or a letter or a start that could not be carried out, and set it going again.',
    )
    this.#above(0, 'FailingSystem', counted('FailingSystem'), 'A system did not do what was asked; it is asked again.')
    this.#above(
      0,
      'HistoryReplaced',
      counted('HistoryReplaced'),
      'The history of a request is not what its anchor says: somebody wrote it anew, or it is gone.',
    )
    this.#above(0, 'Undelivered', counted('Undelivered'), 'A letter that has to arrive came back for good.')
  }

  #machinery({
    api,
    company,
    desk,
    workflows,
    outbox,
    mailbox,
    watch,
    round,
    inactivity,
    announcements,
    canary,
    webhooks,
    functions,
  }: Watched): void {
    const minutes = (n: number) => ({ period: Duration.minutes(n) })
    this.#above(
      0,
      'DeadLetters',
      outbox.deadLetters.metricApproximateNumberOfMessagesVisible(minutes(5)),
      'A letter or a start of a machine could not be carried out for a day, or it was not noted that a letter came back.',
    )
    if (mailbox) {
      this.#above(
        0,
        'MailsWaiting',
        mailbox.deadLetters.metricApproximateNumberOfMessagesVisible(minutes(5)),
        'A mail that came in could not be taken; it waits in its bucket.',
      )
      this.#above(
        0,
        'MailsUnread',
        counted('MailsUnread'),
        'A mail that came in was read by nobody for an hour; it is read again every hour.',
      )
    }
    if (inactivity?.deadLetters)
      this.#above(
        0,
        'UsesLost',
        inactivity.deadLetters.metricApproximateNumberOfMessagesVisible(minutes(5)),
        'For a day it could not be noted that accounts were used.',
      )
    // An age in milliseconds; the stream forgets after 24 hours.
    this.#above(
      lettersLeave.toMilliseconds(),
      'OutboxBehind',
      outbox.function.function.metric('IteratorAge', { statistic: Stats.MAXIMUM, ...minutes(5) }),
      'Letters are late by more than 15 minutes.',
    )
    for (const [name, machine] of [
      ['Erasure', workflows.erasure],
      ['Restore', workflows.restore],
      ['Export', workflows.export],
      ['Restriction', workflows.restriction],
      ['Objection', workflows.objection],
      ['Identity', workflows.identity],
      ['Rectification', workflows.rectification],
      ['Recipients', workflows.recipients],
      ...(inactivity ? ([['Inactivity', inactivity.machine]] as const) : []),
      ...(announcements ? ([['Announcement', announcements.machine]] as const) : []),
      ...(webhooks ? ([['Webhooks', webhooks.machine]] as const) : []),
      ['ErasingAgain', workflows.erasingAgain],
      ['Disclosure', workflows.disclosure],
      ['DailyRound', round.machine],
    ] as const)
      this.#above(
        0,
        `${name}MachineEnded`,
        endedBadly(name, machine),
        'A machine ended in the middle of a request: start it again.',
      )
    if (canary) this.#tried(canary)
    this.#above(
      0,
      'ApiFails',
      api.api.metricServerError({ statistic: Stats.SUM, ...minutes(5) }),
      'A person saw an error page.',
    )
    // What the API calls shows as the error page that a person saw: an alarm for each would say the same twice.
    const behindApi = new Set([...api.functions, ...company.functions, ...(desk?.functions ?? [])])
    const watched = functions.filter((each) => !behindApi.has(each))
    for (const [n, some] of inGroups(watched, perAlarm).entries()) {
      const metrics = some.flatMap((one, i) => [
        [`errors${i}`, one.function.metricErrors()] as const,
        [`throttles${i}`, one.function.metricThrottles()] as const,
      ])
      const names = some.map(({ node }) => node.id).join(', ')
      const trouble = new MathExpression({
        expression: metrics.map(([name]) => name).join(' + '),
        label: 'errors and throttles',
        usingMetrics: Object.fromEntries(metrics),
        ...minutes(5),
      })
      this.#above(0, `Functions${n + 1}`, trouble, `One of these functions failed or was throttled: ${names}.`)
    }
    new Alarm(this, 'NobodyWatches', {
      alarmDescription: 'The hourly round for promises at risk does not run. What to do: docs/runbook.md.',
      metric: watch.function.function.metricInvocations({ statistic: Stats.SUM, period: Duration.hours(1) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }

  /** What the synthetic person was not given, a real one may not be given either; and so when it did not come at all. */
  #tried({ machine }: Canary): void {
    this.#above(
      0,
      'CanaryFailed',
      endedBadly('Canary', machine),
      'The synthetic person did not get what people are promised.',
    )
    new Alarm(this, 'CanaryMissing', {
      alarmDescription:
        'For more than a day no synthetic person got what people are promised. What to do: docs/runbook.md.',
      metric: machine.metricSucceeded({ statistic: Stats.SUM, period: Duration.hours(1) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      // A day, and the hours that one may take.
      evaluationPeriods: 28,
      treatMissingData: TreatMissingData.BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }

  #above(threshold: number, name: string, metric: IMetric, alarmDescription: string): void {
    new Alarm(this, name, {
      alarmDescription: `${alarmDescription} What to do: docs/runbook.md.`,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }
}
