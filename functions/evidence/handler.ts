import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { EvidenceStore } from '../../adapters/evidence.ts'
import { fetched } from '../../domain/desk.ts'
import { isClosed } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, endpoint, Refused } from '../entry/http.ts'
import { Links } from '../entry/link.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'

const client = new DynamoDBClient({})
const links = new Links(required('TABLE'), client)
const { requests } = links
const files = new EvidenceStore(required('TABLE'), client)

/** The file that a person gave as evidence, for the company's officer: as bytes to be saved, never shown by us. */
export const handler = endpoint('evidence', z.object({}), ({ token, now }) => whileOvertaken(() => handOut(token, now)))

/** What is fetched over a link of the desk is in the history first. */
async function handOut(token: string, now: Instant): Promise<Answer> {
  const { request, by } = await links.only('decide', token, now)
  const given = 'evidence' in request ? request.evidence : undefined
  const decision = by === undefined ? undefined : fetched(request, given && 'evidence', by, policy, now)
  if (!given || isClosed(request) || decision?.kind === 'refused')
    throw new Refused({ status: 404, json: { error: 'no-evidence' }, page: { kind: 'link-unknown' } })
  if (decision) await requests.save(decision)
  return {
    status: 200,
    json: {},
    page: { kind: 'link-unknown' },
    filename: `evidence-${request.reference}${given.extension === '' ? '' : `.${given.extension}`}`,
    bytes: await files.read(request.reference, given.id),
  }
}
