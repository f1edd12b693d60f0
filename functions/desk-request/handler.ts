import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { newToken } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { request as requestPage } from '../../web/desk/request.ts'
import { noSuchFile, noSuchRequest } from '../desk/refused.ts'
import { seenAtTheDesk } from '../desk/seen.ts'
import { atTheDesk } from '../desk/signed-in.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const sessions = new Sessions(required('TABLE'), client)

/** A request without what is personal in it, and its certificate as a file. */
export const handler = atTheDesk(
  'desk-request',
  z.object({}),
  () => 'see',
  client,
  { request: requestPage },
  async ({ route, reference, colleague, now, query }) => {
    const whole = await requests.load(reference)
    if (!whole) throw noSuchRequest(colleague)
    if (route.endsWith('/certificate')) {
      if (whole.certificate === undefined) throw noSuchFile(colleague)
      const type = 'application/json; charset=utf-8'
      return { status: 200, json: {}, file: { name: `certificate-${reference}.json`, type, body: whole.certificate } }
    }
    const seen = await seenAtTheDesk(whole, colleague.role, now, (staff) => sessions.nameOf(staff))
    const { refused, done } = query
    const said = { ...(refused ? { refused } : {}), ...(done ? { done } : {}) }
    return { status: 200, json: seen, page: { kind: 'request', seen, colleague, once: newToken(), ...said } }
  },
)
