import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { answerOf, type OfDisclosure } from '../../domain/disclosure.ts'
import { policy } from '../../policy/in-force.ts'
import { forCompany, notPossible } from '../entry/company.ts'
import { askedFor } from '../entry/question.ts'
import { Asked } from './shape.ts'

const client = new DynamoDBClient({})
const asking = {
  requests: new Requests(required('TABLE'), client),
  directory: new Directory(policy, client),
  mac: new Mac(required('MAC_KEY')),
}

/** N12: somebody of the company asks a person whether their data may go to a third party. The same file again is the same question. */
export const handler = forCompany('ask-approval', Asked, async (call) => {
  const request = await askedFor(call.body, call, asking)
  if (typeof request === 'string') throw notPossible(request)
  return answered(request)
})

function answered(request: OfDisclosure) {
  const { reference, holdsUntil } = request
  const answerBy = request.status === 'approving' ? { answerBy: request.answerBy } : {}
  return { reference, answer: answerOf(request), ...answerBy, holdsUntil }
}
