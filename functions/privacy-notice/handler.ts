import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { Announcements } from '../../adapters/announcements.ts'
import { required } from '../../adapters/environment.ts'
import { noticeOn } from '../../domain/announcement.ts'
import { dayOf, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { inTheLog } from '../entry/log.ts'

const announcements = new Announcements(required('TABLE'), new DynamoDBClient({}))

/** N13: the note for the company's own site: which version of its privacy notice holds, and what will change when. Public. */
export const handler = middy()
  .use(inTheLog('privacy-notice'))
  .handler(async (): Promise<APIGatewayProxyStructuredResultV2> => {
    const today = dayOf(instant(Date.now()), policy.company.timeZone)
    return {
      statusCode: 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'public, max-age=300',
        // Pages of the company read it from another origin; it holds nothing but what everybody may know.
        'access-control-allow-origin': '*',
      },
      body: JSON.stringify(noticeOn(await announcements.all(), today)),
    }
  })
