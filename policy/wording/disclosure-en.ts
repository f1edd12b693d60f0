/** What is said about disclosures that a person is asked to approve (N12), in English: letters and pages. */
export const disclosureEn = {
  /** Of the company's officer, and where a kind of request is named. */
  name: 'Approval to pass on data',
  /** What would be passed on, line by line. */
  terms: {
    title: 'What it is about',
    who: 'Who would get them',
    address: 'Where they are',
    purpose: 'What for',
    data: 'Which data',
    until: 'For how long',
    untilDay: (day: string) => `until the end of ${day}`,
    by: 'Who asks on our side',
  },
  letters: {
    asked: {
      title: 'May we pass on your data?',
      asked: (company: string, to: string) =>
        `${company} would like to give personal data of yours to ${to}, and asks you first. Nothing goes there unless you say yes.`,
      free: 'You are free to decide. A no is as good as a yes, and you need give no reason.',
      until: (until: string) => `You can answer until ${until}. If you do not answer, that is a no.`,
      later: 'If you say yes, you can withdraw it at any time, on the same page, with one click.',
      button: 'Read it and answer',
    },
    given: {
      title: 'You approved that data of yours are passed on',
      done: (at: string) => `Since ${at} we have your yes to this, and to nothing else:`,
      withdraw:
        'You can withdraw it at any time, without a reason and free of charge: one click on the page. From then on nothing more is passed on. It does not undo what was passed on before.',
      button: 'See or withdraw it',
      notYou:
        'If it was not you who said yes, withdraw it now: somebody else may have opened the link in our mail to you.',
    },
    refused: {
      title: 'Your data are not passed on',
      why: {
        no: (to: string) => `You said no. We do not give your data to ${to}.`,
        silence: (to: string) => `You did not answer in time, and that is a no. We do not give your data to ${to}.`,
        unavailable: (to: string) =>
          `We had asked you whether your data may go to ${to}. Your data are unavailable now, or are being erased, so the question is closed: nothing goes there.`,
      },
      nothing: 'You need do nothing more. It stays so unless you are asked again and say yes.',
      button: 'See it',
    },
    ended: {
      title: 'Your approval has ended',
      why: {
        withdrawn: (to: string, at: string) =>
          `You withdrew your approval on ${at}. From then on we give nothing more of your data to ${to}.`,
        over: (to: string, at: string) =>
          `The time for which you approved ended on ${at}. From then on we give nothing more of your data to ${to}.`,
        unavailable: (to: string, at: string) =>
          `Your data are unavailable now, or are being erased. So on ${at} your approval ended: we give nothing more of them to ${to}, also when you have everything back.`,
      },
      before: 'This was passed on while you approved, as far as it has been recorded:',
      nothing: 'It is not recorded that anything was passed on.',
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
        'The person said yes. Ask again each time before something is passed on, because the person can withdraw at any time, and report afterwards what went and when.',
      why: {
        no: 'The person said no. Nothing may be passed on.',
        silence: 'The person did not answer in time, which is a no. Nothing may be passed on.',
        withdrawn: 'The person withdrew the approval. Nothing more may be passed on.',
        over: 'The time for which the person approved is over. Nothing more may be passed on.',
        unavailable:
          'The person’s data are unavailable or are being erased, so what they approved, or were asked to, has ended. Nothing may be passed on.',
      },
    },
  },
  page: {
    asked: 'May we pass on your data?',
    askedText: (company: string, to: string) =>
      `${company} would like to give personal data of yours to ${to}. Nothing goes there unless you say yes.`,
    free: 'You are free to decide. A no is as good as a yes, and you need give no reason. If you do not answer, that is a no. A yes can be withdrawn here at any time.',
    over: 'The time to answer is over. Nothing is passed on.',
    until: 'You can answer until',
    yes: 'Yes, I approve',
    no: 'No, I do not',
    approved: 'You approved that data are passed on',
    approvedText: (at: string) => `You said yes on ${at}. It is a yes to what stands here, and to nothing else.`,
    withdrawText:
      'You can withdraw it at any time, without a reason. From then on nothing more is passed on. It does not undo what was passed on before.',
    withdraw: 'Withdraw my approval',
    refused: 'Your data are not passed on',
    refusedWhy: {
      no: (at: string) => `You said no on ${at}. Nothing is passed on.`,
      silence: (at: string) => `You had until ${at} to answer. No answer is a no: nothing is passed on.`,
      unavailable: (at: string) =>
        `Your data became unavailable, or are being erased, so this was closed on ${at}. Nothing is passed on.`,
    },
    ended: 'Your approval has ended',
    endedWhy: {
      withdrawn: (at: string) => `You withdrew it on ${at}. From then on nothing more is passed on.`,
      over: (at: string) => `Its time ended on ${at}. From then on nothing more is passed on.`,
      unavailable: (at: string) =>
        `Your data became unavailable, or are being erased, so it ended on ${at}. Nothing more is passed on, also when you have everything back.`,
    },
    passedOn: 'What was passed on',
    passedOnAt: (at: string, data: string) => `${at}: ${data}`,
    nothing: 'Nothing has been recorded as passed on.',
    checks: (times: number, last: string) =>
      times === 1
        ? `Our programs or staff asked once whether you still approve, on ${last}.`
        : `Our programs or staff asked ${times} times whether you still approve, the last time on ${last}.`,
    receivedAt: 'We asked you',
    answerBy: 'Your answer, at the latest',
    said: 'You said yes',
    holdsUntil: 'Your approval ends by itself',
    closed: 'Closed',
    endedAt: 'Your approval ended',
  },
}

export type DisclosureWording = typeof disclosureEn
