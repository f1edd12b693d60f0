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
          `${company} has restricted the processing of the personal data of the person named below at their request (Article 18 GDPR). You received data about this person from us. Please keep them, do nothing else with them, and let nobody else see them until you hear from us (Article 19 GDPR).`,
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
          `${company} has restricted the processing of the personal data of the person named below, because their account was not used for a long time. You received data about this person from us. Please keep them, do nothing else with them, and let nobody else see them until you hear from us.`,
        erase: (company: string) =>
          `${company} has erased the personal data of the person named below, because their account was not used for a long time (Article 5(1)(e) GDPR). You received data about this person from us. Please erase them too, unless a law obliges you to keep them.`,
      },
      person: 'You know the person by:',
      right: 'What is right:',
      confirm: 'When it is done, please confirm it on this page. It needs no sign-in.',
      button: 'Confirm that it is done',
      cannot:
        'If you cannot do it, or have nothing about this person, reply to this e-mail and keep the reference in the subject line.',
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
      which: 'That e-mail, with the same reference, says who it is about.',
    },
    silent: {
      title: 'A recipient has not confirmed',
      told: (name: string, at: string) => `${name} was told on ${at} and has not confirmed.`,
      never: (name: string) => `${name} could not be told, despite repeated attempts.`,
      what: {
        restrict: 'It has to restrict the processing of a person’s data.',
        release: 'It has to be told that a restriction has ended.',
        rectify: 'It has to correct a person’s data.',
        erase: 'It has to erase a person’s data.',
      },
      person: 'It knows the person by:',
      next: 'It will not be asked again. Please follow this up yourself (Article 19 GDPR). If it confirms later, that still counts.',
    },
  },
  /** On the page of a request. */
  section: {
    title: 'Others who have your data',
    who: 'Who',
    answer: 'Progress',
    what: {
      restrict: 'told to restrict them',
      release: 'told that the restriction has ended',
      rectify: 'told to correct them',
      erase: 'told to erase them',
    },
    notYet: 'not told yet: we keep trying',
    told: (at: string) => `told on ${at}, not confirmed yet`,
    accepted: (at: string) => `told on ${at}: it accepted, but does not report when it is done`,
    confirmed: (told: string, at: string) => `told on ${told}, confirmed on ${at}`,
    givenUp: 'not confirmed: one of our staff is following it up',
  },
  /** Where a recipient confirms. */
  page: {
    title: {
      restrict: 'Has the restriction been carried out?',
      release: 'Do you know that the restriction has ended?',
      rectify: 'Has the correction been carried out?',
      erase: 'Has the erasure been carried out?',
    },
    lead: (name: string) => `Our e-mail to ${name} says who it is about. Confirm here once it is done.`,
    button: 'Confirm that it is done',
    done: 'Thank you, it is confirmed',
    doneText: (at: string) => `We recorded it on ${at}. There is nothing else to do.`,
    over: 'Nothing left to confirm',
    overText: 'What this link was about no longer applies. If we need something else from you, we have written to you.',
  },
}

export type RecipientsWording = typeof recipientsEn
