import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { required } from '../../adapters/environment.ts'
import { DailyFigures } from '../../adapters/figures.ts'
import { yearAsCsv } from '../../domain/year.ts'
import type { Endpoint } from '../entry/http.ts'
import { inTheLog } from '../entry/log.ts'

const figures = new DailyFigures(required('TABLE'), new DynamoDBClient({}))

const answer = (statusCode: number, type: string, body: string, more: Record<string, string> = {}) => ({
  statusCode,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...more },
  body,
})

/** The figures of a year as CSV (RFC 4180), for the authority: of the days that are over, and of nobody in particular. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(inTheLog('figures'))
  .handler(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { year = '' } = event.queryStringParameters ?? {}
    if (!/^2\d{3}$/.test(year)) return answer(400, 'application/json', JSON.stringify({ error: 'year' }))
    const file = { 'content-disposition': `attachment; filename="requests-${year}.csv"` }
    return answer(200, 'text/csv', yearAsCsv(await figures.ofYear(Number(year))), file)
  }) as unknown as Endpoint
