import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { questionOf } from '../../adapters/items.ts'
import { Mac } from '../../adapters/keys.ts'
import { AlreadyOpen, Requests } from '../../adapters/requests.ts'
import { answerOf, disclosureAsked, isOfDisclosure, type Question } from '../../domain/disclosure.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Day } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { availabilityOf } from '../entry/availability.ts'
import { forCompany, notPossible } from '../entry/company.ts'
import type { Called } from '../entry/decided.ts'
import { Asked } from './shape.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const directory = new Directory(policy, client)
const mac = new Mac(required('MAC_KEY'))

/** N12: somebody of the company asks a person whether their data may go to a third party. The same file again is the same question. */
export const handler = forCompany('ask-approval', Asked, async (call) => {
  const { body, now } = call
  if (!policy.disclosures) throw notPossible('switched-off')
  const address = body.address.toLowerCase()
  const person = { address: new Personal(address), hash: await mac.ofAddress(address) }
  const availability = await availabilityOf(person, directory, requests, now)
  if (availability === 'nobody') throw notPossible('no-such-account')
  if (availability !== 'available') throw notPossible(availability)
  return answered(await asked(questionFrom(body, person), call))
})

const questionFrom = (
  { to, purpose, by, categories, until, ...body }: Asked,
  person: Question['person'],
): Question => ({
  reference: reference(randomBytes(5)),
  language: body.language ?? policy.languages[0] ?? 'en',
  file: body.file,
  person,
  terms: new Personal({ to: sorted(to), purpose, by }),
  categories,
  until: until as Day,
})

/** As it is stored, whatever the order in which it was sent, and without what was left out. */
const sorted = ({ name, address, country }: Asked['to']) => ({
  name,
  ...(address === undefined ? {} : { address }),
  ...(country === undefined ? {} : { country }),
})

async function asked(question: Question, called: Called): Promise<Request> {
  const step = disclosureAsked(question, policy, called.now, called.by)
  if (step.kind === 'refused') throw notPossible(step.reason)
  const known = await underWay(question)
  if (!known) {
    try {
      return await requests.save(step)
    } catch (error) {
      // Two calls at once: one of them asked.
      if (error instanceof AlreadyOpen) return asked(question, called)
      throw error
    }
  }
  if (termsOf(known) !== termsOf(step.request)) throw notPossible('asked-otherwise')
  return known
}

async function underWay({ person, file }: Question): Promise<Request | undefined> {
  const known = (await requests.questionsOf(person.hash)).get(questionOf(file))
  return known === undefined ? undefined : requests.request(known)
}

/** What was asked, to be compared. */
function termsOf(request: Request): string {
  if (!isOfDisclosure(request)) return ''
  const { to, purpose, by } = request.terms.reveal()
  return JSON.stringify([sorted(to), purpose, by, request.categories, request.holdsUntil])
}

function answered(request: Request) {
  if (!isOfDisclosure(request)) throw new Error('a question led to something else')
  const { reference, holdsUntil } = request
  const answerBy = request.status === 'approving' ? { answerBy: request.answerBy } : {}
  return { reference, answer: answerOf(request), ...answerBy, holdsUntil }
}
