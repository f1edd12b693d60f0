/** What goes over the wire to DynamoDB and KMS, counted between the client and the service. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '../local/dynamodb/call.ts'
import type { HttpRequest } from '../local/front/http-api.ts'
import { serve } from '../local/front/server.ts'
import { Kms } from '../local/kms/kms.ts'

/** What was used since `reset`. Units are DynamoDB's own, as its answers name them, indexes included. */
export type Used = { calls: number; readUnits: number; writeUnits: number; keyRequests: number }

type Capacity = {
  readonly ReadCapacityUnits?: number
  readonly WriteCapacityUnits?: number
  readonly CapacityUnits?: number
}

const writing = /^(Put|Update|Delete|BatchWrite|TransactWrite)Items?$/
const nothing: Used = { calls: 0, readUnits: 0, writeUnits: 0, keyRequests: 0 }

/** Doors to a running DynamoDB and to a KMS of its own with one HMAC key. @param dynamodb its URL */
export async function metered(dynamodb: string): Promise<{
  readonly used: Used
  readonly dynamodb: string
  readonly kms: string
  readonly key: string
  reset(): void
  stop(): Promise<void>
}> {
  const used = { ...nothing }
  const connection = new Connection(dynamodb)
  const units = await serve(0, async (request) => {
    const operation = request.headers['x-amz-target']?.split('.')[1] ?? ''
    const asked = { ...JSON.parse(request.body.toString('utf8')), ReturnConsumedCapacity: 'TOTAL' }
    const answer = await connection.forward({ ...request, body: Buffer.from(JSON.stringify(asked)) })
    used.calls++
    const { ConsumedCapacity = [] } = JSON.parse(answer.body.toString('utf8')) as {
      ConsumedCapacity?: Capacity | Capacity[]
    }
    for (const { CapacityUnits = 0 } of [ConsumedCapacity].flat())
      used[writing.test(operation) ? 'writeUnits' : 'readUnits'] += CapacityUnits
    return answer
  })
  const state = mkdtempSync(join(tmpdir(), 'oblige-bench-kms-'))
  const kms = new Kms({ state, clock: { instant: () => new Date().toISOString() } })
  const key = 'arn:aws:kms:eu-central-1:000000000000:key/mac'
  kms.create({ arn: key, spec: 'HMAC_256' })
  const keys = await serve(0, (request: HttpRequest) => {
    used.keyRequests++
    return kms.handle(request)
  })
  return {
    ...{ used, key, dynamodb: units.url, kms: keys.url },
    reset: () => void Object.assign(used, nothing),
    stop: async () => {
      await Promise.all([units.stop(), keys.stop()])
      connection.close()
      rmSync(state, { recursive: true, force: true })
    },
  }
}
