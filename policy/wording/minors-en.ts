/** What is said about children's accounts (N8), in English: in words that a child understands (GDPR Recital 58). */
export const minorsEn = {
  letters: {
    needed: {
      title: 'An adult has to say yes to your account',
      asked: (company: string, age: number) =>
        `We have learnt that the account with this address may belong to a child. ${company} may keep data of children under ${age} (in some countries younger) only if a parent or guardian says yes.`,
      how: 'Open the page and give us the e-mail address of a parent or guardian. We send them an e-mail, and they say yes or no.',
      button: 'Name a parent or guardian',
      until: (until: string) =>
        `We wait until ${until}. If nobody has said yes by then, we erase all data in this account.`,
      choice:
        'On the same page you can get a copy of your data, or have everything erased at once. You need nobody’s permission for that.',
      wrong: 'If this is not a child’s account, reply to this e-mail before that day: a person reads it.',
    },
    guardian: {
      title: 'A child asks for your consent',
      asked: (company: string) =>
        `A child has an account at ${company}, and named you as parent or guardian. We may keep their data only if you consent (Article 8 GDPR).`,
      button: 'Say yes or no',
      until: (until: string) => `We wait until ${until}. Without your consent, all data in the account are erased.`,
      notYou: 'If you do not know this child, or are not their parent or guardian, ignore this e-mail.',
    },
    consented: {
      title: 'A parent or guardian said yes',
      done: 'A parent or guardian consented to your account. Nothing changes for you, and nothing is erased.',
      back: 'A parent or guardian consented to your account. Your data are available again in every system, as they were.',
      again:
        'You still have all your own rights. You can get a copy, or have data corrected or erased, at any time and free of charge.',
      button: 'See the request',
    },
    missing: {
      title: 'Your data will be erased',
      done: 'The account with this address belongs to a child, and no parent or guardian has consented. So your data are now unavailable to everyone, and will be erased (Article 17(1)(f) GDPR). This is what every system has answered so far:',
      notYet: (systems: string) => `Not yet unavailable in: ${systems}. We keep trying and will write to you again.`,
      complete: (by: string) => `Everything will be completely deleted by ${by} at the latest.`,
      after:
        'Until the erasure starts, a parent or guardian who got our e-mail can still say yes with the link in it. Then everything comes back.',
      copy: 'You can still get a copy of everything before that, with one click on the page.',
      kept: 'What the law requires us to keep:',
      button: 'See the request',
    },
    ended: {
      title: 'You do not need to do anything for your account',
      done: 'We wrote to you that your account may belong to a child. We looked at it again: no consent is needed. Nothing was changed.',
      button: 'See the request',
    },
  },
  page: {
    consenting: 'An adult has to say yes to your account',
    consentingText:
      'This account may belong to a child. We may keep its data only if a parent or guardian says yes. If nobody does, we erase everything.',
    asked: 'We have written to the parent or guardian that you named. You can name another one.',
    over: 'The time for this is over. Everything is about to be erased.',
    until: 'We wait until',
    label: 'E-mail address of a parent or guardian',
    hint: 'We send them a link. We use the address for nothing else.',
    wrong:
      'Enter the e-mail address of a parent or guardian, not your own, in the correct format, like name@example.com',
    button: 'Send them the question',
    eraseText: 'Would you rather not ask them? You need nobody’s permission to have everything erased.',
    erase: 'Erase everything now',
    copyText: 'Do you want a copy of everything?',
    copy: 'Make me a copy',
    consented: 'A parent or guardian said yes',
    consentedText: (at: string) => `We have known this since ${at}. Nothing was erased.`,
    unfounded: 'No consent is needed',
    unfoundedText: (at: string) => `This was closed on ${at}, and nothing more is done here.`,
    unconsentedText:
      'The account belongs to a child, and no parent or guardian has consented. All data are now unavailable, and will be erased. A parent or guardian who got our e-mail can still say yes with the link in it.',
    child: 'Reason for the erasure: the data are a child’s (Article 17(1)(f) GDPR).',
    learnt: 'We learnt that the account may be a child’s',
    waiting: 'Last moment for a parent or guardian to say yes or no',
    missing: 'Nobody consented',
  },
  guardian: {
    title: 'Do you consent?',
    text: (company: string) =>
      `A child has an account at ${company} and named you as parent or guardian. With your consent, we keep their data for the service. Without it, we erase them.`,
    who: 'Say yes only if you are the parent or guardian of this child. We record that the link in our e-mail to you was answered with yes, and when. We delete your address.',
    until: 'We wait until',
    yes: 'Yes, I am the parent or guardian, and I consent',
    no: 'No, erase the account',
    done: 'Thank you',
    doneText:
      'You consented. The account stays as it is. The child can have it erased at any time, and so can you together.',
    over: 'There is nothing left to answer here',
    overText:
      'It has been answered, the time is over, or somebody else is asked now. If you want to reach us, write to the address below.',
  },
  /** On the form. */
  ask: 'This is about a child, or I am not old enough to decide alone',
  askMore: (age: number) =>
    `That means under ${age}, in some countries younger. We do what you ask in any case. For the account itself, we then ask a parent or guardian.`,
}

export type MinorsWording = typeof minorsEn
