import { inventInvoices, inventSubscriptions } from './business.ts'
import type { Company } from './company.ts'
import { dice } from './dice.ts'
import { inventFiles } from './files.ts'
import { inventForum } from './forum.ts'
import { inventAccounts, inventPortals, inventSessions, inventSignIns } from './people.ts'

/** The company as its seed makes it: the same seed, the same company to the last byte. */
export function inventCompany(seed = 4510): Company {
  const thrown = dice(seed)
  const portals = inventPortals(thrown, 64)
  const accounts = inventAccounts(thrown, portals, 540)
  const { invoices, payments } = inventInvoices(thrown, accounts)
  return {
    portals,
    accounts,
    sessions: inventSessions(thrown, accounts),
    signIns: inventSignIns(thrown, accounts),
    files: inventFiles(thrown, accounts),
    invoices,
    payments,
    subscriptions: inventSubscriptions(thrown, accounts),
    ...inventForum(thrown, accounts),
  }
}
