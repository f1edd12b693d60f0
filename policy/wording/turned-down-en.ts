/** What is said of a request that the company does not act on (GDPR Art. 12(4), 12(5)(b), 11(2)), in English. */
export const turnedDownEn = {
  /** In the letter and on the person's page. */
  why: {
    'manifestly-unfounded': 'We hold the request to be manifestly unfounded (Article 12(5)(b) GDPR).',
    excessive: 'We hold the request to be excessive (Article 12(5)(b) GDPR).',
    'not-identifiable': 'We are not able to tell that these data are yours (Articles 11(2) and 12(2) GDPR).',
  },
  /** What becomes of what was done for it. */
  meanwhile: {
    back: 'What we had made unavailable for it is being made available again, as it was. You get a mail when that is done.',
    deleted: 'What we had gathered for the copy is being deleted. Your data themselves stay as they are.',
    isBack: 'What we had made unavailable for it is available again, as it was.',
    isDeleted: 'Of what we may have gathered for the copy we keep nothing. Your data themselves stay as they are.',
    nothing: 'We have not changed anything in your data for it.',
  },
  again:
    'You can ask again at any time, free of charge. If there is something that we do not know, answer our mail: a person reads it.',
  rights: (authority: string) =>
    `If you do not agree, you can complain to a supervisory authority; the one for us is ${authority}. You can also go to court (Articles 77 and 79 GDPR).`,
  letters: {
    turnedDown: {
      title: 'We do not do what you asked for',
      asked: (right: string, on: string) => `On ${on} you asked us for this: ${right}. We decided not to do it.`,
      words: 'Why, in our own words:',
      button: 'See the request',
    },
    availableAgain: {
      title: 'Your data are available again',
      done: 'As we wrote to you, we do not do what you asked for. What we had made unavailable for it is available again in every system, as it was:',
      button: 'See the request',
    },
  },
  page: {
    title: 'We do not do what you asked for',
    letter: 'Our reasons are in the letter that we sent you.',
    closed: (at: string) => `The request is closed since ${at}.`,
    back: (at: string) => `Since ${at} your data are available again in every system, as they were.`,
    again: 'Ask again',
    decided: 'We decided not to do it',
    deleting: 'What was gathered is being deleted',
  },
}

export type TurnedDownWording = typeof turnedDownEn
