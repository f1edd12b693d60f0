/** What letters about requests say, in English. */
export const lettersEn = {
  confirmRequest: {
    title: 'Please confirm your request',
    asked: {
      erasure: (company: string) =>
        `Someone, we hope it was you, asked ${company} to erase the personal data that belong to this address.`,
      restriction: (company: string) =>
        `Someone, we hope it was you, asked ${company} to make the personal data that belong to this address unavailable, without deleting them.`,
      objection: (company: string) =>
        `Someone, we hope it was you, asked ${company} to stop sending news and offers to this address.`,
      'processing-objection': (company: string) =>
        `Someone, we hope it was you, objected to how ${company} uses the personal data that belong to this address.`,
      rectification: (company: string) =>
        `Someone, we hope it was you, asked ${company} to correct personal data that belong to this address.`,
      access: (company: string) =>
        `Someone, we hope it was you, asked ${company} for a copy of all personal data that belong to this address.`,
      portability: (company: string) =>
        `Someone, we hope it was you, asked ${company} for the data that you provided, in a form that another service can read.`,
    },
    meaning: {
      'processing-objection':
        'When you confirm it, we ask you which use you object to, and why. One of our staff then decides within a month. Nothing changes until then.',
      rectification:
        'When you confirm it, we ask you what is wrong and what is right. Nothing changes until you have told us.',
      erasure:
        'When you confirm it, your data become unavailable to everyone at once. They are deleted later. Until then, you can get everything back.',
      restriction:
        'When you confirm it, your data become unavailable to everyone at once, including our own staff. Nothing is deleted, and you can get everything back at any time.',
      objection:
        'When you confirm it, we stop them at once and for good. You will still get e-mails that your account needs.',
      copy: 'When you confirm it, we gather the data from every system and write to you when you can download them.',
    },
    button: 'Check the request and confirm it',
    until: (until: string) => `The link works until ${until}. Nothing happens until you confirm.`,
    notYou: 'If it was not you, ignore this e-mail: nothing will change.',
  },
  restricted: {
    title: 'Your data are now unavailable',
    partly: 'Your data are being made unavailable',
    done: (receivedAt: string) =>
      `You asked us to erase your personal data, and you confirmed it. We received your request on ${receivedAt}. This is what every system has answered so far:`,
    notYet: (systems: string) =>
      `Not yet unavailable in: ${systems}. We keep trying and will write to you again as soon as it is done.`,
    undo: (until: string) => `You can get everything back until ${until}.`,
    complete: (by: string) => `Everything will be completely deleted by ${by} at the latest.`,
    kept: 'What the law requires us to keep:',
    early: 'If you do not want to wait, you can have everything erased at once on the same page.',
    copy: 'You can still get a copy of everything before it is erased, with one click on the same page.',
    button: 'See the request, or get everything back',
  },
  inactive: {
    title: 'Your account will be removed',
    unused: (company: string, lastUsed: string) =>
      `Your account at ${company} was last used on ${lastUsed}. We keep personal data only as long as an account is used, so your account is scheduled for removal.`,
    unavailable:
      'Your data are now unavailable to everyone, but not deleted yet. This is what every system has answered so far:',
    available: 'Nothing has changed yet: you can use your account as before.',
    notYet: (systems: string) => `Not yet unavailable in: ${systems}. We keep trying.`,
    keep: (until: string) =>
      `Do you want to keep it? You have until ${until} to sign in once, or to press the button on the page below. Then everything stays as it was.`,
    complete: (by: string) =>
      `If you no longer want it, you do not need to do anything. Everything will be completely deleted by ${by} at the latest, and you will get a signed certificate.`,
    kept: 'What the law requires us to keep:',
    copy: 'You can get a copy of everything before that, with one click on the same page.',
    button: 'Keep the account, or see what happens',
  },
  reminder: {
    title: 'A reminder before your data are erased',
    inactive: {
      title: 'A reminder before your account is removed',
      still:
        'Your account has not been used for a long time and is scheduled for removal. Your data are unavailable to everyone, but not deleted yet.',
      available:
        'Your account has not been used for a long time and is scheduled for removal. Nothing has been deleted yet, and you can use it as before.',
      partly: (systems: string) =>
        `Your account has not been used for a long time and is scheduled for removal. Your data are being made unavailable. Not yet unavailable in: ${systems}. Nothing has been deleted yet.`,
      undo: (until: string) =>
        `You can keep it until ${until}: sign in once, or press the button on the page below. After that, the erasure starts, and nobody can bring anything back.`,
      nothing: 'If you no longer want the account, you do not need to do anything.',
      button: 'Keep the account, or see what happens',
    },
    still: 'You asked us to erase your personal data. They are unavailable to everyone, but not deleted yet.',
    partly: (systems: string) =>
      `You asked us to erase your personal data. They are being made unavailable. Not yet unavailable in: ${systems}. Nothing has been deleted yet.`,
    undo: (until: string) =>
      `You can get everything back until ${until}. After that, the erasure starts, and nobody can bring anything back.`,
    complete: (by: string) => `Everything will be completely deleted by ${by} at the latest.`,
    nothing: 'If you still want your data erased, you do not need to do anything.',
    button: 'See the request, or get everything back',
  },
  takesLonger: {
    title: 'This is taking longer than planned',
    restoring:
      'Not all of our systems have been able to restore your data yet. Nothing is lost. We keep trying, and will write to you when everything is back.',
    erasing: (by: string) =>
      `Not all of our systems have been able to erase your data yet. We keep trying. We promised to finish by ${by}.`,
    correcting: (by: string) =>
      `Not all of our systems have been able to correct your data yet. We keep trying. We promised to finish by ${by}.`,
    where: (systems: string) => `Still waiting for: ${systems}.`,
    button: 'See where it stands',
  },
  restored: {
    title: 'Everything is back',
    done: 'You asked for your data back. They are available again in every system, as they were.',
    again: 'You can ask for erasure again at any time, free of charge.',
    button: 'See the request',
    inactive: {
      title: 'Your account stays',
      done: 'Your account was used again, or you asked us to keep it. It is no longer scheduled for removal, and everything is as it was.',
      again: 'You can ask for erasure at any time, free of charge.',
    },
  },
  erased: {
    title: 'Your data have been erased',
    done: (at: string) =>
      `We finished erasing your personal data on ${at}, and checked every system. This is the result:`,
    kept: 'What the law requires us to keep:',
    recipients: (names: string) =>
      `We are telling those who got data from us to erase them too: ${names}. Your request page shows who was told, and who has confirmed it.`,
    certificate: 'The attached signed certificate says what was done. Anyone can check it without us.',
    forget:
      'As soon as this e-mail and all notices have been sent, we delete your address from the request itself too.',
    inactive: {
      done: (at: string) =>
        `Your account was not used for a long time, and nobody asked to keep it. We finished erasing your personal data on ${at}, and checked every system. This is the result:`,
    },
    button: 'See the certificate',
  },
  notFound: {
    title: 'We found nothing',
    done: {
      erasure:
        'You confirmed your request. We found no personal data for this address in our accounts. There is nothing to erase, and the request is closed.',
      restriction:
        'You confirmed your request. We found no personal data for this address in our accounts. There is nothing to make unavailable, and the request is closed.',
      objection: 'You confirmed your request. We no longer send news and offers to this address.',
      'processing-objection':
        'You confirmed your request. We found no personal data for this address in our accounts. There is no use to object to, and the request is closed.',
      rectification:
        'You confirmed your request. We found no personal data for this address in our accounts. There is nothing to correct, and the request is closed.',
      copy: 'You confirmed your request. We found no personal data for this address in our accounts. There is nothing to copy, and the request is closed.',
    },
    other: 'If you use our service with another address, please ask again with that address.',
    button: 'See the request',
  },
  duplicate: {
    title: 'You already have an open request',
    done: (other: string) =>
      `You confirmed a second request for the same address. We are already working on it under ${other}, and the date of the first one counts. We closed the second one.`,
    button: 'See the request',
  },
  held: {
    title: 'Your data are now unavailable',
    partly: 'Your data are being made unavailable',
    done: (receivedAt: string) =>
      `You asked us on ${receivedAt} to make your personal data unavailable. Nothing is deleted. This is what every system has answered so far:`,
    notYet: (systems: string) =>
      `Not yet unavailable in: ${systems}. We keep trying and will write to you again as soon as it is done.`,
    undo: 'They stay unavailable for as long as you want. You can get everything back at any time, on your request page.',
    button: 'See the request, or get everything back',
  },
  lifted: {
    title: 'Everything is back',
    done: 'You asked for your data back. They are available again in every system, as they were.',
    byUs: 'We have ended the restriction, as we told you we would. Your data are available again in every system, as they were.',
    again: 'You can have them made unavailable again at any time, free of charge.',
    button: 'See the request',
  },
  copyReady: {
    title: 'Your copy is ready',
    partly: 'Your copy is ready, but not complete yet',
    done: (receivedAt: string) =>
      `You asked for a copy of your data on ${receivedAt}. It is ready. This is what every system provided:`,
    notYet: (systems: string) =>
      `Still missing: ${systems}. The copy says so too. We keep asking, and will write to you when it is complete.`,
    fetch: (size: string, until: string) =>
      `The file is ${size}. You can download it until ${until}. Then we delete it.`,
    proof:
      'To download it you need a code that we send to this address. This link alone is not enough to get your data.',
    open: 'It is a zip file: unpack it and open index.html in any browser. Programs find the same data as JSON and CSV.',
    what: {
      access:
        'It contains everything that we hold about you. You can also ask for only what you provided yourself, to take to another service.',
      portability:
        'It contains what you provided yourself, in a form that other services can read. You can also ask for everything that we hold about you.',
    },
    button: 'Get the copy',
  },
  copyExpiresSoon: {
    title: 'Your copy will be deleted soon',
    until: (until: string) => `You can download the copy of your data until ${until}. Then we delete it.`,
    again: 'Your data themselves are not affected, and you can ask for another copy at any time, free of charge.',
    button: 'Get the copy',
  },
  copyDeleted: {
    title: 'Your copy has been deleted',
    done: 'The time to download the copy of your data is over, so we have deleted it, as we said we would. Your data themselves are not affected.',
    again: (until: string) =>
      `If you still want a copy, one click is enough until ${until}. After that, we no longer keep your address with this request, and you need to make a new one.`,
    button: 'Ask for another copy',
    /** Before its time: no copy outlives what is in it. */
    outlived: {
      why: 'Data in the copy that you asked for had to be erased. No copy outlives them, so we have deleted it.',
      again: 'You can ask for a copy of what else we hold about you at any time, free of charge.',
      button: 'See the request',
    },
  },
  withdrawn: {
    title: 'You have withdrawn your request',
    done: 'As you asked, we have closed your request for a copy and deleted what we had gathered for it. Your data themselves are not affected.',
    again: 'You can ask again at any time, free of charge.',
    notYou: 'If it was not you, someone else may have your link: please reply to this e-mail.',
    button: 'See the request',
  },
  onHold: {
    title: 'The erasure is on hold',
    why: 'You asked us to erase your data. For now, we are not allowed to delete them.',
    inactive: {
      why: 'Your account is scheduled for removal because it was not used. For now, we are not allowed to delete your data.',
    },
    reason: (reason: string) => `The reason: ${reason}.`,
    meanwhile:
      'They stay unavailable to everyone and are used for nothing else. As soon as the reason no longer applies, the erasure continues, and we write to you. Until then, you can get everything back.',
    button: 'See the request',
  },
  holdEnded: {
    title: 'The erasure continues',
    done: 'The reason why we had to keep your data no longer applies. The erasure continues as planned. If it was due in the meantime, it begins at once. You will get a certificate when it is done.',
    button: 'See the request',
  },
  toBeLifted: {
    title: 'We will make your data available again',
    when: (at: string) =>
      `Your data are unavailable because you asked for it. We no longer see a reason for that, and will make them available again after ${at}.`,
    against: 'If you do not agree, reply to this e-mail before then. You can also ask us to erase your data instead.',
    button: 'See the request',
  },
  mailingStopped: {
    title: 'No more news and offers',
    done: (company: string) =>
      `As you asked, ${company} no longer sends news and offers of any kind to this address. To keep it that way, we keep only a code made from the address. Nobody can tell the address from the code.`,
    still: 'You will still get e-mails that your account or your requests need.',
    again: 'If you want news again, subscribe again in your account.',
    button: 'See the request',
  },
  copyProtected: {
    title: 'Your copy is protected',
    done: 'As you asked, we have encrypted your copy with your passphrase, and deleted the unprotected one. From now on, only someone with the passphrase can open what is downloaded.',
    open: 'To open it you need a program that supports AES encryption in zip files, such as 7-Zip or Keka. Both are free of charge. Inside is the copy itself, a zip file like any other.',
    lost: 'We do not have your passphrase and cannot get it back. If you lose it, ask for another copy.',
    fetch: (size: string, until: string) =>
      `The file is ${size}. You can download it until ${until}. Then we delete it.`,
    notYou: 'If it was not you, someone else may have your link and read your e-mails: please reply to this e-mail.',
    button: 'Get the copy',
  },
  downloadCode: {
    title: 'Your code to download the copy',
    asked: 'Someone, we hope it was you, asked to download the copy of your data. This code opens it:',
    until: (until: string) => `It works once, until ${until}. Enter it on the page where you asked for it.`,
    notYou:
      'If it was not you, tell nobody the code: without it, the copy cannot be downloaded. Someone else may have your link, so please reply to this e-mail.',
    button: 'Back to the page',
  },
  stateWhatIsRight: {
    title: 'Please tell us what is right',
    asked:
      'You asked us to correct your personal data, and you confirmed your address. Now tell us what is wrong and what is right:',
    until: (until: string) => `You have until ${until}. Nothing changes until you have told us.`,
    how: 'Some data we correct at once, in every system. On others, one of our staff decides and gives you the reason.',
    button: 'Tell us what is right',
  },
  proveNewAddress: {
    title: 'Please confirm your new e-mail address',
    asked: (company: string) =>
      `Someone, we hope it was you, asked ${company} to change their e-mail address to this one. If you confirm it, it becomes the address of their account.`,
    button: 'Confirm this address',
    until: (until: string) => `The link works until ${until}. Nothing changes until you confirm.`,
    notYou: 'If it was not you, ignore this e-mail: nothing will change.',
  },
  newAddressStated: {
    title: 'A new e-mail address for your account',
    done: 'Someone, we hope it was you, entered a new e-mail address for your account on your request page. We have sent a link to it. Once it is confirmed there, it becomes the address of your account.',
    notYou: 'If it was not you, take it back now on your request page: someone else may have your link.',
    button: 'See the request, or take it back',
  },
  addressChanged: {
    title: 'Your e-mail address has been changed',
    done: 'As you asked, we have changed the e-mail address of your account. Both addresses were confirmed. From now on, we write to the new one.',
    notYou: 'If it was not you, reply to this e-mail at once.',
  },
  corrected: {
    title: 'Your data have been corrected',
    done: (at: string) => `We finished correcting your data on ${at}. This is what was changed, and where:`,
    recipients: (names: string) =>
      `We are telling those who got these data from us to correct them too: ${names}. Your request page shows who was told, and who has confirmed it.`,
    words: 'What we want to tell you about it:',
    forget:
      'As soon as this e-mail and all notices have been sent, we delete what you told us, and your address, from the request itself.',
    button: 'See the request',
  },
  notAllCorrected: {
    title: 'Not everything could be corrected',
    done: 'You asked us to correct personal data. This is the result:',
    why: 'Why we did not change some of it:',
    words: 'What we want to tell you about it:',
    noted: 'What you said is kept with the record itself. Anyone who works with it sees that you say it is wrong.',
    kept: 'What you said is kept with this request.',
    where: 'What was done, and where:',
    rights: (authority: string, url: string) =>
      `If you do not agree, you can complain to a supervisory authority. Ours is ${authority} (${url}). You can also go to court, or ask again with further evidence.`,
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
      'A person with a confirmed address asks to have personal data corrected (Article 16 GDPR). A person has to decide on these:',
    by: (by: string) => `The person must have an answer by ${by}.`,
    how: 'On the page you see what they said, and enter your decision and the reason for it. Anyone with this link can decide: do not share it.',
    button: 'Read it and decide',
  },
}

export type LettersWording = typeof lettersEn
