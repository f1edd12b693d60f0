/** Every English text that people read, in mails and on pages. `de.ts` has the same shape. */
export const en = {
  signature: (company: string) => `Your privacy team at ${company}`,
  automatic: (address: string) =>
    `This mail was sent by our privacy centre. You can answer it, or write to ${address}: a person reads it.`,
  outcome: {
    restricted: 'unavailable to everyone',
    released: 'available again',
    erased: 'erased',
    kept: 'kept, locked away',
    copied: 'in your copy',
    unsubscribed: 'taken off the list',
    corrected: 'corrected',
    noted: 'unchanged, with what you said kept beside it',
    'not-found': 'nothing found',
    pending: 'not finished yet, we keep trying',
  },
  /** What has become of one thing that a person says is wrong. */
  item: {
    proving: 'waits until you prove the new address',
    unproven: 'not changed: the new address was not proven in time',
    deciding: 'a person of ours decides',
    correcting: 'being corrected',
    corrected: 'corrected',
    'not-held': 'not changed: we found no record that holds it',
    noting: 'not changed; what you said is being put with the record',
    noted: 'not changed; what you said is kept with the record',
    declined: 'not changed; what you said is kept with this request',
    withdrawn: 'you took it back',
  },
  /** What a person says in words about data of a kind. */
  inWords: (category: string) => `What you said about: ${category}`,
  records: (count: number) => (count === 1 ? '1 record' : `${count.toLocaleString('en')} records`),
  keptBecause: (what: string, why: string, until: string) =>
    `${what}: ${why}. Kept until ${until}, locked away and used for nothing else.`,
  complain:
    'If you think that we do not handle your data as we should, you can complain to a data protection authority at any time.',
  backups: (until: string) => `Backups may hold a copy until ${until}; they are used for nothing else.`,
  letters: {
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
      fetch: (size: string, until: string) =>
        `The file has ${size}. You can fetch it until ${until}; then we delete it.`,
      proof:
        'To fetch it you need a code that we mail to this address. So nobody gets your data who only has this link.',
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
      fetch: (size: string, until: string) =>
        `The file has ${size}. You can fetch it until ${until}; then we delete it.`,
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
  },
  pages: {
    /** The name of this language in itself: what the switch says. */
    name: 'English',
    title: 'Privacy centre',
    of: (company: string) => `Privacy centre of ${company}`,
    skip: 'Skip to the content',
    languages: 'Language',
    error: 'Error',
    problem: 'There is a problem',
    free: 'Every right can be used at any time and free of charge.',
    human: 'Do you want to talk to a person? Write to',
    home: {
      title: 'Your data, your decision',
      lead: (company: string) =>
        `Here you get a copy of the personal data that ${company} keeps about you, or have them erased.`,
      need: 'You need the e-mail address that you use with us, and access to its mailbox. Nothing else.',
      start: 'Start',
      how: 'How it works',
      steps: [
        ['You ask', 'You give us your e-mail address. Nothing happens yet.'],
        ['You confirm', 'We mail you a link, so that nobody else can ask in your name.'],
        ['We do it in every system', 'You see on a page of your own, at any time, what each of them answered.'],
        [
          'You hold the result',
          'A copy that you can open anywhere, or a signed certificate that your data are erased.',
        ],
      ],
      wishes: 'What you can ask for',
      time: 'How long it takes',
      grace: (days: string, lead: string) =>
        `Everything is completely deleted ${days} after your request at the latest. Until ${lead} before that you can have it all back.`,
      copy: (period: string, kept: string) =>
        `A copy is usually ready within minutes, and within ${period} at the latest. You can fetch it for ${kept}.`,
      graceNow: 'If you do not want to wait, you can have it erased at once, after you confirmed.',
      what: 'What we keep about you',
      data: 'Data',
      source: 'Where we got it',
      purpose: 'What it is for',
      recipients: 'Who else has it',
      keep: 'What the law makes us keep',
      keepFor: (what: string, why: string, period: string) =>
        `${what}: ${why}. Kept for ${period} after the erasure, locked away and used for nothing else.`,
      otherTitle: 'Other wishes',
      other: 'You want something else? Write to us:',
    },
    rights: {
      access: {
        name: 'A copy of everything',
        more: 'All personal data that we keep about you, as a file that you can open in any browser.',
      },
      portability: {
        name: 'My data for another service',
        more: 'Only what you provided yourself, in a form that other services can read.',
      },
      'processing-objection': {
        name: 'Object to a use of my data',
        more: 'You give your reasons, and a person of ours decides whether we stop.',
      },
      rectification: {
        name: 'Correct my data',
        more: 'What is wrong is put right in every system, and what is missing is added.',
      },
      restriction: {
        name: 'Make my data unavailable',
        more: 'To everyone, for as long as you want. Nothing is deleted.',
      },
      objection: {
        name: 'Stop news and offers',
        more: 'No more direct marketing to your address, from any list.',
      },
      erasure: {
        name: 'Erase my data',
        more: 'Unavailable at once, deleted after a time in which you can change your mind.',
      },
    },
    ask: {
      heading: 'Make a request',
      wish: 'What do you want?',
      title: 'Which e-mail address do you use with us?',
      hint: 'We mail a link there to make sure that it is you. For example: name@example.com',
      label: 'E-mail address',
      missing: 'Enter your e-mail address',
      wrong: 'Enter an e-mail address in the right form, like name@example.com',
      next: 'Continue',
    },
    check: {
      title: 'Check your request',
      address: 'E-mail address',
      wish: 'What you ask for',
      wishes: {
        erasure: 'Erase all personal data that belong to this address',
        restriction: 'Make all personal data that belong to this address unavailable, without deleting them',
        objection: 'No more news and offers to this address',
        'processing-objection': 'Object to a use of the personal data that belong to this address',
        rectification: 'Correct personal data that belong to this address',
        access: 'A copy of all personal data that belong to this address',
        portability: 'The data that I provided, in a form that another service can read',
      },
      ground: 'Why do you want it? You need not say.',
      groundMore: 'It is kept with your request. We do the same whatever you choose.',
      grounds: {
        none: 'I do not want to say',
        accuracy: 'My data are wrong, and you have to check them first',
        unlawful: 'You use my data without a right to, but I do not want them erased',
        claims: 'I need the data for a legal claim',
        objection: 'I objected to their use, and you have to decide about it first',
      },
      change: 'Change',
      changeWhat: 'the e-mail address and what you ask for',
      after: 'What happens when you send it',
      steps: {
        erasure: [
          'We mail you a link. Nothing happens before you confirm.',
          'When you confirm, your data become unavailable to everyone.',
          'Until the erasure starts, you can have everything back.',
        ],
        restriction: [
          'We mail you a link. Nothing happens before you confirm.',
          'When you confirm, your data become unavailable to everyone. Nothing is deleted.',
          'You can have everything back at any time.',
        ],
        objection: [
          'We mail you a link. Nothing happens before you confirm.',
          'When you confirm, no more news and offers go to this address, from any list.',
        ],
        'processing-objection': [
          'We mail you a link. Nothing happens before you confirm.',
          'When you confirm, we mail you another link. There you tell us which use you object to, and why.',
          'A person of ours weighs your reasons against ours and tells you the decision. Until then you can have your data made unavailable.',
        ],
        rectification: [
          'We mail you a link. Nothing happens before you confirm.',
          'When you confirm, we mail you another link. There you tell us what is wrong and what is right.',
          'We correct it in every system, or a person of ours decides and gives you the reason.',
        ],
        copy: [
          'We mail you a link. Nothing happens before you confirm.',
          'When you confirm, we gather your data from every system.',
          'We write to you when the copy is ready. You fetch it with a code that goes to the same address.',
        ],
      },
      send: 'Send the request',
    },
    received: {
      title: 'Request received',
      reference: 'Your reference',
      next: 'What happens next',
      mail: 'We mail a link to the address you gave. Open it and confirm your request.',
      link: (period: string) => `The link works for ${period}. Nothing happens before you confirm.`,
      by: {
        erasure: (by: string) => `Once you confirmed, everything is completely deleted by ${by} at the latest.`,
        restriction: (by: string) =>
          `Once you confirmed, your data are unavailable by ${by} at the latest, usually within minutes.`,
        objection: (by: string) =>
          `Once you confirmed, news and offers stop at once, and every system is set right by ${by} at the latest.`,
        'processing-objection': (by: string) =>
          `Once you confirmed and told us your reasons, you have our answer by ${by} at the latest, unless we write to you why it takes longer.`,
        rectification: (by: string) =>
          `Once you confirmed and told us what is right, you have our answer by ${by} at the latest, usually at once.`,
        copy: (by: string) =>
          `Once you confirmed, you can fetch your copy by ${by} at the latest, usually much earlier.`,
      },
      noMail: 'No mail after a few minutes?',
      spam: (limit: number) =>
        `Look into your spam folder, or ask again. We send at most ${limit} such mails a day to one address.`,
      again: 'Ask again',
    },
    request: {
      reference: 'Reference',
      confirm: 'Please confirm your request',
      confirmText: {
        erasure: 'You asked us to erase your personal data. With the button you confirm that the address is yours.',
        restriction:
          'You asked us to make your personal data unavailable. With the button you confirm that the address is yours.',
        objection:
          'You asked us to send no more news and offers to your address. With the button you confirm that the address is yours.',
        'processing-objection':
          'You object to a use of your personal data. With the button you confirm that the address is yours.',
        rectification:
          'You asked us to correct personal data of yours. With the button you confirm that the address is yours.',
        access: 'You asked us for a copy of your personal data. With the button you confirm that the address is yours.',
        portability:
          'You asked us for the data that you provided, for another service. With the button you confirm that the address is yours.',
      },
      confirmWhat: 'What happens when you confirm',
      confirmSteps: {
        erasure: [
          'Your data become unavailable to everyone at once.',
          'You get a mail that says what was done, and until when you can have everything back.',
        ],
        restriction: [
          'Your data become unavailable to everyone at once. Nothing is deleted.',
          'You get a mail that says what was done. It stays so until you want everything back.',
        ],
        objection: ['No more news and offers go to this address.', 'You get a mail that says that it is done.'],
        'processing-objection': [
          'We mail you another link. There you tell us which use you object to, and why.',
          'Nothing changes before we have decided; but you can have your data made unavailable meanwhile.',
        ],
        rectification: [
          'We mail you another link. There you tell us what is wrong and what is right.',
          'Nothing changes before you have told us.',
        ],
        copy: [
          'We gather your data from every system. Nothing about them changes.',
          'You get a mail when the copy is ready. It is usually a matter of minutes.',
        ],
      },
      confirmBy: {
        erasure: (at: string) => `Everything is completely deleted by ${at} at the latest.`,
        restriction: (at: string) => `Your data are unavailable by ${at} at the latest.`,
        objection: (at: string) => `Every system is set right by ${at} at the latest.`,
        'processing-objection': (at: string) =>
          `You have our answer by ${at} at the latest, unless we write to you why it takes longer.`,
        rectification: (at: string) => `You have our answer by ${at} at the latest.`,
        copy: (at: string) => `You can fetch the copy by ${at} at the latest.`,
      },
      confirmButton: {
        erasure: 'Yes, erase my data',
        restriction: 'Yes, make my data unavailable',
        objection: 'Yes, stop news and offers',
        'processing-objection': 'Yes, I object',
        rectification: 'Yes, the address is mine',
        copy: 'Yes, make my copy',
      },
      confirmNot: 'If you did not ask for this, or do not want it any more, close this page. Nothing will change.',
      expired: 'This link has expired',
      expiredText: 'Nothing happened. We can mail you a new link; the date of your first request still counts.',
      expiredButton: 'Mail me a new link',
      restricting: 'Your data are being made unavailable',
      restrictingText: 'We are asking every system that keeps data of yours. You get a mail when they have answered.',
      grace: 'Your data are unavailable to everyone',
      graceText: 'They are not deleted yet.',
      partlyText: (systems: string) =>
        `Not yet unavailable in: ${systems}. We keep trying, and will write to you as soon as it is done.`,
      graceOver: 'The time to have everything back is over. The erasure starts in a moment.',
      restoring: 'Everything is being brought back',
      restoringText: 'Nothing is lost. You get a mail when everything is back.',
      restored: 'Everything is back',
      restoredText: (at: string) =>
        `Since ${at} your data are available again in every system, as they were. You can ask for erasure again at any time.`,
      erasing: 'Your data are being erased',
      erasingText: 'We erase in every system and check afterwards. You get a mail with a certificate when it is done.',
      erased: 'Your data are erased',
      erasedText: (at: string) => `We finished erasing your data on ${at}, and checked every system.`,
      notFound: 'We found nothing for this address',
      notFoundText: {
        erasure:
          'We have no personal data for this address in our accounts, so there is nothing to erase, and the request is closed. If you use our service with another address, ask again with that one.',
        restriction:
          'We have no personal data for this address in our accounts, so there is nothing to make unavailable, and the request is closed. If you use our service with another address, ask again with that one.',
        objection: 'No more news and offers go to this address.',
        'processing-objection':
          'We have no personal data for this address in our accounts, so there is no use to object to, and the request is closed. If you use our service with another address, ask again with that one.',
        rectification:
          'We have no personal data for this address in our accounts, so there is nothing to correct, and the request is closed. If you use our service with another address, ask again with that one.',
        copy: 'We have no personal data for this address in our accounts, so there is nothing to copy, and the request is closed. If you use our service with another address, ask again with that one.',
      },
      duplicate: 'You already have an open request',
      duplicateText:
        'You confirmed a second request for the same address. The first one goes on, and its date counts. We closed the second one and mailed you the reference of the first.',
      gathering: 'Your copy is being made',
      gatheringText:
        'We are asking every system for what it keeps about you. You get a mail when the copy is ready; you need not wait here.',
      ready: 'Your copy is ready',
      readyText: (size: string) => `It is a zip file of ${size}. Unpack it and open index.html in any browser.`,
      readyPartly: 'Your copy is ready, and not complete yet',
      missingText: (systems: string) =>
        `Still missing: ${systems}. The copy says so too. We keep asking, and write to you when it is complete.`,
      fetchUntil: 'You can fetch it until',
      fetchText:
        'We mail a code to your address first, so that nobody gets your data who only has the link to this page.',
      fetchButton: 'Mail me a code to fetch it',
      fetchLeft: (times: number) => (times === 1 ? 'You can fetch it once more.' : `You can fetch it ${times} times.`),
      protectText: 'Shall only you be able to open the file, wherever it lies? Choose a passphrase for it.',
      protectButton: 'Mail me a code to choose a passphrase',
      protecting: 'Your copy is being encrypted',
      protectingText:
        'We encrypt your copy with your passphrase and delete the one without. It takes some minutes at most for most people; you get a mail when it is done.',
      protectedText: (size: string) =>
        `It is a zip file of ${size} that only your passphrase opens, in a program such as 7-Zip or Keka. If you lost the passphrase, ask for another copy.`,
      fetchedOften: 'You fetched it as often as we allow. When it is deleted, you can ask for another one.',
      discarding: 'Your copy is being deleted',
      discardingText: 'The time to fetch it is over. You get a mail when it is deleted.',
      discarded: 'Your copy was deleted',
      discardedText: (at: string) =>
        `We deleted the copy on ${at}. Your data themselves stay as they are, and you can ask for another copy at any time.`,
      withdrawText: 'You do not want the copy any more? We delete what was gathered and close the request.',
      withdrawButton: 'Withdraw the request',
      withdrawing: 'Your request is being withdrawn',
      withdrawingText: 'We delete what was gathered for your copy. You get a mail when it is done.',
      withdrawn: 'You withdrew your request',
      withdrawnText: (at: string) =>
        `We closed it on ${at} and deleted what had been gathered for the copy. Your data themselves stay as they are.`,
      onHold: (reason: string, since: string) =>
        `The erasure has to wait since ${since}: ${reason}. Until it goes on, your data stay unavailable, and you can have everything back. We write to you when the reason is gone.`,
      groundSaid: (ground: string) => `What you said about it: ${ground}.`,
      waits: 'The erasure waits',
      toBeLifted: (at: string) => `We told you that we will make them available again after ${at}.`,
      liftedByUs: 'We ended the restriction, as we wrote to you before.',
      stopping: 'Your wish is being noted in every system',
      stoppingText: 'No more news and offers go to your address. We still set right what our systems say about it.',
      stopped: 'No more news and offers',
      stoppedText: (at: string) =>
        `Since ${at} every system is set right. If you want news again, subscribe again in your account.`,
      tooLate: 'The request can no longer be withdrawn, and nothing can be brought back.',
      /** Why there is no button to withdraw any more, by what is going on. */
      noWithdrawal: {
        correcting:
          'What is being corrected can no longer be taken back. You can ask for another correction when it is done.',
        corrected: 'It is done, and can no longer be taken back. You can ask for another correction at any time.',
        declined: 'It is decided, and can no longer be taken back. You can ask for another correction at any time.',
        discarding: 'The request can no longer be withdrawn: what was gathered for it is being deleted anyway.',
        stopping:
          'Your objection was followed at once, so it cannot be withdrawn. If you want news again, subscribe again.',
        restoring:
          'The request is withdrawn, and that can no longer be undone. You can ask again when everything is back.',
        lifting: 'This can no longer be stopped. You can have your data made unavailable again when they are back.',
      },
      copyAgain: 'Make another copy',
      copyText: 'Do you want a copy of everything before it is erased?',
      copyButton: 'Make me a copy',
      gatheringNow: 'We gather your data from every system',
      copyAtLatest: 'The copy can be fetched, at the latest',
      copyMade: 'The copy was put together',
      copyEnds: 'The copy is deleted',
      copyGone: 'The copy was deleted',
      heldText: 'Nothing is deleted. It stays so for as long as you want.',
      heldAnyTime: 'You can have everything back at any time.',
      liftedText: (at: string) =>
        `Since ${at} your data are available again in every system, as they were. You can have them made unavailable again at any time.`,
      superseded: 'Your data are erased',
      supersededText: (at: string) =>
        `You asked for erasure too. It was done on ${at}, so there is nothing left to keep unavailable, and this request is closed.`,
      supersededCorrection: (at: string) =>
        `You asked for erasure too. It was done on ${at}, so there is nothing left to correct, and this request is closed.`,
      stating: 'Please tell us what is right',
      statingText: 'We mailed you a link to the page where you tell us what is wrong and what is right.',
      statingOver:
        'The time to tell us what is right is over. Nothing was changed, and the request is closed in a moment.',
      proving: 'Please confirm your new e-mail address',
      provingText: 'We mailed a link to the new address. It counts once you have opened that link and confirmed.',
      deciding: 'A person of ours decides',
      decidingText: 'You get a mail with the decision and its reason.',
      correcting: 'Your data are being corrected',
      correctingText: 'You get a mail when every system has answered.',
      corrected: 'Your data are corrected',
      correctedText: (at: string) => `We finished correcting your data on ${at}.`,
      notAllCorrected: 'Not everything could be corrected',
      notAllCorrectedText: (at: string) => `We finished on ${at}. What was not changed, and why, stands below.`,
      unchanged: 'Nothing was corrected',
      unchangedText: (at: string) =>
        `You took your request back, or did not tell us in time what is right. It was closed on ${at}, and nothing was changed.`,
      correctAgain: 'Ask for another correction',
      items: 'What you asked us to correct',
      reason: 'The reason',
      takeBack: 'Take it back',
      takeBackText: 'Changed your mind? What is not corrected yet stays as it is.',
      statedBy: 'You tell us what is right, at the latest',
      stated: 'You told us what is right',
      provenBy: 'You confirm the new e-mail address, at the latest',
      decidingNow: 'A person of ours decides',
      correctingNow: 'We correct your data in every system',
      answeredBy: 'You have our answer, at the latest',
      correctedAt: 'Corrected in every system',
      answeredAt: 'You have our answer',
      erasureFirst:
        'You also asked us to erase your data, so they stay unavailable for now. If you want them back, have the erasure undone first: its mails have the link.',
      heldAgain: 'Make my data unavailable again',
      heldSince: 'They stay so until you want everything back',
      heldAtLatest: 'Unavailable in every system, at the latest',
      restoreUntil: 'You can have everything back until',
      linkMailed: 'To follow this request or to have everything back, use the link in the mail that we send you now.',
      reload: 'See how far it is now',
      actions: 'What you can do',
      inactive: {
        grace: 'Your account will be removed',
        unused: (lastUsed: string) => `It was last used on ${lastUsed}, so it is scheduled for removal.`,
        unavailable: 'Your data are unavailable to everyone, and not deleted yet.',
        available: 'Nothing is deleted yet, and you can use it as before.',
        restored: 'Your account stays',
        restoredText: (at: string) => `Since ${at} it is no longer scheduled for removal, and everything is as it was.`,
        restoreUntil: 'You can keep it until',
        restoreText: 'Do you want to keep it? Sign in once, or press this button.',
        restoreButton: 'Keep my account',
        askAgain: 'Ask for erasure',
        received: 'Your account was scheduled for removal',
        restoreEnds: 'Last moment to keep it. Then the erasure starts',
        picture: (day: number, days: number, restore: number) =>
          `Today is day ${day} of ${days} after it was scheduled. You can keep the account until day ${restore}.`,
      },
      restoreText: 'Changed your mind? Withdraw the request: we bring everything back as it was, and close it.',
      restoreButton: 'Have everything back',
      eraseNowText: 'You do not want to wait?',
      eraseNow: 'Have everything erased now',
      certificateText: 'Your certificate says what was done, and is signed. Keep it: anybody can check it without us.',
      certificate: 'Download the certificate',
      history: 'Download the whole history, signed',
      certificateMailed: 'We mailed you the certificate, which says what was done, and is signed.',
      again: 'Ask with another address',
      askAgain: 'Ask for erasure again',
      timeline: 'Timeline',
      dayOf: (day: number, days: number) => `${day} of ${days} days ${day === 1 ? 'has' : 'have'} passed`,
      picture: (day: number, days: number, restore: number) =>
        `Today is day ${day} of ${days} after your request. You can have everything back until day ${restore}.`,
      received: 'We received your request',
      confirmed: 'You confirmed it',
      unavailable: 'Your data are unavailable to everyone',
      becoming: 'Your data are being made unavailable',
      restoreEnds: 'Last moment to have everything back. Then the erasure starts',
      erasingNow: 'We erase your data and check every system',
      deleted: 'Everything is completely deleted, at the latest',
      broughtBack: 'We bring everything back',
      back: 'Everything is back',
      gone: 'Erased, and checked in every system',
      backups: 'The last backup copy is gone, at the latest',
      ended: 'Request closed',
      state: { done: 'Done', now: 'Now', ahead: 'To come' },
      where: 'What each system answered',
      data: 'Data',
      answer: 'Answer',
      keeps: 'What the law makes us keep',
      backupsTitle: 'Backups',
    },
    code: {
      title: 'Type the code that we mailed you',
      hint: 'Eight letters and digits, for example 7K3M-92QF. It works once.',
      label: 'Code',
      wrong: 'This is not the code of our newest mail. Look at it again, or have a new one mailed',
      over: 'This code is over. Have a new one mailed',
      next: 'Continue to the download',
      none: 'No mail after a few minutes?',
      limit: (limit: number) => `Look into your spam folder. We send at most ${limit} codes a day.`,
      again: 'Mail me a new code',
      back: 'Back to the request',
    },
    download: {
      title: 'Here is your copy',
      button: 'Download the copy',
      until: (until: string) =>
        `The download has to begin by ${until}. If it stops, let your browser go on with it until then, or have a new code mailed.`,
      how: 'How to open it',
      steps: [
        'It is a zip file. Unpack it first: double-click it, or choose “Extract all”.',
        'Open index.html: it shows everything, also without the internet.',
        'Keep it in a safe place. Whoever has the file can read it.',
      ],
      protectedSteps: [
        'It is a zip file that your passphrase opens, in a program that knows AES encryption in zip files: 7-Zip for Windows or Linux, or Keka for macOS. What Windows itself brings may not open it.',
        'Inside is the copy itself, a zip file like any other. Unpack it too.',
        'Open index.html: it shows everything, also without the internet.',
      ],
      back: 'Back to the request',
    },
    state: {
      lead: 'Fill in only what is wrong or missing. What you leave empty stays as it is.',
      until: 'You can tell us until',
      itself: 'We correct it in every system by itself',
      itselfHint: 'We do not show what we hold, so that nobody sees it who only has this link. Type what is right.',
      email: 'We mail a link to the new address: it counts once you have confirmed it there.',
      person: 'A person of ours decides',
      words: 'Anything else, in your words',
      wordsHint: (limit: number) =>
        `What is wrong, what is right, and how we can see that it is. A person reads it. At most ${limit.toLocaleString('en')} characters.`,
      about: 'What it is about',
      evidence: 'A file as evidence',
      evidenceHint: (size: string) =>
        `Optional, for what a person decides. At most ${size}. We do not open it by machine, and delete it when your request is closed.`,
      evidenceWrong: (size: string) => `A file as evidence: choose a file of at most ${size}`,
      empty: 'Fill in at least one field, or tell us in your words what is wrong',
      wrong: {
        text: (field: string) => `${field}: use letters, digits and ordinary signs only`,
        phone: (field: string) => `${field}: enter a phone number in the right form, like +44 7700 900123`,
        email: (field: string) => `${field}: enter an e-mail address in the right form, like name@example.com`,
        long: (field: string, limit: number) => `${field}: use at most ${limit.toLocaleString('en')} characters`,
      },
      button: 'Send what is right',
    },
    prove: {
      title: 'Is this your new e-mail address?',
      text: (company: string) =>
        `Somebody asked ${company} to change their e-mail address to the one at which you got our mail. If it was you, confirm it.`,
      button: 'Yes, it is mine',
      not: 'If it was not you, close this page. Nothing will change.',
      done: 'Your new address is confirmed',
      doneText: 'The change is made in every system in a moment. Then we write to the new address.',
      over: 'This address can no longer be confirmed',
      overText: 'The time is over, or the request was taken back. Nothing was changed; you can ask again at any time.',
    },
    decide: {
      title: 'Decide on a correction',
      lead: 'A person who proved their address asks to have personal data corrected (Article 16 GDPR). The decision and its reason are mailed to them, and the history says that the company decided.',
      by: 'The person has to have an answer by',
      said: 'What they say is right',
      question: (what: string) => `What do you decide? ${what}`,
      apply: 'Correct it in every system',
      done: 'We have corrected it ourselves',
      decline: (reason: string) => `Do not change it: ${reason}`,
      answer: 'In your own words',
      answerHint: (limit: number) =>
        `Optional; the person reads it in the mail. At most ${limit.toLocaleString('en')} characters.`,
      evidence: (size: string) => `Save the file that they gave as evidence (${size})`,
      evidenceHint: 'Nobody has checked it: open it as you would open a file from a stranger.',
      undecided: 'Choose a decision for each of them',
      answerWrong: 'Use fewer or ordinary characters in your own words',
      button: 'Decide, and tell the person',
      nothing: 'There is nothing to decide here',
      nothingText: 'It was decided, or the person took it back. This is where it stands:',
    },
    protect: {
      title: 'Choose a passphrase for your copy',
      lead: 'We encrypt the file with it. Then whoever has the file can open it only with the passphrase.',
      facts: [
        'We do not keep the passphrase. If you lose it, nobody can open the file; you can ask for another copy.',
        'To open the file you need a program that knows AES encryption in zip files: 7-Zip for Windows or Linux and Keka for macOS are free of charge. What Windows itself brings may not open it.',
        'The copy without a passphrase is deleted.',
      ],
      passphrase: 'Passphrase',
      hint: 'Between 12 and 99 letters without accents, digits, spaces and usual marks. Better five words that have nothing to do with each other: programs can try billions of short ones in a day.',
      again: 'The passphrase once more',
      button: 'Encrypt my copy',
      problems: {
        length: 'The passphrase needs between 12 and 99 signs. Please type it again, and the code too',
        signs:
          'Please use only letters without accents, digits, spaces and usual marks: programs read others in different ways',
        unlike: 'This is not what you typed first. Please type both again',
      },
    },
    eraseNow: {
      title: 'Erase everything now?',
      text: (until: string) =>
        `You could have everything back until ${until}. If you erase now, you give up that time, and nobody can bring your data back.`,
      kept: 'Only what the law makes us keep stays, locked away:',
      button: 'Yes, erase everything now',
      back: 'No, go back',
    },
    mailing: {
      title: (list: string) => `Do you want no more of “${list}”?`,
      text: 'With one button we stop these mails to the address that got the link. You need not sign in.',
      button: 'Stop these mails',
      all: 'Stop all news and offers',
      done: 'These mails have stopped',
      since: (list: string, since: string) => `Since ${since} nothing of “${list}” goes to your address any more.`,
      still: 'Mails that your account or your requests need still come.',
      again: 'If you want them again, subscribe again in your account.',
    },
    unknown: {
      title: 'This link does not work',
      text: 'It is incomplete, altered or too old. Nothing was changed by it.',
      try: 'Check that you opened the whole link of the newest mail. You can also ask again at any time.',
      again: 'Ask again',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Nothing was changed or lost. Requests that we received before go on as promised.',
      try: 'Please go back and try again in a few minutes.',
      again: 'To the first page',
    },
    missing: {
      title: 'There is no such page',
      text: 'Please check the address. If you look for your request, open the link in our newest mail.',
      again: 'To the first page',
    },
  },
}

export type Wording = typeof en
