/** What is said to recipients, and to people about them (GDPR Art. 19), in English. */
export const recipientsEn = {
  letters: {
    notice: {
      title: {
        restrict: 'Restriction to be carried out',
        release: 'A restriction has ended',
        rectify: 'Correction to be carried out',
        erase: 'Erasure to be carried out',
      },
      ask: {
        restrict: (company: string) =>
          `${company} has restricted the processing of the personal data of the person named below at their request (Article 18 GDPR). You received data about this person from us. Please keep them, do nothing else with them, and let nobody else see them until we tell you more (Article 19 GDPR).`,
        release: (company: string) =>
          `${company} asked you to restrict the processing of the personal data of the person named below. The restriction has ended: you may use the data as before.`,
        rectify: (company: string) =>
          `${company} has corrected personal data of the person named below at their request (Article 16 GDPR). You received data about this person from us. Please correct them too (Article 19 GDPR).`,
        erase: (company: string) =>
          `${company} has erased the personal data of the person named below at their request (Article 17 GDPR). You received data about this person from us. Please erase them too, unless a law obliges you to keep them (Article 19 GDPR).`,
      },
      /** Nobody asked: the account was not used. */
      unused: {
        restrict: (company: string) =>
          `${company} has restricted the processing of the personal data of the person named below, because their account was not used for a long time. You received data about this person from us. Please keep them, do nothing else with them, and let nobody else see them until we tell you more.`,
        erase: (company: string) =>
          `${company} has erased the personal data of the person named below, because their account was not used for a long time (Article 5(1)(e) GDPR). You received data about this person from us. Please erase them too, unless a law obliges you to keep them.`,
      },
      person: 'The person is known to you by:',
      right: 'What is right:',
      confirm: 'When it is done, please confirm it on this page. It needs no sign-in.',
      button: 'Confirm that it is done',
      cannot:
        'If you cannot do it, or have nothing about this person, answer this mail and keep the reference in the subject.',
    },
    reminder: {
      title: 'Please confirm what we asked you to do',
      ask: (at: string) =>
        `On ${at} we wrote to you about personal data that you received from us. You have not confirmed yet that it is done.`,
      what: {
        restrict: 'It was about restricting the processing of the data of a person.',
        release: 'It was about ending the restriction of the data of a person.',
        rectify: 'It was about correcting the data of a person.',
        erase: 'It was about erasing the data of a person.',
      },
      which: 'Who it is about stands in that mail, under the same reference.',
    },
    silent: {
      title: 'A recipient has not confirmed',
      told: (name: string, at: string) => `${name} was told on ${at} and has not confirmed.`,
      never: (name: string) => `${name} could not be told, although it was tried again and again.`,
      what: {
        restrict: 'It was to restrict the processing of a person’s data.',
        release: 'It was to hear that a restriction has ended.',
        rectify: 'It was to correct a person’s data.',
        erase: 'It was to erase a person’s data.',
      },
      person: 'The person is known to it by:',
      next: 'It is not asked any more. Please see to it yourself (Article 19 GDPR). If it confirms later, that counts.',
    },
  },
  /** On the page of a request. */
  section: {
    title: 'Others who have your data',
    who: 'Who',
    answer: 'How far it is',
    what: {
      restrict: 'told to restrict them',
      release: 'told that the restriction has ended',
      rectify: 'told to correct them',
      erase: 'told to erase them',
    },
    notYet: 'not told yet: it is tried again',
    told: (at: string) => `told on ${at}, not confirmed yet`,
    accepted: (at: string) => `told on ${at}; it took it on, and does not say when it is done`,
    confirmed: (told: string, at: string) => `told on ${told}, confirmed on ${at}`,
    givenUp: 'no confirmation came; a person of ours sees to it',
  },
  /** Where a recipient confirms. */
  page: {
    title: {
      restrict: 'Is the restriction carried out?',
      release: 'Do you know that the restriction has ended?',
      rectify: 'Is the correction carried out?',
      erase: 'Is the erasure carried out?',
    },
    lead: (name: string) => `Who it is about stands in our mail to ${name}. Confirm here once it is done.`,
    button: 'It is done',
    done: 'Thank you, it is confirmed',
    doneText: (at: string) => `We have noted it on ${at}. There is nothing else to do.`,
    over: 'Nothing to confirm any more',
    overText: 'What this link was about is no longer so. If we need something else from you, we have written to you.',
  },
}

export type RecipientsWording = typeof recipientsEn
