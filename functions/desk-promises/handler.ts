import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { DailyFigures } from '../../adapters/figures.ts'
import { Requests } from '../../adapters/requests.ts'
import { yearBegins } from '../../domain/months.ts'
import { keepingOf } from '../../domain/promises.ts'
import { recordOf } from '../../domain/record.ts'
import { dayOf } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { type PromiseId, promises } from '../../policy/promises.ts'
import proofs from '../../policy/proofs.json' with { type: 'json' }
import { promises as promisesPage } from '../../web/desk/promises.ts'
import { record as recordPage } from '../../web/desk/record.ts'
import type { PromisesView } from '../contract.ts'
import type { DeskAnswer } from '../desk/answer.ts'
import { mostCounted, whatPresses } from '../desk/pressed.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'

const Nothing = z.object({})
type Call = DeskCall<z.infer<typeof Nothing>>

const client = new DynamoDBClient({})
const table = required('TABLE')
const [requests, figures] = [new Requests(table, client), new DailyFigures(table, client)]
const proofOf: Readonly<Record<string, Readonly<Record<string, string>>>> = proofs

/** What the company promised, how it is kept, and what proves it; the record of processing; the policy as a file. */
export const handler = atTheDesk(
  'desk-promises',
  Nothing,
  () => 'see',
  client,
  { promises: promisesPage, record: recordPage },
  async (call) => {
    switch (call.route) {
      case 'GET /desk/record':
        return record(call)
      case 'GET /desk/record.json':
        return asJson('record', recordOf(policy))
      case 'GET /desk/policy.json':
        return asJson('policy', policy)
      default:
        return kept(call)
    }
  },
)

async function kept({ now, colleague }: Call): Promise<DeskAnswer<'promises'>> {
  const today = dayOf(now, policy.company.timeZone)
  const since = yearBegins(today)
  const [days, pressed] = await Promise.all([figures.ofDays(since, today), whatPresses(requests, now)])
  const until = days.at(-1)?.day
  const view: PromisesView = {
    at: now,
    since,
    ...(until ? { until } : {}),
    mostCounted,
    promises: keepingOf(days, pressed, policy).map((one) => ({
      ...one,
      ...lawOf(one.id),
      tests: Object.entries(proofOf[one.id] ?? {}).map(([sentence, file]) => ({ sentence, file })),
    })),
  }
  return { status: 200, json: view, page: { kind: 'promises', promises: view, colleague } }
}

function lawOf(wanted: PromiseId): { readonly article?: string } {
  const found = promises.find(({ id }) => id === wanted)
  return found && 'article' in found ? { article: found.article } : {}
}

/** GDPR Art. 30: from the policy, which says what is processed, what for, where and until when. */
function record({ now, colleague }: Call): DeskAnswer<'record'> {
  const record = recordOf(policy)
  return { status: 200, json: record, page: { kind: 'record', record, at: now, colleague } }
}

/** Nothing personal is in it, and no secret: the policy names secrets, and holds none. */
function asJson(name: string, content: unknown): DeskAnswer {
  const body = `${JSON.stringify(content, undefined, 2)}\n`
  return { status: 200, json: {}, file: { name: `${name}.json`, type: 'application/json; charset=utf-8', body } }
}
