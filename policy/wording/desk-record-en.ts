/** The record of processing (GDPR Art. 30), in English. */
export const deskRecordEn = {
  title: 'Record of processing activities',
  lead: (on: string) => `Under GDPR Article 30, made from the policy in force on ${on}.`,
  check:
    'It covers what is in the policy. Add what is processed elsewhere, any representative or joint controllers, and how your own systems are protected. Wording written for the people concerned addresses them as “you”.',
  print: 'You can print it as it is.',
  files: 'Downloads:',
  json: 'this record as JSON',
  policy: 'the policy as it is, as JSON',
  versions: 'earlier versions of the policy',
  controller: {
    title: 'Who is responsible',
    name: 'Controller',
    address: 'Address',
    mail: 'E-mail',
    officer: 'Data protection officer, or person responsible for privacy',
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
    nowhere: 'in no system named in the policy',
    until: 'Everything is erased, except what is listed below as kept longer:',
    longer: 'Kept longer',
    kept: (basis: string, period: string) => `${basis}: ${period} from the erasure.`,
    asked: (period: string) => `On request, within ${period}.`,
    unused: (after: string, grace: string) =>
      `Automatically after ${after} without use of the account, and ${grace} of notice.`,
    backups: (period: string) => `Backups may hold a copy for ${period} after that.`,
  },
  requests: {
    title: 'Answering requests',
    purpose:
      'Purpose: answering people who use their rights (GDPR Articles 12 to 22), and proving afterwards that it was done.',
    data: 'Data: address, account keys, what the person said and gave as evidence, letters, and which staff did what.',
    unconfirmed: (period: string) => `Requests that nobody confirms are deleted after ${period}.`,
    copies: (period: string) => `A copy can be downloaded for ${period}, and is then deleted.`,
    evidence: (period: string) =>
      `History and certificate of a closed request: ${period}, without personal data. The only exception is a statement about their data that the person wanted kept and no system keeps.`,
    mails: (period: string) => `An incoming e-mail is kept unchanged for ${period}.`,
    where: (region: string) => `Kept in ${region}.`,
    sent: (region: string) => `Letters are sent from ${region}.`,
  },
  recipients: {
    title: 'Recipients and countries',
    name: 'Recipient',
    role: 'What for',
    country: 'Country',
    safeguard: 'What protects the data there',
    here: 'where the GDPR applies',
    missing: 'Outside the area where the GDPR applies, and the policy names no safeguard (GDPR Articles 44 to 49).',
    none: 'None.',
  },
  controllers: {
    title: 'On behalf of others (GDPR Article 30(2))',
    text: 'Accounts are held on behalf of these controllers, and erased or copied when they ask. Their contact details are in the contracts.',
  },
  measures: {
    title: 'How it is protected (GDPR Article 32)',
    scope: 'For what Oblige itself keeps and does:',
    all: [
      'Every connection is encrypted (TLS): pages, forms, the API behind them, buckets, queues and letters. A mail server without it gets no letter.',
      'Every medium is encrypted: tables, buckets, queues and logs.',
      'Restricted data are locked away, encrypted with a key for each request and system. The key is in no backup and is destroyed when the data are erased.',
      'Each function may do only what it is for, on the items that it is for. Each system’s function reaches its own system and no other.',
      'Staff sign in with a second factor, from trusted e-mail domains, into a role. The history of the request records each look at personal data.',
      'Histories are chained by hashes. Certificates and histories are signed, and any change to an entry shows.',
      'Logs, state machines, metrics and links hold no personal data.',
      'Tables are protected against deletion and outlive the deployment. Those that may be backed up are backed up continuously.',
      'Every release is tested against each promise. The page of promises lists the tests.',
    ],
  },
}

export type DeskRecordWording = typeof deskRecordEn
