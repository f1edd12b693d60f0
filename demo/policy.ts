import type { Policy } from '../policy/schema.ts'

/**
 * The demo company's policy: an online office that made the promises of a real notice.
 * A company adopts Oblige by writing a file like this one.
 */
const cloud = ['hosting']

export default {
  company: {
    name: 'Papyra Office',
    country: 'DE',
    state: 'BE',
    timeZone: 'Europe/Berlin',
    address: 'Papyra Office GmbH, Example Street 1, 10115 Berlin, Germany',
    officer: 'officer@papyra.example.com',
    authority: { name: 'Example Commissioner for Data Protection, Berlin', url: 'https://authority.example.org/' },
  },
  timeZones: { US: 'America/New_York', ES: 'Europe/Madrid', PT: 'Europe/Lisbon', AU: 'Australia/Sydney' },
  site: 'http://127.0.0.1:4510',
  regions: { home: 'eu-central-1', mail: 'eu-central-1' },
  mail: { from: 'privacy@papyra.example.com', replyTo: 'info@papyra.example.com', alarms: 'alarms@papyra.example.com' },
  mailbox: {
    addresses: ['requests@papyra.example.com', 'info@papyra.example.com'],
    forwardedFrom: ['info@papyra.example.com'],
    authority: {
      en: 'a power of attorney that the person signed for this request, not older than three months, and an address or telephone number at which we can ask the person',
      de: 'eine Vollmacht, die die Person für diesen Antrag unterschrieben hat, nicht älter als drei Monate, und eine Anschrift oder Telefonnummer, unter der wir die Person fragen können',
    },
  },
  canary: { address: 'canary@papyra.example.com' },
  languages: ['en', 'de'],
  desk: {
    signIn: { kind: 'oidc', secret: 'demo/desk', groups: 'groups', secondFactor: ['otp'] },
    domains: ['papyra.example.com'],
    roles: { officer: 'privacy-officers', agent: 'privacy-agents', auditor: 'auditors' },
    sessions: { idle: 'PT30M', whole: 'PT8H' },
    twoPeople: { acts: ['unhold', 'turn-down'], within: 'P2D' },
    byHand: { asked: 'operations@papyra.example.com', due: 'P3D', reminders: ['P1D'] },
  },
  periods: {
    erasure: 'P60D',
    erasureLead: 'P2D',
    reminders: ['P30D', 'P7D', 'P1D'],
    confirmLink: 'P7D',
    unverified: 'P30D',
    manageLink: 'P180D',
    evidence: 'P3Y',
    backups: 'P35D',
    answer: 'P1M',
    package: 'P14D',
    packageReminder: 'P3D',
    askAgain: 'P14D',
    downloadCode: 'PT15M',
    downloadLink: 'PT15M',
    liftNotice: 'P14D',
    statement: 'P14D',
    statementReminder: 'P3D',
    dueSoon: 'P7D',
    rawMail: 'P90D',
  },
  limits: { mailsPerAddressAndDay: 5, mailsToDecideADay: 50, downloads: 5, codeTries: 5, statement: 2000 },
  eraseNow: true,
  categories: {
    identity: {
      label: { en: 'Name, e-mail address and phone number', de: 'Name, E-Mail-Adresse und Telefonnummer' },
      source: { en: 'you', de: 'Sie selbst' },
      purpose: {
        en: 'your account: sign-in, password recovery, and a name that others in your portal see',
        de: 'Ihr Konto: Anmeldung, neues Passwort und ein Name, den andere in Ihrem Portal sehen',
      },
      recipients: cloud,
      provided: true,
    },
    technical: {
      label: { en: 'Sessions: IP address, location, device', de: 'Sitzungen: IP-Adresse, Ort, Gerät' },
      source: { en: 'recorded automatically', de: 'automatisch erfasst' },
      purpose: { en: 'diagnosis and statistics of use', de: 'Fehlersuche und Nutzungsstatistik' },
      recipients: [...cloud, 'analytics'],
      provided: true,
    },
    'sign-in-profile': {
      label: { en: 'Profile of a linked sign-in', de: 'Profil einer verknüpften Anmeldung' },
      source: { en: 'the sign-in provider', de: 'der Anmeldedienst' },
      purpose: { en: 'signing in with another account of yours', de: 'Anmeldung mit einem anderen Konto von Ihnen' },
      recipients: [...cloud, 'sign-in'],
      provided: false,
    },
    content: {
      label: { en: 'Files and documents', de: 'Dateien und Dokumente' },
      source: { en: 'you', de: 'Sie selbst' },
      purpose: { en: 'the service itself', de: 'der Dienst selbst' },
      recipients: cloud,
      provided: true,
    },
    payment: {
      label: { en: 'Invoices and payments', de: 'Rechnungen und Zahlungen' },
      source: { en: 'the payment provider', de: 'der Zahlungsdienst' },
      purpose: { en: 'carrying out a purchase', de: 'Abwicklung eines Kaufs' },
      recipients: [...cloud, 'payments'],
      provided: false,
    },
    newsletter: {
      label: { en: 'Newsletter', de: 'Newsletter' },
      source: { en: 'you', de: 'Sie selbst' },
      purpose: { en: 'tips and news, if subscribed', de: 'Tipps und Neues, wenn abonniert' },
      recipients: cloud,
      provided: true,
    },
    paper: {
      label: { en: 'Letters and contracts on paper', de: 'Briefe und Verträge auf Papier' },
      source: { en: 'you', de: 'Sie selbst' },
      purpose: { en: 'contracts that need a signature', de: 'Verträge, die eine Unterschrift brauchen' },
      recipients: [],
      provided: true,
    },
    'public-posts': {
      label: { en: 'Threads and posts in the public forum', de: 'Themen und Beiträge im öffentlichen Forum' },
      source: { en: 'you', de: 'Sie selbst' },
      purpose: {
        en: 'public discussion, for as long as you, the author, want it',
        de: 'öffentliche Diskussion, solange Sie als Verfasser es möchten',
      },
      recipients: cloud,
      provided: true,
    },
  },
  holds: {
    claim: {
      reason: {
        en: 'There is a legal dispute in which the data may be evidence',
        de: 'Es gibt einen Rechtsstreit, in dem die Daten Beweis sein können',
      },
      told: true,
    },
    order: {
      reason: {
        en: 'An authority ordered us to keep the data, and not to speak of it',
        de: 'Eine Behörde hat angeordnet, die Daten aufzubewahren und nicht davon zu sprechen',
      },
      told: false,
    },
  },
  lists: {
    newsletter: { label: { en: 'Tips and news', de: 'Tipps und Neues' } },
    offers: { label: { en: 'Offers', de: 'Angebote' } },
  },
  minors: { age: 16, ages: { AT: 14, FR: 15 }, consent: 'P14D', grace: 'P7D', flag: 'minor' },
  disclosures: { answer: 'P14D', holds: 'P180D' },
  correctable: {
    'first-name': {
      label: { en: 'First name', de: 'Vorname' },
      category: 'identity',
      kind: 'text',
      maxLength: 60,
      decided: 'itself',
    },
    'last-name': {
      label: { en: 'Last name', de: 'Nachname' },
      category: 'identity',
      kind: 'text',
      maxLength: 60,
      decided: 'itself',
    },
    phone: {
      label: { en: 'Phone number', de: 'Telefonnummer' },
      category: 'identity',
      kind: 'phone',
      maxLength: 30,
      decided: 'itself',
    },
    email: {
      label: { en: 'E-mail address', de: 'E-Mail-Adresse' },
      category: 'identity',
      kind: 'email',
      maxLength: 254,
      decided: 'itself',
    },
    'billing-name': {
      label: { en: 'Name on invoices', de: 'Name auf Rechnungen' },
      category: 'payment',
      kind: 'text',
      maxLength: 120,
      decided: 'person',
    },
  },
  identity: {
    doubts: {
      'unknown-address': {
        en: 'there are no data under the address from which you confirmed, and your mail names an account',
        de: 'unter der Adresse, von der Sie bestätigt haben, gibt es keine Daten, und Ihre Mail nennt ein Konto',
      },
      'another-writes': {
        en: 'your request came in a way that does not show that the account is yours',
        de: 'Ihr Antrag kam so, dass er nicht zeigt, dass das Konto Ihnen gehört',
      },
    },
    questions: {
      account: {
        text: { en: 'The e-mail address of your account', de: 'Die E-Mail-Adresse Ihres Kontos' },
        hint: { en: 'The one with which you sign in.', de: 'Die, mit der Sie sich anmelden.' },
        account: true,
      },
      portal: {
        text: { en: 'The name of your portal', de: 'Der Name Ihres Portals' },
        hint: { en: 'It stands in the address of the portal.', de: 'Er steht in der Adresse des Portals.' },
      },
      invoice: {
        text: { en: 'The number of an invoice that you got', de: 'Die Nummer einer Rechnung, die Sie bekommen haben' },
      },
    },
    unknownAddress: { doubt: 'unknown-address', questions: ['account', 'portal'] },
    answer: 'P30D',
    reminders: ['P14D', 'P3D'],
  },
  reasonsToDecline: {
    correct: {
      en: 'What we hold is correct by the documents that we have',
      de: 'Was wir gespeichert haben, ist nach den Unterlagen richtig, die uns vorliegen',
    },
    'as-issued': {
      en: 'An invoice has to stay as it was issued (German Value Added Tax Act, section 14b)',
      de: 'Eine Rechnung muss bleiben, wie sie ausgestellt wurde (§ 14b Umsatzsteuergesetz)',
    },
    unproven: {
      en: 'What you told us does not show that the data are wrong',
      de: 'Aus Ihren Angaben geht nicht hervor, dass die Daten falsch sind',
    },
  },
  reasonsToRefuse: {
    contract: {
      en: 'We cannot provide the service that you use without it; the law gives no right to object to that (GDPR Article 21(1)). You can have everything erased instead',
      de: 'Ohne sie können wir den Dienst nicht leisten, den Sie nutzen; dagegen gibt das Gesetz kein Widerspruchsrecht (Artikel 21 Absatz 1 DSGVO). Sie können stattdessen alles löschen lassen',
    },
    compelling: {
      en: 'We have compelling legitimate grounds that weigh more than yours',
      de: 'Wir haben zwingende schutzwürdige Gründe, die schwerer wiegen als Ihre',
    },
    claims: {
      en: 'We need the data for a legal claim',
      de: 'Wir brauchen die Daten für einen Rechtsanspruch',
    },
  },
  retention: [
    {
      id: 'invoices',
      category: 'payment',
      basis: {
        en: 'Tax law asks us to keep invoices and payments (German Fiscal Code, section 147)',
        de: 'Das Steuerrecht verlangt, Rechnungen und Zahlungen aufzubewahren (§ 147 Abgabenordnung)',
      },
      period: 'P10Y',
    },
  ],
  recipients: {
    hosting: { name: 'Example Cloud', role: { en: 'hosting', de: 'Hosting' }, country: 'DE' },
    payments: {
      name: 'Example Pay',
      role: { en: 'payment provider', de: 'Zahlungsdienst' },
      country: 'NL',
      told: { kind: 'mail', address: 'privacy@pay.example.org', reminder: 'P7D', giveUp: 'P30D' },
    },
    'sign-in': {
      name: 'Example Sign-in',
      role: { en: 'sign-in provider', de: 'Anmeldedienst' },
      country: 'US',
      told: {
        kind: 'opendsr',
        secret: 'demo/sign-in',
        domain: 'opendsr.sign-in.example.org',
        regulation: 'gdpr',
        acts: ['restrict', 'release', 'rectify', 'erase'],
        identities: [
          { type: 'email', of: 'address', format: 'sha256' },
          { type: 'controller_customer_id', of: 'account', format: 'raw' },
        ],
        giveUp: 'P30D',
      },
      safeguard: {
        en: 'standard contractual clauses of the European Commission',
        de: 'Standardvertragsklauseln der Europäischen Kommission',
      },
    },
    analytics: {
      name: 'Example Figures',
      role: { en: 'analytics provider', de: 'Statistikdienst' },
      country: 'US',
      told: {
        kind: 'google-analytics',
        secret: 'demo/analytics',
        propertyId: '123456789',
        user: { type: 'USER_ID', of: 'account' },
        giveUp: 'P30D',
      },
      safeguard: {
        en: 'standard contractual clauses of the European Commission',
        de: 'Standardvertragsklauseln der Europäischen Kommission',
      },
    },
  },
  // Three portals belong to a bookshop, which answers for the people in them itself.
  processor: {
    domain: 'privacy.papyra.example.com',
    secret: 'demo/processor',
    attribute: 'portalId',
    controllers: { harbour: { name: 'Harbour Books', holds: ['p-018', 'p-021', 'p-027'], erasure: 'P14D' } },
  },
  // Its help desk's tool hears when somebody of the company has to decide, and when a request is over for good.
  webhooks: { 'case-tool': { secret: 'demo/case-tool', statuses: ['checking', 'deciding', 'weighing', 'erased'] } },
  // Its programs come with tokens of the provider where its people sign in.
  clients: {
    kind: 'oidc',
    issuer: 'https://sign-in.papyra.example.com',
    audience: ['https://privacy.papyra.example.com/programs'],
  },
  directory: {
    table: 'demo-accounts',
    index: 'byEmail',
    attribute: 'email',
    country: 'country',
    keys: { account: 'id', folder: 'folder' },
    lookUps: {
      customerNumber: { attribute: 'id', pattern: 'a-\\d{4}' },
      portal: { attribute: 'portalId', index: 'byPortal', pattern: 'p-\\d{3}' },
    },
    language: 'language',
  },
  inactivity: {
    after: 'P180D',
    grace: 'P60D',
    unavailable: true,
    account: 'account',
    // Besides what its software says. On this machine every stream is called local.
    stream: {
      arn: 'arn:aws:dynamodb:eu-central-1:000000000000:table/demo-accounts/stream/local',
      key: 'id',
      lastUsed: 'lastSeen',
    },
    // SES's first quota in production: 50,000 mails a day, 14 a second; a removal makes 9 in all.
    limits: { aDay: 5000, aSecond: 10 },
  },
  announcements: { limits: { aDay: 5000, aSecond: 10 } },
  systems: {
    accounts: {
      kind: 'dynamodb',
      label: { en: 'Accounts', de: 'Konten' },
      tables: [
        {
          table: 'demo-accounts',
          category: 'identity',
          owner: 'account',
          partitionKey: 'id',
          dated: 'createdAt',
          vcard: { FN: ['firstName', 'lastName'], EMAIL: ['email'], TEL: ['phone'] },
          fields: { 'first-name': 'firstName', 'last-name': 'lastName', phone: 'phone', email: 'email' },
          completes: ['phone'],
          statement: 'statement',
        },
        {
          table: 'demo-sessions',
          category: 'technical',
          owner: 'account',
          partitionKey: 'accountId',
          sortKey: 'startedAt',
          dated: 'startedAt',
        },
        {
          table: 'demo-sign-ins',
          category: 'sign-in-profile',
          owner: 'account',
          partitionKey: 'accountId',
          sortKey: 'provider',
        },
      ],
    },
    files: {
      kind: 's3',
      label: { en: 'Files', de: 'Dateien' },
      bucket: 'demo-office-files',
      prefixes: [{ prefix: 'accounts/{account}/', category: 'content' }],
    },
    business: {
      kind: 'postgresql',
      label: { en: 'Billing, newsletter and forum', de: 'Abrechnung, Newsletter und Forum' },
      secret: 'demo/postgresql',
      schema: 'company',
      // Parents before children: a payment points at its invoice. Replies of others to a thread outlive it.
      tables: [
        {
          table: 'invoices',
          category: 'payment',
          owner: 'account',
          column: 'account_id',
          primaryKey: ['id'],
          dated: 'issued_at',
          fields: { 'billing-name': 'billing_name' },
          statement: 'statement',
        },
        {
          table: 'payments',
          category: 'payment',
          owner: 'account',
          column: 'account_id',
          primaryKey: ['id'],
          dated: 'paid_at',
        },
        {
          table: 'newsletter_subscriptions',
          category: 'newsletter',
          owner: 'account',
          column: 'account_id',
          primaryKey: ['id'],
          fields: { email: 'email' },
          subscribed: { list: 'newsletter', at: 'subscribed' },
        },
        {
          table: 'forum_threads',
          category: 'public-posts',
          owner: 'account',
          column: 'account_id',
          primaryKey: ['id'],
          dated: 'opened_at',
        },
        {
          table: 'forum_posts',
          category: 'public-posts',
          owner: 'account',
          column: 'account_id',
          primaryKey: ['id'],
          dated: 'written_at',
        },
      ],
    },
    archive: {
      kind: 'manual',
      label: { en: 'Paper archive', de: 'Papierarchiv' },
      categories: ['paper'],
      // Only of who has a folder there.
      owner: 'folder',
      asked: 'agent@papyra.example.com',
      due: 'P5D',
      reminders: ['P2D'],
    },
  },
} satisfies Policy as Policy
