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
  },
  limits: { mailsPerAddressAndDay: 5, downloads: 5, codeTries: 5 },
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
  retention: [{ id: 'invoices', category: 'payment', basis: { en: 'Commercial law' }, period: 'P8Y' }],
  recipients: {
    hosting: { name: 'Example Cloud', role: { en: 'Hosting' }, country: 'DE' },
    payments: { name: 'Example Pay', role: { en: 'Payments' }, country: 'NL', notify: 'privacy@pay.example.org' },
  },
  directory: { table: 'accounts', index: 'byAddress', attribute: 'address', keys: { account: 'id' } },
  systems: {
    accounts: {
      kind: 'dynamodb',
      label: { en: 'Accounts' },
      tables: [{ table: 'accounts', category: 'identity', owner: 'account', partitionKey: 'id' }],
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
        { table: 'invoice', category: 'payment', owner: 'account', column: 'account', primaryKey: ['id'] },
        { table: 'invoice_line', category: 'payment', owner: 'account', column: 'account', primaryKey: ['id'] },
      ],
    },
  },
})
