import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { further } from '../entry/further.ts'
import { endpoint } from '../entry/http.ts'
import { Links } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** Everything unavailable with one click, while an objection is weighed (GDPR Art. 18(1)(d)). */
export const handler = endpoint('suspend', Pressed, (call) =>
  further(call, 'suspend', { right: 'restriction', ground: 'objection' }, links),
)
