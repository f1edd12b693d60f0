/** What is said about requests by e-mail, in English: letters, and the page on which somebody of the company decides. */
export const mailboxEn = {
  letters: {
    whereItStands: {
      title: 'Where your request stands',
      now: (standing: string) => `You wrote to us about your request. This is where it stands now: ${standing}.`,
      by: (at: string) => `It will be done by ${at} at the latest.`,
      page: 'Its page shows every step. There you can also do what is still possible, such as having everything back.',
      person: 'If your mail was about something else, answer this one: a person reads it.',
      button: 'See the request',
    },
    passedOn: {
      title: 'We asked the owner of the address',
      done: 'You wrote to us for somebody else, or from another address than the one that your mail names. We have written to the address in your mail. Whoever owns it has to confirm the request with the link that we sent there; nothing happens before that.',
      why: 'This way nobody can ask in another person’s name. Whether there are data under that address we tell its owner only.',
      lost: 'If that mailbox cannot be reached any more, answer this mail: a person will help you.',
    },
    authorityNeeded: {
      title: 'For whom do you write?',
      address:
        'You wrote to us for somebody else. Please answer with the e-mail address at which this person is known here: we ask its owner to confirm, with a link that goes to that address alone. This is the quickest way, and the person needs no account for it.',
      or: 'If that is not possible, send us this, and somebody of the company looks at it:',
      neutral:
        'We do not ask for more than we need, and no copy of an identity card. Whether we have data about a person we tell that person only.',
    },
    undelivered: {
      title: 'A letter came back',
      about: (reference: string, right: string, letter: string) =>
        `A letter about the request ${reference} (${right}) could not be delivered, and SES does not try again: ${letter}.`,
      person:
        'The page of the request says what the letter said, but the person may not know. Reach them in another way, if you have one, and keep a note of it. Do not send what was in the letter to an address that is not proven.',
      elsewhere: 'It went to an address of the policy: set that right, and tell them in another way.',
      by: (at: string) => `The request has to be finished by ${at}. What came back does not stop it.`,
      letters: {
        restricted: 'that data are unavailable, and when they are deleted',
        reminder: 'that data are deleted soon',
        inactive: 'that an account is removed because it was not used',
        'takes-longer': 'that it takes longer than planned',
        'on-hold': 'that the law asks to keep the data for now',
        'hold-ended': 'that the data need not be kept any longer',
        restored: 'that everything is back',
        erased: 'the confirmation of erasure, with the certificate',
        held: 'that data are unavailable for as long as the person wants',
        'to-be-lifted': 'that the restriction ends',
        lifted: 'that the restriction has ended',
        'copy-ready': 'that the copy is ready',
        'not-found': 'that there are no data under the address',
        'state-what-is-right': 'the question what is right',
        'decision-needed': 'that a decision of the company is needed',
        'state-grounds': 'the question why the person objects',
        'objection-to-weigh': 'that a decision about an objection is needed',
        'answer-takes-longer': 'that our answer takes longer, and why',
        'objection-upheld': 'that we follow the objection',
        'objection-refused': 'our decision about the objection, and its reasons',
        corrected: 'that data are corrected',
        'not-all-corrected': 'that not everything could be corrected, and why',
        notice: 'the notice to a recipient of the data (GDPR Art. 19)',
      },
    },
    mailToDecide: {
      title: 'A mail needs your decision',
      why: {
        unsure: 'A mail came to the privacy mailbox, and it is not certain what it asks for.',
        damaged: 'A mail came to the privacy mailbox that could not be read as a whole.',
        'other-right': 'A mail came to the privacy mailbox that asks for something that a person has to carry out.',
        complaint: 'Somebody complains about a request.',
        addition: 'Somebody adds something to a request.',
        recipient: 'A recipient answers to what they were told about a request.',
        whose: 'A mail asks for something, but it is not clear for which address.',
        guardian: 'Somebody writes for a child, or for a person in their care.',
        agent: 'Somebody writes for somebody else, and does not say at which address that person can be asked.',
      },
      guess: (rights: string) => `Our guess is: ${rights}.`,
      by: (at: string) => `If it is a request, it has to be answered by ${at}.`,
      button: 'Read it and decide',
      what: 'The mail itself is not in here. Tell nobody the link: whoever has it reads the mail.',
    },
  },
  /** On the page of a request. */
  cameBack: (at: string) =>
    `A letter that we sent you on ${at} came back: your mailbox could not be reached. This page says all that it said. If you have a new address, have it corrected, so that our letters reach you.`,
  page: {
    title: 'A mail to decide on',
    name: 'Mail',
    came: 'It came',
    by: 'If it is a request, answer by',
    from: 'From',
    subject: 'Subject',
    attachments: 'Attached, not opened',
    trust: 'Sender’s address',
    trusts: {
      aligned: 'the domain vouches for it',
      some: 'somebody of that domain sent it, or a mailbox passed it on',
      none: 'nothing vouches for it',
      refused: 'refused',
    },
    names: 'It names the request',
    says: 'What it says',
    gone: 'The mail is not kept any more.',
    because: 'What our guess rests on',
    becauseNone: 'No phrase of ours was found in it.',
    what: 'What does it ask for?',
    address: 'Whose data? Their owner has to confirm.',
    addressHint: 'We mail a link to this address. Nothing happens before its owner opens it.',
    open: 'Open the requests',
    none: 'It is no request',
    noneText:
      'Or it asks for nothing of this. Then nobody gets an answer from here; answer it yourself where it needs one.',
    nothingChosen: 'Choose what the mail asks for, or press “It is no request”',
    wrongAddress: 'Enter an e-mail address in the right form, like name@example.com',
    decided: 'Decided',
    decidedNone: (at: string) => `On ${at} it was decided that this mail is no request.`,
    decidedOpen: (at: string) =>
      `On ${at} it was decided what this mail asks for. Its owner has been asked to confirm:`,
  },
}

export type MailboxWording = typeof mailboxEn
