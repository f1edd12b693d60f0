import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { Codes } from '../../adapters/codes.ts'
import { required } from '../../adapters/environment.ts'
import { codeHash } from '../../adapters/keys.ts'
import { Protections } from '../../adapters/protections.ts'
import type { Request } from '../../domain/request.ts'
import { keysFrom, packed, wrongWith } from '../../package/passphrase.ts'
import type { PassphraseProblem } from '../../web/passphrase.ts'
import { act } from '../entry/act.ts'
import { type Answer, type Call, endpoint, Refused } from '../entry/http.ts'
import { type Linked, Links, shown } from '../entry/link.ts'
import { noted } from '../entry/noted.ts'
import { Typed } from './shape.ts'

const client = new DynamoDBClient({})
const links = new Links(required('TABLE'), client)
const { requests } = links
const codes = new Codes(required('TABLE'), client)
const protections = new Protections(required('TABLE'), required('DATA_KEY'), client, new KMSClient({}))

/**
 * Has the copy encrypted with a passphrase that the person alone knows. It is gone when this answers: what is kept, for
 * the minutes until the file is made, are the keys that came of it. It takes a fresh code, as fetching does.
 */
export const handler = endpoint('protect', Typed, async (call): Promise<Answer> => {
  const found = await links.ofPerson(call.token, call.now)
  const { token, whole, seen } = found
  if (token.purpose !== 'manage')
    throw new Refused({ status: 409, json: { error: 'another-link-needed' }, page: { kind: 'link-unknown' } })
  const { request } = whole
  if (!seen.actions.includes('protect') || request.status !== 'ready')
    return {
      ...shown(seen, call.token, spoken(call, request)),
      status: 409,
      json: { error: 'not-possible-now', request: seen },
    }
  const { code, passphrase, again } = call.body
  // Before the code is used up: a slip of the fingers costs no new one.
  const wrong = wrongWith(passphrase) ?? (passphrase === again ? undefined : 'unlike')
  if (wrong) return notThis(wrong, call, found)
  const tried = await codes.use(request.reference, codeHash(request.reference, code), call.now)
  if (tried === 'wrong') await noted(requests, request, 'code-wrong', call.now)
  if (tried !== 'right') return notThis(tried, call, found)
  await protections.keep(request.reference, packed(await keysFrom(passphrase)), request.availableUntil)
  return act(call, { type: 'protect-asked' }, links)
})

const notThis = (problem: PassphraseProblem, call: Call<Typed>, { whole, seen }: Linked): Answer => ({
  status: 400,
  json: { error: problem === 'wrong' || problem === 'over' ? `code-${problem}` : `passphrase-${problem}` },
  page: { kind: 'protect', request: seen, token: call.token, problem },
  language: spoken(call, whole.request),
})

const spoken = (call: Call<Typed>, request: Request) => call.body.language ?? request.language
