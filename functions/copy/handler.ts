import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { further } from '../entry/further.ts'
import { endpoint } from '../entry/http.ts'
import { Links } from '../entry/link.ts'
import { Wish } from './shape.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** A copy with one click: before an erasure is carried out, or when an earlier copy was deleted. */
export const handler = endpoint('copy', Wish, (call) => further(call, 'copy', { right: call.body.right }, links))
