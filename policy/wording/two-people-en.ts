/** What is said of what takes two people, in English. */
export const twoPeopleEn = {
  what: {
    unhold: 'End the hold on an erasure',
    lift: 'End a restriction',
    'turn-down': 'Do not act on a request',
    'refuse-objection': 'Continue although a person objects',
    'decline-correction': 'Do not correct what a person says is wrong',
  },
  letter: {
    title: 'A second person is needed',
    ask: (what: string) => `A colleague proposes: ${what}. It cannot be undone, so it takes two people.`,
    until: (at: string) =>
      `Another officer can confirm or decline it on the desk until ${at}. Nothing happens until then, or if nobody does.`,
    button: 'Open the request',
    /** In the letter that asks for a decision. */
    onTheDesk:
      'A decision against the person takes two people. Sign in to the desk and propose it there, and another officer confirms it. This link does not accept it.',
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
      'Before you confirm it, read what the person would be told. The words are shown together with who it is, and the history records that you looked.',
    read: 'Read it, and see who it is',
    own: 'You proposed this, so another officer has to confirm it. Nothing happens until then.',
    other: 'Look at the papers yourself before you confirm it. It cannot be undone.',
    otherWords:
      'Confirm it only if you would decide the same yourself, in these words. The person is told at once, and it cannot be undone.',
    propose: 'Propose it',
    confirm: 'Confirm it',
    decline: 'Decline it',
    takeBack: 'Take it back',
    stop: 'Stop it',
    apply: 'Correct it',
    takesIfNot:
      'A decision against the person takes two people: you propose it, and another officer confirms or declines it.',
    takes: 'This takes two people: you propose it, and another officer confirms or declines it.',
  },
  done: 'Proposed. The other officers are told. Nothing happens until one of them confirms it.',
  lookFirst: 'First read what the person would be told: use the button next to the proposal.',
  /** On the page of a decision. */
  decide: {
    title: 'Proposed, but not decided yet',
    text: (until: string) =>
      `This takes two people. By ${until}, an officer who did not propose it has to confirm it on the desk. The person is told only then.`,
    onTheDesk:
      'This decision takes two people, so nothing has been decided. Sign in to the desk, open the request, and propose it there. Another officer then confirms it.',
    desk: 'Open the request on the desk',
    takesIfNot:
      'A decision against the person takes two people. If you came here from the desk, you propose it, and another officer confirms or declines it. A link in an e-mail does not accept it.',
  },
  refused: 'This takes two people: an officer other than the one who proposed it has to confirm it in time.',
}

export type TwoPeopleWording = typeof twoPeopleEn
