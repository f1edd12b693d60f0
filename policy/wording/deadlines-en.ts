/** What is said about deadlines and figures, in English: to people, and to the company's officer. */
export const deadlinesEn = {
  /** To the person, whose answer takes longer (GDPR Art. 12(3)). */
  longer: {
    title: 'Our answer takes longer',
    asked: {
      access: 'You asked us for a copy of your personal data.',
      portability: 'You asked us for your data, to take them to another service.',
      rectification: 'You asked us to correct personal data.',
      restriction: 'You asked us to make your personal data unavailable.',
      erasure: 'You asked us to erase your personal data.',
      objection: 'You asked us to send you no more news and offers.',
      'processing-objection': 'You object to a use of your personal data.',
    },
    why: (reason: string) =>
      `We cannot finish this within a month, because ${reason}. The law allows two months more for this (Article 12(3) GDPR).`,
    by: (by: string) => `It is finished by ${by} at the latest, and you hear from us.`,
    suspend: 'Until then you can have your data made unavailable with one click, on the page of your request.',
    meanwhile: 'What is done already stays so, and the page of your request shows it at any time.',
    button: 'See the request',
    page: (reason: string, by: string) =>
      `As we wrote to you, it takes longer than a month, because ${reason}. It is finished by ${by} at the latest.`,
  },
  /** What the officer sees over the link in the daily letter. */
  page: {
    title: 'A request that comes near its deadline',
    lead: 'A person who proved their address waits for this. Nothing has to be decided here: what it waits for stands below.',
    over: 'Nothing is to be done any more',
    overText: 'The request is done, decided, or was taken back. This is where it stands:',
    right: 'What they asked for',
    by: 'Promised by',
    waits: 'It waits for',
    extended: 'The person was told that it takes longer.',
  },
  waits: {
    company: 'your decision',
    systems: 'systems that have not answered yet',
    law: 'the end of the reason for which the data have to be kept',
    time: 'the end of the grace period',
    person: 'the person',
  },
  /** The officer's letter, once a day. */
  daily: {
    title: (day: string, overdue: number, replaced: number) =>
      replaced > 0
        ? `Not as it was recorded: privacy requests, ${day}`
        : overdue > 0
          ? `${overdue} overdue: privacy requests, ${day}`
          : `Privacy requests, ${day}`,
    replaced: 'Histories of requests that are not as they were recorded',
    entry: (n: number, day: string) => `entry ${n} is another one than at the end of ${day}, or is gone`,
    whoReplaced:
      'Oblige writes each entry once. So somebody changed them in its table, or the table was restored from a backup. Rely on these histories for nothing, leave them as they are, and pass this on today to whoever runs Oblige: docs/runbook.md says what to do.',
    overdue: 'Overdue: tell each person what holds it up, and put it right',
    'at-risk': 'At risk: something is in the way',
    soon: 'Due soon',
    none: 'No deadline comes near.',
    due: (by: string, waits: string) => `promised by ${by}; waits for ${waits}`,
    more: (count: number) => `There are ${count} more, promised later than these.`,
    decide:
      'Each link shows what the request waits for, takes what is to be decided, and says, while the first month runs, that it takes longer. Whoever has a link can decide: pass it on to nobody.',
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
      longer: 'Took two months more, as the law allows',
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
      link: 'A link in a mail of yours',
      controller: 'A controller, by OpenDSR',
      company: 'You yourselves',
      nobody: 'Nobody asked',
      phone: 'By phone, entered by you',
      letter: 'By letter, entered by you',
      chat: 'By chat, entered by you',
    },
    unknown: 'Not known',
    others: 'Others, fewer than 5 from each',
    holidays: (last: string) =>
      `Public holidays are known until ${last} only. Deploy again, or name more of them in the policy: until then deadlines keep clear of weekends alone.`,
    file: 'The figures of a year, for the authority: docs/figures.md says how to get them.',
    why: 'This letter comes once a day, when there is something to say. It names nobody.',
  },
}

export type DeadlinesWording = typeof deadlinesEn
