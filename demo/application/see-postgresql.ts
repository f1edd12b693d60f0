import type pg from 'pg'
import type { Part, Row } from './part.ts'

const tables = [
  {
    what: 'Invoices',
    table: 'invoices',
    columns: ['number', 'billing_name', 'issued_at', 'net', 'gross', 'paid', 'statement'],
  },
  { what: 'Payments', table: 'payments', columns: ['paid_at', 'amount', 'method'] },
  { what: 'Newsletter', table: 'newsletter_subscriptions', columns: ['email', 'topics', 'subscribed'] },
  { what: 'Forum threads', table: 'forum_threads', columns: ['opened_at', 'title', 'tags'] },
  { what: 'Forum posts', table: 'forum_posts', columns: ['written_at', 'body', 'likes'] },
] as const

/** Billing, newsletter and forum of one account, through the application's own database role. */
export async function postgresqlParts(account: string, database: pg.Pool): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const { what, table, columns } of tables) {
    // `stored` is the row as PostgreSQL writes it: JSON numbers would lose the zeros of 9.00.
    const { rows } = await database.query<{ row: Row; stored: string }>(
      `select to_jsonb(t) as row, t::text as stored from company.${table} t where account_id = $1 order by t.id`,
      [account],
    )
    parts.push({ system: 'PostgreSQL', what, columns, rows: rows.map(({ row, stored }) => ({ ...row, stored })) })
  }
  return parts
}
