import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { type Answer, endpoint } from '../entry/http.ts'
import { mailBehind } from '../ingest/shown.ts'

const client = new DynamoDBClient({})

/** The page of a mail that somebody of the company decides on. It changes nothing. */
export const handler = endpoint('show-mail', z.object({}), async ({ token, now }): Promise<Answer> => {
  const { view } = await mailBehind(token, client, now)
  return { status: 200, json: view, page: { kind: 'mail', mail: view, token } }
})
