/** What is said while it is not certain who asks (GDPR Art. 12(6)), in English: letters and pages. */
export const identityEn = {
  letters: {
    /** In the letter that asks to confirm. */
    named:
      'Your mail names an account, by a user name, a number or a portal. If one is known by that name under another address, its owner gets a link there: open that one, if it is yours. The link in this mail is for the data under this address alone. If nobody has data under it, we ask you who you are after you have opened it. Whether an account is known by that name we tell its owner only.',
    needed: {
      title: 'Please tell us who you are',
      asked: (right: string) =>
        `You asked us for this, and you confirmed it: ${right}. Before we do it, we have to be certain that the data are yours.`,
      why: (reason: string) => `Why we ask: ${reason}.`,
      questions: 'Please answer this, and nothing else:',
      button: 'Answer',
      until: (until: string) =>
        `You have until ${until}. Without an answer we close the request then. You can ask again at any time.`,
      clock: (since: string, by: string) =>
        `Our time to do it stands still from ${since} until you answer. If you answer at the very last, it is done by ${by}; if you answer earlier, that much earlier.`,
      noCard:
        'Do not send us a copy of an identity card: we do not need one. What you answer is read by the person who decides, and deleted afterwards.',
    },
    toCheck: {
      title: 'Somebody says who they are',
      asked: (right: string) =>
        `A person asked for this: ${right}. They proved their address, and were asked who they are. Now they have answered.`,
      by: (by: string) => `Their time runs again: the request has to be done by ${by}.`,
      button: 'Look at it and decide',
      how: 'The page shows what they answered, and takes your decision. Whoever has this link can decide: pass it on to nobody.',
    },
    accepted: {
      title: 'Somebody asked for your data',
      done: (right: string) =>
        `Somebody who writes from another e-mail address asked us for this: ${right}. They said that the account at this address is theirs.`,
      why: 'A person of ours asked them who they are, and was convinced by their answers. So we do what they asked for, and write to them about it.',
      notYou: 'If that was not you, answer this mail at once: a person reads it.',
    },
    unidentified: {
      title: 'We cannot tell who asked',
      done: (right: string) =>
        `You asked us for this: ${right}. We asked you who you are, and either had no answer in time, or could not tell by your answers whose data these are. So nothing was done, and the request is closed.`,
      again: (until: string) =>
        `You can ask again at any time, free of charge. If you do so by ${until}, your request still counts from the day on which we first received it. Until then we keep your address for this, and nothing else.`,
      button: 'See the request',
      rights: (authority: string, url: string) =>
        `If you do not agree: the authority for us is ${authority} (${url}). You can also go to court.`,
    },
  },
  page: {
    named:
      'This is about the data under the address to which we sent this link, and not about an account of another address that your mail may name.',
    identifying: 'Please tell us who you are',
    over: 'The time to answer is over. Nothing was done, and the request is closed in a moment.',
    why: 'Why we ask',
    lead: 'Answer these questions, as far as you can. We need nothing else, and no copy of an identity card.',
    until: 'You can answer until',
    still: (since: string, by: string) =>
      `Our time stands still since ${since}, until you answer. Your request is done by ${by} at the latest.`,
    button: 'Send the answers',
    empty: 'Answer at least one of the questions',
    wrong: (limit: number) => `Use ordinary characters, at most ${limit.toLocaleString('en')} for each answer`,
    wrongAddress: 'Enter the e-mail address in the right form, like name@example.com',
    checking: 'A person of ours looks at your answers',
    checkingText: (by: string) =>
      `Our time runs again since you answered. Your request is done by ${by} at the latest, and you get a mail.`,
    unidentified: 'We cannot tell who asked',
    unidentifiedText: (at: string) => `Nothing was done, and the request was closed on ${at}.`,
    againText: (until: string) =>
      `Until ${until} you can ask again, and your request still counts from the day on which we first received it.`,
    again: 'Ask again',
    asked: 'We asked you who you are; the time stands still',
    answered: 'You answered; the time runs on',
    deciding: 'A person of ours decides',
    doneBy: 'It is done, at the latest',
  },
  check: {
    title: 'Is it the person?',
    lead: 'A person proved an address, and was asked who they are. Believe them only if what they answer is known to the holder of the account alone, and fits what you know.',
    by: 'The request has to be done by',
    wanted: 'They ask for',
    said: 'What they answered',
    none: 'no answer',
    account: 'The e-mail address of the account that is theirs',
    accountHint:
      'As it stands with you. Its data are what the request is about; we also write to it that somebody was believed.',
    accept: 'They are its holder',
    reject: 'I cannot tell',
    rejectText: 'Or their answers are not enough. The request is closed then, and they are told so.',
    unknown: 'Nobody has an account under this address',
    wrongAddress: 'Enter an e-mail address in the right form, like name@example.com',
    nothing: 'There is nothing to decide here',
    nothingText: 'It was decided, or the person has not answered yet.',
  },
}

export type IdentityWording = typeof identityEn
