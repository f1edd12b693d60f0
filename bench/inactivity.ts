/**
 * `npm run bench -- inactivity [--full]`: what one round of inactivity costs with 1,000 due accounts among 10,000 and among
 * 100,000 (`--full`: 1,000,000), which has to be the same within a tenth; and the ten-year run, at large.
 */

import { randomInt } from 'node:crypto'
import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  CreateTableCommand,
  type DynamoDBClient,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import fc from 'fast-check'
import { Activities } from '../adapters/activities.ts'
import { Mac } from '../adapters/keys.ts'
import policy from '../demo/policy.ts'
import { type Day, dayOf, daysAfter, instant } from '../domain/time.ts'
import type { InactivityOutput } from '../functions/contract/tasks.ts'
import { startStore } from '../test/adapters/dynamodb-local.ts'
import { deeds, lived, missed, promised, tenYears } from '../test/domain/ten-years.ts'
import type { Line } from './table.ts'
import { metered, type Used } from './wire.ts'

const due = 1000
/** What is called the same: within a tenth of the smaller one's. */
export const flat = 0.1

type Round = Used & { invocations: number; removals: number; pauseSeconds: number }

/** The lines, and whether every cost stayed flat and every account came to what the notice says. */
export async function inactivityBench(
  full: boolean,
): Promise<{ readonly lines: readonly Line[]; readonly held: boolean }> {
  const { inactivity } = policy
  if (!inactivity) throw new Error('the policy removes no account that nobody uses')
  const [few, many] = [10_000, full ? 1_000_000 : 100_000]
  const store = await startStore()
  const wire = await metered(store.access.endpoint)
  const { credentials, region } = store.access
  // As Lambda would give them: the handler is the deployed one, and makes its clients from these.
  Object.assign(process.env, {
    ...{ TABLE: store.table, MAC_KEY: wire.key, AWS_REGION: region },
    ...{ AWS_ENDPOINT_URL_DYNAMODB: wire.dynamodb, AWS_ENDPOINT_URL_KMS: wire.kms },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
  })
  const { handler } = await import('../functions/inactivity/handler.ts')
  const mac = new Mac(wire.key, new KMSClient({ endpoint: wire.kms, region, credentials }))
  const fill = new Fill(store.client, store.table, mac)
  try {
    await makeDirectory(store.client)
    await fill.shape()
    const round = async (accounts: number): Promise<Round> => {
      await fill.upTo(accounts - due)
      await fill.makeDue(due)
      wire.reset()
      const round: Round = { ...wire.used, invocations: 0, removals: 0, pauseSeconds: 0 }
      for (let more = true; more; ) {
        const before = Date.now()
        const answer: InactivityOutput = await handler(
          { v: 1 },
          { awsRequestId: 'bench', getRemainingTimeInMillis: () => 300_000 },
        )
        round.invocations++
        round.pauseSeconds += (Date.parse(answer.at) - before) / 1000
        more = answer.more
      }
      Object.assign(round, wire.used)
      round.removals = await fill.removed()
      return round
    }
    console.log(`One round with ${due} due among ${few} accounts …`)
    const small = await round(few)
    console.log(`The same among ${many} …`)
    const large = await round(many)
    if (small.removals !== due || large.removals !== 2 * due)
      throw new Error('not every due account was scheduled for removal')
    const compared = (what: string, of: (round: Round) => number): Line => ({
      what: `${what}, a round with ${due} due`,
      ours: `${Math.round(of(large))} among ${many} accounts`,
      against: `${Math.round(of(small))} among ${few}`,
      ratio: of(large) / of(small),
      aim: `1 ± ${flat}`,
    })
    const rounds = [
      compared('DynamoDB read units', ({ readUnits }) => readUnits),
      compared('DynamoDB write units', ({ writeUnits }) => writeUnits),
      compared('calls of DynamoDB', ({ calls }) => calls),
      compared('calls of KMS', ({ keyRequests }) => keyRequests),
      compared('invocations', ({ invocations }) => invocations),
      compared('seconds of pause for letters', ({ pauseSeconds }) => pauseSeconds),
    ]
    const life = tenYearRun(full ? 10_000 : 2000)
    return {
      lines: [...rounds, life.line],
      held: rounds.every(({ ratio }) => Math.abs(ratio - 1) <= flat) && life.held,
    }
  } finally {
    await wire.stop()
    store.stop()
  }
}

