import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { act } from '../entry/act.ts'
import { endpoint } from '../entry/http.ts'
import { Links } from '../entry/link.ts'
import { Asked } from './shape.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** Mails a code to the proven address, and asks for it: a link alone, which somebody may have passed on, opens no copy. */
export const handler = endpoint('send-code', Asked, async (call) => {
  const answer = await act(call, { type: 'code-asked' }, links)
  if (answer.status !== 200) return answer
  const language = call.body.language ? `&lang=${call.body.language}` : ''
  const purpose = call.body.for ? `&for=${call.body.for}` : ''
  return { ...answer, seeOther: `/requests/${call.token}?code=sent${purpose}${language}` }
})
