/** What is said about objections that have to be weighed (GDPR Art. 21(1)), in English: letters and pages. */
export const objectionEn = {
  state: {
    open: 'a person of ours decides',
    stopped: 'stopped',
    'goes-on': 'goes on',
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
        'You object to a use of your personal data, and you proved your address. Now tell us which use you object to, and the reasons that arise from your particular situation:',
      button: 'Tell us which use, and why',
      until: (until: string) => `You have until ${until}. Nothing changes before you have told us.`,
      how: 'A person of ours weighs your reasons against ours. Unless ours are compelling, we stop. Until it is decided you can have your data made unavailable, on the same page.',
    },
    toWeigh: {
      title: 'An objection to decide',
      asked: 'A person who proved their address objects to these uses of their data (Article 21(1) GDPR):',
      by: (by: string) => `The person has to have an answer by ${by}.`,
      how: 'A use may go on only for compelling legitimate grounds that you can show, or for legal claims. The page shows their reasons, and takes your decision. If you need longer, say so there before that day. Whoever has this link can decide: pass it on to nobody.',
      button: 'Look at it and decide',
    },
    upheld: {
      title: 'We follow your objection',
      done: (at: string) =>
        `You objected to a use of your personal data. Since ${at} we do not use them for this any more:`,
      still: 'The data themselves stay where other uses need them. If you want them erased, you can ask for that.',
    },
    refused: {
      title: 'Our decision about your objection',
      done: 'You objected to a use of your personal data. We weighed your reasons against ours. This is our decision:',
      why: 'Why some of it goes on:',
      rights: (authority: string, url: string) =>
        `If you do not agree: the authority for us is ${authority} (${url}). You can also go to court, or object again with further reasons.`,
    },
    decided: {
      words: 'What we want to tell you about it:',
      suspended:
        'If you had your data made unavailable meanwhile, they stay so until you want everything back, on the page of that request.',
      forget: 'As soon as this mail is out, we delete what you told us, and your address, from the request itself.',
      button: 'See the request',
    },
    dropped: {
      title: 'Your objection is closed',
      done: 'You objected to a use of your personal data, and then took it back or did not tell us in time which use and why. Nothing was changed, and the request is closed.',
      again: 'You can object again at any time, free of charge.',
      button: 'See the request',
    },
  },
  page: {
    objecting: 'Please tell us why you object',
    objectingText: 'We mailed you a link to the page where you tell us which use you object to, and why.',
    objectingOver: 'The time to give your reasons is over. Nothing was changed, and the request is closed in a moment.',
    weighing: 'A person of ours decides about your objection',
    weighingText: 'They weigh your reasons against ours. You get a mail with the decision and its reasons.',
    longerText: (reason: string, by: string) =>
      `As we wrote to you, it takes longer than a month, because ${reason}. You have our answer by ${by} at the latest.`,
    upheld: 'We follow your objection',
    upheldText: (at: string) => `Since ${at} we do not use your data for this any more.`,
    refused: 'Our decision about your objection',
    refusedText: (at: string) => `We decided on ${at}. What stops, what goes on, and why, stands below.`,
    dropped: 'Your objection is closed',
    droppedText: (at: string) =>
      `You took it back, or did not tell us in time which use you object to, and why. It was closed on ${at}, and nothing was changed.`,
    superseded: (at: string) =>
      `You asked for erasure too. It was done on ${at}, so there is nothing left to use, and this request is closed.`,
    uses: 'What you object to',
    suspendText: 'Shall nobody use your data until it is decided? We make all of them unavailable, to you too.',
    suspend: 'Make my data unavailable until then',
    withdrawText: 'Changed your mind? Then everything stays as it is.',
    withdraw: 'Take the objection back',
    again: 'Object again',
    statedBy: 'You tell us which use, and why, at the latest',
    stated: 'You told us which use, and why',
    decided: 'You have our decision',
    tooLate: 'It is decided, and can no longer be taken back.',
  },
  form: {
    lead: 'The law gives you this right for reasons that arise from your particular situation. Against news and offers you need no reason: stop them with the request for that.',
    until: 'You can tell us until',
    which: 'Which use do you object to?',
    grounds: 'Your reasons',
    groundsHint: (limit: number) =>
      `What in your situation speaks against this use. A person reads it. At most ${limit.toLocaleString('en')} characters.`,
    noUse: 'Choose at least one use',
    noGrounds: 'Tell us your reasons',
    wrong: (limit: number) => `Your reasons: use ordinary characters, at most ${limit.toLocaleString('en')}`,
    button: 'Send the objection',
  },
  decide: {
    title: 'Decide on an objection',
    lead: 'A person who proved their address objects to uses of their data (Article 21(1) GDPR). A use may go on only for compelling legitimate grounds that you can show and that outweigh theirs, or for legal claims.',
    by: 'The person has to have an answer by',
    said: 'Their reasons',
    question: (use: string) => `What do you decide? ${use}`,
    stop: 'Stop it',
    stopHint: 'Programs that ask before they use data learn it at once. Stop all others before you decide.',
    goOn: (reason: string) => `Go on: ${reason}`,
    answer: 'In your own words',
    answerHint: (limit: number) =>
      `Needed where something goes on: how you weighed their reasons against yours. The person reads it in the mail. At most ${limit.toLocaleString('en')} characters.`,
    undecided: 'Choose a decision for each of them',
    answerWrong: 'Say how you weighed it, in ordinary characters and not too many',
    button: 'Decide, and tell the person',
    longer: 'You need longer?',
    longerText: (by: string) =>
      `Until ${by}, once, and only for one of these reasons. The person is told which (Article 12(3) GDPR).`,
    longerWhy: { complex: 'The request is complex', many: 'Very many requests came in at once' },
    nothing: 'There is nothing to decide here',
    nothingText: 'It was decided, or the person took it back. This is where it stands:',
  },
}

export type ObjectionWording = typeof objectionEn
