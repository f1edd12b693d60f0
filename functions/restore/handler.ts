import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import { act } from '../entry/act.ts'
import { endpoint } from '../entry/http.ts'
import { Pressed } from '../entry/link.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Restores everything, as long as nothing is erased yet: one conditional write decides against the erasure. */
export const handler = endpoint('restore', Pressed, (call) => act(call, { type: 'restore-asked' }, requests))
