import { createHash } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import middy, { type MiddlewareObj } from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Instructions } from '../../adapters/instructions.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { controllerBy, ProcessorSecret, standing } from '../../recipients/opendsr/processor.ts'
import { signedFor } from '../../recipients/opendsr/signature.ts'
import { Asked, identitiesAsked, rightsAsked } from '../../recipients/opendsr/words.ts'
import { connectionOf } from '../../recipients/secret.ts'
import { decided } from '../entry/decided.ts'
import { inTheLog } from '../entry/log.ts'
import { noted } from '../entry/noted.ts'
import { Refused } from '../entry/refused.ts'
import { packages } from '../package/bucket.ts'
import { addressOf } from './results.ts'
import { Taking } from './taking.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const instructions = new Instructions(required('TABLE'), client)
const taking = new Taking(
  requests,
  new Indexes(required('TABLE'), client),
  instructions,
  new Directory(policy, client),
  new Mac(required('MAC_KEY')),
)
const bucket = packages()
const secret = connectionOf(policy.processor?.secret ?? '', ProcessorSecret, new SecretsManagerClient({}))

/** Larger than any request of the protocol, in bytes. */
const largest = 16_384

const refused = (status: number, message: string, reason: string): Refused =>
  new Refused({ status, json: { error: { code: status, message, errors: [{ reason }] } }, page: { kind: 'error' } })

type Said = { readonly status: number; readonly body?: unknown; readonly text?: string; readonly location?: string }

/**
 * OpenDSR 2.0, as the processor who is asked: discovery, certificate, requests, their standing, cancellation and results.
 * Everything that says something of a request is signed (section 7.3); what goes wrong has the error object of section 7.6,
 * in which nothing personal stands.
 */
export const handler = middy()
  .use(inTheLog('opendsr'))
  .use(answers())
  .handler(async (event: APIGatewayProxyEventV2): Promise<Said> => {
    const { method, path } = event.requestContext.http
    if (!policy.processor) throw refused(404, 'nobody is a processor here', 'NotFound')
    const known = await secret()
    if (path === '/opendsr/discovery') return { status: 200, body: discovery() }
    if (path === '/opendsr/certificate') return { status: 200, text: known.certificate }
    const controller = controllerBy(event.headers.authorization, known, policy)
    if (!controller) throw refused(401, 'the Authorization header is no controller’s', 'Unauthorized')
    const now = instant(Date.now())
    const id = event.pathParameters?.id
    if (id === undefined) return take(controller, event, known.controllers[controller]?.callbacks ?? [], now)
    const request = await requestOf(controller, id)
    if (method === 'DELETE') return cancel(request, controller, id, now)
    if (path.endsWith('/results')) return results(request, now)
    return { status: 200, body: standing(request, { controller, id }, policy.site) }
  }) as unknown as (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

const discovery = () => ({
  api_version: '2.0',
  supported_identities: identitiesAsked.map((identity_type) => ({ identity_type, identity_format: 'raw' })),
  supported_subject_request_types: rightsAsked,
  processor_certificate: `${policy.site}/opendsr/certificate`,
})

/** A request, once: the same again gets the same answer. */
async function take(controller: string, event: APIGatewayProxyEventV2, origins: readonly string[], now: Instant) {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (body.length > largest) throw refused(413, 'the request is larger than 16 KB', 'TooLarge')
  const read = Asked.safeParse(parsed(body))
  if (!read.success) {
    const fields = read.error.issues.map(({ path }) => path.join('.') || 'the body').join(', ')
    throw refused(400, `not as the protocol says: ${fields}`, 'IllegalArgument')
  }
  const asked = read.data
  const foreign = asked.status_callback_urls.find((url) => !origins.includes(new URL(url).origin))
  if (foreign !== undefined) throw refused(400, 'a callback leads where none was agreed on', 'IllegalArgument')
  const taken = await taking.take(controller, asked, createHash('sha256').update(body).digest('hex'), now)
  if ('wrong' in taken) throw refused(400, taken.wrong, 'IllegalArgument')
  const {
    request_status: _,
    results_url: __,
    ...rest
  } = standing(taken.request, { controller, id: asked.subject_request_id }, policy.site)
  return {
    status: 201,
    body: { ...rest, received_time: taken.request.receivedAt, encoded_request: body.toString('base64') },
  }
}

async function requestOf(controller: string, id: string): Promise<Request> {
  const found = await instructions.find(controller, id)
  const request = found && (await requests.request(found.reference))
  if (!request) throw refused(404, 'there is no such request', 'NotFound')
  return request
}

/** While it is pending, as the protocol has it; and what is gathered for a copy, which harms nobody to stop. */
async function cancel(request: Request, controller: string, id: string, now: Instant): Promise<Said> {
  const type = request.right === 'erasure' ? 'restore-asked' : 'withdraw-asked'
  try {
    await decided(
      request.reference,
      ({ request: { status } }) =>
        ['restoring', 'restored', 'withdrawing', 'withdrawn'].includes(status) ? undefined : { type },
      requests,
      { now },
    )
  } catch (error) {
    if (!(error instanceof Refused) || error.answer.status !== 409) throw error
    throw refused(400, 'it cannot be cancelled any more', 'IllegalState')
  }
  return {
    status: 202,
    body: { controller_id: controller, subject_request_id: id, received_time: now, api_version: '2.0' },
  }
}

/** The address of the copy, good for a short time; each fetch is an entry of the history. */
async function results(request: Request, now: Instant): Promise<Said> {
  const next = request.status === 'ready' ? await noted(requests, request, 'downloaded', now) : undefined
  if (next?.status !== 'ready') throw refused(400, 'there are no results to fetch', 'IllegalState')
  return { status: 303, location: await addressOf(next, bucket) }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Middleware: the answer on the wire. What succeeded is signed. */
function answers(): MiddlewareObj<APIGatewayProxyEventV2, unknown, Error> {
  const json = (status: number, body: string, headers = {}): APIGatewayProxyStructuredResultV2 => ({
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body,
  })
  return {
    after: async (request) => {
      const { status, body, text, location } = request.response as Said
      if (location !== undefined) {
        request.response = { statusCode: status, headers: { location, 'cache-control': 'no-store' }, body: '' }
        return
      }
      if (text !== undefined) {
        request.response = { statusCode: status, headers: { 'content-type': 'application/x-pem-file' }, body: text }
        return
      }
      const written = JSON.stringify(body)
      request.response = json(status, written, signedFor(policy.processor?.domain ?? '', (await secret()).key, written))
    },
    onError: (request) => {
      const { error } = request
      request.response =
        error instanceof Refused
          ? json(error.answer.status, JSON.stringify(error.answer.json))
          : json(500, JSON.stringify({ error: { code: 500, message: 'internal' } }))
    },
  }
}
