import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inventCompany } from '../company/invent.ts'
import type { Access } from '../database/database.ts'
import { fillBucket, freshBucket } from './bucket.ts'
import { names, type Places } from './places.ts'
import { fillDatabase } from './rows.ts'
import { fillTable, freshTables } from './tables.ts'

type Seeding = {
  readonly places: Places
  readonly region: string
  readonly database: Access
  /** Written when all is there: without it a seeding starts over from nothing. */
  readonly marker: string
  readonly progress: (line: string) => void
}

/** Fills the company's places, once for each state folder. */
export async function seed({ places, region, database, marker, progress }: Seeding): Promise<void> {
  if (existsSync(marker)) return
  const company = inventCompany()
  const { portals, accounts, sessions, signIns, files } = company
  const people = new Set(accounts.map(({ email }) => email)).size
  progress(`Inventing ${people} people in ${portals.length} portals`)
  await freshTables(places.dynamodb)
  await fillTable(places.dynamodb, names.portals, portals)
  await fillTable(places.dynamodb, names.accounts, accounts)
  await fillTable(places.dynamodb, names.sessions, sessions)
  await fillTable(places.dynamodb, names.signIns, signIns)
  progress(`DynamoDB: ${accounts.length} accounts, ${sessions.length} sessions, ${signIns.length} linked sign-ins`)
  await freshBucket(places.s3, region)
  await fillBucket(places.s3, files)
  const versions = files.reduce((sum, file) => sum + file.versions.length, 0)
  progress(`S3: ${files.length} files, ${versions} versions`)
  await fillDatabase(database, company)
  progress(
    `PostgreSQL: ${company.invoices.length} invoices, ${company.payments.length} payments, ` +
      `${company.subscriptions.length} subscriptions, ${company.threads.length} threads, ${company.posts.length} posts`,
  )
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(`${marker}.new`, JSON.stringify({ people }))
  renameSync(`${marker}.new`, marker)
}
