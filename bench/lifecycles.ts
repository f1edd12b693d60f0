/** Whole lives of requests on the local cloud, from the form to the certificate: how fast, and what AWS would bill for them. */
import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { inventCompany } from '../demo/company/invent.ts'
import policy from '../demo/policy.ts'
import { type House, openHouse } from '../test/cloud/house.ts'
import { Person } from '../test/cloud/person.ts'
import { prices } from './prices.ts'
import type { Line } from './table.ts'

/** What one life of a request came to, on average. */
export type Bill = {
  readonly transitions: number
  readonly writes: number
  readonly reads: number
  readonly mails: number
  readonly invocations: number
  readonly gigabyteSeconds: number
  readonly keyRequests: number
  readonly signatures: number
  readonly storeWrites: number
  readonly storeReads: number
  readonly apiRequests: number
}

/** `people` requests at once; then raw transactions of three items each, as a saved step is, on the same DynamoDB Local. */
export async function lifecycles(people: number): Promise<{ readonly line: Line; readonly bill: Bill }> {
  // The rounds of these days are there whether anybody asks or not: they are measured apart (bench/round.ts).
  const house = await openHouse({ asleep: /./ })
  try {
    const addresses = [...new Set(inventCompany().accounts.map(({ email }) => email))].slice(0, people)
    const called = counting(house)
    const began = performance.now()
    const links = new Map<Person, string>()
    for (const address of addresses) {
      const person = new Person(house.cloud, address)
      links.set(person, (await person.asksAndConfirms()).link)
    }
    await house.cloud.clock.advance(policy.periods.erasure)
    const seconds = (performance.now() - began) / 1000
    for (const [person, link] of links)
      if ((await person.sees(link)).status !== 'erased') throw new Error('a request was not erased in its time')
    const bill = billOf(house, called, people)
    const raw = await rawTransactions(house, 300)
    const perSecond = people / seconds
    return {
      bill,
      line: {
        what: `lifecycles a second (${people} requests, ${bill.writes.toFixed(0)} writes each)`,
        ours: `${perSecond.toFixed(2)}/s`,
        against: `${raw.toFixed(0)}/s raw transactions of 3 items on the same DynamoDB Local`,
        ratio: perSecond / raw,
      },
    }
  } finally {
    await house.close()
  }
}

/** Calls of billed actions from now on. */
export function counting(house: House): ReadonlyMap<string, number> {
  const called = new Map<string, number>()
  house.cloud.onCall(({ needs }) => {
    // A request to a service is one, however many items it names; items are what DynamoDB bills.
    for (const { action } of billed(needs)) called.set(action, (called.get(action) ?? 0) + 1)
  })
  return called
}

const billed = (needs: ReadonlyArray<{ readonly action: string }>) =>
  needs.filter(
    ({ action }, i) => action.startsWith('dynamodb:') || i === needs.findIndex((one) => one.action === action),
  )

/** What one of `people` lives came to. @param apiRequests of each: pages looked at and buttons pressed */
export function billOf(
  { cloud, state }: House,
  called: ReadonlyMap<string, number>,
  people: number,
  apiRequests = 4,
): Bill {
  const sum = (...actions: readonly string[]) =>
    actions.reduce((all, action) => all + (called.get(action) ?? 0), 0) / people
  const invoked = [...cloud.functions.counts.values()].reduce((all, n) => all + n, 0)
  return {
    transitions: cloud.machines.views().reduce((all, { transitions }) => all + transitions, 0) / people,
    writes: sum('dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'),
    reads: sum('dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem'),
    mails: sum('ses:SendRawEmail'),
    invocations: invoked / people,
    gigabyteSeconds: gigabyteSeconds(cloud, state) / people,
    keyRequests: sum('kms:GenerateMac', 'kms:GenerateDataKey', 'kms:Decrypt'),
    signatures: sum('kms:Sign', 'kms:GetPublicKey'),
    storeWrites: sum('s3:PutObject'),
    storeReads: sum('s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:ListBucketVersions'),
    apiRequests,
  }
}

/** From the functions' own log lines: ms of each call, times the memory that the template gives. */
function gigabyteSeconds({ resources }: House['cloud'], state: string): number {
  let sum = 0
  for (const { name, properties } of resources.ofType('AWS::Lambda::Function')) {
    const memory = Number(properties.MemorySize ?? 128) / 1024
    for (const file of globSync(join(state, 'logs', `${name}.log`)))
      for (const [, ms] of readFileSync(file, 'utf8').matchAll(/"ms":(\d+)/g)) sum += (Number(ms) / 1000) * memory
  }
  return sum
}

/** Transactions a second, 8 at a time, written straight to the table's service past the gateway. */
async function rawTransactions({ cloud }: House, count: number): Promise<number> {
  const table = cloud.resources.ofType('AWS::DynamoDB::Table').find(({ name }) => name.includes('Requests'))?.name
  const credentials = cloud.principal('bench', [{ Effect: 'Allow', Action: '*', Resource: '*' }])
  const client = new DynamoDBClient({ endpoint: cloud.gateway, region: policy.regions.home, credentials })
  const put = (pk: string, sk: string) => ({
    Put: { TableName: table, Item: { pk: { S: pk }, sk: { S: sk }, text: { S: 'x'.repeat(300) } } },
  })
  const one = async () => {
    const pk = `bench#${randomUUID()}`
    await client.send(new TransactWriteItemsCommand({ TransactItems: ['a', 'b', 'c'].map((sk) => put(pk, sk)) }))
  }
  await one()
  const began = performance.now()
  const lanes = Array.from({ length: 8 }, async () => {
    for (let i = 0; i < count / 8; i++) await one()
  })
  await Promise.all(lanes)
  return count / ((performance.now() - began) / 1000)
}

/** US dollars for a thousand lifecycles, by what is billed. Writes count twice: most are in transactions. */
export function dollarsPerThousand(bill: Bill): ReadonlyMap<string, number> {
  const thousand = (amount: number, price: number) => 1000 * amount * price
  return new Map([
    ['Step Functions transitions', thousand(bill.transitions, prices.transition)],
    ['DynamoDB writes', thousand(2 * bill.writes, prices.writeUnit)],
    ['DynamoDB reads', thousand(2 * bill.reads, prices.readUnit)],
    ['Lambda requests', thousand(bill.invocations, prices.invocation)],
    ['Lambda time', thousand(bill.gigabyteSeconds, prices.gigabyteSecond)],
    ['SES mails', thousand(bill.mails, prices.mail)],
    ['KMS keys', thousand(bill.keyRequests, prices.keyRequest)],
    ['KMS signatures', thousand(bill.signatures, prices.signature)],
    ['S3 writes and lists', thousand(bill.storeWrites, prices.storeWrite)],
    ['S3 reads', thousand(bill.storeReads, prices.storeRead)],
    ['API requests', thousand(bill.apiRequests, prices.apiRequest)],
  ])
}
