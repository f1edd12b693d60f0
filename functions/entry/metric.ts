import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'

const metrics = new Metrics({ namespace: 'Oblige', serviceName: 'oblige' })

/** Counts what alarms watch, in CloudWatch's embedded metric format; zero is counted too, so that an alarm can end. */
export function count(
  metric:
    | 'PromiseAtRisk'
    | 'FailingSystem'
    | 'Overdue'
    | 'Undelivered'
    | 'NobodyToTell'
    | 'StartedAgain'
    | 'MailsUnread'
    | 'HistoryReplaced',
  value: number,
): void {
  metrics.addMetric(metric, MetricUnit.Count, value)
  metrics.publishStoredMetrics()
}
