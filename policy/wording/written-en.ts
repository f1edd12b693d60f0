/** What the company's people write to a person from the desk, and what they read when they do, in English. */
export const writtenEn = {
  letters: {
    /** Each has a title; what stands before and after what they say in their own words. */
    'under-way': {
      title: 'Where your request stands',
      before: (right: string, by: string) =>
        `You asked us for this: ${right}. Our staff are working on it, and you will have our answer by ${by} at the latest.`,
      after: 'You do not need to do anything.',
    },
    'which-data': {
      title: 'Which data do you mean?',
      before: (right: string, by: string) =>
        `You asked us for this: ${right}. If you mean only some of your data, or a certain period, reply to this e-mail and tell us which. You will have our answer by ${by} at the latest.`,
      after: 'You do not have to answer. If you do not, we continue with all of your data.',
    },
    'your-mail': {
      title: 'We have read your e-mail',
      before: (right: string) => `Thank you for your e-mail about this: ${right}. One of our staff has read it.`,
      after: 'Nothing else has changed.',
    },
    'own-words': {
      title: 'A message about your request',
      before: (right: string) => `This is about: ${right}.`,
      after: undefined as string | undefined,
    },
    button: 'See the request',
    reply: 'If you reply to this e-mail, a person reads it.',
  },
  page: {
    title: 'Notes and messages',
    none: 'None yet.',
    templates: {
      'under-way': 'You are working on it',
      'which-data': 'Ask which data are meant',
      'your-mail': 'Answer an e-mail',
      'own-words': 'In your own words',
    },
    note: 'Note',
    hidden: 'Their content is personal. It is shown together with who it is.',
    hiddenRole: 'Their content is personal. Your role does not see it.',
    gone: 'Deleted, with everything personal in the request.',
    write: {
      title: 'Write to the person',
      more: (language: string) =>
        `It becomes part of the e-mail thread of the request, in ${language}. You see it before it is sent. The history records that you wrote.`,
      template: 'What it is about',
      words: 'In your own words',
      wordsHint: 'Plain text. You can leave it empty if the rest says enough. Use their language.',
      preview: 'Preview it',
      previewed: 'This is what the person will get. Nothing has been sent yet.',
      subject: 'Subject',
      send: 'Send it',
      back: 'Do not send it',
    },
    noting: {
      title: 'Leave a note',
      more: 'For your colleagues only. Anyone who looks at the personal data sees it, and it is deleted with them when the request is over. Write what they need to know, and nothing more about the person.',
      words: 'Note',
      button: 'Save the note',
    },
    turnDown: {
      title: 'Do not act on the request',
      more: 'The person is told at once: the reason in your words, that they can complain to the authority, and that they can go to court. What was made unavailable for the request becomes available again, and what was gathered is deleted. Then the request is closed. You must be able to demonstrate that the reason holds (GDPR Art. 12(5)).',
      inTime: 'You can turn it down as unfounded or excessive within one month of receipt (GDPR Art. 12(4)).',
      why: 'Reason',
      reasons: {
        'manifestly-unfounded': 'manifestly unfounded (GDPR Art. 12(5)(b))',
        excessive: 'excessive, in particular because it is repeated (GDPR Art. 12(5)(b))',
        'not-identifiable': 'it cannot be established that the data are theirs (GDPR Art. 11(2), 12(2))',
      },
      words: 'Why, in your own words',
      wordsHint:
        'The person reads it. Plain text, in their language. Say what the reason is based on, and nothing about other people.',
      preview: 'Preview the letter',
      previewed: 'This is what the person will get. Nothing has been decided or sent yet.',
      send: 'Decide it, and send the letter',
      back: 'Do not decide it',
      done: 'Decided. The letter is on its way. The history records who decided, and why.',
      'no-why': 'Choose a reason. It may now be too late for the one you chose.',
    },
    refused: {
      'no-words': (most: number) => `Write something in plain text, of at most ${most} characters.`,
      'no-template': 'Choose again what it is about: things may have changed.',
    },
    done: {
      wrote: 'Sent. It is in the history.',
      noted: 'Saved. The history records that you left a note.',
    },
  },
}

export type WrittenWording = typeof writtenEn
