import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Company } from '../company/company.ts'
import { inventCompany } from '../company/invent.ts'
import { withSynthetic } from '../company/synthetic.ts'
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
  const company = withSynthetic(inventCompany())
  const people = new Set(company.accounts.map(({ email }) => email)).size
  progress(`inventing ${people} people in ${company.portals.length} portals`)
  await Promise.all([
    seedTables(places, company, progress),
    seedFiles(places, company, region, progress),
    seedRows(database, company, progress),
  ])
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(`${marker}.new`, JSON.stringify({ people }))
  renameSync(`${marker}.new`, marker)
}

type Progress = Seeding['progress']

async function seedTables({ dynamodb }: Places, company: Company, progress: Progress): Promise<void> {
  const { portals, accounts, sessions, signIns } = company
  await freshTables(dynamodb)
  await fillTable(dynamodb, names.portals, portals)
  await fillTable(dynamodb, names.accounts, accounts)
  await fillTable(dynamodb, names.sessions, sessions)
  await fillTable(dynamodb, names.signIns, signIns)
  progress(`DynamoDB: ${accounts.length} accounts, ${sessions.length} sessions, ${signIns.length} linked sign-ins`)
}

async function seedFiles({ s3 }: Places, { files }: Company, region: string, progress: Progress): Promise<void> {
  await freshBucket(s3, region)
  await fillBucket(s3, files)
  const versions = files.reduce((sum, file) => sum + file.versions.length, 0)
  progress(`S3: ${files.length} files in ${versions} versions`)
}

async function seedRows(database: Access, company: Company, progress: Progress): Promise<void> {
  await fillDatabase(database, company)
  const { invoices, payments, subscriptions, threads, posts } = company
  progress(
    `PostgreSQL: ${invoices.length} invoices, ${payments.length} payments, ${subscriptions.length} subscriptions, ` +
      `${posts.length} posts in ${threads.length} threads`,
  )
}
