import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { required } from '../../adapters/environment.ts'
import { type Named, Notices } from '../../adapters/notices.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { isSigned, signedAs } from '../../recipients/opendsr/signature.ts'
import { Callback } from '../../recipients/opendsr/words.ts'
import { asJson } from '../entry/company.ts'
import { inTheLog } from '../entry/log.ts'
import { Refused } from '../entry/refused.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

const notices = new Notices(required('TABLE'), new DynamoDBClient({}))

/** More than any callback says, in bytes. */
const largest = 16_384
const refused = (status: number, error: string): Refused =>
  new Refused({ status, json: { error }, page: { kind: 'error' } })

/**
 * A processor says how far it is (OpenDSR, section 8.6): 202 when it counts, also a second time; 401 for a domain that is
 * no recipient's or whose certificate is not known; 400 for what is not signed by it, or not what the protocol asks for.
 * The certificate is the one that was checked when the processor was told: nothing is fetched here.
 */
export const handler = middy()
  .use(inTheLog('opendsr-callback'))
  .use(asJson(202))
  .handler(async (event: APIGatewayProxyEventV2) => {
    const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
    if (body.length > largest) throw refused(413, 'too-large')
    const recipient = await signer(event.headers, body)
    const said = Callback.safeParse(parsed(body))
    if (!said.success) throw refused(400, 'malformed')
    const { subject_request_id: id, request_status: status, status_callback_url: url } = said.data
    if (url !== `${policy.site}/opendsr/callbacks`) throw refused(400, 'another-callback-url')
    const named = await notices.named(id)
    const notice = named && (await notices.find(named))
    if (!named || notice?.recipient !== recipient) throw refused(404, 'no-such-request')
    if (status === 'completed') await whileOvertaken(() => confirm(named, instant(Date.now())))
    return { subject_request_id: id }
  }) as unknown as (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/** The recipient whose signature it is. @throws Refused */
async function signer(headers: APIGatewayProxyEventV2['headers'], body: Buffer): Promise<string> {
  const { domain, signature } = signedAs(headers)
  const found = Object.entries(policy.recipients).find(
    ([, { told }]) => told?.kind === 'opendsr' && told.domain === domain,
  )
  const processor = found && (await notices.processor(domain))
  if (!processor) throw refused(401, 'unknown-processor')
  if (!isSigned(processor.certificates, body, signature)) throw refused(400, 'wrong-signature')
  return found[0]
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Done, also when it was given up by then; what is no longer so, or confirmed already, stays as it is. */
async function confirm(named: Named, now: Instant): Promise<void> {
  const notice = await notices.find(named)
  if (!notice || notice.state === 'overtaken' || notice.confirmedAt) return
  const { toldAt = now } = notice
  await notices.change(named.reference, notice, { state: 'confirmed', toldAt, confirmedAt: now }, { knows: true })
}
