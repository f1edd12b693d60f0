/** What is said while it is not certain who asks (GDPR Art. 12(6)), in English: letters and pages. */
export const identityEn = {
  letters: {
    /** In the letter that asks to confirm. */
    named:
      'Your e-mail names an account, by a user name, a number or a portal. If such an account exists under another address, its owner gets a link there. If it is yours, open that link. The link in this e-mail is only for the data under this address. If there are no data under it, we ask you who you are after you have opened it. We tell only its owner whether an account with that name exists.',
    needed: {
      title: 'Please tell us who you are',
      asked: (right: string) =>
        `You asked us for this, and you confirmed it: ${right}. Before we do it, we have to be sure that the data are yours.`,
      why: (reason: string) => `Why we ask: ${reason}.`,
      questions: 'Please answer only this:',
      button: 'Answer the questions',
      until: (until: string) =>
        `You have until ${until}. If we have no answer by then, we close the request. You can ask again at any time.`,
      clock: (since: string, by: string) =>
        `Our time limit is paused from ${since} until you answer. If you answer at the last moment, we will be done by ${by}. If you answer earlier, we will be done that much earlier.`,
      noCard:
        'Do not send us a copy of an identity card: we do not need one. Your answers are read by the person who decides, and deleted afterwards.',
    },
    toCheck: {
      title: 'Someone has said who they are',
      asked: (right: string) =>
        `A person asked for this: ${right}. They confirmed their address, and were asked who they are. Now they have answered.`,
      by: (by: string) => `The time limit is running again: the request must be done by ${by}.`,
      button: 'Read it and decide',
      how: 'On the page you see what they answered, and enter your decision. Anyone with this link can decide: do not share it.',
    },
    accepted: {
      title: 'Someone asked for your data',
      done: (right: string) =>
        `Someone writing from another e-mail address asked us for this: ${right}. They said that the account at this address is theirs.`,
      why: 'One of our staff asked them who they are, and was convinced by their answers. So we will do what they asked for, and write to them about it.',
      notYou: 'If that was not you, reply to this e-mail at once: a person reads it.',
    },
    unidentified: {
      title: 'We cannot tell who asked',
      done: (right: string) =>
        `You asked us for this: ${right}. We asked you who you are. Either we had no answer in time, or we could not tell from your answers whose data these are. So nothing was done, and the request is closed.`,
      again: (until: string) =>
        `You can ask again at any time, free of charge. If you do so by ${until}, your request still counts from the day we first received it. Until then, we keep your address for this purpose, and nothing else.`,
      button: 'See the request',
      rights: (authority: string, url: string) =>
        `If you do not agree, you can complain to a supervisory authority. Ours is ${authority} (${url}). You can also go to court.`,
    },
  },
  page: {
    named:
      'This is about the data under the address that we sent this link to. It is not about an account under another address that your e-mail may name.',
    identifying: 'Please tell us who you are',
    over: 'The time to answer is over. Nothing was done, and the request will be closed in a moment.',
    why: 'Why we ask',
    lead: 'Answer these questions as far as you can. We need nothing else, and no copy of an identity card.',
    until: 'You can answer until',
    still: (since: string, by: string) =>
      `Our time limit has been paused since ${since}, until you answer. Your request will be done by ${by} at the latest.`,
    button: 'Send the answers',
    empty: 'Answer at least one of the questions',
    wrong: (limit: number) => `Use ordinary characters, at most ${limit.toLocaleString('en')} for each answer`,
    wrongAddress: 'Enter the e-mail address in the correct format, like name@example.com',
    checking: 'One of our staff is looking at your answers',
    checkingText: (by: string) =>
      `Our time limit has been running again since you answered. Your request will be done by ${by} at the latest, and you will get an e-mail.`,
    unidentified: 'We cannot tell who asked',
    unidentifiedText: (at: string) => `Nothing was done, and the request was closed on ${at}.`,
    againText: (until: string) =>
      `If you ask again by ${until}, your request still counts from the day we first received it.`,
    again: 'Ask again',
    asked: 'We asked you who you are: our time limit is paused',
    answered: 'You answered: our time limit is running again',
    deciding: 'One of our staff is deciding',
    doneBy: 'Request done, at the latest',
  },
  check: {
    title: 'Is this the right person?',
    lead: 'A person confirmed an address, and was asked who they are. Believe them only if what they answer is known only to the account holder, and matches what you know.',
    by: 'The request must be done by',
    wanted: 'They ask for',
    said: 'What they answered',
    none: 'no answer',
    account: 'The e-mail address of their account',
    accountHint:
      'As you have it on record. The request is about its data. We also write to it that someone was accepted as its holder.',
    accept: 'They are the account holder',
    reject: 'I cannot tell',
    rejectText: 'Or if their answers are not enough. The request is then closed, and they are told so.',
    unknown: 'Nobody has an account under this address',
    wrongAddress: 'Enter an e-mail address in the correct format, like name@example.com',
    nothing: 'There is nothing to decide here',
    nothingText: 'It has already been decided, or the person has not answered yet.',
  },
}

export type IdentityWording = typeof identityEn