/** The company's table of accounts, as the policy's directory names it. */
export async function makeDirectory(client: DynamoDBClient): Promise<void> {
  const { directory } = policy
  const [key] = Object.values(directory.keys)
  await client.send(
    new CreateTableCommand({
      TableName: directory.table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [key, directory.attribute].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: directory.index,
          KeySchema: [{ AttributeName: directory.attribute, KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  )
}

/** Accounts in the index, many at a time; and what is known of them afterwards. */
export class Fill {
  readonly #client: DynamoDBClient
  readonly #table: string
  readonly #activities: Activities
  readonly #today: Day = dayOf(instant(Date.now()), policy.company.timeZone)
  #accounts = 0
  #due = 0
  #pattern: Record<string, unknown> = {}

  constructor(client: DynamoDBClient, table: string, mac: Mac) {
    this.#client = client
    this.#table = table
    this.#activities = new Activities(table, mac, client)
  }

  /** How an account is kept, read from one that the adapter wrote: so the others cannot be different. */
  async shape(): Promise<void> {
    await this.#activities.used('pattern', this.#today, daysAfter(this.#today, 'P181D'))
    const { Items = [] } = await this.#client.send(new ScanCommand({ TableName: this.#table }))
    this.#pattern = unmarshall(Items[0] ?? {})
    await this.#activities.forget('pattern')
  }

  /**
   * Accounts that are used now and then: due some day of the next 180, but none in the days that a bench lets pass. Their keys
   * are no real ones, so that they take no call of KMS: a round that met one could not move it, and would meet it forever.
   */
  async upTo(accounts: number): Promise<void> {
    const lanes = Array.from({ length: 16 }, async () => {
      while (this.#accounts < accounts) {
        const from = this.#accounts
        this.#accounts += batch
        await this.#put(
          Array.from({ length: batch }, (_, n) => ({
            ...this.#pattern,
            pk: `A#${`${from + n}`.padStart(43, 'u')}`,
            account: `used-${from + n}`,
            idle: `idle#${(from + n) % 8}`,
            idleOn: daysAfter(this.#today, `P${quietDays + randomInt(180 - quietDays)}D`),
          })),
          this.#table,
        )
      }
    })
    await Promise.all(lanes)
  }

  /** Accounts that nobody has used for 200 days, each with somebody in the directory. */
  async makeDue(count: number): Promise<void> {
    const [lastUsed, idleOn] = [daysAfter(this.#today, '-P200D'), daysAfter(this.#today, '-P19D')]
    const [key = 'id'] = Object.values(policy.directory.keys)
    for (let n = 0; n < count; n += batch) {
      const names = Array.from({ length: batch }, () => `due-${this.#due++}`)
      for (const name of names) await this.#activities.used(name, lastUsed, idleOn)
      await this.#put(
        names.map((name) => ({ [key]: name, [policy.directory.attribute]: `${name}@example.org` })),
        policy.directory.table,
      )
    }
  }

  async removed(): Promise<number> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :removals',
        ExpressionAttributeValues: marshall({ ':removals': 'A#removals' }),
      }),
    )
    return Items.reduce((all, item) => all + Number(unmarshall(item).scheduled), 0)
  }

  async #put(rows: readonly Record<string, unknown>[], table: string): Promise<void> {
    let left: ConstructorParameters<typeof BatchWriteItemCommand>[0]['RequestItems'] = {
      [table]: rows.map((row) => ({ PutRequest: { Item: marshall(row) } })),
    }
    while (Object.keys(left ?? {}).length > 0) {
      const { UnprocessedItems = {} }: BatchWriteItemCommandOutput = await this.#client.send(
        new BatchWriteItemCommand({ RequestItems: left }),
      )
      left = UnprocessedItems
    }
  }
}

/** A bench lets fewer days pass. */
const quietDays = 7
/** Items that one BatchWriteItem takes at most (DynamoDB quota). */
const batch = 25

/** Ten years of so many accounts by the domain, against the same by a model that knows the notice and nothing of the domain. */
export function tenYearRun(accounts: number): { readonly line: Line; readonly held: boolean } {
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31))
  console.log(`Ten years of ${accounts} accounts, seed ${seed} (SEED=${seed} repeats it) …`)
  const spent = { domain: 0, model: 0 }
  const timed = <T>(what: keyof typeof spent, work: () => T): T => {
    const began = performance.now()
    const done = work()
    spent[what] += performance.now() - began
    return done
  }
  const checked = fc.check(
    fc.property(deeds, missed, (all, without) => {
      const fate = timed('domain', () => lived(all, without))
      return JSON.stringify(fate) === JSON.stringify(timed('model', () => promised(all, without)))
    }),
    { numRuns: accounts, seed },
  )
  if (checked.failed) console.error(fc.defaultReportMessage(checked))
  const perSecond = (ms: number) => (accounts * tenYears) / (ms / 1000)
  return {
    held: !checked.failed,
    line: {
      what: `simulated account-days a second (${accounts * 10} account-years, seed ${seed})`,
      ours: `${millions(perSecond(spent.domain))} by the domain`,
      against: `${millions(perSecond(spent.model))} by the simple model`,
      ratio: spent.model / spent.domain,
    },
  }
}

const millions = (n: number): string => `${(n / 1e6).toFixed(2)} million`
