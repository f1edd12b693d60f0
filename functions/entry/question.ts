import { randomBytes } from 'node:crypto'
import type { Directory } from '../../adapters/directory.ts'
import { questionOf } from '../../adapters/items.ts'
import type { Mac } from '../../adapters/keys.ts'
import { AlreadyOpen, type Requests } from '../../adapters/requests.ts'
import { disclosureAsked, isOfDisclosure, type OfDisclosure, type Question } from '../../domain/disclosure.ts'
import type { Refusal } from '../../domain/outcome.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import type { Request } from '../../domain/request.ts'
import type { Day } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Asked } from '../ask-approval/shape.ts'
import { availabilityOf } from './availability.ts'
import type { Called } from './decided.ts'

/** What is asked for, and where whom it is about is looked up. */
export type Asking = { readonly requests: Requests; readonly directory: Directory; readonly mac: Mac }
type WhyNotAsked = Refusal['reason'] | 'no-such-account' | 'unavailable' | 'child' | 'asked-otherwise'

/**
 * N12: a person is asked whether their data may go to a third party. The same file again is the same question.
 * @returns it, as it stands; or why nobody is asked
 */
export async function askedFor(body: Asked, called: Called, asking: Asking): Promise<OfDisclosure | WhyNotAsked> {
  if (!policy.disclosures) return 'switched-off'
  const { requests, directory, mac } = asking
  const address = body.address.toLowerCase()
  const person = { address: new Personal(address), hash: await mac.ofAddress(address) }
  const availability = await availabilityOf(person, directory, requests, called.now)
  if (availability === 'nobody') return 'no-such-account'
  if (availability !== 'available') return availability
  return asked(questionFrom(body, person), called, requests)
}

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

async function asked(question: Question, called: Called, requests: Requests): Promise<OfDisclosure | WhyNotAsked> {
  const step = disclosureAsked(question, policy, called.now, called.by)
  if (step.kind === 'refused') return step.reason
  const known = await underWay(question, requests)
  if (!known) {
    try {
      return ofDisclosure(await requests.save(step))
    } catch (error) {
      // Two calls at once: one of them asked.
      if (error instanceof AlreadyOpen) return asked(question, called, requests)
      throw error
    }
  }
  return termsOf(known) === termsOf(step.request) ? ofDisclosure(known) : 'asked-otherwise'
}

async function underWay({ person, file }: Question, requests: Requests): Promise<Request | undefined> {
  const known = (await requests.questionsOf(person.hash)).get(questionOf(file))
  return known === undefined ? undefined : requests.request(known)
}

/** What was asked, to be compared. */
function termsOf(request: Request): string {
  if (!isOfDisclosure(request)) return ''
  const { to, purpose, by } = request.terms.reveal()
  return JSON.stringify([sorted(to), purpose, by, request.categories, request.holdsUntil])
}

function ofDisclosure(request: Request): OfDisclosure {
  if (!isOfDisclosure(request)) throw new Error('a question led to something else')
  return request
}
