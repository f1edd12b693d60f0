import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import { type Answer, endpoint, Refused } from '../entry/http.ts'
import { linked } from '../entry/link.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

const certificate = endpoint('certificate', z.object({}), async ({ token, now }): Promise<Answer> => {
  const { token: link, whole } = await linked(token, requests, now)
  if (link.purpose !== 'manage' || !whole.certificate) {
    throw new Refused({ status: 404, json: { error: 'no-certificate' }, page: { kind: 'link-unknown' } })
  }
  return { status: 200, json: JSON.parse(whole.certificate), page: { kind: 'link-unknown' } }
})

/** The signed certificate as a file, for browsers and programs alike. */
export const handler = middy(
  async (event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> => {
    const answer = await certificate({ ...event, headers: { ...event.headers, accept: 'application/json' } }, context)
    if (answer.statusCode !== 200) return answer
    const pretty = JSON.stringify(JSON.parse(answer.body ?? '{}'), null, 2)
    return {
      ...answer,
      body: pretty,
      headers: { ...answer.headers, 'content-disposition': 'attachment; filename="certificate.json"' },
    }
  },
)
