import { Duration } from 'aws-cdk-lib'
import { Dashboard, GraphWidget, type IMetric, SingleValueWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import { counted, type Watched } from './alarms.ts'

/** One dashboard: promises first, then machines, letters, pages and functions. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { api, workflows, outbox, inactivity, functions }: Watched) {
    super(scope, id)
    const sum = { statistic: Stats.SUM, period: Duration.hours(1) }
    const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 })
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          new SingleValueWidget({
            title: 'Promises',
            metrics: [counted('PromiseAtRisk'), counted('Overdue'), counted('FailingSystem')],
            width: 24,
            height: 4,
          }),
        ],
        [
          graph(
            'Erasures',
            workflows.erasure.metricStarted(sum),
            workflows.erasure.metricSucceeded(sum),
            workflows.erasure.metricFailed(sum),
          ),
          graph(
            'Restores',
            workflows.restore.metricStarted(sum),
            workflows.restore.metricSucceeded(sum),
            workflows.restore.metricFailed(sum),
          ),
        ],
        ...(inactivity
          ? [
              [
                graph(
                  'Rounds for accounts that nobody uses',
                  inactivity.machine.metricSucceeded(sum),
                  inactivity.machine.metricFailed(sum),
                ),
                graph('Unused accounts without an address', counted('NobodyToTell')),
              ],
            ]
          : []),
        [
          graph(
            'Requests and errors',
            api.api.metricCount(sum),
            api.api.metricClientError(sum),
            api.api.metricServerError(sum),
          ),
          graph(
            'Letters waiting',
            outbox.function.function.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: Duration.minutes(5) }),
            outbox.deadLetters.metricApproximateNumberOfMessagesVisible(),
          ),
        ],
        [
          graph(
            'Errors of functions',
            ...functions.map((one) => one.function.metricErrors({ ...sum, label: one.node.id })),
          ),
          graph(
            'Duration of functions',
            ...functions.map((one) => one.function.metricDuration({ label: one.node.id })),
          ),
        ],
      ],
    })
  }
}
