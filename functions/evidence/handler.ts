import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { EvidenceStore } from '../../adapters/evidence.ts'
import { Requests } from '../../adapters/requests.ts'
import { isClosed } from '../../domain/request.ts'
import { type Answer, endpoint, Refused } from '../entry/http.ts'
import { heldBy } from '../entry/link.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const files = new EvidenceStore(required('TABLE'), client)

/** The file that a person gave as evidence, for the company's officer: as bytes to be saved, never shown by us. */
export const handler = endpoint('evidence', z.object({}), async ({ token, now }): Promise<Answer> => {
  const { request } = await heldBy('decide', token, requests, now)
  const given = 'evidence' in request ? request.evidence : undefined
  if (!given || isClosed(request))
    throw new Refused({ status: 404, json: { error: 'no-evidence' }, page: { kind: 'link-unknown' } })
  return {
    status: 200,
    json: {},
    page: { kind: 'link-unknown' },
    filename: `evidence-${request.reference}${given.extension === '' ? '' : `.${given.extension}`}`,
    bytes: await files.read(request.reference, given.id),
  }
})
