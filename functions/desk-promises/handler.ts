import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { DailyFigures } from '../../adapters/figures.ts'
import { Indexes } from '../../adapters/indexes.ts'
import { hashOf, Policies, type PolicyVersion } from '../../adapters/policies.ts'
import { yearBegins } from '../../domain/months.ts'
import { changesBetween, type Plain } from '../../domain/policy-changes.ts'
import { keepingOf } from '../../domain/promises.ts'
import { recordOf } from '../../domain/record.ts'
import { dayOf } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { type PromiseId, promises } from '../../policy/promises.ts'
import proofs from '../../policy/proofs.json' with { type: 'json' }
import type { Policy } from '../../policy/schema.ts'
import { policyVersions as policyPage } from '../../web/desk/policy.ts'
import { promises as promisesPage } from '../../web/desk/promises.ts'
import { record as recordPage } from '../../web/desk/record.ts'
import type { PromisesView } from '../contract/desk/figures.ts'
import type { PolicyView } from '../contract/desk/policy.ts'
import { type DeskAnswer, DeskRefused } from '../desk/answer.ts'
import { besidePromises, mostCounted, whatPresses } from '../desk/pressed.ts'
import { atTheDesk, type DeskCall } from '../desk/signed-in.ts'

const Nothing = z.object({})
type Call = DeskCall<z.infer<typeof Nothing>>

const client = new DynamoDBClient({})
const table = required('TABLE')
const [indexes, figures] = [new Indexes(table, client), new DailyFigures(table, client)]
const policies = new Policies(table, client)
const proofOf: Readonly<Record<string, Readonly<Record<string, string>>>> = proofs

/** What the company promised, how it is kept, and what proves it; the record of processing; the policy and its versions. */
export const handler = atTheDesk(
  'desk-promises',
  Nothing,
  () => 'see',
  client,
  { promises: promisesPage, record: recordPage, policy: policyPage },
  async (call) => {
    switch (call.route) {
      case 'GET /desk/record':
        return record(call)
      case 'GET /desk/record.json':
        return asJson('record', recordOf(policy))
      case 'GET /desk/policy':
        return versions(call)
      case 'GET /desk/policy.json':
        return policyFile(call)
      default:
        return kept(call)
    }
  },
)

async function kept({ now, colleague }: Call): Promise<DeskAnswer<'promises'>> {
  const today = dayOf(now, policy.company.timeZone)
  const since = yearBegins(today)
  const [days, pressed] = await Promise.all([figures.ofDays(since, today), whatPresses(indexes, now)])
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
    besides: await besidePromises(pressed, indexes, now),
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

/** So many versions are told of. */
const mostVersions = 50

/** What was in force, and what each version changed; also what is deployed, and not kept before its first night. */
async function versions({ colleague }: Call): Promise<DeskAnswer<'policy'>> {
  // One more, so that the last that is shown has one to be compared with.
  const kept = await policies.newest(mostVersions + 1)
  const hash = hashOf(policy)
  const read: readonly (Omit<PolicyVersion, 'since'> & Partial<PolicyVersion>)[] =
    kept[0]?.hash === hash ? kept : [{ hash, policy }, ...kept]
  const view: PolicyView = {
    versions: read.slice(0, mostVersions).map(({ hash, since, policy }, n) => {
      const [later, before] = [read[n - 1], read[n + 1]]
      return {
        hash,
        ...(since ? { since } : {}),
        ...(later ? { over: true as const } : {}),
        ...(later?.since ? { until: later.since } : {}),
        ...(before ? { changes: changesBetween(plain(before.policy), plain(policy)) } : {}),
      }
    }),
    more: read.length > mostVersions,
  }
  return { status: 200, json: view, page: { kind: 'policy', policy: view, colleague } }
}

/** The policy in force, or one that was, by its hash. @throws DeskRefused */
async function policyFile({ query, colleague }: Call): Promise<DeskAnswer> {
  const { version } = query
  if (version === undefined) return asJson('policy', policy)
  const found = (await policies.newest(mostVersions + 1)).find(({ hash }) => hash === version)
  if (found) return asJson(`policy-${found.hash.slice(0, 12)}`, found.policy)
  throw new DeskRefused({
    status: 404,
    json: { error: 'no-such-version' },
    page: { kind: 'trouble', why: 'malformed', colleague },
  })
}

/** As JSON has it: what is undefined is not there. */
const plain = (policy: Policy): Plain => JSON.parse(JSON.stringify(policy)) as Plain

/** Nothing personal is in it, and no secret: the policy names secrets, and holds none. */
function asJson(name: string, content: unknown): DeskAnswer {
  const body = `${JSON.stringify(content, undefined, 2)}\n`
  return { status: 200, json: {}, file: { name: `${name}.json`, type: 'application/json; charset=utf-8', body } }
}
