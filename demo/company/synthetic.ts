import type { Account, Company } from './company.ts'

/** Nobody: who tries every day what people are promised (docs/canary.md). The company made them like anybody else. */
export const synthetic: Account = {
  id: 'a-9001',
  portalId: 'p-001',
  role: 'user',
  email: 'canary@papyra.example.com',
  firstName: 'Canary',
  lastName: 'Nobody',
  language: 'en',
  createdAt: '2024-02-01T08:00:00.000Z',
  settings: { twoFactor: false, theme: 'light', starred: [] },
}

/** The company with the synthetic person in it, and something of theirs in every system. */
export function withSynthetic(company: Company): Company {
  const { id, email, createdAt } = synthetic
  const subscription = {
    id: company.subscriptions.length + 1,
    account_id: id,
    email,
    topics: ['tips'],
    history: [{ at: createdAt, what: 'subscribed' as const }],
  }
  const session = {
    accountId: id,
    startedAt: createdAt,
    ip: '192.0.2.1',
    city: 'Berlin',
    system: 'Ubuntu 24.04',
    browser: 'Firefox 127',
    screen: [1920, 1080] as const,
  }
  const file = {
    key: `accounts/${id}/documents/try.txt`,
    contentType: 'text/plain; charset=utf-8',
    versions: ['Whoever reads this may read too much.\n'],
  }
  return {
    ...company,
    accounts: [...company.accounts, synthetic],
    sessions: [...company.sessions, session],
    files: [...company.files, file],
    subscriptions: [...company.subscriptions, subscription],
  }
}
