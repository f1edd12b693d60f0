import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { DailyFigures } from '../../adapters/figures.ts'
import { Requests } from '../../adapters/requests.ts'
import { atRiskBy, pressing } from '../../domain/deadline.ts'
import { kindOf } from '../../domain/figures.ts'
import { keepingOf, monthsOf, type Pressed, yearBegins } from '../../domain/promises.ts'
import { recordOf } from '../../domain/record.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { yearAsCsv } from '../../domain/year.ts'
import { policy } from '../../policy/in-force.ts'
import { type PromiseId, promises } from '../../policy/promises.ts'
import proofs from '../../policy/proofs.json' with { type: 'json' }
import { promises as promisesPage } from '../../web/desk/promises.ts'
import { record as recordPage } from '../../web/desk/record.ts'
import type { PromisesView } from '../contract.ts'
import { type DeskAnswer, DeskRefused } from '../desk/answer.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'

const Nothing = z.object({})
type Call = DeskCall<z.infer<typeof Nothing>>

/** So many requests that are overdue or at risk are looked at; there should be none. */
const mostCounted = 1000

const client = new DynamoDBClient({})
const table = required('TABLE')
const [requests, figures] = [new Requests(table, client), new DailyFigures(table, client)]
const proofOf: Readonly<Record<string, Readonly<Record<string, string>>>> = proofs

/** What the company promised, how it is kept, and what proves it; the record of processing; the figures and the policy as files. */
export const handler = atTheDesk(
  'desk-promises',
  Nothing,
  () => 'see',
  client,
  { promises: promisesPage, record: recordPage },
  async (call) => {
    switch (call.route) {
      case 'GET /desk/figures.csv':
        return year(call)
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

async function kept({ now, colleague }: Call): Promise<DeskAnswer> {
  const today = dayOf(now, policy.company.timeZone)
  const since = yearBegins(today)
  const [days, pressed] = await Promise.all([figures.ofDays(since, today), whatPresses(now)])
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
    months: monthsOf(days, today),
  }
  return { status: 200, json: view, page: { kind: 'promises', promises: view, colleague } }
}

function lawOf(wanted: PromiseId): { readonly article?: string } {
  const found = promises.find(({ id }) => id === wanted)
  return found && 'article' in found ? { article: found.article } : {}
}

/** What is overdue or at risk now, out of the index: who has time left is not read. */
async function whatPresses(now: Instant): Promise<readonly Pressed[]> {
  const pressed: Pressed[] = []
  let read = 0
  for await (const request of requests.owedBy(atRiskBy(now, policy))) {
    const why = pressing(request, policy, now)
    // What the company asks a person is owed to nobody.
    if (why && request.right !== 'disclosure') pressed.push({ kind: kindOf(request, request.right), why })
    read += 1
    if (read === mostCounted) break
  }
  return pressed
}

/** The same file as the authority's (docs/figures.md). */
async function year({ query, colleague }: Call): Promise<DeskAnswer> {
  const { year = '' } = query
  if (!/^2\d{3}$/.test(year))
    throw new DeskRefused({
      status: 400,
      json: { error: 'year' },
      page: { kind: 'trouble', why: 'malformed', colleague },
    })
  const body = yearAsCsv(await figures.ofYear(Number(year)))
  return { status: 200, json: {}, file: { name: `requests-${year}.csv`, type: 'text/csv; charset=utf-8', body } }
}

/** GDPR Art. 30: from the policy, which says what is processed, what for, where and until when. */
function record({ now, colleague }: Call): DeskAnswer {
  const record = recordOf(policy)
  return { status: 200, json: record, page: { kind: 'record', record, at: now, colleague } }
}

/** Nothing personal is in it, and no secret: the policy names secrets, and holds none. */
function asJson(name: string, content: unknown): DeskAnswer {
  const body = `${JSON.stringify(content, undefined, 2)}\n`
  return { status: 200, json: {}, file: { name: `${name}.json`, type: 'application/json; charset=utf-8', body } }
}
