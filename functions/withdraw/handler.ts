import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { act } from '../entry/act.ts'
import { endpoint } from '../entry/http.ts'
import { Links } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** The person no longer wants what they asked for. What makes data unavailable is taken back by `restore` instead. */
export const handler = endpoint('withdraw', Pressed, (call) => act(call, { type: 'withdraw-asked' }, links))
