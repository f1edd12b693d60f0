import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { askGuardian, Links, proof, seenBy, shown, toDecide } from '../entry/link.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** A link's page. It changes nothing: mail scanners follow links. */
export const handler = endpoint('status', z.object({}), async (call): Promise<Answer> => {
  const { token, query, language, now } = call
  const { token: held, whole } = await links.find(token, now)
  if (held.purpose === 'prove') return proof(whole.request, call)
  if (held.purpose === 'consent') return askGuardian(whole.request, held, call)
  if (held.purpose === 'decide') return toDecide(whole, call)
  const seen = seenBy(held, whole, now)
  const shownIn = query.lang ? language : whole.request.language
  if (query.confirm === 'erase-now' && seen.actions.includes('erase-now')) {
    return { status: 200, json: seen, page: { kind: 'erase-now', request: seen, token }, language: shownIn }
  }
  if (query.code === 'sent' && query.for === 'protect' && seen.actions.includes('protect')) {
    return { status: 200, json: seen, page: { kind: 'protect', request: seen, token }, language: shownIn }
  }
  if (query.code === 'sent' && seen.actions.includes('download')) {
    return { status: 200, json: seen, page: { kind: 'code', request: seen, token }, language: shownIn }
  }
  const { request } = whole
  return shown(seen, token, shownIn, request.status === 'stating' ? request.person.proposed?.reveal() : undefined)
})
