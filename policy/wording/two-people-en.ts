/** What is said of what takes two people, in English. */
export const twoPeopleEn = {
  what: {
    unhold: 'End the hold of an erasure',
    lift: 'End a restriction',
    'turn-down': 'Do not act on a request',
    'refuse-objection': 'Go on although a person objects',
    'decline-correction': 'Do not correct what a person says is wrong',
  },
  letter: {
    title: 'A second person is needed',
    ask: (what: string) => `Somebody proposes: ${what}. It cannot be undone, so it takes two people.`,
    until: (at: string) =>
      `Until ${at} another officer can confirm or decline it on the desk. Nothing happens before, and nothing if nobody does.`,
    button: 'Open the request',
    /** In the letter that asks for a decision. */
    onTheDesk:
      'What you decide against the person takes two people: sign in to the desk and propose it there, and another officer confirms it. Over this link it is refused.',
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
    stop: 'Stop it',
    apply: 'Correct it',
    takesIfNot:
      'What you decide against the person takes two: you propose it, and another officer confirms or declines it.',
    takes: 'It takes two people: you propose it, and another officer confirms or declines it.',
  },
  done: 'Proposed. Other officers hear of it; nothing happens until one of them confirms it.',
  lookFirst: 'Read what the person would be told first: press for it where it is proposed.',
  /** On the page of a decision. */
  decide: {
    title: 'It is proposed, and not decided yet',
    text: (until: string) =>
      `It takes two people: by ${until} an officer who did not propose it has to confirm it on the desk. The person is told then, and not before.`,
    onTheDesk:
      'To decide this takes two people. Nothing was decided: sign in to the desk, open the request, and propose it there; another officer confirms it.',
    desk: 'Open the request on the desk',
    takesIfNot:
      'What you decide against the person takes two. If you came here from the desk, you propose it, and another officer confirms or declines it; over a link in a mail it is refused.',
  },
  refused: 'It takes two people: another officer than the one who proposed it has to confirm it, in time.',
}

export type TwoPeopleWording = typeof twoPeopleEn
