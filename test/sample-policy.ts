import { Policy } from '../policy/schema.ts'

/** A small company in Berlin, read by the schema as any other policy is. */
export const policy: Policy = Policy.parse({
  company: {
    name: 'Sample Office',
    country: 'DE',
    timeZone: 'Europe/Berlin',
    address: 'Sample Office, 1 Example Street, Berlin',
    officer: 'officer@example.com',
    authority: { name: 'Example Authority', url: 'https://authority.example.org/' },
  },
  site: 'https://privacy.example.com',
  regions: { home: 'eu-central-1', mail: 'eu-central-1' },
  mail: { from: 'privacy@example.com', replyTo: 'info@example.com', alarms: 'alarms@example.com' },
  languages: ['en', 'de'],
  periods: {
    erasure: 'P60D',
    erasureLead: 'P2D',
    reminders: ['P30D', 'P7D', 'P1D'],
    confirmLink: 'P2D',
    unverified: 'P14D',
    manageLink: 'P90D',
    evidence: 'P3Y',
    backups: 'P35D',
    answer: 'P1M',
    package: 'P14D',
    packageReminder: 'P3D',
    askAgain: 'P14D',
    downloadCode: 'PT15M',
    downloadLink: 'PT15M',
    liftNotice: 'P14D',
    dueSoon: 'P7D',
    rawMail: 'P90D',
    statement: 'P14D',
    statementReminder: 'P3D',
  },
  limits: { mailsPerAddressAndDay: 5, mailsToDecideADay: 50, downloads: 5, codeTries: 5, statement: 2000 },
  eraseNow: true,
  categories: {
    identity: {
      label: { en: 'Name' },
      source: { en: 'You' },
      purpose: { en: 'A name others see' },
      recipients: ['hosting'],
      provided: true,
    },
    content: {
      label: { en: 'Files' },
      source: { en: 'You' },
      purpose: { en: 'The service itself' },
      recipients: ['hosting'],
      provided: true,
    },
    payment: {
      label: { en: 'Payments' },
      source: { en: 'The payment provider' },
      purpose: { en: 'Paying' },
      recipients: ['payments'],
      provided: false,
    },
  },
  holds: {
    claim: { reason: { en: 'A legal dispute' }, told: true },
    order: { reason: { en: 'An order' }, told: false },
  },
  lists: { news: { label: { en: 'News' } }, offers: { label: { en: 'Offers' } } },
  minors: {
    age: 16,
    ages: { AT: 14 },
    consent: 'P14D',
    grace: 'P7D',
    birthDate: 'born',
    flag: 'minor',
    country: 'land',
  },
  disclosures: { answer: 'P14D', holds: 'P180D' },
  correctable: {
    name: { label: { en: 'Name' }, category: 'identity', kind: 'text', maxLength: 60, decided: 'itself' },
    phone: { label: { en: 'Phone' }, category: 'identity', kind: 'phone', maxLength: 30, decided: 'itself' },
    address: {
      label: { en: 'E-mail address' },
      category: 'identity',
      kind: 'email',
      maxLength: 254,
      decided: 'itself',
    },
    payer: { label: { en: 'Payer' }, category: 'payment', kind: 'text', maxLength: 60, decided: 'person' },
  },
  reasonsToDecline: { correct: { en: 'It is correct' } },
  reasonsToRefuse: { compelling: { en: 'Our grounds weigh more' } },
  retention: [{ id: 'invoices', category: 'payment', basis: { en: 'Commercial law' }, period: 'P10Y' }],
  recipients: {
    hosting: { name: 'Example Cloud', role: { en: 'Hosting' }, country: 'DE' },
    payments: {
      name: 'Example Pay',
      role: { en: 'Payments' },
      country: 'NL',
      told: { kind: 'mail', address: 'privacy@pay.example.org', reminder: 'P7D', giveUp: 'P30D' },
    },
  },
  identity: {
    doubts: { unknown: { en: 'nobody has data under this address' }, other: { en: 'somebody else may write' } },
    questions: {
      account: { text: { en: 'Address of the account' }, account: true },
      portal: { text: { en: 'Portal' } },
    },
    unknownAddress: { doubt: 'unknown', questions: ['account'] },
    answer: 'P30D',
    reminders: ['P14D', 'P3D'],
  },
  directory: { table: 'accounts', index: 'byAddress', attribute: 'address', keys: { account: 'id' } },
  systems: {
    accounts: {
      kind: 'dynamodb',
      label: { en: 'Accounts' },
      tables: [
        {
          table: 'accounts',
          category: 'identity',
          owner: 'account',
          partitionKey: 'id',
          fields: { name: 'name', phone: 'phone', address: 'address' },
        },
      ],
    },
    files: {
      kind: 's3',
      label: { en: 'Files' },
      bucket: 'sample-files',
      prefixes: [
        { prefix: 'accounts/{account}/', category: 'content' },
        { prefix: 'avatars/{account}/', category: 'identity' },
      ],
    },
    billing: {
      kind: 'postgresql',
      label: { en: 'Billing' },
      secret: 'sample/billing',
      schema: 'billing',
      tables: [
        {
          table: 'invoice',
          category: 'payment',
          owner: 'account',
          column: 'account',
          primaryKey: ['id'],
          fields: { payer: 'payer' },
          statement: 'note',
        },
        { table: 'invoice_line', category: 'payment', owner: 'account', column: 'account', primaryKey: ['id'] },
      ],
    },
  },
})

/** The same company, which removes accounts that nobody uses. */
export const removing = {
  ...policy,
  inactivity: {
    after: 'P180D',
    grace: 'P60D',
    unavailable: true,
    account: 'account',
    limits: { aDay: 1000, aSecond: 10 },
  },
} satisfies Policy
