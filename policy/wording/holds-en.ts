/** What is said to the officer of holds that outlive their requests, in English. */
export const holdsEn = {
  kept: {
    title: 'A held request ended: the hold stays',
    what: (reason: string) => `The erasure was held up: ${reason}. It ends, and nothing is erased.`,
    next: (until: string) =>
      `The law still asks you to keep the data. Should the same person ask for erasure again, that is held up from its beginning, until somebody ends the hold there. This is kept until ${until}.`,
    button: 'Open the request',
  },
  'taken-over': {
    title: 'A new erasure is held up',
    what: (reason: string) =>
      `An earlier request of the same person ended while it was held up: ${reason}. So this one waits, too.`,
    next: (_until: string) => 'If the reason is gone, end the hold: nothing is erased before.',
    button: 'Open the request',
  },
}

export type HoldsWording = typeof holdsEn
