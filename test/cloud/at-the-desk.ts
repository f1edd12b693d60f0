import { type AttributeValue, DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { AtTheDesk } from './colleague.ts'
import { house } from './one-house.ts'

/** A colleague of the company, signed in, with the queue before them. @param who their address, or the name before its @ */
export async function at(who: string): Promise<AtTheDesk> {
  const colleague = new AtTheDesk(house.cloud, who.includes('@') ? who : `${who}@papyra.example.com`)
  await colleague.signsIn()
  await colleague.gets('/desk')
  return colleague
}

/** What the table holds under a reference, as it is, of items whose keys begin so. */
export async function stored(reference: string, beginning: string): Promise<Record<string, AttributeValue>[]> {
  const client = new DynamoDBClient(house.pastPermissions)
  const [table] = house.cloud.resources
    .ofType('AWS::DynamoDB::Table')
    .filter(({ logicalId }) => logicalId.includes('Requests'))
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table?.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': { S: `R#${reference}` }, ':sk': { S: beginning } },
    }),
  )
  client.destroy()
  return Items
}
