import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Company } from '../company/company.ts'
import type { Access } from '../database/database.ts'

const schema = readFileSync(new URL('../database/schema.sql', import.meta.url), 'utf8')

/** A connection to the company's database, not open yet. */
export const connection = ({ host, port, dbname, username, password }: Access): pg.Client =>
  new pg.Client({ host, port, database: dbname, user: username, password })

/** Billing, newsletter and forum, made anew in one transaction. */
export async function fillDatabase(access: Access, company: Company): Promise<void> {
  const client = connection(access)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(schema)
    await insert(client, 'invoices', company.invoices)
    await insert(client, 'payments', company.payments)
    await insert(client, 'newsletter_subscriptions', company.subscriptions)
    await insert(client, 'forum_threads', company.threads)
    await insert(client, 'forum_posts', company.posts)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** PostgreSQL reads the rows out of one JSON text: arrays, numerics and bytes by the columns' own types. */
async function insert(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => client.escapeIdentifier(column))
    .join(', ')
  await client.query(
    `insert into company.${table} (${columns}) select ${columns} from json_populate_recordset(null::company.${table}, $1)`,
    [JSON.stringify(rows)],
  )
}
