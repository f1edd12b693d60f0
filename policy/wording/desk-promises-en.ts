import type { PromiseId } from '../promises.ts'

/** Periods as words, and an age in years, as the policy has them; a promise that it does not make needs none. */
export type Promised = {
  readonly erasure: string
  readonly unused: string
  readonly removal: string
  readonly age: number
}

/** What was promised, and how it is kept, for the company's own people, in English. */
export const deskPromisesEn = {
  title: 'What was promised, and how it is kept',
  lead: 'The figures show whether promises were kept in time. The tests of this version prove that they were kept as they should be.',
  since: (first: string, last: string) =>
    `Counted from ${first} to ${last}. What is overdue or at risk is counted as of now.`,
  nothingYet: (first: string) =>
    `Counting started on ${first}, but no day has been added up yet. Each day is added up in the following night. What is overdue or at risk is counted as of now.`,
  keeping: {
    kept: 'kept',
    'at-risk': 'at risk',
    broken: 'broken',
    open: 'nothing finished yet',
    uncounted: 'not counted',
    'not-made': 'not promised',
  },
  why: {
    kept: 'Everything finished was finished in time.',
    'at-risk': 'Nothing was late, but something open may become late.',
    broken: 'Something was finished too late, or is overdue.',
    open: 'Nothing that would show it was finished in this period, and nothing is late.',
    uncounted: 'No figure shows this. The tests prove it.',
    'not-made': 'The policy of this deployment does not promise it.',
  },
  law: (article: string) => (article.startsWith('Art.') ? `GDPR ${article}` : article),
  own: 'promised, although no law requires it',
  counts: {
    received: 'Received',
    finished: 'Finished',
    late: 'Late',
    overdue: 'Overdue now',
    atRisk: 'At risk now',
    median: 'Half done within',
    most: '95 of 100 done within',
  },
  /** What no promise speaks of, and the law sets a time for. */
  besides: {
    title: 'Also due',
    lead: 'The law sets a time for these too. No single promise covers them.',
    'processing-objection': 'Objections to a use of data',
    queue: 'See the queue',
    mails: 'E-mails waiting for a decision',
  },
  days: (days: number) => (days === 0 ? 'a day' : `${days + 1} days`),
  capped: (most: number) => `Only the ${most} most urgent requests were looked at. There are more.`,
  tests: (n: number) => (n === 1 ? 'One test proves it' : `${n} tests prove it`),
  testsNone: 'No test proves this yet.',
  figures: 'Charts and tables of twelve months',
  promises: {
    N1: {
      title: 'A copy to take along',
      sentence: () =>
        'On request a person gets a copy of their data in a structured, commonly used, machine-readable format.',
    },
    N2: { title: 'Correction', sentence: () => 'Inaccurate data are corrected and incomplete data completed.' },
    N3: {
      title: 'Restriction',
      sentence: () =>
        'On request data become unavailable for everyone, but are not deleted, and the person can have them back.',
    },
    N4: {
      title: 'Erasure',
      sentence: ({ erasure }) =>
        `On request data become unavailable at once and are completely deleted within ${erasure}, counted from the request.`,
    },
    N5: {
      title: 'Having everything back',
      sentence: () => 'Until the permanent deletion has happened, the person can ask to have the data restored.',
    },
    N6: {
      title: 'Accounts that nobody uses',
      sentence: ({ unused, removal }) =>
        `An account inactive for ${unused} is scheduled for removal and permanently deleted after ${removal} more.`,
    },
    N7: {
      title: 'What a law requires us to keep',
      sentence: () => 'Some data are kept longer, for technical limits or because a law says so; nothing else is.',
    },
    N8: {
      title: 'Children',
      sentence: ({ age }) =>
        `Data of a person under ${age} without a guardian’s consent are deleted as soon as the company learns of it.`,
    },
    N9: {
      title: 'News and offers',
      sentence: () => 'Tips and news go only to subscribers; one click in any message unsubscribes.',
    },
    N10: {
      title: 'Region',
      sentence: () => 'A portal’s data are stored in the region that its administrator chose.',
    },
    N11: {
      title: 'Recipients',
      sentence: () => 'What is erased, restricted or rectified reaches the third parties that hold a copy.',
    },
    N12: {
      title: 'Nobody else',
      sentence: () => 'No individual’s data go to anyone else without that person’s prior written approval.',
    },
    N13: {
      title: 'Changes of the notice',
      sentence: () => 'A change of the notice is announced by e-mail or by a note on the site.',
    },
    N14: { title: 'Free, at any time', sentence: () => 'Every right can be used at any time and free of charge.' },
    N15: {
      title: 'Protection',
      sentence: () =>
        'Every connection and every medium that holds personal data is encrypted, and access is guarded and logged.',
    },
    N16: {
      title: 'Only while it is used',
      sentence: () => 'Data are used only while the account is active; it can be deactivated or deleted at any time.',
    },
    N17: {
      title: 'Cookies',
      sentence: () => 'These pages set essential cookies only, and none holds a password or the like.',
    },
    N18: {
      title: 'Public posts',
      sentence: () => 'What a person wrote in public areas is public; the author decides.',
    },
  } satisfies Record<
    PromiseId,
    { readonly title: string; readonly sentence: (promised: Promised) => string }
  > as Readonly<Record<PromiseId, { readonly title: string; readonly sentence: (promised: Promised) => string }>>,
}

export type DeskPromisesWording = typeof deskPromisesEn
