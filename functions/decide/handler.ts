import { DynamoDBClient, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { required } from '../../adapters/environment.ts'
import type { Whole } from '../../adapters/items.ts'
import { decide } from '../../domain/decide.ts'
import type { Event } from '../../domain/event.ts'
import { Personal } from '../../domain/personal.ts'
import type { In } from '../../domain/request.ts'
import { isPlainText } from '../../domain/statement.ts'
import type { Step } from '../../domain/step.ts'
import { takesTwo } from '../../domain/two-people.ts'
import type { Written } from '../../domain/written.ts'
import { policy } from '../../policy/in-force.ts'
import { wordsAtMost } from '../entry/body.ts'
import { type Answer, type Call, endpoint } from '../entry/http.ts'
import { type Held, Links, sentBack, toDecide } from '../entry/link.ts'
import { whileOvertaken } from '../entry/while-overtaken.ts'
import { identifying, isChecking } from './identify.ts'
import { Decided } from './shape.ts'
import { isWeighing, weighedIn } from './weigh.ts'

/** Who decided is not known more closely: whoever has the link that was mailed to the officer can decide. */
const mailedLink = 'the link that was mailed to the officer'

const client = new DynamoDBClient({})
const links = new Links(required('TABLE'), client)
const { requests } = links
const identified = identifying(client, requests)

/** The company's decision, over a link that was mailed to its officer. What is decided stays so: twice is once. */
export const handler = endpoint(
  'decide',
  Decided,
  async (call) => sentBack(await whileOvertaken(() => decideWith(call), 'and opened'), call),
  wordsAtMost,
)

async function decideWith(call: Call<Decided>): Promise<Answer> {
  const whole = await links.only('decide', call.token, call.now)
  const why = call.body.extend
  if (why === 'complex' || why === 'many') return saved(whole, { type: 'extended', why }, call)
  if (isWeighing(whole)) return weighed(whole, call)
  if (isChecking(whole)) {
    const said = call.body.identity === undefined ? undefined : await identified(whole.request, call.body, call.now)
    if (said === undefined) return toDecide(whole, call)
    return typeof said === 'string' ? toDecide(whole, call, said) : saved(whole, said.event, call, said.also)
  }
  const open = undecided(whole)
  if (open.length === 0) return toDecide(whole, call)
  const answer = (call.body.answer ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
  const isKnown = (field: string) =>
    call.body[field] === 'apply' || Object.hasOwn(policy.reasonsToDecline, call.body[field] ?? '')
  const problem = !open.every(isKnown)
    ? ('undecided' as const)
    : [...answer].length > policy.limits.statement || !isPlainText(answer)
      ? ('answer' as const)
      : undefined
  if (problem) return toDecide(whole, call, problem)
  const decisions = Object.fromEntries(open.map((field) => [field, call.body[field] ?? '']))
  const said = answer === '' ? {} : { answer: new Personal(answer) }
  return saved(whole, { type: 'decided', decisions, ...said }, call)
}

async function weighed(whole: Held & { readonly request: In<'weighing'> }, call: Call<Decided>) {
  const event = weighedIn(whole.request, call.body)
  return typeof event === 'string' ? toDecide(whole, call, event) : saved(whole, event, call)
}

async function saved(
  whole: Held,
  event: Event,
  call: Call<Decided>,
  also: readonly TransactWriteItem[] = [],
): Promise<Answer> {
  const { by = mailedLink } = whole
  const wanted = whole.by === undefined ? event : orProposed(event)
  const decision = decide(whole.request, { ...wanted, by }, policy, call.now)
  if (decision.kind === 'refused')
    return toDecide(whole, call, decision.reason === 'two-people' ? 'two-people' : undefined)
  const request = await requests.save(decision, { ...saidWith(wanted, decision, by), also })
  return toDecide({ ...whole, request }, call)
}

/** What takes two people is only proposed, by whoever is at the desk. */
function orProposed(event: Event): Event {
  const isDecision = event.type === 'weighed' || event.type === 'decided'
  return isDecision && takesTwo(event, policy) ? { type: 'act-proposed', decision: event } : event
}

/** The words of what was proposed, which go with the person. */
function saidWith(wanted: Event, { entry, request }: Step, by: string): { readonly written?: Written } {
  const { proposal } = request
  if (wanted.type !== 'act-proposed' || !('decision' in wanted) || !wanted.decision.answer) return {}
  if (!proposal || !('written' in proposal)) return {}
  return { written: { n: entry.n, at: entry.at, by, proposes: proposal.act, words: wanted.decision.answer } }
}

const undecided = ({ request }: Whole): readonly string[] =>
  'items' in request ? request.items.filter(({ state }) => state === 'deciding').map(({ field }) => field) : []
