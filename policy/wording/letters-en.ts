/** What letters about requests say, in English. */
export const lettersEn = {
  confirmRequest: {
    title: 'Please confirm your request',
    asked: {
      erasure: (company: string) =>
        `Somebody, we hope you, asked ${company} to erase the personal data that belong to this address.`,
      restriction: (company: string) =>
        `Somebody, we hope you, asked ${company} to make the personal data that belong to this address unavailable, without deleting them.`,
      objection: (company: string) =>
        `Somebody, we hope you, asked ${company} to send no more news and offers to this address.`,
      'processing-objection': (company: string) =>
        `Somebody, we hope you, objects to how ${company} uses the personal data that belong to this address.`,
      rectification: (company: string) =>
        `Somebody, we hope you, asked ${company} to correct personal data that belong to this address.`,
      access: (company: string) =>
        `Somebody, we hope you, asked ${company} for a copy of all personal data that belong to this address.`,
      portability: (company: string) =>
        `Somebody, we hope you, asked ${company} for the data that you provided, in a form that another service can read.`,
    },
    meaning: {
      'processing-objection':
        'When you confirm it, we ask you which use you object to, and why. A person of ours then decides within a month. Nothing changes before.',
      rectification:
        'When you confirm it, we ask you what is wrong and what is right. Nothing changes before you have told us.',
      erasure:
        'When you confirm it, your data become unavailable to everyone at once. They are deleted later; until then you can have everything back.',
      restriction:
        'When you confirm it, your data become unavailable to everyone at once, our own staff included. Nothing is deleted, and you can have everything back at any time.',
      objection: 'When you confirm it, we stop them at once and for good. Mails that your account needs still come.',
      copy: 'When you confirm it, we gather the data from every system and write to you when you can fetch them.',
    },
    button: 'Look at the request and confirm it',
    until: (until: string) => `The link works until ${until}. Nothing happens before you confirm.`,
    notYou: 'If it was not you, ignore this mail: nothing will change.',
  },
  restricted: {
    title: 'Your data are unavailable now',
    partly: 'Your data are being made unavailable',
    done: (receivedAt: string) =>
      `You asked us to erase your personal data, and you confirmed it. We received your request on ${receivedAt}. This is what every system has answered so far:`,
    notYet: (systems: string) =>
      `Not yet unavailable in: ${systems}. We keep trying and will write to you again as soon as it is done.`,
    undo: (until: string) => `You can have everything back until ${until}.`,
    complete: (by: string) => `Everything is completely deleted by ${by} at the latest.`,
    kept: 'What the law makes us keep:',
    early: 'If you do not want to wait, you can also have it erased at once on the same page.',
    copy: 'You can still get a copy of everything before it is erased: one click on the same page.',
    button: 'See the request, or have everything back',
  },
  inactive: {
    title: 'Your account will be removed',
    unused: (company: string, lastUsed: string) =>
      `Your account at ${company} was last used on ${lastUsed}. We keep personal data only as long as an account is used, so yours is scheduled for removal.`,
    unavailable:
      'Your data are unavailable to everyone from now on, and not deleted yet. This is what every system has answered so far:',
    available: 'Nothing has changed yet: you can use your account as before.',
    notYet: (systems: string) => `Not yet unavailable in: ${systems}. We keep trying.`,
    keep: (until: string) =>
      `Do you want to keep it? Sign in once, or press one button on the page below, until ${until}. Then everything stays as it was.`,
    complete: (by: string) =>
      `If you do not want it any more, you need not do anything: everything is completely deleted by ${by} at the latest, and you get a signed certificate.`,
    kept: 'What the law makes us keep:',
    copy: 'You can get a copy of everything before that: one click on the same page.',
    button: 'Keep the account, or see what happens',
  },
  reminder: {
    title: 'A reminder before your data are erased',
    inactive: {
      title: 'A reminder before your account is removed',
      still:
        'Your account has not been used for a long time and is scheduled for removal. Your data are unavailable to everyone, and not deleted yet.',
      available:
        'Your account has not been used for a long time and is scheduled for removal. Nothing is deleted yet, and you can use it as before.',
      partly: (systems: string) =>
        `Your account has not been used for a long time and is scheduled for removal. Your data are being made unavailable, but are not yet in: ${systems}. Nothing is deleted yet.`,
      undo: (until: string) =>
        `Until ${until} you can keep it: sign in once, or press one button on the page below. Then the erasure starts, and nobody can bring anything back.`,
      nothing: 'If you do not want the account any more, you need not do anything.',
      button: 'Keep the account, or see what happens',
    },
    still: 'You asked us to erase your personal data. They are unavailable to everyone, and not deleted yet.',
    partly: (systems: string) =>
      `You asked us to erase your personal data. They are being made unavailable, but are not yet in: ${systems}. Nothing is deleted yet.`,
    undo: (until: string) =>
      `Until ${until} you can have everything back. Then the erasure starts, and nobody can bring anything back.`,
    complete: (by: string) => `Everything is completely deleted by ${by} at the latest.`,
    nothing: 'If you still want your data erased, you need not do anything.',
    button: 'See the request, or have everything back',
  },
  takesLonger: {
    title: 'It takes longer than planned',
    restoring:
      'Not all of our systems could give your data back yet. Nothing is lost. We keep trying and will write when everything is back.',
    erasing: (by: string) =>
      `Not all of our systems could erase your data yet. We keep trying. We promised to be done by ${by}.`,
    correcting: (by: string) =>
      `Not all of our systems could correct your data yet. We keep trying. We promised to be done by ${by}.`,
    where: (systems: string) => `Still waiting for: ${systems}.`,
    button: 'See where it stands',
  },
  restored: {
    title: 'Everything is back',
    done: 'You asked for your data back, and they are: available again in every system, as they were.',
    again: 'You can ask for erasure again at any time, free of charge.',
    button: 'See the request',
    inactive: {
      title: 'Your account stays',
      done: 'Your account was used again, or you asked us to keep it. It is no longer scheduled for removal, and everything is as it was.',
      again: 'You can ask for erasure at any time, free of charge.',
    },
  },
  erased: {
    title: 'Your data are erased',
    done: (at: string) =>
      `We finished erasing your personal data on ${at}, and checked every system. This is the result:`,
    kept: 'What the law makes us keep:',
    recipients: (names: string) =>
      `We are telling those who got data from us to erase them too: ${names}. The page of your request says who was told, and who confirmed it.`,
    certificate: 'The attached certificate says what was done, signed; anybody can check it without us.',
    forget: 'As soon as this mail and all notices are out, we delete your address from the request itself too.',
    inactive: {
      done: (at: string) =>
        `Your account was not used for a long time, and nobody wanted to keep it. We finished erasing your personal data on ${at}, and checked every system. This is the result:`,
    },
    button: 'See the certificate',
  },
  notFound: {
    title: 'We found nothing',
    done: {
      erasure:
        'You confirmed your request. We found no personal data for this address in our accounts, so there is nothing to erase, and the request is closed.',
      restriction:
        'You confirmed your request. We found no personal data for this address in our accounts, so there is nothing to make unavailable, and the request is closed.',
      objection: 'You confirmed your request. No more news and offers go to this address.',
      'processing-objection':
        'You confirmed your request. We found no personal data for this address in our accounts, so there is no use to object to, and the request is closed.',
      rectification:
        'You confirmed your request. We found no personal data for this address in our accounts, so there is nothing to correct, and the request is closed.',
      copy: 'You confirmed your request. We found no personal data for this address in our accounts, so there is nothing to copy, and the request is closed.',
    },
    other: 'If you use our service with another address, please ask again with that one.',
    button: 'See the request',
  },
  duplicate: {
    title: 'You already have an open request',
    done: (other: string) =>
      `You confirmed a second request for the same address. It is already being done under ${other}; the date of the first one counts. We closed the second one.`,
    button: 'See the request',
  },
  held: {
    title: 'Your data are unavailable now',
    partly: 'Your data are being made unavailable',
    done: (receivedAt: string) =>
      `You asked us on ${receivedAt} to make your personal data unavailable. Nothing is deleted. This is what every system has answered so far:`,
    notYet: (systems: string) =>
      `Not yet unavailable in: ${systems}. We keep trying and will write to you again as soon as it is done.`,
    undo: 'It stays so for as long as you want. You can have everything back at any time, on the page of your request.',
    button: 'See the request, or have everything back',
  },
  lifted: {
    title: 'Everything is back',
    done: 'You asked for your data back, and they are: available again in every system, as they were.',
    byUs: 'As we wrote to you, we ended the restriction. Your data are available again in every system, as they were.',
    again: 'You can have them made unavailable again at any time, free of charge.',
    button: 'See the request',
  },
  copyReady: {
    title: 'Your copy is ready',
    partly: 'Your copy is ready, and not complete yet',
    done: (receivedAt: string) =>
      `You asked for a copy of your data on ${receivedAt}. It is put together. This is what every system gave:`,
    notYet: (systems: string) =>
      `Still missing: ${systems}. The copy says so too. We keep asking, and write to you when it is complete.`,
    fetch: (size: string, until: string) => `The file has ${size}. You can fetch it until ${until}; then we delete it.`,
    proof: 'To fetch it you need a code that we mail to this address. So nobody gets your data who only has this link.',
    open: 'It is a zip file: unpack it and open index.html in any browser. Programs find the same data as JSON and CSV.',
    what: {
      access:
        'It holds everything that we keep about you. If you want only what you provided yourself, to take it to another service, you can ask for that too.',
      portability:
        'It holds what you provided yourself, in a form that other services can read. If you want everything that we keep about you, you can ask for that too.',
    },
    button: 'Fetch the copy',
  },
  copyExpiresSoon: {
    title: 'Your copy will be deleted soon',
    until: (until: string) => `You can fetch the copy of your data until ${until}. Then we delete it.`,
    again: 'Your data themselves stay as they are, and you can ask for another copy at any time, free of charge.',
    button: 'Fetch the copy',
  },
  copyDeleted: {
    title: 'Your copy was deleted',
    done: 'The time to fetch the copy of your data is over, so we deleted it, as we said. Your data themselves stay as they are.',
    again: (until: string) =>
      `If you still want a copy, one click is enough until ${until}. After that we no longer keep your address with this request, and you ask as you did the first time.`,
    button: 'Ask for another copy',
  },
  withdrawn: {
    title: 'You withdrew your request',
    done: 'As you asked, we closed your request for a copy and deleted what had been gathered for it. Your data themselves stay as they are.',
    again: 'You can ask again at any time, free of charge.',
    notYou: 'If it was not you, somebody may have your link: please answer this mail.',
    button: 'See the request',
  },
  onHold: {
    title: 'The erasure has to wait',
    why: 'You asked us to erase your data. For now we must not delete them.',
    inactive: {
      why: 'Your account is scheduled for removal because it was not used. For now we must not delete your data.',
    },
    reason: (reason: string) => `The reason: ${reason}.`,
    meanwhile:
      'They stay unavailable to everyone and are used for nothing else. As soon as the reason is gone, the erasure goes on, and we write to you. Until then you can have everything back.',
    button: 'See the request',
  },
  holdEnded: {
    title: 'The erasure goes on',
    done: 'The reason why we had to keep your data is gone. The erasure goes on as planned; if its time had come meanwhile, it begins at once. You get a certificate when it is done.',
    button: 'See the request',
  },
  toBeLifted: {
    title: 'We will make your data available again',
    when: (at: string) =>
      `Your data are unavailable because you asked for it. We no longer see a reason for that, and will make them available again after ${at}.`,
    against: 'If you do not agree, answer this mail before that. You can also ask us to erase your data instead.',
    button: 'See the request',
  },
  mailingStopped: {
    title: 'No more news and offers',
    done: (company: string) =>
      `As you asked, ${company} sends no more news and offers to this address, of any kind. We keep only a code made of the address, from which nobody can tell it, so that this stays so.`,
    still: 'Mails that your account or your requests need still come.',
    again: 'If you want news again, subscribe again in your account.',
    button: 'See the request',
  },
  copyProtected: {
    title: 'Your copy is protected',
    done: 'As you asked, we encrypted your copy with your passphrase, and deleted the one without. Only who has the passphrase can open what is fetched from now on.',
    open: 'To open it you need a program that knows AES encryption in zip files: 7-Zip or Keka, for example, both free of charge. Inside is the copy itself, a zip file like any other.',
    lost: 'We do not have your passphrase and cannot get it back. If you lose it, ask for another copy.',
    fetch: (size: string, until: string) => `The file has ${size}. You can fetch it until ${until}; then we delete it.`,
    notYou: 'If it was not you, somebody may have your link and read your mails: please answer this mail.',
    button: 'Fetch the copy',
  },
  downloadCode: {
    title: 'Your code to fetch the copy',
    asked: 'Somebody, we hope you, wants to fetch the copy of your data. This code opens it:',
    until: (until: string) => `It works once, until ${until}. Type it on the page where you asked for it.`,
    notYou:
      'If it was not you, ignore this mail and tell the code to nobody: without it the copy cannot be fetched. Somebody may have your link, so please answer this mail.',
    button: 'Back to the page',
  },
  stateWhatIsRight: {
    title: 'Please tell us what is right',
    asked:
      'You asked us to correct your personal data, and you proved your address. Now tell us what is wrong and what is right:',
    until: (until: string) => `You have until ${until}. Nothing changes before you have told us.`,
    how: 'Some data we correct at once, in every system. Others are decided by a person of ours, who gives you the reason.',
    button: 'Tell us what is right',
  },
  proveNewAddress: {
    title: 'Please confirm your new e-mail address',
    asked: (company: string) =>
      `Somebody, we hope you, asked ${company} to change their e-mail address to this one. Confirm it, and it becomes the address of their account.`,
    button: 'Confirm this address',
    until: (until: string) => `The link works until ${until}. Nothing changes before you confirm.`,
    notYou: 'If it was not you, ignore this mail: nothing will change.',
  },
  newAddressStated: {
    title: 'A new e-mail address was stated',
    done: 'On the page of your request somebody, we hope you, stated a new e-mail address for your account. We mailed a link to it; once it is confirmed there, it becomes the address of your account.',
    notYou: 'If it was not you, take it back now on the page of the request: somebody may have your link.',
    button: 'See the request, or take it back',
  },
  addressChanged: {
    title: 'Your e-mail address was changed',
    done: 'The e-mail address of your account was changed to another one, as you asked us. Both addresses were proven. From now on we write to the new one.',
    notYou: 'If it was not you, answer this mail at once.',
  },
  corrected: {
    title: 'Your data are corrected',
    done: (at: string) => `We finished correcting your data on ${at}. This is what was changed, and where:`,
    recipients: (names: string) =>
      `We are telling those who got these data from us to correct them too: ${names}. The page of your request says who was told, and who confirmed it.`,
    words: 'What we want to tell you about it:',
    forget:
      'As soon as this mail and all notices are out, we delete what you told us, and your address, from the request itself.',
    button: 'See the request',
  },
  notAllCorrected: {
    title: 'Not everything could be corrected',
    done: 'You asked us to correct personal data. This is what has become of it:',
    why: 'Why we did not change some of it:',
    words: 'What we want to tell you about it:',
    noted: 'What you said is kept with the record itself: whoever works with it sees that you say it is wrong.',
    kept: 'What you said is kept with this request.',
    where: 'What was done, and where:',
    rights: (authority: string, url: string) =>
      `If you do not agree: the authority for us is ${authority} (${url}). You can also go to court, or ask again with further evidence.`,
    button: 'See the request',
  },
  nothingCorrected: {
    title: 'Nothing was corrected',
    done: 'You asked us to correct personal data, and then took it back or did not tell us in time what is right. Nothing was changed, and the request is closed.',
    again: 'You can ask again at any time, free of charge.',
    button: 'See the request',
  },
  decisionNeeded: {
    title: 'A correction to decide',
    asked:
      'A person who proved their address asks to have personal data corrected (Article 16 GDPR). These have to be decided by a person:',
    by: (by: string) => `The person has to have an answer by ${by}.`,
    how: 'The page shows what they said, and takes your decision with its reason. Whoever has this link can decide: pass it on to nobody.',
    button: 'Look at it and decide',
  },
}

export type LettersWording = typeof lettersEn
