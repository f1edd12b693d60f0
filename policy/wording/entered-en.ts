/** What is said of requests that the company's people enter for who asked by phone, letter or chat, in English. */
export const enteredEn = {
  /** To the person. */
  asked: {
    phone: (day: string) =>
      `It came by phone on ${day}, and one of our staff entered it. Our time limit counts from that day.`,
    letter: (day: string) =>
      `It came in a letter on ${day}, and one of our staff entered it. Our time limit counts from that day.`,
    chat: (day: string) =>
      `It came in a chat on ${day}, and one of our staff entered it. Our time limit counts from that day.`,
  },
  received: {
    phone: 'It came by phone',
    letter: 'It came in a letter',
    chat: 'It came in a chat',
  },
  /** On the desk. */
  page: {
    nav: 'Enter a request',
    title: 'Enter a request for someone',
    lead: 'For someone who asked by phone, letter or chat. The time limit counts from the day on which you received it.',
    proof:
      'The person gets a link at the address that you enter. Nothing happens until they confirm. You do not find out before they do whether there are data under that address.',
    channel: 'How did it come?',
    channels: { phone: 'By phone', letter: 'By letter', chat: 'By chat' },
    on: 'On which day?',
    onHint: (first: string) =>
      `Not before ${first}: for earlier requests, the link would expire too soon. Ask that person to use the form, and keep in mind that your time limit is already running.`,
    right: 'What does the person want?',
    address: 'Their e-mail address',
    addressHint: 'The one of their account, as they gave it. Letters go there.',
    theirs: 'Language of the letters',
    child: 'It is about a child',
    said: 'What is wrong and what is right, in their words',
    saidHint: 'Only for a correction. The person sees it in the form, and can change it before it counts.',
    button: 'Enter the request',
    problem: 'Nothing has been entered yet.',
    wrong: {
      channel: 'Say how it came.',
      on: 'Enter a day between the first possible one and today.',
      right: 'Say what the person wants.',
      address: 'Enter an e-mail address, such as name@example.org.',
      theirs: 'Choose a language.',
      said: (most: number) => `Use plain text of at most ${most} characters.`,
    },
    entered: 'Entered. The person gets a link, and nothing happens until they confirm.',
  },
}

export type EnteredWording = typeof enteredEn
