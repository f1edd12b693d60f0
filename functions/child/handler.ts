import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Personal } from '../../domain/personal.ts'
import { policy } from '../../policy/in-force.ts'
import { askConsent } from '../entry/ask-consent.ts'
import { forCompany, malformed, notPossible } from '../entry/company.ts'
import { decided } from '../entry/decided.ts'
import { knownAs } from '../entry/subject.ts'
import { Ended, Reported } from './shape.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const directory = new Directory(policy, client)
const mac = new Mac(required('MAC_KEY'))

/** Somebody of the company says that an account is a child's (POST), or that it is not (DELETE); the same again changes nothing. */
export const handler = forCompany('child', z.union([Reported, Ended]), async (call) => {
  const { body, reference, method, now } = call
  if (method === 'DELETE') {
    const request = await decided(
      reference,
      (whole) => (whole.request.status === 'unfounded' ? undefined : { type: 'report-ended', file: body.file }),
      requests,
      call,
    )
    return { reference, status: request.status }
  }
  if (!policy.minors) throw notPossible('switched-off')
  if (!('address' in body)) throw malformed('address')
  const address = body.address.toLowerCase()
  const known = knownAs(await directory.found(address))
  if (!known) throw notPossible('no-such-account')
  const person = { address: new Personal(address), hash: await mac.ofAddress(address) }
  const child = { person, found: known, source: `by the company${call.by ? ` (${call.by})` : ''}, file ${body.file}` }
  const asked = await askConsent({ ...child, language: policy.languages[0] ?? 'en' }, requests, now)
  return { reference: asked, status: (await requests.request(asked))?.status ?? null }
})
