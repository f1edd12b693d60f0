import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { Directory } from '../../adapters/directory.ts'
import { required } from '../../adapters/environment.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { Mac } from '../../adapters/keys.ts'
import { Requests } from '../../adapters/requests.ts'
import { Sessions } from '../../adapters/sessions.ts'
import { may } from '../../domain/desk.ts'
import { isOfDisclosure, latestDay } from '../../domain/disclosure.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { ask as askPage } from '../../web/desk/asking.ts'
import { disclosures } from '../../web/desk/disclosures.ts'
import { Asked } from '../ask-approval/shape.ts'
import type { AskView, DisclosuresView } from '../contract/desk/disclosures.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { nameOfPlace, placeIn } from '../desk/place.ts'
import { mostSearches, tooMany } from '../desk/refused.ts'
import { disclosureSeen, lineOf } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { wordsAtMost } from '../entry/body.ts'
import { askedFor } from '../entry/question.ts'
import { Question } from './shape.ts'

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const indexes = new Indexes(required('TABLE'), client)
const sessions = new Sessions(required('TABLE'), client)
const asking = { requests, directory: new Directory(policy, client), mac: new Mac(required('MAC_KEY')) }

type Call = DeskCall<Question>

/** N12: what people are asked to approve and what they answered; and an officer asks one. */
export const handler = atTheDesk(
  'desk-disclosures',
  Question,
  ({ route }) => (route.endsWith('/ask') ? 'ask' : 'see'),
  client,
  { disclosures, ask: askPage },
  async (call) => {
    if (call.route === 'GET /desk/disclosures') return list(call)
    return call.route === 'GET /desk/disclosures/ask' ? show(call) : ask(call)
  },
  wordsAtMost,
)

async function list({ query, colleague, now }: Call): Promise<DeskAnswer<'disclosures'>> {
  const which = query.which === 'over' ? 'over' : 'open'
  const from = placeIn(query.from)
  const page = await indexes.queue(which === 'over' ? 'answered' : 'asked', {
    ...(which === 'over' ? { latest: true } : {}),
    ...(from ? { from } : {}),
  })
  const view: DisclosuresView = {
    ...{ at: now, which },
    lines: page.requests.flatMap((one) => (isOfDisclosure(one) ? [disclosureSeen(one, colleague.role)] : [])),
    mayAsk: may(colleague.role, 'ask'),
    ...(page.next ? { next: nameOfPlace(page.next) } : {}),
  }
  return { status: 200, json: view, page: { kind: 'disclosures', view, colleague } }
}

const viewAt = (now: Instant, wrong: AskView['wrong'] = []): AskView => ({
  today: dayOf(now, policy.company.timeZone),
  latest: latestDay(policy, now),
  wrong,
})

function show({ colleague, now }: Call): DeskAnswer<'ask'> {
  const view = viewAt(now)
  return { status: 200, json: view, page: { kind: 'ask', view, typed: {}, colleague } }
}

async function ask(call: Call): Promise<DeskAnswer<'ask'>> {
  const { body, colleague, language, now } = call
  const found = understood(body)
  if ('wrong' in found)
    return {
      status: 400,
      json: { error: 'malformed', fields: found.wrong },
      page: { kind: 'ask', view: viewAt(now, found.wrong), typed: body, colleague },
    }
  // Whether there is an account is what a search would say too.
  if (!(await sessions.search(colleague.session, mostSearches))) throw tooMany(colleague)
  const request = await askedFor(found, { now, by: colleague.staff }, asking)
  if (typeof request === 'string')
    return {
      status: 409,
      json: { error: request },
      page: { kind: 'ask', view: viewAt(now), typed: body, refused: request, colleague },
    }
  return {
    status: 200,
    json: lineOf(request, now),
    seeOther: `/desk/requests/${request.reference}?${new URLSearchParams({ lang: language, done: 'asked' })}`,
  }
}

/** What the form asks, or the fields that are wrong. */
function understood(body: Question): Asked | { readonly wrong: AskView['wrong'] } {
  const [place, country] = [body.place.trim(), body.country.trim().toUpperCase()]
  const chosen: Readonly<Record<string, unknown>> = body
  const parsed = Asked.safeParse({
    address: body.address,
    to: {
      name: body.name,
      ...(place === '' ? {} : { address: place }),
      ...(country === '' ? {} : { country }),
    },
    purpose: body.purpose.normalize('NFC').replaceAll('\r\n', '\n'),
    categories: Object.keys(policy.categories).filter((one) => chosen[`data-${one}`] === 'on'),
    until: body.until,
    by: body.by,
    file: body.file.trim(),
    language: body.theirs,
  })
  return parsed.success ? parsed.data : { wrong: [...new Set(parsed.error.issues.map(({ path }) => fieldAt(path)))] }
}

function fieldAt([first, second]: readonly PropertyKey[]): AskView['wrong'][number] {
  if (first === 'to') return second === 'address' ? 'place' : second === 'country' ? 'country' : 'name'
  if (first === 'language') return 'theirs'
  // The others are called as what is asked for by a program.
  return first as AskView['wrong'][number]
}
