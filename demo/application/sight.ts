import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Places } from '../places/places.ts'
import type { Part } from './part.ts'
import { dynamodbParts } from './see-dynamodb.ts'
import { filesPart } from './see-files.ts'
import { postgresqlParts } from './see-postgresql.ts'

export type Sight = {
  readonly account: string
  readonly parts: readonly Part[]
  /** SHA-256 of all that is seen, hexadecimal: the same data give the same fingerprint. */
  readonly fingerprint: string
}

/** Reads everything of one account, live, with the rights of the company's own application. */
export async function look(account: string, places: Places, database: pg.Pool): Promise<Sight> {
  const parts = [
    ...(await dynamodbParts(account, places.dynamodb)),
    await filesPart(account, places.s3),
    ...(await postgresqlParts(account, database)),
  ]
  const seen = parts.map(({ what, rows }) => [what, rows])
  return { account, parts, fingerprint: createHash('sha256').update(JSON.stringify(seen)).digest('hex') }
}
