import { startDynamoDb } from '../../local/dynamodb/start.ts'

/** One DynamoDB Local for all files of a run that stand on one: starting Java takes longer than most of their tests. */
export async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await startDynamoDb(undefined, false)
  process.env.OBLIGE_TEST_DYNAMODB_URL = url
  return stop
}
