import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Mailing } from '../../adapters/mailing.ts'
import { suppression } from '../../domain/mailing.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { subscriptionOf } from './page.ts'

const mailing = new Mailing(required('TABLE'), new DynamoDBClient({}))

/** The page of a link in one of the company's mails. It changes nothing: mail scanners follow links. */
export const handler = endpoint('mailing', z.object({}), async ({ token }): Promise<Answer> => {
  const { list, hash } = await subscriptionOf(token)
  const stopped = suppression(await mailing.marksOf(hash), list)
  return {
    status: 200,
    json: { list, suppressed: stopped !== undefined, ...(stopped ? { since: stopped.since } : {}) },
    page: { kind: 'mailing', list, token, ...(stopped ? { since: stopped.since } : {}) },
  }
})
