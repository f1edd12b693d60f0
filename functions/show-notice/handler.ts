import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Notices } from '../../adapters/notices.ts'
import { Requests } from '../../adapters/requests.ts'
import { Tokens } from '../../adapters/tokens.ts'
import { endpoint } from '../entry/http.ts'
import { confirmingPage, noticeBehind } from '../entry/notice.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const tokens = new Tokens(required('TABLE'), client)
const notices = new Notices(required('TABLE'), client)

/** Where a recipient confirms. It changes nothing: mail scanners follow links. */
export const handler = endpoint('show-notice', z.object({}), async ({ token, query, now }) =>
  confirmingPage(await noticeBehind(token, { requests, tokens, notices }, now), token, query.lang),
)
