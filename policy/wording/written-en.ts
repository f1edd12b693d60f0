/** What the company's people write to a person from the desk, and what they read when they do, in English. */
export const writtenEn = {
  letters: {
    /** Each has a title; what stands before and after what they say in their own words. */
    'under-way': {
      title: 'Where your request stands',
      before: (right: string, by: string) =>
        `You asked us for this: ${right}. People of ours are at work on it, and you have our answer by ${by} at the latest.`,
      after: 'You need not do anything.',
    },
    'which-data': {
      title: 'Which data do you mean?',
      before: (right: string, by: string) =>
        `You asked us for this: ${right}. If you mean only some of your data, or a certain time, tell us which: answer this mail. You have our answer by ${by} at the latest.`,
      after: 'You need not answer. Then we go on with all of it.',
    },
    'your-mail': {
      title: 'We read your mail',
      before: (right: string) => `Thank you for your mail about this: ${right}. A person of ours read it.`,
      after: 'Nothing else has changed by this.',
    },
    'own-words': {
      title: 'A word about your request',
      before: (right: string) => `This is about: ${right}.`,
      after: undefined as string | undefined,
    },
    button: 'Look at the request',
    reply: 'If you answer this mail, a person reads it.',
  },
  page: {
    title: 'Notes, and what you wrote',
    none: 'None yet.',
    templates: {
      'under-way': 'You are at work on it',
      'which-data': 'Ask which data are meant',
      'your-mail': 'Answer a mail',
      'own-words': 'In your own words',
    },
    note: 'Note',
    hidden: 'What they say is personal: it is shown with who it is.',
    hiddenRole: 'What they say is personal: your role does not see it.',
    gone: 'Gone, with what was personal in the request.',
    write: {
      title: 'Write to the person',
      more: (language: string) =>
        `It goes into the thread of the request, in ${language}. You see it before it is sent; the history says that you wrote.`,
      template: 'What about',
      words: 'In your own words',
      wordsHint: 'Text alone. It may be left empty where the rest says enough. Use their language.',
      preview: 'Look at it first',
      previewed: 'This is what the person will get. Nothing is sent yet.',
      subject: 'Subject',
      send: 'Send it',
      back: 'Do not send it',
    },
    noting: {
      title: 'Leave a note',
      more: 'For your colleagues, and for nobody else. Whoever looks at what is personal sees it; it goes with that when the request is over. Write what they need to know, and nothing more about the person.',
      words: 'Note',
      button: 'Leave the note',
    },
    turnDown: {
      title: 'Do not act on the request',
      more: 'The person is told at once: the reason in your words, that they can complain to the authority, and that they can go to court. What was made unavailable for the request becomes available again, what was gathered is deleted, and then it is closed. You have to be able to show that the reason holds (GDPR Art. 12(5)).',
      inTime: 'As unfounded or excessive it can be turned down within one month of receipt (GDPR Art. 12(4)).',
      why: 'Reason',
      reasons: {
        'manifestly-unfounded': 'manifestly unfounded (GDPR Art. 12(5)(b))',
        excessive: 'excessive, in particular because it is repeated (GDPR Art. 12(5)(b))',
        'not-identifiable': 'it cannot be told that the data are theirs (GDPR Art. 11(2), 12(2))',
      },
      words: 'Why, in your own words',
      wordsHint:
        'The person reads it. Text alone, in their language. Name what makes it so, and nothing that is about others.',
      preview: 'Look at the letter first',
      previewed: 'This is what the person will get. Nothing is decided or sent yet.',
      send: 'Decide it, and send the letter',
      back: 'Do not decide it',
      done: 'Decided. The letter is on its way; the history says who decided, and why.',
      'no-why': 'Choose a reason: it may be too late for this one by now.',
    },
    refused: {
      'no-words': (most: number) => `Write something, as text alone, of at most ${most} signs.`,
      'no-template': 'Choose what it is about: something else may be true by now.',
    },
    done: {
      wrote: 'Sent. It is in the history.',
      noted: 'Noted. It is in the history that you did.',
    },
  },
}

export type WrittenWording = typeof writtenEn
