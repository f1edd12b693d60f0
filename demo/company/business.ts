import type { Account, Invoice, Payment, Subscription } from './company.ts'
import type { Dice } from './dice.ts'
import { isKnown } from './people.ts'

/** German value added tax, per cent (Umsatzsteuergesetz, section 12). */
const taxRate = 19

/** Owners pay for their portals every month; the latest invoice of some is still open. */
export function inventInvoices({ of }: Dice, accounts: readonly Account[]) {
  const invoices: Invoice[] = []
  const payments: Payment[] = []
  const months = Array.from({ length: 12 }, (_, n) => new Date(Date.UTC(2024, 6 + n, 1, 6)).toISOString())
  for (const [month, issued_at] of months.entries()) {
    for (const account of accounts.filter(({ role, createdAt }) => role === 'owner' && createdAt < issued_at)) {
      const id = invoices.length + 1
      const seats = of.number.int({ min: 2, max: 40 })
      const price = of.helpers.arrayElement([400, 650, 900])
      const net = seats * price
      const paid = month < 11 || isKnown(account.id) || of.datatype.boolean(0.7)
      invoices.push({
        id,
        account_id: account.id,
        number: `PO-${issued_at.slice(0, 7)}-${String(id).padStart(5, '0')}`,
        billing_name: `${account.firstName} ${account.lastName}`,
        issued_at,
        net: euros(net),
        tax_rate: taxRate.toFixed(1),
        lines: [{ what: 'Papyra Office, a month', seats, price: euros(price) }],
        paid,
      })
      if (paid)
        payments.push({
          id: of.string.uuid(),
          account_id: account.id,
          invoice_id: id,
          paid_at: of.date.soon({ days: 9, refDate: issued_at }).toISOString(),
          amount: euros(Math.round((net * (100 + taxRate)) / 100)),
          method: of.helpers.arrayElement(['card', 'transfer', 'direct debit']),
          provider_answer: `\\x${of.string.hexadecimal({ length: 96, casing: 'lower', prefix: '' })}`,
        })
    }
  }
  return { invoices, payments }
}

const topics = ['product news', 'tips', 'events', 'security', 'für Teams'] as const

export function inventSubscriptions({ of }: Dice, accounts: readonly Account[]): readonly Subscription[] {
  return accounts
    .filter((account) => isKnown(account.id) || of.datatype.boolean(0.45))
    .map((account, n) => {
      const [subscribed, ...opened] = of.date
        .betweens({ from: account.createdAt, to: '2025-06-30', count: { min: 2, max: 8 } })
        .map((at) => at.toISOString())
      const history = [{ at: subscribed ?? account.createdAt, what: 'subscribed' as const }]
      return {
        id: n + 1,
        account_id: account.id,
        email: account.email,
        topics: of.helpers.arrayElements(topics, { min: 1, max: 3 }),
        history: [
          ...history,
          ...opened.map((at, i) => ({ at, what: i === 0 ? ('confirmed' as const) : ('opened' as const) })),
        ],
      }
    })
}

/** @param cents */
const euros = (cents: number): string => (cents / 100).toFixed(2)
