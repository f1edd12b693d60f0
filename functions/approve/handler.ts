import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { act } from '../entry/act.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { Links, shownAfter } from '../entry/link.ts'
import { Answered } from './shape.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** N12: what a person says to a disclosure, over the link that was mailed to them. Twice is once. */
export const handler = endpoint('approve', Answered, async (call): Promise<Answer> => {
  const { whole, seen } = await links.ofPerson(call.token, call.now)
  const isYes = call.body.answer === 'yes'
  if (whole.request.status === (isYes ? 'approved' : 'unapproved'))
    return shownAfter(seen, call, whole.request.language)
  return act(call, { type: isYes ? 'approval-given' : 'approval-refused' }, links)
})
