/** What is said of what takes two people, in English. */
export const twoPeopleEn = {
  what: { unhold: 'End the hold of an erasure', lift: 'End a restriction', 'turn-down': 'Do not act on a request' },
  letter: {
    title: 'A second person is needed',
    ask: (what: string) => `Somebody proposes: ${what}. It cannot be undone, so it takes two people.`,
    until: (at: string) =>
      `Until ${at} another officer can confirm or decline it on the desk. Nothing happens before, and nothing if nobody does.`,
    button: 'Open the request',
  },
  page: {
    title: (what: string) => `Proposed: ${what}`,
    by: 'Proposed by',
    at: 'Proposed on',
    until: 'To be confirmed by',
    file: 'File with the papers',
    why: 'Reason',
    said: 'In these words, which the person reads',
    toRead:
      'Read what the person would be told before you confirm it: the words stand with who it is, and the history says that you looked.',
    read: 'Read it, and see who it is',
    own: 'You proposed it: another officer has to confirm it. Nothing happens before.',
    other: 'Look at the papers yourself before you confirm it. It cannot be undone.',
    otherWords:
      'Confirm it only if you would decide so yourself, in these words: the person is told at once, and it cannot be undone.',
    propose: 'Propose it',
    confirm: 'Confirm it',
    decline: 'Decline it',
    takeBack: 'Take it back',
    takes: 'It takes two people: you propose it, and another officer confirms or declines it.',
  },
  done: 'Proposed. Other officers hear of it; nothing happens until one of them confirms it.',
  lookFirst: 'Read what the person would be told first: press for it where it is proposed.',
  refused: 'It takes two people: another officer than the one who proposed it has to confirm it, in time.',
}

export type TwoPeopleWording = typeof twoPeopleEn
