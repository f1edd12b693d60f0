import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { act } from '../entry/act.ts'
import { endpoint } from '../entry/http.ts'
import { Links } from '../entry/link.ts'
import { Pressed } from '../entry/shapes.ts'

const links = new Links(required('TABLE'), new DynamoDBClient({}))

/** Waives the rest of the grace period: the person's own wish, confirmed on a page of its own. */
export const handler = endpoint('erase-now', Pressed, (call) => act(call, { type: 'erase-now-asked' }, links))
