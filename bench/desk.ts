/**
 * `npm run bench -- desk [--full]`: what the first page of the desk's queue costs among 1,000 requests and among 10,000
 * (`--full`: 100,000), which has to be the same; and what a browser loads for it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BatchWriteItemCommand, type BatchWriteItemCommandOutput } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { toItem } from '../adapters/items.ts'
import { newToken, tokenHash } from '../adapters/keys.ts'
import { Sessions } from '../adapters/sessions.ts'
import { reference } from '../domain/reference.ts'
import { instant, shifted } from '../domain/time.ts'
import { startStore } from '../test/adapters/dynamodb-local.ts'
import { requestIn } from '../test/domain/sample.ts'
import type { Line } from './table.ts'
import { metered } from './wire.ts'

const flat = 0.1
/** Looks at the page, of which the middle one counts. */
const looks = 21
/** What a page of the desk may weigh, compressed, in bytes. */
const lightest = 150_000

const hour = 3_600_000
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

export async function deskBench(full: boolean): Promise<{ readonly lines: readonly Line[]; readonly held: boolean }> {
  const [few, many] = [1000, full ? 100_000 : 10_000]
  const store = await startStore()
  const wire = await metered(store.access.endpoint)
  const { credentials, region } = store.access
  Object.assign(process.env, {
    ...{ TABLE: store.table, MAC_KEY: wire.key, AWS_REGION: region },
    ...{ AWS_ENDPOINT_URL_DYNAMODB: wire.dynamodb, AWS_ENDPOINT_URL_KMS: wire.kms },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
  })
  const { handler } = await import('../functions/desk-queue/handler.ts')
  const now = instant(Date.now())
  const secret = newToken()
  await new Sessions(store.table, store.client).begin(tokenHash(secret), {
    ...{ staff: 'officer 00000000', role: 'officer', name: 'officer@example.com', csrf: newToken() },
    ...{ seenAt: now, endsAt: shifted(now, 8 * hour) },
  })
  const event = {
    routeKey: 'GET /desk',
    rawPath: '/desk',
    cookies: [`__Host-oblige-desk=${secret}`],
    headers: { accept: 'text/html' },
    requestContext: { http: { method: 'GET' } },
  } as unknown as APIGatewayProxyEventV2
  const look = async (): Promise<string> => {
    const { statusCode, body = '' } = await handler(event, {} as Context)
    if (statusCode !== 200) throw new Error(`the desk answered ${statusCode}`)
    return body
  }
  let filled = 0
  /** Thirty are overdue or due soon, all others are promised later. */
  const fillUpTo = async (count: number): Promise<void> => {
    for (; filled < count; filled += 25) {
      let left = {
        [store.table]: Array.from({ length: 25 }, (_, i) => {
          const n = filled + i
          const late = n < 30 ? (n - 10) * hour : (n + 400) * hour
          const one = {
            ...requestIn(n % 2 === 0 ? 'deciding' : 'gathering'),
            reference: reference(new Uint8Array([9, n >> 24, n >> 16, n >> 8, n])),
            promisedBy: shifted(now, late),
          }
          return { PutRequest: { Item: marshall(toItem(one), { removeUndefinedValues: true }) } }
        }),
      } as BatchWriteItemCommandOutput['UnprocessedItems']
      while (left && Object.keys(left).length > 0)
        left = (await store.client.send(new BatchWriteItemCommand({ RequestItems: left }))).UnprocessedItems
    }
  }
  const measured = async (count: number) => {
    await fillUpTo(count)
    await look()
    wire.reset()
    const page = await look()
    const { readUnits, calls } = wire.used
    const times: number[] = []
    for (let n = 0; n < looks; n++) {
      const began = performance.now()
      await look()
      times.push(performance.now() - began)
    }
    return { readUnits, calls, page, ms: median(times) }
  }
  try {
    console.log(`The first page among ${few} requests …`)
    const small = await measured(few)
    console.log(`The same among ${many} …`)
    const large = await measured(many)
    const compared = (what: string, of: (one: typeof small) => number, unit = ''): Line => ({
      what: `${what}, the queue’s first page`,
      ours: `${of(large).toFixed(1)}${unit} among ${many} requests`,
      against: `${of(small).toFixed(1)}${unit} among ${few}`,
      ratio: of(large) / of(small),
      aim: `1 ± ${flat}`,
    })
    const counted = [
      compared('DynamoDB read units', ({ readUnits }) => readUnits),
      compared('calls of DynamoDB', ({ calls }) => calls),
    ]
    const web = (file: string) => readFileSync(join(import.meta.dirname, '..', 'web', file))
    const parts = [Buffer.from(large.page), web('style.css'), web('desk.css'), web('icon.svg')]
    const weight = parts.reduce((sum, part) => sum + gzipSync(part).length, 0)
    return {
      lines: [
        ...counted,
        compared('time', ({ ms }) => ms, ' ms'),
        {
          what: 'bytes of the page with its styles, compressed',
          ours: String(weight),
          against: String(lightest),
          ratio: weight / lightest,
          aim: 'at most 1',
        },
      ],
      // Time is shown and not held: a machine that is busy tells nothing.
      held: counted.every(({ ratio }) => Math.abs(ratio - 1) <= flat) && weight <= lightest,
    }
  } finally {
    await wire.stop()
    store.stop()
  }
}
