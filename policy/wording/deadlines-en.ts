/** What is said about deadlines and figures, in English: to people, and to the company's officer. */
export const deadlinesEn = {
  /** To the person, whose answer takes longer (GDPR Art. 12(3)). */
  longer: {
    title: 'Our answer will take longer',
    asked: {
      access: 'You asked us for a copy of your personal data.',
      portability: 'You asked us for your data, to take them to another service.',
      rectification: 'You asked us to correct personal data.',
      restriction: 'You asked us to make your personal data unavailable.',
      erasure: 'You asked us to erase your personal data.',
      objection: 'You asked us to stop sending you news and offers.',
      'processing-objection': 'You object to a use of your personal data.',
    },
    why: (reason: string) =>
      `We cannot finish this within a month, because ${reason}. The law allows two more months for this (Article 12(3) GDPR).`,
    by: (by: string) => `It will be finished by ${by} at the latest, and you will hear from us.`,
    suspend: 'Until then, you can have your data made unavailable with one click on your request page.',
    meanwhile: 'What has already been done stays done. Your request page shows it at any time.',
    button: 'See the request',
    page: (reason: string, by: string) =>
      `As we told you, this takes longer than a month, because ${reason}. It will be finished by ${by} at the latest.`,
  },
  /** What the officer sees over the link in the daily letter. */
  page: {
    title: 'A request close to its deadline',
    lead: 'A person with a confirmed address is waiting for this. You have nothing to decide here. You can see below what it is waiting for.',
    over: 'Nothing more to do',
    overText: 'The request is done, decided, or was taken back. This is the current status:',
    right: 'What they asked for',
    by: 'Promised by',
    waits: 'Waiting for',
    extended: 'The person was told that it takes longer.',
  },
  waits: {
    company: 'your decision',
    systems: 'systems that have not answered yet',
    law: 'the end of the legal reason to keep the data',
    time: 'the end of the grace period',
    person: 'the person',
  },
  /** The officer's letter, once a day. */
  daily: {
    title: (day: string, overdue: number, replaced: number) =>
      replaced > 0
        ? `Records altered: privacy requests, ${day}`
        : overdue > 0
          ? `${overdue} overdue: privacy requests, ${day}`
          : `Privacy requests, ${day}`,
    replaced: 'Histories of requests that are no longer as they were recorded',
    entry: (n: number, day: string) => `entry ${n} is not the same as at the end of ${day}, or is missing`,
    whoReplaced:
      'Oblige writes each entry once. So either someone changed them in its table, or the table was restored from a backup. Do not rely on these histories, and leave them as they are. Tell whoever runs Oblige today: docs/runbook.md says what to do.',
    overdue: 'Overdue: tell each person what is causing the delay, and put it right',
    'at-risk': 'At risk: something is in the way',
    soon: 'Due soon',
    mails: { title: 'E-mails waiting for your decision', overdue: 'Overdue', soon: 'Due soon' },
    none: 'No deadline is close.',
    due: (by: string, waits: string) => `promised by ${by}; waiting for ${waits}`,
    more: (count: number) => `There are ${count} more, promised later than these.`,
    decide:
      'Each link shows what the request is waiting for, and lets you decide what is to be decided. In the first month, you can also say there that it takes longer. Anyone with a link can decide: do not share it.',
    chart: 'Received and done, day by day',
    received: 'received',
    done: 'done',
    since: 'In the last 30 days',
    figures: {
      received: 'Received',
      done: 'Done',
      refused: 'Refused, wholly or in part',
      'taken-back': 'Taken back',
      nobody: 'No data found',
      late: 'Done too late',
      longer: 'Took two more months, as the law allows',
      median: 'Half of them done within',
      most: '95 of 100 done within',
    },
    byRight: 'By right',
    byChannel: 'By channel',
    byCountry: 'By country',
    line: (received: string, done: string) => `${received} received, ${done} done`,
    days: (days: number) => (days === 0 ? 'a day' : `${days + 1} days`),
    kinds: {
      'unused-account': 'Accounts that nobody used',
      'child-account': 'Consent for children’s accounts',
    },
    channels: {
      form: 'The form',
      mail: 'E-mail',
      link: 'A link in one of your e-mails',
      controller: 'A controller, by OpenDSR',
      company: 'Your own company',
      nobody: 'Nobody asked',
      phone: 'By phone, entered by you',
      letter: 'By letter, entered by you',
      chat: 'By chat, entered by you',
    },
    unknown: 'Not known',
    others: 'Others, fewer than 5 from each',
    holidays: (last: string) =>
      `Public holidays are known only until ${last}. Deploy again, or add more of them to the policy. Until then, deadlines only avoid weekends.`,
    file: 'Figures of a whole year for the authority: docs/figures.md says how to get them.',
    why: 'This e-mail comes once a day, when there is something to say. It names nobody.',
  },
}

export type DeadlinesWording = typeof deadlinesEn
