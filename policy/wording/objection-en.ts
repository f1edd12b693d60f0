/** What is said about objections that have to be weighed (GDPR Art. 21(1)), in English: letters and pages. */
export const objectionEn = {
  state: {
    open: 'one of our staff is deciding',
    stopped: 'stopped',
    'goes-on': 'continues',
  },
  /** A use of data: its purpose, and which data. */
  use: (purpose: string, data: string) => `${data} – ${purpose}`,
  reason: 'The reason',
  longer: {
    complex: 'your request is complex',
    many: 'very many requests came in at once',
  },
  letters: {
    stateGrounds: {
      title: 'Please tell us why you object',
      asked:
        'You object to a use of your personal data, and you confirmed your address. Now tell us which use you object to, and your reasons, which must relate to your particular situation:',
      button: 'Tell us which use, and why',
      until: (until: string) => `You have until ${until}. Nothing changes until you have told us.`,
      how: 'One of our staff weighs your reasons against ours. Unless ours are compelling, we stop. Until we have decided, you can have your data made unavailable on the same page.',
    },
    toWeigh: {
      title: 'An objection to decide',
      asked: 'A person with a confirmed address objects to these uses of their data (Article 21(1) GDPR):',
      by: (by: string) => `The person must have an answer by ${by}.`,
      how: 'A use may continue only for compelling legitimate grounds that you can show, or for legal claims. On the page you see their reasons, and enter your decision. If you need longer, say so there before that day. Anyone with this link can decide: do not share it.',
      button: 'Read it and decide',
    },
    upheld: {
      title: 'We accept your objection',
      done: (at: string) => `You objected to a use of your personal data. We stopped using them for this on ${at}:`,
      still: 'We keep the data themselves where other uses need them. If you want them erased, you can ask for that.',
    },
    refused: {
      title: 'Our decision on your objection',
      done: 'You objected to a use of your personal data. We weighed your reasons against ours. This is our decision:',
      why: 'Why some of it continues:',
      rights: (authority: string, url: string) =>
        `If you do not agree, you can complain to a supervisory authority. Ours is ${authority} (${url}). You can also go to court, or object again with further reasons.`,
    },
    decided: {
      words: 'What we want to tell you about it:',
      suspended:
        'If you had your data made unavailable in the meantime, they stay unavailable until you ask for everything back on the page of that request.',
      forget:
        'As soon as this e-mail has been sent, we delete what you told us, and your address, from the request itself.',
      button: 'See the request',
    },
    dropped: {
      title: 'Your objection is closed',
      done: 'You objected to a use of your personal data. Then you took it back, or did not tell us in time which use you object to, and why. Nothing was changed, and the request is closed.',
      again: 'You can object again at any time, free of charge.',
      button: 'See the request',
    },
  },
  page: {
    objecting: 'Please tell us why you object',
    objectingText: 'We have sent you a link to the page where you tell us which use you object to, and why.',
    objectingOver:
      'The time to give your reasons is over. Nothing has changed, and the request will be closed in a moment.',
    weighing: 'One of our staff is deciding on your objection',
    weighingText:
      'They weigh your reasons against ours. You will get an e-mail with the decision and the reasons for it.',
    longerText: (reason: string, by: string) =>
      `As we told you, this takes longer than a month, because ${reason}. You will have our answer by ${by} at the latest.`,
    upheld: 'We accept your objection',
    upheldText: (at: string) => `We stopped using your data for this on ${at}.`,
    refused: 'Our decision on your objection',
    refusedText: (at: string) => `We decided on ${at}. You can read below what stops, what continues, and why.`,
    dropped: 'Your objection is closed',
    droppedText: (at: string) =>
      `You took it back, or did not tell us in time which use you object to, and why. It was closed on ${at}, and nothing was changed.`,
    superseded: (at: string) =>
      `You also asked for erasure, which was done on ${at}. There is nothing left to use, and this request is closed.`,
    uses: 'What you object to',
    suspendText:
      'Do you want nobody to use your data until we have decided? We can make all of them unavailable, to you too.',
    suspend: 'Make my data unavailable until then',
    withdrawText: 'Changed your mind? Then everything stays as it is.',
    withdraw: 'Take the objection back',
    again: 'Object again',
    statedBy: 'Last moment to tell us which use, and why',
    stated: 'You told us which use, and why',
    decided: 'You have our decision',
    tooLate: 'It has been decided, so it is too late to take it back.',
  },
  form: {
    lead: 'The law gives you this right for reasons relating to your particular situation. To stop news and offers you need no reason: there is a separate request for that.',
    until: 'You can tell us until',
    which: 'Which use do you object to?',
    grounds: 'Your reasons',
    groundsHint: (limit: number) =>
      `Tell us what in your situation speaks against this use. A person reads it. At most ${limit.toLocaleString('en')} characters.`,
    noUse: 'Choose at least one use',
    noGrounds: 'Tell us your reasons',
    wrong: (limit: number) => `Your reasons: use ordinary characters, at most ${limit.toLocaleString('en')}`,
    button: 'Send the objection',
  },
  decide: {
    title: 'Decide on an objection',
    lead: 'A person with a confirmed address objects to uses of their data (Article 21(1) GDPR). A use may continue only for compelling legitimate grounds that you can show and that outweigh theirs, or for legal claims.',
    by: 'The person must have an answer by',
    said: 'Their reasons',
    question: (use: string) => `What do you decide? ${use}`,
    stop: 'Stop it',
    stopHint: 'Programs that check before they use data learn of it at once. Stop all other uses before you decide.',
    goOn: (reason: string) => `Continue: ${reason}`,
    answer: 'In your own words',
    answerHint: (limit: number) =>
      `Required if any use continues: how you weighed their reasons against yours. The person reads it in the e-mail. At most ${limit.toLocaleString('en')} characters.`,
    undecided: 'Choose a decision for each use',
    answerWrong: 'Say how you weighed the reasons, using only ordinary characters, or write less',
    button: 'Decide, and tell the person',
    longer: 'Do you need longer?',
    longerText: (by: string) =>
      `You can take until ${by}, once, and only for one of these reasons. The person is told which (Article 12(3) GDPR).`,
    longerWhy: { complex: 'The request is complex', many: 'Very many requests came in at once' },
    nothing: 'There is nothing to decide here',
    nothingText: 'It has already been decided, or the person took it back. This is the current status:',
  },
}

export type ObjectionWording = typeof objectionEn
