/** The figures of twelve months as charts and tables, for the company's own people, in English. */
export const deskFiguresEn = {
  title: 'Figures of twelve months',
  lead: 'Nothing here is about any one person. Every chart has its numbers beside it, as a table.',
  since: (first: string, last: string) => `Counted from ${first} to ${last}.`,
  nothingYet: (first: string) =>
    `Counting started on ${first}, but no day has been added up yet. Each day is added up in the following night.`,
  month: 'Month',
  came: {
    title: 'Received and done',
    more: 'All rights together. “Done” includes what was refused or taken back, or where no data were found.',
    received: 'Received',
    done: 'Done',
    late: 'Of these, late',
    chart: (received: string, done: string) =>
      `Two bars for each of twelve months: ${received} received, ${done} done.`,
  },
  open: {
    title: 'Open at the end of the month',
    more: 'What had been received, and was not done by then. For the current month: as of the last day counted.',
    open: 'Open',
    chart: (first: string, last: string) => `A line over twelve months, from ${first} open to ${last}.`,
  },
  needed: {
    title: 'Days needed against the deadline',
    more: 'Finished requests only. The bar ends where 95 of 100 were done, and its notch shows where half were. The line is the promise. A month is drawn at its shortest, 28 days.',
    caption: { most: '95 of 100 done', median: 'Half of them done', promised: 'Promised' },
    kind: 'Asked for',
    finished: 'Finished',
    median: 'Half done within',
    most: '95 of 100 done within',
    promised: 'Promised within',
    none: 'Nothing was finished in this period.',
    few: 'too few',
    depends: 'depends on the answer',
    label: (most: string, promised: string) => `${most}; promised: ${promised}`,
    chart: (kinds: string) => `A bar for each of ${kinds} kinds of requests, with a line at the promised time.`,
    axis: 'days',
  },
  kept: {
    title: 'Promises: in time, at risk, broken',
    more: 'The share of each among what was finished in these months or is open now.',
    caption: { inTime: 'In time', atRisk: 'At risk now', broken: 'Late, or overdue now' },
    short: { inTime: 'in time', atRisk: 'at risk', broken: 'late' },
    promise: 'Promise',
    none: 'nothing finished, nothing at risk',
    chart: (inTime: string, atRisk: string, broken: string) =>
      `A bar for each promise with figures: ${inTime} in time, ${atRisk} at risk, ${broken} late or overdue.`,
  },
  files: 'Downloads:',
  year: (year: string) => `${year} by right, channel and country (CSV)`,
  json: 'these twelve months (JSON)',
}

export type DeskFiguresWording = typeof deskFiguresEn
