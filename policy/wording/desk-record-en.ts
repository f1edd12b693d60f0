/** The record of processing (GDPR Art. 30), in English. */
export const deskRecordEn = {
  title: 'Record of processing activities',
  lead: (on: string) => `GDPR Article 30, made from the policy that is in force on ${on}.`,
  check:
    'It says what the policy knows. Complete it with what is processed elsewhere, with a representative or joint controllers if there are any, and with what protects your own systems. What stands in the words for people says “you” to them.',
  print: 'It can be printed as it is.',
  files: 'To keep:',
  json: 'this record as JSON',
  policy: 'the policy as it is, as JSON',
  versions: 'what the policy was before',
  controller: {
    title: 'Who answers for it',
    name: 'Controller',
    address: 'Address',
    mail: 'E-mail',
    officer: 'Data protection officer, or who answers for privacy',
    authority: 'Supervisory authority',
  },
  people: {
    title: 'Whose data',
    text: 'People who have an account, or had one, and people who write to the company about their rights.',
  },
  processing: {
    title: 'What is processed, what for, and until when',
    purpose: 'Purpose',
    source: 'From',
    recipients: 'Recipients',
    nobody: 'nobody',
    where: 'Where',
    nowhere: 'in no system that the policy names',
    until: 'All of it is erased, but for what is named below as kept longer:',
    longer: 'Kept longer',
    kept: (basis: string, period: string) => `${basis}: ${period} from the erasure.`,
    asked: (period: string) => `On request, within ${period}.`,
    unused: (after: string, grace: string) =>
      `By itself after ${after} without use of the account, and ${grace} of notice.`,
    backups: (period: string) => `Backups may hold a copy for ${period} after that.`,
  },
  requests: {
    title: 'Answering requests',
    purpose:
      'Purpose: answering people who use their rights (GDPR Articles 12 to 22), and proving afterwards that it was done.',
    data: 'Data: address, the keys of the account, what the person said and gave as evidence, letters, and who of the company did what.',
    unconfirmed: (period: string) => `What nobody confirmed vanishes after ${period}.`,
    copies: (period: string) => `A copy can be fetched for ${period}, and is deleted then.`,
    evidence: (period: string) =>
      `History and certificate of a closed request: ${period}, without personal data, but for a statement about their data that the person wanted kept and no system keeps.`,
    mails: (period: string) => `A mail that came in is kept as it came for ${period}.`,
    where: (region: string) => `Kept in ${region}.`,
    sent: (region: string) => `Letters are sent from ${region}.`,
  },
  recipients: {
    title: 'Recipients and countries',
    name: 'Recipient',
    role: 'What for',
    country: 'Country',
    safeguard: 'What protects the data there',
    here: 'within the area of the GDPR',
    missing: 'Outside the area of the GDPR, and the policy names no safeguard (GDPR Articles 44 to 49).',
    none: 'None.',
  },
  controllers: {
    title: 'On behalf of others (GDPR Article 30(2))',
    text: 'Accounts are held on behalf of these controllers, and erased or copied when they ask. Their contacts stand in the contracts.',
  },
  measures: {
    title: 'How it is protected (GDPR Article 32)',
    scope: 'Of what Oblige itself keeps and does:',
    all: [
      'Every connection is encrypted (TLS): pages, forms, the API behind them, buckets, queues and letters; a mail server without it gets no letter.',
      'Every medium is encrypted: tables, buckets, queues and logs.',
      'What is restricted is locked away encrypted by a key for each request and system, which is in no backup and is destroyed when the data are erased.',
      'Each function may do only what it is for, on the items that it is for, and each system’s function reaches its own system and no other.',
      'People of the company sign in with a second factor, from trusted e-mail domains, into a role; each look at what is personal is in the history of the request.',
      'Histories are chained by hashes, certificates and histories are signed, and a change of an entry shows.',
      'Logs, state machines, metrics and links hold no personal data.',
      'Tables refuse to be deleted and outlive the deployment; those that may be are backed up continuously.',
      'Every release is tested against each promise; the page of promises lists the tests.',
    ],
  },
}

export type DeskRecordWording = typeof deskRecordEn
