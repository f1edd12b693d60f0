import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { Requests } from '../../adapters/requests.ts'
import { answerOf, type Disclosed, isOfDisclosure, isReported, type OfDisclosure } from '../../domain/disclosure.ts'
import type { Event } from '../../domain/event.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { availabilityOf } from '../entry/availability.ts'
import { forCompany, malformed } from '../entry/company.ts'
import { decided } from '../entry/decided.ts'
import { Refused } from '../entry/refused.ts'
import { Reported } from './shape.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const directory = new Directory(policy, client)

/**
 * N12: before anything goes to a third party the company asks whether it may (`check`), each time; what went it reports
 * (`disclosed`), the same report twice is one. Both are in the history.
 */
export const handler = forCompany('disclosure', Reported, async (call) => {
  const { body, reference, route, now } = call
  const isReport = route.endsWith('/disclosed')
  const request = await decided(
    reference,
    async ({ request }: Whole): Promise<Event | undefined> => {
      if (!isOfDisclosure(request)) throw unknown
      if (!isReport) return { type: 'approval-checked', available: await isAvailable(request, now) }
      const disclosed = reportedIn(body, request)
      return isReported(request, disclosed) ? undefined : { type: 'disclosed', disclosed }
    },
    requests,
    call,
  )
  return isReport ? { reference, disclosed: ofDisclosure(request).disclosed } : answered(ofDisclosure(request))
})

/** What may be done, and with what: only `approved` is a yes. */
function answered(request: OfDisclosure) {
  const { to, purpose } = request.terms.reveal()
  const answer = answerOf(request)
  return {
    ...{ reference: request.reference, approved: answer === 'approved', answer, at: request.checkedAt },
    ...{ to, purpose, categories: request.categories, holdsUntil: request.holdsUntil },
  }
}

async function isAvailable(request: OfDisclosure, now: Instant): Promise<boolean> {
  if (request.status !== 'approving' && request.status !== 'approved') return false
  return (await availabilityOf(request.person, directory, requests, now)) === 'available'
}

/** @throws Refused where it does not say when */
function reportedIn({ at, categories }: Reported, request: OfDisclosure): Disclosed {
  if (at === undefined) throw malformed('at')
  const said = categories ?? request.categories
  return { at: instant(at), categories: Object.keys(policy.categories).filter((one) => said.includes(one)) }
}

const unknown = new Refused({ status: 404, json: { error: 'no-such-request' }, page: { kind: 'error' } })

function ofDisclosure(request: Request): OfDisclosure {
  if (!isOfDisclosure(request)) throw unknown
  return request
}
