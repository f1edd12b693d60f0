import { createHash } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import canonicalize from 'canonicalize'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { SigningKey } from '../../adapters/keys.ts'
import { brokenAt, historyOf, unfitting } from '../../domain/history.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { signedBy } from '../certify/jose.ts'
import { forCompany, notPossible } from '../entry/company.ts'
import { type Answer, type Endpoint, endpoint } from '../entry/http.ts'
import { Links } from '../entry/link.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))
const { requests } = links
const key = new SigningKey(required('SIGNING_KEY'))

/** Somebody or something changed what was written once: nothing is signed, and the alarm ApiFails rings. */
class BrokenHistory extends Error {
  override readonly name = 'BrokenHistory'
}

/**
 * The history as it stands, signed; its chain is checked first.
 * @param untold with what its person may not be told of @throws BrokenHistory
 */
async function signed({ request, history }: Whole, now: Instant, untold?: Whole['untold']) {
  if (brokenAt(history, request) !== undefined) throw new BrokenHistory()
  if (untold && unfitting(history, untold) !== undefined) throw new BrokenHistory()
  const document = historyOf(request, history, policy, now, untold)
  const digest = createHash('sha256')
    .update(canonicalize(document) ?? '')
    .digest()
  return { history: document, signature: await signedBy(key, digest) }
}

const forPerson = endpoint('history', z.object({}), async ({ token, now }): Promise<Answer> => {
  const { whole } = await links.ofPerson(token, now)
  return {
    status: 200,
    json: await signed(whole, now),
    page: { kind: 'link-unknown' },
    filename: `history-${whole.request.reference}.json`,
  }
})

const forAuditor = forCompany('history', z.object({}), async ({ reference, now }) => {
  const whole = await requests.load(reference)
  if (!whole) throw notPossible('no-such-request')
  return signed(whole, now, whole.untold)
})

/** Every entry of a request's history, as a signed file: to its person over the link, and to the company's auditors. */
export const handler: Endpoint = (event: APIGatewayProxyEventV2, ...rest) =>
  (event.pathParameters?.reference === undefined ? forPerson : forAuditor)(event, ...rest)
