/** The English texts of a copy of a person's data. `package-de.ts` has the same shape. */
const number = (n: number) => n.toLocaleString('en')

export const en = {
  otherPerson: '[about another person]',
  tooLong: (file: string) => `[too long for a spreadsheet: the full text is in ${file}]`,
  schema: (name: string, system: string, category: string) =>
    `One line of ${name}-*.jsonl: one record of "${category}" from "${system}". Made from the records in this copy.`,
  records: (n: number) => (n === 1 ? '1 record' : `${number(n)} records`),
  files: (n: number) => (n === 1 ? '1 file' : `${number(n)} files`),
  index: {
    title: 'A copy of your data',
    portable: 'Your data to take with you',
    access: (company: string) =>
      `This is everything that ${company} holds about you, as it was when the copy was made.`,
    accessInPart: (company: string) =>
      `This is what ${company} holds about you, as it was when the copy was made, without what is listed below as missing.`,
    portability: (company: string) =>
      `These are the data that you gave to ${company}, or that came from your use of it, in formats that other services can read. You can also ask for a copy of everything that it holds about you.`,
    reference: 'Reference',
    asked: 'Asked for',
    made: 'Copy made',
    skip: 'Skip to your data',
    searchLabel: 'Search what this page shows',
    hits: 'Rows found: {n}',
    missingTitle: 'Not in this copy',
    missing: (what: string, system: string) => `${what}, in ${system}: the system could not answer yet.`,
    missingNext:
      'Nothing is lost. We keep asking. When the rest has arrived, we make a complete copy and write to you.',
    difference: (what: string, system: string, found: number, included: number) =>
      `${what}, in ${system}: ${number(found)} records were counted, and ${number(included)} are in this copy. Something changed while the copy was being made.`,
    notPartOf: (what: string) =>
      `Not among these data, because you did not provide them: ${what}. They are in a copy of everything.`,
    redacted: (n: number) =>
      n === 1
        ? '1 detail about another person was taken out and is marked.'
        : `${number(n)} details about other people were taken out and are marked.`,
    overview: 'What is held where',
    overviewHint:
      'The bar shows the share of all records. The strip shows when they are from: the darker, the more in that month.',
    nothing: 'Nothing was found here.',
    notYet: 'No answer yet.',
    since: (day: string) => `since ${day}`,
    span: (from: string, to: string) => `${from} to ${to}`,
    undated: 'without a date',
    purpose: 'What for',
    from: 'Where from',
    all: 'All of it is on this page.',
    part: (shown: number, all: number) => `The first ${number(shown)} of ${number(all)} are shown here.`,
    whole: 'All of them, in full, are in:',
    more: (n: number, folder: string) => `and ${number(n)} more in the folder ${folder}`,
    shortened: 'Long texts are shortened here (…).',
    versions: 'older version',
    columns: { name: 'Name', modified: 'Changed', bytes: 'Size', version: 'Version' },
    current: 'current',
    empty: 'nothing',
    yes: 'yes',
    no: 'no',
    row: 'Row',
    tableOf: (name: string) => `Table of ${name}`,
    about: 'What we do with these data, who gets them, how long they are kept, and your rights',
    machine: 'For machines and experts',
    formats:
      'Every kind of record is included twice: as JSON Lines (.jsonl, described by a JSON Schema) and as a table (.csv) for spreadsheets. In the table, a text that would be read as a formula begins with an apostrophe.',
    manifest:
      'manifest.json says what is in this copy, system by system, and is signed. With the lists in the folder checksums, it covers every file. The command "npx oblige verify" checks it without asking anyone.',
  },
  about: {
    title: 'About your data',
    back: 'Back to your data',
    controller: 'Who is responsible',
    officer: 'For questions about your data',
    categories: 'What is held, and why',
    category: 'Data',
    purpose: 'What for',
    source: 'Where from',
    recipients: 'Who gets them',
    kept: 'How long',
    untilAsked: 'until you ask us to erase them',
    unused: (after: string, grace: string) =>
      `those of an account that nobody uses for ${after}: until ${grace} after we wrote to you about it`,
    child: (age: number) =>
      `those of an account of a child under ${age}: only until we learn that a guardian’s consent is missing`,
    keptBy: (period: string, basis: string) => `${period} after an erasure, locked away: ${basis}`,
    backups: (period: string) =>
      `Backups may hold a copy for up to ${period} after an erasure. They are used for nothing else.`,
    recipientsTitle: 'Who gets data from us',
    recipient: 'Who',
    role: 'What for',
    country: 'Where',
    safeguard: 'What protects the data there',
    inside: 'inside the European Economic Area, where the same law applies',
    outside: 'outside the European Economic Area',
    nobody: 'nobody',
    decisions: 'Decisions made by machine alone',
    noDecisions: 'None. No decision about you is made by a machine alone, and no profile is made for that.',
    rights: 'Your rights',
    use: 'You can use each of them by writing to us, or here:',
    list: [
      'to know what is held about you, and to get a copy of it',
      'to have wrong data corrected',
      'to have your data erased',
      'to have their use restricted',
      'to object to their use',
      'to take the data that you provided to another service',
    ],
    complaint: (authority: string) =>
      `You can complain to a supervisory authority at any time, for example to ${authority}.`,
  },
}
export type PackageWording = typeof en
