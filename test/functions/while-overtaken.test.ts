import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { AlreadyOpen, Overtaken } from '../../adapters/requests.ts'
import { endpoint } from '../../functions/entry/http.ts'
import { machineInput, task } from '../../functions/entry/task.ts'
import { whileOvertaken } from '../../functions/entry/while-overtaken.ts'

/** Work that fails so often, and how often it was begun. */
function failing(error: Error, times: number) {
  let begun = 0
  const work = async () => {
    begun += 1
    if (begun <= times) throw error
    return 'saved'
  }
  return { work, begun: () => begun }
}

test('what was overtaken is done anew, four times in all, and then it is its caller’s to try again', async () => {
  const [third, never] = [failing(new Overtaken(), 3), failing(new Overtaken(), 100)]
  expect([await whileOvertaken(third.work), third.begun()]).toEqual(['saved', 4])
  await expect(whileOvertaken(never.work)).rejects.toBeInstanceOf(Overtaken)
  expect(never.begun()).toBe(4)
})

test('what failed otherwise is not done again, and that the same is open already only where that is asked for', async () => {
  for (const error of [new Error('a bad day'), new AlreadyOpen()]) {
    const { work, begun } = failing(error, 1)
    await expect(whileOvertaken(work)).rejects.toBe(error)
    expect(begun()).toBe(1)
  }
  const opened = failing(new AlreadyOpen(), 1)
  expect([await whileOvertaken(opened.work, 'and opened'), opened.begun()]).toEqual(['saved', 2])
})

test('where the tries are used up a person is told that nothing is lost, and Step Functions what it can try again', async () => {
  const { work } = failing(new Overtaken(), 100)
  const press = endpoint('test', z.object({}), () => whileOvertaken(work) as Promise<never>)
  const event = { headers: {}, requestContext: { http: { method: 'GET' } } } as unknown as APIGatewayProxyEventV2
  const { statusCode, body } = await press(event, {} as Context)
  expect([statusCode, body]).toEqual([500, expect.stringContaining('Nothing was changed or lost. Please try again.')])
  const step = task('test', z.object(machineInput), () => whileOvertaken(work))
  const context = { awsRequestId: 'one', getRemainingTimeInMillis: () => 1000 }
  await expect(step({ v: 1, reference: 'OB-7K3M-92QF' }, context)).rejects.toMatchObject({ name: 'Overtaken' })
})
