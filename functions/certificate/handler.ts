import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { type Answer, endpoint, Refused } from '../entry/http.ts'
import { Links } from '../entry/link.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** The signed certificate as a file, for browsers and programs alike. */
export const handler = endpoint('certificate', z.object({}), async ({ token, now }): Promise<Answer> => {
  const { token: link, whole } = await links.ofPerson(token, now)
  if (link.purpose !== 'manage' || !whole.certificate) {
    throw new Refused({ status: 404, json: { error: 'no-certificate' }, page: { kind: 'link-unknown' } })
  }
  return {
    status: 200,
    json: JSON.parse(whole.certificate),
    page: { kind: 'link-unknown' },
    filename: `certificate-${whole.request.reference}.json`,
  }
})
