import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, startDatabase } from '../../demo/database/database.ts'
import { ownStatements, type Places, placesOf } from '../../demo/places/places.ts'
import { Clock } from '../../local/clock/clock.ts'
import { DynamoDb } from '../../local/dynamodb/dynamodb.ts'
import { serve } from '../../local/front/server.ts'
import { Gateway } from '../../local/gateway/gateway.ts'
import { outside } from '../../local/gateway/iam/principals.ts'
import { S3 } from '../../local/s3/s3.ts'
import { Secrets } from '../../local/secrets/secrets.ts'
import { account } from '../../local/template/assembly.ts'
import { quickFolder } from '../memory.ts'

export const region = 'eu-central-1'

export type Stores = {
  readonly state: string
  readonly database: Database
  /** The stores as somebody sees them; absent statements: as the company's own application. */
  as(name: string, statements?: readonly object[]): Places
  stop(): Promise<void>
}

/** The stores of the local cloud behind its gateway, and the company's database; nothing of Oblige. */
export async function openStores(): Promise<Stores> {
  const state = quickFolder('oblige-demo-')
  const clock = new Clock()
  const [dynamodb, database] = await Promise.all([
    DynamoDb.start({ region, account, streamLabel: '2026-01-01T00:00:00.000' }),
    startDatabase(join(state, 'demo', 'postgresql')),
  ])
  const services = [dynamodb, new S3({ state, clock }), new Secrets({ state, clock, region, account })]
  const gateway = new Gateway({ clock, services })
  const door = await serve(0, (request) => gateway.handle(request))
  return {
    state,
    database,
    as: (name, statements = ownStatements) =>
      placesOf({ endpoint: door.url, region, credentials: gateway.keyOf(outside(name, statements)) }),
    stop: async () => {
      await door.stop()
      await Promise.all([database.stop(), ...services.map((service) => service.stop())])
      clock.stop()
      rmSync(state, { recursive: true, force: true })
    },
  }
}
