/** What is said of a request that the company does not act on (GDPR Art. 12(4), 12(5)(b), 11(2)), in English. */
export const turnedDownEn = {
  /** In the letter and on the person's page. */
  why: {
    'manifestly-unfounded': 'We consider the request manifestly unfounded (Article 12(5)(b) GDPR).',
    excessive: 'We consider the request excessive (Article 12(5)(b) GDPR).',
    'not-identifiable': 'We are not able to establish that these data are yours (Articles 11(2) and 12(2) GDPR).',
  },
  /** What becomes of what was done for it. */
  meanwhile: {
    back: 'What we had made unavailable for it is being made available again, as it was. You will get an e-mail when that is done.',
    deleted: 'What we had gathered for the copy is being deleted. Your data themselves are not affected.',
    isBack: 'What we had made unavailable for it is available again, as it was.',
    isDeleted: 'We keep nothing of what we may have gathered for the copy. Your data themselves are not affected.',
    nothing: 'We have not changed anything in your data.',
  },
  again:
    'You can ask again at any time, free of charge. If there is something that we should know, reply to our e-mail: a person reads it.',
  rights: (authority: string) =>
    `If you do not agree, you can complain to a supervisory authority. Ours is ${authority}. You can also go to court (Articles 77 and 79 GDPR).`,
  letters: {
    turnedDown: {
      title: 'We will not do what you asked for',
      asked: (right: string, on: string) => `On ${on} you asked us for this: ${right}. We have decided not to do it.`,
      words: 'Our explanation:',
      button: 'See the request',
    },
    availableAgain: {
      title: 'Your data are available again',
      done: 'As we told you, we will not do what you asked for. What we had made unavailable for it is available again in every system, as it was:',
      button: 'See the request',
    },
  },
  page: {
    title: 'We will not do what you asked for',
    letter: 'Our reasons are in the e-mail that we sent you.',
    closed: (at: string) => `The request was closed on ${at}.`,
    back: (at: string) => `Your data have been available again in every system, as they were, since ${at}.`,
    again: 'Ask again',
    decided: 'We decided not to do it',
    deleting: 'What was gathered is being deleted',
  },
}

export type TurnedDownWording = typeof turnedDownEn
