/** What is said of requests that the company's people enter for who asked by phone, letter or chat, in English. */
export const enteredEn = {
  /** To the person. */
  asked: {
    phone: (day: string) =>
      `It came by phone on ${day}, and a person of ours entered it. Our time to do it counts from that day.`,
    letter: (day: string) =>
      `It came in a letter on ${day}, and a person of ours entered it. Our time to do it counts from that day.`,
    chat: (day: string) =>
      `It came in a chat on ${day}, and a person of ours entered it. Our time to do it counts from that day.`,
  },
  received: {
    phone: 'It came by phone',
    letter: 'It came in a letter',
    chat: 'It came in a chat',
  },
  /** On the desk. */
  page: {
    nav: 'Enter a request',
    title: 'Enter a request for somebody',
    lead: 'For who asked by phone, letter or chat. The time to do it counts from the day on which it came to you.',
    proof:
      'The person gets a link at the address that you enter. Nothing happens before they confirm, and you learn no sooner than they do whether anybody has data there.',
    channel: 'How did it come?',
    channels: { phone: 'By phone', letter: 'By letter', chat: 'By chat' },
    on: 'On which day?',
    onHint: (first: string) =>
      `Not before ${first}: of what came earlier the link would end too soon. Ask that person to use the form, and keep in mind that your time runs already.`,
    right: 'What does the person want?',
    address: 'Their e-mail address',
    addressHint: 'The one of their account, as they say it. Letters go there.',
    theirs: 'Language of the letters',
    child: 'It is about a child',
    said: 'What is wrong and what is right, in their words',
    saidHint: 'Only for a correction. The person finds it in the form, and can change it before it counts.',
    button: 'Enter it',
    problem: 'Nothing was entered yet.',
    wrong: {
      channel: 'Say how it came.',
      on: 'Give a day between the first one that is possible and today.',
      right: 'Say what the person wants.',
      address: 'Enter an e-mail address, such as name@example.org.',
      theirs: 'Choose a language.',
      said: (most: number) => `Text alone, of at most ${most} signs.`,
    },
    entered: 'Entered. The person gets a link, and nothing happens before they confirm.',
  },
}

export type EnteredWording = typeof enteredEn
