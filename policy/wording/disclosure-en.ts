/** What is said about disclosures that a person is asked to approve (N12), in English: letters and pages. */
export const disclosureEn = {
  /** Of the company's officer, and where a kind of request is named. */
  name: 'Approval to pass on data',
  /** What would be passed on, line by line. */
  terms: {
    title: 'What it is about',
    who: 'Who would get the data',
    address: 'Where they are',
    purpose: 'What for',
    data: 'Which data',
    until: 'For how long',
    untilDay: (day: string) => `until the end of ${day}`,
    by: 'Who is asking on our side',
  },
  letters: {
    asked: {
      title: 'May we pass on your data?',
      asked: (company: string, to: string) =>
        `${company} would like to give some of your personal data to ${to}, and is asking you first. They get nothing unless you say yes.`,
      free: 'You are free to decide. A no is as good as a yes, and you do not need to give a reason.',
      until: (until: string) => `You can answer until ${until}. If you do not answer, that counts as a no.`,
      later: 'If you say yes, you can withdraw it at any time, on the same page, with one click.',
      button: 'Read it and answer',
    },
    given: {
      title: 'You agreed that we may pass on your data',
      done: (at: string) => `On ${at} you said yes to this, and to nothing else:`,
      withdraw:
        'You can withdraw it at any time, without a reason and free of charge, with one click on the page. From then on, we pass on nothing more. This does not undo what was passed on before.',
      button: 'See or withdraw it',
      notYou:
        'If it was not you who said yes, withdraw it now: someone else may have opened the link in our e-mail to you.',
    },
    refused: {
      title: 'Your data will not be passed on',
      why: {
        no: (to: string) => `You said no. We will not give your data to ${to}.`,
        silence: (to: string) =>
          `You did not answer in time, which counts as a no. We will not give your data to ${to}.`,
        unavailable: (to: string) =>
          `We had asked you whether your data may go to ${to}. Your data are now unavailable, or are being erased, so the question is closed. They will get nothing.`,
      },
      nothing: 'You do not need to do anything. This stays as it is unless we ask you again and you say yes.',
      button: 'See it',
    },
    ended: {
      title: 'Your approval has ended',
      why: {
        withdrawn: (to: string, at: string) =>
          `You withdrew your approval on ${at}. Since then, we give no more of your data to ${to}.`,
        over: (to: string, at: string) =>
          `The time you approved ended on ${at}. Since then, we give no more of your data to ${to}.`,
        unavailable: (to: string, at: string) =>
          `Your data are now unavailable, or are being erased. So your approval ended on ${at}. We give no more of them to ${to}, even if you get everything back.`,
      },
      before: 'This was passed on with your approval, as far as recorded:',
      nothing: 'There is no record that anything was passed on.',
      other: (to: string) => `You can ask ${to} to erase what they already have. Write to them, or ask us to help.`,
      button: 'See it',
    },
    news: {
      title: {
        approved: 'A disclosure was approved',
        unapproved: 'A disclosure was not approved',
        ended: 'An approval has ended',
      },
      file: (file: string) => `It is about your file ${file}.`,
      approved:
        'The person said yes. Check again each time before something is passed on, because the person can withdraw at any time. Report afterwards what was passed on and when.',
      why: {
        no: 'The person said no. Nothing may be passed on.',
        silence: 'The person did not answer in time, which counts as a no. Nothing may be passed on.',
        withdrawn: 'The person withdrew the approval. Nothing more may be passed on.',
        over: 'The time that the person approved is over. Nothing more may be passed on.',
        unavailable:
          'The person’s data are unavailable or are being erased. So their approval, or the question to them, has ended. Nothing may be passed on.',
      },
    },
  },
  page: {
    asked: 'May we pass on your data?',
    askedText: (company: string, to: string) =>
      `${company} would like to give some of your personal data to ${to}. They get nothing unless you say yes.`,
    free: 'You are free to decide. A no is as good as a yes, and you do not need to give a reason. If you do not answer, that counts as a no. You can withdraw a yes here at any time.',
    over: 'The time to answer is over. Nothing will be passed on.',
    until: 'You can answer until',
    yes: 'Yes, I approve',
    no: 'No, I do not',
    approved: 'You agreed that we may pass on your data',
    approvedText: (at: string) => `You said yes on ${at}, to what you see here and to nothing else.`,
    withdrawText:
      'You can withdraw your approval at any time, without a reason. From then on, we pass on nothing more. This does not undo what was passed on before.',
    withdraw: 'Withdraw my approval',
    refused: 'Your data will not be passed on',
    refusedWhy: {
      no: (at: string) => `You said no on ${at}. Nothing will be passed on.`,
      silence: (at: string) => `You had until ${at} to answer. No answer counts as a no: nothing will be passed on.`,
      unavailable: (at: string) =>
        `Your data became unavailable, or are being erased, so this was closed on ${at}. Nothing will be passed on.`,
    },
    ended: 'Your approval has ended',
    endedWhy: {
      withdrawn: (at: string) => `You withdrew it on ${at}. Since then, we pass on nothing more.`,
      over: (at: string) => `The time you approved ended on ${at}. Since then, we pass on nothing more.`,
      unavailable: (at: string) =>
        `Your data became unavailable, or are being erased, so it ended on ${at}. We pass on nothing more, even if you get everything back.`,
    },
    passedOn: 'What was passed on',
    passedOnAt: (at: string, data: string) => `${at}: ${data}`,
    nothing: 'Nothing has been recorded as passed on.',
    checks: (times: number, last: string) =>
      times === 1
        ? `Our programs or staff checked once whether you still approve, on ${last}.`
        : `Our programs or staff checked ${times} times whether you still approve, most recently on ${last}.`,
    receivedAt: 'We asked you',
    answerBy: 'Last moment to answer',
    said: 'You said yes',
    holdsUntil: 'Your approval ends automatically',
    closed: 'Closed',
    endedAt: 'Your approval ended',
  },
}

export type DisclosureWording = typeof disclosureEn
