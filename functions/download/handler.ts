import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Temporal } from 'temporal-polyfill'
import { Codes, type Tried } from '../../adapters/codes.ts'
import { required } from '../../adapters/environment.ts'
import { codeHash } from '../../adapters/keys.ts'
import type { Request } from '../../domain/request.ts'
import { moved } from '../../domain/time.ts'
import { Package } from '../../package/package.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, type Call, endpoint, Refused } from '../entry/http.ts'
import { type Linked, Links, seenBy, shown } from '../entry/link.ts'
import { noted } from '../entry/noted.ts'
import { packages } from '../package/bucket.ts'
import { Typed } from './shape.ts'

const client = new DynamoDBClient({})
const links = new Links(required('TABLE'), client)
const { requests } = links
const codes = new Codes(required('TABLE'), client)
const bucket = packages()

/**
 * The right code gives the address of the copy, good for a short time: an interrupted download goes on from where it
 * stopped while it is. Each use, right or wrong, is an entry of the history.
 */
export const handler = endpoint('download', Typed, async (call): Promise<Answer> => {
  const found = await links.ofPerson(call.token, call.now)
  const { token, whole, seen } = found
  if (token.purpose !== 'manage')
    throw new Refused({ status: 409, json: { error: 'another-link-needed' }, page: { kind: 'link-unknown' } })
  const { request } = whole
  if (!seen.actions.includes('download'))
    return {
      ...shown(seen, call.token, spoken(call, request)),
      status: 409,
      json: { error: 'nothing-to-fetch', request: seen },
    }
  const tried = await codes.use(request.reference, codeHash(request.reference, call.body.code), call.now)
  if (tried !== 'right') return notThis(tried, call, found)
  const next = await noted(requests, request, 'downloaded', call.now)
  if (next?.status !== 'ready') return { ...shown(seen, call.token, spoken(call, request)), status: 409 }
  const { downloadLink } = policy.periods
  const seconds = Temporal.Duration.from(downloadLink).total('seconds')
  const copy = new Package(bucket.client, bucket.name, request.reference, next.round)
  const isProtected = next.protectedAt !== undefined
  const filename = `my-data-${request.reference}${isProtected ? '-protected' : ''}.zip`
  const address = await copy.address(seconds, filename, isProtected)
  const until = moved(call.now, downloadLink, policy.company.timeZone)
  return {
    status: 200,
    json: { address, until, bytes: next.bytes },
    page: {
      kind: 'download',
      request: seenBy(token, { ...whole, request: next }, call.now),
      token: call.token,
      address,
      until,
    },
    language: spoken(call, request),
  }
})

async function notThis(tried: Tried, call: Call<Typed>, { whole, seen }: Linked): Promise<Answer> {
  if (tried === 'wrong') await noted(requests, whole.request, 'code-wrong', call.now)
  return {
    status: 400,
    json: { error: `code-${tried}` },
    page: { kind: 'code', request: seen, token: call.token, problem: tried === 'wrong' ? 'wrong' : 'over' },
    language: spoken(call, whole.request),
  }
}

const spoken = (call: Call<Typed>, request: Request) => call.body.language ?? request.language
