import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { questionOf } from '../../adapters/items.ts'
import { Mac } from '../../adapters/keys.ts'
import { AlreadyOpen, Requests } from '../../adapters/requests.ts'
import { answerOf, disclosureAsked, isOfDisclosure, type Question } from '../../domain/disclosure.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import { isPlainText } from '../../domain/statement.ts'
import type { Day, Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { availabilityOf } from '../entry/availability.ts'
import { Address, file, forCompany, notPossible } from '../entry/company.ts'

const text = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.refine(isPlainText))
/** What is shown on one line. */
const line = (longest: number) => text(longest).check(z.refine((one) => !/[\n\t]/.test(one)))
const Category = z.string().check(z.refine((one) => Object.hasOwn(policy.categories, one)))

const Asked = z.object({
  address: Address,
  to: z.object({
    name: line(120),
    address: z.optional(line(200)),
    /** ISO 3166-1, two letters. */
    country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  }),
  /** In words that the person understands; nothing about the person. */
  purpose: text(500),
  categories: z.array(Category).check(z.minLength(1)),
  /** The last day on which the approval would hold. */
  until: z.iso.date(),
  /** Who of the company asks: a department, or a name. */
  by: line(120),
  file,
  language: z.optional(z.enum(policy.languages as ['en', 'de'])),
})
type Asked = z.infer<typeof Asked>

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const directory = new Directory(policy, client)
const mac = new Mac(required('MAC_KEY'))

/** N12: somebody of the company asks a person whether their data may go to a third party. The same file again is the same question. */
export const handler = forCompany('ask-approval', Asked, async ({ body, now }) => {
  if (!policy.disclosures) throw notPossible('switched-off')
  const address = body.address.toLowerCase()
  const person = { address: new Personal(address), hash: await mac.ofAddress(address) }
  const availability = await availabilityOf(person, directory, requests, now)
  if (availability === 'nobody') throw notPossible('no-such-account')
  if (availability !== 'available') throw notPossible(availability)
  return answered(await asked(questionFrom(body, person), now))
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

async function asked(question: Question, now: Instant): Promise<Request> {
  const step = disclosureAsked(question, policy, now)
  if (step.kind === 'refused') throw notPossible(step.reason)
  const known = await underWay(question)
  if (!known) {
    try {
      return await requests.save(step)
    } catch (error) {
      // Two calls at once: one of them asked.
      if (error instanceof AlreadyOpen) return asked(question, now)
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
