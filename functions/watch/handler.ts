import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { atRiskBy } from '../../domain/deadline.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { log } from '../entry/log.ts'
import { count } from '../entry/metric.ts'
import { task } from '../entry/task.ts'

const indexes = new Indexes(required('TABLE'), new DynamoDBClient({}))

/** Hourly: open requests whose promise is in danger are counted, so that a person knows before the promised instant. */
export const handler = task(
  'watch',
  z.object({}),
  async (_: object, now): Promise<{ atRisk: number; overdue: number }> => {
    const due = await indexes.openDueBy(atRiskBy(now, policy))
    for (const request of due) log({ what: 'promise at risk', reference: request.reference, outcome: request.status })
    const overdue = due.filter((request) => request.promisedBy <= (now as Instant)).length
    count('PromiseAtRisk', due.length)
    count('Overdue', overdue)
    return { atRisk: due.length, overdue }
  },
)
