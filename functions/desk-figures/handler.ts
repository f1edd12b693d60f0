import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { DailyFigures } from '../../adapters/figures.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { monthsOf, neededOf, yearBegins } from '../../domain/months.ts'
import { keepingOf } from '../../domain/promises.ts'
import { dayOf, type Instant } from '../../domain/time.ts'
import { yearAsCsv } from '../../domain/year.ts'
import { policy } from '../../policy/in-force.ts'
import { figures as figuresPage } from '../../web/desk/figures.ts'
import type { FiguresView } from '../contract/desk/figures.ts'
import { type DeskAnswer, DeskRefused } from '../desk/answer.ts'
import { besidePromises, mostCounted, whatPresses } from '../desk/pressed.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'

const Nothing = z.object({})
type Call = DeskCall<z.infer<typeof Nothing>>

const client = new DynamoDBClient({})
const table = required('TABLE')
const [indexes, figures] = [new Indexes(table, client), new DailyFigures(table, client)]

/** The figures of twelve months as charts and tables, and as files to keep. */
export const handler = atTheDesk(
  'desk-figures',
  Nothing,
  () => 'see',
  client,
  { figures: figuresPage },
  async (call) => {
    if (call.route === 'GET /desk/figures.csv') return year(call)
    const { now, colleague } = call
    const view = await seen(now)
    if (call.route === 'GET /desk/figures')
      return { status: 200, json: view, page: { kind: 'figures', figures: view, colleague } }
    const body = `${JSON.stringify(view, undefined, 2)}\n`
    return { status: 200, json: {}, file: { name: 'figures.json', type: 'application/json; charset=utf-8', body } }
  },
)

async function seen(now: Instant): Promise<FiguresView> {
  const today = dayOf(now, policy.company.timeZone)
  const since = yearBegins(today)
  const [all, pressed] = await Promise.all([figures.untilNow(today), whatPresses(indexes, now)])
  const days = all.filter(({ day }) => day >= since)
  const until = days.at(-1)?.day
  return {
    at: now,
    since,
    ...(until ? { until } : {}),
    mostCounted,
    months: monthsOf(all, today),
    needed: neededOf(days, policy),
    promises: keepingOf(days, pressed, policy).flatMap(({ id, counts }) =>
      counts
        ? [
            {
              id,
              inTime: Math.max(0, counts.finished - counts.late),
              atRisk: counts.atRisk,
              broken: counts.late + counts.overdue,
            },
          ]
        : [],
    ),
    besides: await besidePromises(pressed, indexes, now),
  }
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
