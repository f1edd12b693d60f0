import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { Requests } from '../../adapters/requests.ts'
import { Personal } from '../../domain/personal.ts'
import { itemsOf, typed } from '../../domain/statement.ts'
import { policy } from '../../policy/in-force.ts'
import { act } from '../entry/act.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { linked, shown, shownAfter, wordsAtMost } from '../entry/link.ts'

/** By field of the policy; `statement` is what the person says in words, `about` the category that it is about. */
const Said = z.record(z.string(), z.string())

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/** Takes what is right, from the person who proved the address. What is wrong with it is said at its field; nothing is saved. */
export const handler = endpoint(
  'state',
  Said,
  async (call): Promise<Answer> => {
    const { whole, seen } = await linked(call.token, requests, call.now)
    const pressed = { ...call, body: { language: call.language } }
    if (!seen.actions.includes('state'))
      return {
        ...shownAfter(seen, pressed, call.language),
        status: 409,
        json: { error: 'not-possible-now', request: seen },
      }
    const { values, wrong } = typed(call.body, policy)
    const categories = Object.keys(policy.categories)
    const about = categories.find((category) => category === call.body.about) ?? categories[0] ?? ''
    const isEmpty = Object.keys(values).length === 0
    if (isEmpty || Object.keys(wrong).length > 0)
      return {
        ...shown(seen, call.token, call.body.language ? call.language : whole.request.language),
        status: 400,
        json: { error: 'malformed', fields: isEmpty ? ['statement'] : Object.keys(wrong) },
        page: { kind: 'request', request: seen, token: call.token, typed: { values, wrong, about, isEmpty } },
      }
    return act(
      pressed,
      { type: 'stated', items: itemsOf(values, about, policy), stated: new Personal(values) },
      requests,
    )
  },
  wordsAtMost,
)
