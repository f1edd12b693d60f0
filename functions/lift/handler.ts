import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { Requests } from '../../adapters/requests.ts'
import type { Event } from '../../domain/event.ts'
import { forCompany, notPossible } from '../entry/company.ts'
import { decided } from '../entry/decided.ts'
import { lifting } from '../entry/lifting.ts'

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/**
 * The company ends a restriction: asked first, it tells the person when; asked again after that moment, it gives everything
 * back (GDPR Art. 18(3)). What is to be erased stays unavailable.
 */
export const handler = forCompany('lift', z.object({}), async (call) => {
  const { reference } = call
  const request = await decided(reference, eventFor, requests, call)
  return { reference, status: request.status, liftAt: 'liftAt' in request ? request.liftAt : null }
})

async function eventFor(whole: Whole): Promise<Event | undefined> {
  if (whole.request.status === 'lifting' || whole.request.status === 'lifted') return undefined
  const event = await lifting(whole, requests)
  if (event === 'erasure-first') throw notPossible(event)
  return event
}
