/** The figures of twelve months as charts and tables, for the company's own people, in English. */
export const deskFiguresEn = {
  title: 'Figures of twelve months',
  lead: 'All of it tells of nobody in particular. Every chart has its numbers beside it, as a table.',
  since: (first: string, last: string) => `Counted from ${first} to ${last}.`,
  nothingYet: (first: string) => `Counted since ${first}, but no day was added up yet: each is, in the night after it.`,
  month: 'Month',
  came: {
    title: 'Received and done',
    more: 'All rights together. Done is also what was refused, taken back, or found nobody.',
    received: 'Received',
    done: 'Done',
    late: 'Of these late',
    chart: (received: string, done: string) =>
      `Two bars for each of twelve months: ${received} received, ${done} done.`,
  },
  open: {
    title: 'Open at the end of the month',
    more: 'What was received at any time before and was not done by then; of the running month as of the last day that was counted.',
    open: 'Open',
    chart: (first: string, last: string) => `A line over twelve months, from ${first} open to ${last}.`,
  },
  needed: {
    title: 'Days needed against the deadline',
    more: 'Of what was finished: the bar ends where 95 of 100 were done, the notch in it where half were. The line is the promise; a month is drawn as its shortest, 28 days.',
    caption: { most: '95 of 100 done', median: 'Half of them done', promised: 'Promised' },
    kind: 'Asked for',
    finished: 'Finished',
    median: 'Half done within',
    most: '95 of 100 done within',
    promised: 'Promised within',
    none: 'Nothing was finished in this time.',
    few: 'too few',
    depends: 'depends on the answer',
    label: (most: string, promised: string) => `${most}; promised: ${promised}`,
    chart: (kinds: string) =>
      `A bar for each of ${kinds} kinds of requests, with a line at the time that was promised.`,
    axis: 'days',
  },
  kept: {
    title: 'Promises: in time, at risk, broken',
    more: 'The share of each, of what was finished in these months and is open now.',
    caption: { inTime: 'In time', atRisk: 'At risk now', broken: 'Late, or overdue now' },
    short: { inTime: 'in time', atRisk: 'at risk', broken: 'late' },
    promise: 'Promise',
    none: 'nothing finished, nothing at risk',
    chart: (inTime: string, atRisk: string, broken: string) =>
      `A bar for each promise that figures tell of: ${inTime} in time, ${atRisk} at risk, ${broken} late or overdue.`,
  },
  files: 'To keep:',
  year: (year: string) => `${year} by right, channel and country (CSV)`,
  json: 'these twelve months (JSON)',
}

export type DeskFiguresWording = typeof deskFiguresEn
