import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Mac, newToken } from '../../adapters/keys.ts'
import { Overtaken, Requests } from '../../adapters/requests.ts'
import { received } from '../../domain/decide.ts'
import { earliestReceipt } from '../../domain/entered.ts'
import { Personal } from '../../domain/personal.ts'
import { reference } from '../../domain/reference.ts'
import { typed as checked } from '../../domain/statement.ts'
import type { Ask } from '../../domain/step.ts'
import { type Day, dayBegins, dayOf, type Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { rights } from '../../policy/rights.ts'
import { enter as enterPage } from '../../web/desk/enter.ts'
import type { EnterView } from '../contract/desk/queue.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { formOf, onceOf } from '../desk/once.ts'
import { lineOf } from '../desk/seen.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'
import { wordsAtMost } from '../entry/body.ts'
import { Address } from '../entry/shapes.ts'
import { Entry } from './shape.ts'

const Understood = {
  channel: z.enum(['phone', 'letter', 'chat']),
  right: z.enum(rights),
  address: Address,
  theirs: z.enum(policy.languages),
  on: z.iso.date(),
}

const client = new DynamoDBClient({})
const requests = new Requests(required('TABLE'), client)
const mac = new Mac(required('MAC_KEY'))

/** A request that somebody of the company enters for who asked by phone, letter or chat: from here like one by the form. */
export const handler = atTheDesk(
  'desk-enter',
  Entry,
  () => 'enter',
  client,
  { enter: enterPage },
  async (call) => (call.route === 'GET /desk/enter' ? show(call) : enter(call)),
  wordsAtMost,
)

function show({ colleague, now }: DeskCall<Entry>): DeskAnswer<'enter'> {
  const view = viewAt(now, newToken())
  return { status: 200, json: view, page: { kind: 'enter', view, typed: {}, colleague } }
}

const viewAt = (now: Instant, once: string, wrong: EnterView['wrong'] = []): EnterView => ({
  today: dayOf(now, policy.company.timeZone),
  earliest: earliestReceipt(now, policy),
  once,
  wrong,
})

async function enter({ body, colleague, language, now }: DeskCall<Entry>): Promise<DeskAnswer<'enter'>> {
  const view = viewAt(now, onceOf(body.once))
  const found = understood(body, view)
  if ('wrong' in found) {
    const shown = { ...view, wrong: found.wrong }
    return {
      status: 400,
      json: { error: 'malformed', fields: found.wrong },
      page: { kind: 'enter', view: shown, typed: body, colleague },
    }
  }
  const { address, said, ...ask } = found.ask
  const person = {
    address: new Personal(address),
    hash: await mac.ofAddress(address),
    ...(said === undefined ? {} : { proposed: new Personal(said) }),
  }
  const step = received(
    {
      ...ask,
      person,
      // One form, one request.
      reference: reference(formOf(view.once, [colleague.staff, ask.entered, ask.receivedAt, ask.right, address])),
    },
    policy,
    now,
    false,
    colleague.staff,
  )
  const request = await requests.save(step).catch((error: unknown) => {
    // The same form once more: it is entered already.
    if (error instanceof Overtaken) return requests.request(step.request.reference)
    throw error
  })
  if (!request) throw new Error('what was entered is not there')
  return {
    status: 202,
    json: lineOf(request, now),
    seeOther: `/desk/requests/${request.reference}?${new URLSearchParams({ lang: language, done: 'entered' })}`,
  }
}

type Found = Omit<Ask, 'reference' | 'person'> & { readonly address: string; readonly said?: string }

/** What the form says, or the fields that are wrong. */
function understood(
  body: Entry,
  { earliest, today }: EnterView,
): { readonly ask: Found } | { readonly wrong: EnterView['wrong'] } {
  const channel = Understood.channel.safeParse(body.channel)
  const right = Understood.right.safeParse(body.right)
  const address = Understood.address.safeParse(body.address)
  const theirs = Understood.theirs.safeParse(body.theirs)
  const on = Understood.on.safeParse(body.on)
  const isInTime = on.success && on.data >= earliest && on.data <= today
  const isCorrection = right.data === 'rectification'
  const { values, wrong } = checked({ statement: isCorrection ? body.said : '' }, policy)
  if (channel.success && isInTime && right.success && address.success && theirs.success && !wrong.statement)
    return {
      ask: {
        entered: channel.data,
        receivedAt: dayBegins(on.data as Day, policy.company.timeZone),
        right: right.data,
        address: address.data,
        language: theirs.data,
        ...(body.child === 'on' && policy.minors ? { child: true as const } : {}),
        ...(values.statement === undefined ? {} : { said: values.statement }),
      },
    }
  return {
    wrong: [
      ...(channel.success ? [] : (['channel'] as const)),
      ...(isInTime ? [] : (['on'] as const)),
      ...(right.success ? [] : (['right'] as const)),
      ...(address.success ? [] : (['address'] as const)),
      ...(theirs.success ? [] : (['theirs'] as const)),
      ...(wrong.statement ? (['said'] as const) : []),
    ],
  }
}
