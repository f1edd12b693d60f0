import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDbSystem } from '../../../systems/dynamodb/dynamodb.ts'
import { servedSystem, vaultPlaces } from '../places.ts'
import { systemFunction } from '../work.ts'

const client = new DynamoDBClient({})
const { name, part } = servedSystem('dynamodb')

/** One slice of one verb in the tables of one system. */
export const handler = systemFunction(name, new DynamoDbSystem(name, part, client, vaultPlaces(client)))
