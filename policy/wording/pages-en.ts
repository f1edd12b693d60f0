/** What the pages for people say, in English. */
export const pagesEn = {
  home: {
    title: 'Your data, your decision',
    lead: (company: string) => `Get a copy of the personal data that ${company} holds about you, or have them erased.`,
    need: 'All you need is the e-mail address that you use with us, and access to its inbox.',
    start: 'Start',
    how: 'How it works',
    steps: [
      ['You ask', 'You give us your e-mail address. Nothing happens yet.'],
      ['You confirm', 'We e-mail you a link, so that nobody else can ask in your name.'],
      ['We do it in every system', 'Your own page shows at any time what each system has answered.'],
      [
        'You get the result',
        'A copy that you can open anywhere, or a signed certificate that your data have been erased.',
      ],
    ],
    wishes: 'What you can ask for',
    time: 'How long it takes',
    grace: (days: string, lead: string) =>
      `Everything will be completely deleted within ${days} of your request. Until ${lead} before that, you can get it all back.`,
    copy: (period: string, kept: string) =>
      `A copy is usually ready within minutes, and within ${period} at the latest. You can download it for ${kept}.`,
    graceNow: 'If you do not want to wait, you can have it erased at once after you have confirmed.',
    what: 'What we hold about you',
    data: 'Data',
    source: 'Where we got it',
    purpose: 'What it is for',
    recipients: 'Who else has it',
    nobody: 'nobody',
    keep: 'What the law requires us to keep',
    keepFor: (what: string, why: string, period: string) =>
      `${what}: ${why}. Kept for ${period} after the erasure, locked away and used for nothing else.`,
    otherTitle: 'Something else',
    other: 'Do you want to ask for something else? Write to us:',
  },
  ask: {
    heading: 'Make a request',
    wish: 'What do you want?',
    title: 'Which e-mail address do you use with us?',
    hint: 'We send a link there to make sure that it is you. For example: name@example.com',
    label: 'E-mail address',
    missing: 'Enter your e-mail address',
    wrong: 'Enter an e-mail address in the correct format, like name@example.com',
    next: 'Continue',
  },
  check: {
    title: 'Check your request',
    address: 'E-mail address',
    wish: 'What you are asking for',
    wishes: {
      erasure: 'Erase all personal data that belong to this address',
      restriction: 'Make all personal data that belong to this address unavailable, without deleting them',
      objection: 'No more news and offers to this address',
      'processing-objection': 'Object to a use of the personal data that belong to this address',
      rectification: 'Correct personal data that belong to this address',
      access: 'A copy of all personal data that belong to this address',
      portability: 'The data that I provided, in a form that another service can read',
    },
    ground: 'Why do you want this? (optional)',
    groundMore: 'We keep your answer with your request. Whatever you choose, we do the same.',
    grounds: {
      none: 'I would rather not say',
      accuracy: 'My data are wrong, and you need to check them first',
      unlawful: 'You have no right to use my data, but I do not want them erased',
      claims: 'I need the data for a legal claim',
      objection: 'I have objected to their use, and you need to decide on that first',
    },
    change: 'Change',
    changeWhat: 'the e-mail address and what you are asking for',
    after: 'What happens after you send it',
    steps: {
      erasure: [
        'We e-mail you a link. Nothing happens until you confirm.',
        'When you confirm, your data become unavailable to everyone.',
        'Until the erasure starts, you can get everything back.',
      ],
      restriction: [
        'We e-mail you a link. Nothing happens until you confirm.',
        'When you confirm, your data become unavailable to everyone. Nothing is deleted.',
        'You can get everything back at any time.',
      ],
      objection: [
        'We e-mail you a link. Nothing happens until you confirm.',
        'When you confirm, we stop sending news and offers to this address, from every list.',
      ],
      'processing-objection': [
        'We e-mail you a link. Nothing happens until you confirm.',
        'When you confirm, we e-mail you another link. Use it to tell us which use you object to, and why.',
        'One of our staff weighs your reasons against ours and tells you the decision. Until then, you can have your data made unavailable.',
      ],
      rectification: [
        'We e-mail you a link. Nothing happens until you confirm.',
        'When you confirm, we e-mail you another link. Use it to tell us what is wrong and what is right.',
        'We correct it in every system, or one of our staff decides and gives you the reason.',
      ],
      copy: [
        'We e-mail you a link. Nothing happens until you confirm.',
        'When you confirm, we gather your data from every system.',
        'We e-mail you when the copy is ready. You download it with a code that we send to the same address.',
      ],
    },
    send: 'Send the request',
  },
  received: {
    title: 'Request received',
    reference: 'Your reference',
    next: 'What happens next',
    mail: 'We are sending a link to the address you gave. Open it and confirm your request.',
    link: (period: string) => `The link works for ${period}. Nothing happens until you confirm.`,
    by: {
      erasure: (by: string) =>
        `Once you have confirmed, everything will be completely deleted by ${by} at the latest, except what the law requires us to keep.`,
      restriction: (by: string) =>
        `Once you have confirmed, your data will be unavailable by ${by} at the latest, usually within minutes.`,
      objection: (by: string) =>
        `Once you have confirmed, news and offers stop at once. Every system will be updated by ${by} at the latest.`,
      'processing-objection': (by: string) =>
        `Once you have confirmed and told us your reasons, you will have our answer by ${by} at the latest, unless we write to tell you why it takes longer.`,
      rectification: (by: string) =>
        `Once you have confirmed and told us what is right, you will have our answer by ${by} at the latest, usually at once.`,
      copy: (by: string) =>
        `Once you have confirmed, your copy will be ready to download by ${by} at the latest, usually much earlier.`,
    },
    noMail: 'No e-mail after a few minutes?',
    spam: (limit: number) =>
      `Check your spam folder, or ask again. We send at most ${limit} of these e-mails a day to one address; if there were as many today, a link comes on one of the next days.`,
    again: 'Ask again',
  },
  request: {
    reference: 'Reference',
    confirm: 'Please confirm your request',
    confirmText: {
      erasure: 'You asked us to erase your personal data. Press the button to confirm that the address is yours.',
      restriction:
        'You asked us to make your personal data unavailable. Press the button to confirm that the address is yours.',
      objection:
        'You asked us to stop sending news and offers to your address. Press the button to confirm that the address is yours.',
      'processing-objection':
        'You object to a use of your personal data. Press the button to confirm that the address is yours.',
      rectification:
        'You asked us to correct your personal data. Press the button to confirm that the address is yours.',
      access: 'You asked us for a copy of your personal data. Press the button to confirm that the address is yours.',
      portability:
        'You asked us for the data that you provided, to take to another service. Press the button to confirm that the address is yours.',
    },
    confirmWhat: 'What happens when you confirm',
    confirmSteps: {
      erasure: [
        'Your data become unavailable to everyone at once.',
        'You get an e-mail that says what was done, and how long you can still get everything back.',
      ],
      restriction: [
        'Your data become unavailable to everyone at once. Nothing is deleted.',
        'You get an e-mail that says what was done. They stay unavailable until you want everything back.',
      ],
      objection: ['We stop sending news and offers to this address.', 'You get an e-mail when it is done.'],
      'processing-objection': [
        'We e-mail you another link. Use it to tell us which use you object to, and why.',
        'Nothing changes until we have decided, but you can have your data made unavailable in the meantime.',
      ],
      rectification: [
        'We e-mail you another link. Use it to tell us what is wrong and what is right.',
        'Nothing changes until you have told us.',
      ],
      copy: [
        'We gather your data from every system. The data themselves do not change.',
        'You get an e-mail when the copy is ready, usually within minutes.',
      ],
    },
    confirmBy: {
      erasure: (at: string) =>
        `Everything will be completely deleted by ${at} at the latest, except what the law requires us to keep.`,
      restriction: (at: string) => `Your data will be unavailable by ${at} at the latest.`,
      objection: (at: string) => `Every system will be updated by ${at} at the latest.`,
      'processing-objection': (at: string) =>
        `You will have our answer by ${at} at the latest, unless we write to tell you why it takes longer.`,
      rectification: (at: string) => `You will have our answer by ${at} at the latest.`,
      copy: (at: string) => `The copy will be ready to download by ${at} at the latest.`,
    },
    confirmButton: {
      erasure: 'Yes, erase my data',
      restriction: 'Yes, make my data unavailable',
      objection: 'Yes, stop news and offers',
      'processing-objection': 'Yes, I object',
      rectification: 'Yes, the address is mine',
      copy: 'Yes, make my copy',
    },
    confirmNot: 'If you did not ask for this, or no longer want it, close this page. Nothing will change.',
    expired: 'This link has expired',
    expiredText: 'Nothing has been done. We can send you a new link. The date of your first request still counts.',
    expiredButton: 'Send me a new link',
    restricting: 'Your data are being made unavailable',
    restrictingText: 'We are asking every system that holds your data. You will get an e-mail when they have answered.',
    grace: 'Your data are unavailable to everyone',
    graceText: 'They are not deleted yet.',
    partlyText: (systems: string) =>
      `Not yet unavailable in: ${systems}. We keep trying, and will write to you as soon as it is done.`,
    graceOver: 'It is too late to get everything back. The erasure is about to start.',
    restoring: 'Everything is being brought back',
    restoringText: 'Nothing is lost. You will get an e-mail when everything is back.',
    restored: 'Everything is back',
    restoredText: (at: string) =>
      `Your data have been available again in every system, as they were, since ${at}. You can ask for erasure again at any time.`,
    erasing: 'Your data are being erased',
    erasingText:
      'We are erasing them in every system and checking afterwards. You will get an e-mail with a certificate when it is done.',
    erased: 'Your data have been erased',
    erasedText: (at: string) => `We finished erasing your data on ${at}, and checked every system.`,
    notFound: 'We found nothing for this address',
    notFoundText: {
      erasure:
        'We have no personal data for this address in our accounts. There is nothing to erase, and the request is closed. If you use our service with another address, ask again with that address.',
      restriction:
        'We have no personal data for this address in our accounts. There is nothing to make unavailable, and the request is closed. If you use our service with another address, ask again with that address.',
      objection: 'We no longer send news and offers to this address.',
      'processing-objection':
        'We have no personal data for this address in our accounts. There is no use to object to, and the request is closed. If you use our service with another address, ask again with that address.',
      rectification:
        'We have no personal data for this address in our accounts. There is nothing to correct, and the request is closed. If you use our service with another address, ask again with that address.',
      copy: 'We have no personal data for this address in our accounts. There is nothing to copy, and the request is closed. If you use our service with another address, ask again with that address.',
    },
    duplicate: 'You already have an open request',
    duplicateText:
      'You confirmed a second request for the same address. The first one continues, and its date counts. We closed the second one and e-mailed you the reference of the first.',
    gathering: 'Your copy is being made',
    gatheringText:
      'We are asking every system for what it holds about you. You will get an e-mail when the copy is ready. You do not need to wait here.',
    ready: 'Your copy is ready',
    readyText: (size: string) => `It is a zip file of ${size}. Unpack it and open index.html in any browser.`,
    readyPartly: 'Your copy is ready, but not complete yet',
    missingText: (systems: string) =>
      `Still missing: ${systems}. The copy says so too. We keep asking, and will write to you when it is complete.`,
    fetchUntil: 'You can download it until',
    fetchText: 'We first send a code to your address. The link to this page alone is not enough to get your data.',
    fetchButton: 'Send me a code to download it',
    fetchLeft: (times: number) =>
      times === 1 ? 'You can download it once more.' : `You can download it ${times} times.`,
    protectText:
      'Do you want to be the only one who can open the file, wherever it is kept? Choose a passphrase for it.',
    protectButton: 'Send me a code to choose a passphrase',
    protecting: 'Your copy is being encrypted',
    protectingText:
      'We are encrypting your copy with your passphrase, and will delete the unprotected one. For most people this takes a few minutes at most. You will get an e-mail when it is done.',
    protectedText: (size: string) =>
      `It is a zip file of ${size}. Only your passphrase opens it, in a program such as 7-Zip or Keka. If you have lost the passphrase, ask for another copy.`,
    fetchedOften: 'You have downloaded it as often as we allow. Once it has been deleted, you can ask for another one.',
    discarding: 'Your copy is being deleted',
    discardingText: 'The time to download it is over. You will get an e-mail when it has been deleted.',
    outlivedText:
      'Data in it are being erased, and no copy outlives them. You will get an e-mail when it has been deleted.',
    discarded: 'Your copy has been deleted',
    outlived: (at: string) =>
      `We deleted the copy on ${at}, because data in it had to be erased. You can ask for a copy of what else we hold about you at any time.`,
    discardedText: (at: string) =>
      `We deleted the copy on ${at}. Your data themselves are not affected, and you can ask for another copy at any time.`,
    withdrawText: 'Do you no longer want the copy? We will delete what we gathered and close the request.',
    withdrawButton: 'Withdraw the request',
    withdrawing: 'Your request is being withdrawn',
    withdrawingText: 'We are deleting what we gathered for your copy. You will get an e-mail when it is done.',
    withdrawn: 'You have withdrawn your request',
    withdrawnText: (at: string) =>
      `We closed it on ${at} and deleted what had been gathered for the copy. Your data themselves are not affected.`,
    onHold: (reason: string, since: string) =>
      `The erasure has been on hold since ${since}: ${reason}. Until it continues, your data stay unavailable, and you can get everything back. We will write to you when the reason no longer applies.`,
    groundSaid: (ground: string) => `The reason you gave: ${ground}.`,
    waits: 'The erasure is on hold',
    toBeLifted: (at: string) => `We told you that we will make them available again after ${at}.`,
    liftedByUs: 'We have ended the restriction, as we told you we would.',
    stopping: 'Every system is being updated',
    stoppingText:
      'We no longer send news and offers to your address. We are still updating what our systems say about it.',
    stopped: 'No more news and offers',
    stoppedText: (at: string) =>
      `Every system has been up to date since ${at}. If you want news again, subscribe again in your account.`,
    tooLate: 'It is too late to withdraw the request, and nothing can be restored.',
    /** Why there is no button to withdraw any more, by what is going on. */
    noWithdrawal: {
      correcting:
        'It is too late to take this back, because your data are being corrected. You can ask for another correction when it is done.',
      corrected: 'It is done, so it is too late to take it back. You can ask for another correction at any time.',
      declined:
        'It has been decided, so it is too late to take it back. You can ask for another correction at any time.',
      discarding: 'It is too late to withdraw the request. What we gathered for it is already being deleted.',
      stopping:
        'We acted on your objection at once, so it cannot be withdrawn. If you want news again, subscribe again.',
      restoring:
        'You have withdrawn the request, and it is too late to undo that. You can ask again when everything is back.',
      lifting: 'It is too late to stop this. You can have your data made unavailable again when they are back.',
    },
    copyAgain: 'Make another copy',
    copyText: 'Do you want a copy of everything before it is erased?',
    copyButton: 'Make me a copy',
    gatheringNow: 'We are gathering your data from every system',
    copyAtLatest: 'Copy ready to download, at the latest',
    copyMade: 'Copy put together',
    copyEnds: 'Deletion of the copy',
    copyGone: 'Copy deleted',
    heldText: 'Nothing has been deleted. Your data stay unavailable for as long as you want.',
    heldAnyTime: 'You can get everything back at any time.',
    liftedText: (at: string) =>
      `Your data have been available again in every system, as they were, since ${at}. You can have them made unavailable again at any time.`,
    superseded: 'Your data have been erased',
    supersededText: (at: string) =>
      `You also asked for erasure, which was done on ${at}. There is nothing left to keep unavailable, and this request is closed.`,
    supersededCorrection: (at: string) =>
      `You also asked for erasure, which was done on ${at}. There is nothing left to correct, and this request is closed.`,
    stating: 'Please tell us what is right',
    statingText: 'We have sent you a link to the page where you tell us what is wrong and what is right.',
    statingOver:
      'The time to tell us what is right is over. Nothing has changed, and the request will be closed in a moment.',
    proving: 'Please confirm your new e-mail address',
    provingText:
      'We have sent a link to the new address. The change takes effect once you have opened that link and confirmed.',
    deciding: 'One of our staff is deciding',
    decidingText: 'You will get an e-mail with the decision and the reason for it.',
    correcting: 'Your data are being corrected',
    correctingText: 'You will get an e-mail when every system has answered.',
    corrected: 'Your data have been corrected',
    correctedText: (at: string) => `We finished correcting your data on ${at}.`,
    notAllCorrected: 'Not everything could be corrected',
    notAllCorrectedText: (at: string) => `We finished on ${at}. You can read below what was not changed, and why.`,
    unchanged: 'Nothing was corrected',
    unchangedText: (at: string) =>
      `You took your request back, or did not tell us in time what is right. It was closed on ${at}, and nothing was changed.`,
    correctAgain: 'Ask for another correction',
    items: 'What you asked us to correct',
    reason: 'The reason',
    takeBack: 'Take it back',
    takeBackText: 'Changed your mind? Anything that has not been corrected yet stays as it is.',
    statedBy: 'Last moment to tell us what is right',
    stated: 'You told us what is right',
    provenBy: 'Last moment to confirm the new e-mail address',
    decidingNow: 'One of our staff is deciding',
    correctingNow: 'We are correcting your data in every system',
    answeredBy: 'Our answer, at the latest',
    correctedAt: 'Corrected in every system',
    answeredAt: 'You have our answer',
    erasureFirst:
      'You also asked us to erase your data, so they stay unavailable for now. If you want them back, withdraw the erasure first, with the link in our e-mails about it.',
    heldAgain: 'Make my data unavailable again',
    heldSince: 'They stay unavailable until you want everything back',
    heldAtLatest: 'Unavailable in every system, at the latest',
    restoreUntil: 'You can get everything back until',
    linkMailed:
      'To follow this request or to get everything back, use the link in the e-mail that we are sending you now.',
    reload: 'Check for progress',
    actions: 'What you can do',
    inactive: {
      grace: 'Your account will be removed',
      unused: (lastUsed: string) => `It was last used on ${lastUsed}, so it is scheduled for removal.`,
      unavailable: 'Your data are unavailable to everyone, and not deleted yet.',
      available: 'Nothing is deleted yet, and you can use it as before.',
      restored: 'Your account stays',
      restoredText: (at: string) => `It has not been scheduled for removal since ${at}, and everything is as it was.`,
      restoreUntil: 'You can keep it until',
      restoreText: 'Do you want to keep it? Sign in once, or press this button.',
      restoreButton: 'Keep my account',
      askAgain: 'Ask for erasure',
      received: 'Your account was scheduled for removal',
      restoreEnds: 'Last moment to keep it. Then the erasure starts',
      picture: (day: number, days: number, restore: number) =>
        `Today is day ${day} of ${days} after it was scheduled. You can keep the account until day ${restore}.`,
    },
    restoreText: 'Changed your mind? Withdraw the request: we bring everything back as it was, and close the request.',
    restoreButton: 'Get everything back',
    eraseNowText: 'Would you rather not wait?',
    eraseNow: 'Erase everything now',
    certificateText: 'Your signed certificate says what was done. Keep it: anyone can check it without us.',
    certificate: 'Download the certificate',
    history: 'Download the whole history, signed',
    certificateMailed: 'We have e-mailed you a signed certificate that says what was done.',
    again: 'Ask with another address',
    askAgain: 'Ask for erasure again',
    timeline: 'Timeline',
    dayOf: (day: number, days: number) => `${day} of ${days} days ${day === 1 ? 'has' : 'have'} passed`,
    picture: (day: number, days: number, restore: number) =>
      `Today is day ${day} of ${days} after your request. You can get everything back until day ${restore}.`,
    received: 'We received your request',
    confirmed: 'You confirmed it',
    unavailable: 'Your data are unavailable to everyone',
    becoming: 'Your data are being made unavailable',
    restoreEnds: 'Last moment to get everything back. Then the erasure starts',
    erasingNow: 'We are erasing your data and checking every system',
    deleted: 'Everything completely deleted, at the latest',
    broughtBack: 'We are bringing everything back',
    back: 'Everything is back',
    gone: 'Erased, and checked in every system',
    backups: 'Last backup copy gone, at the latest',
    ended: 'Request closed',
    state: { done: 'Done', now: 'Now', ahead: 'To come' },
    where: 'What each system answered',
    data: 'Data',
    answer: 'Answer',
    keeps: 'What the law requires us to keep',
    backupsTitle: 'Backups',
  },
  code: {
    title: 'Enter the code that we e-mailed you',
    hint: 'Eight letters and digits, for example 7K3M-92QF. It works once.',
    label: 'Code',
    wrong: 'This is not the code in our latest e-mail. Check it and try again, or ask for a new code',
    over: 'This code no longer works. Ask for a new one',
    next: 'Continue to the download',
    none: 'No e-mail after a few minutes?',
    limit: (limit: number) => `Check your spam folder. We send at most ${limit} codes a day.`,
    again: 'Send me a new code',
    back: 'Back to the request',
  },
  download: {
    title: 'Here is your copy',
    button: 'Download the copy',
    until: (until: string) =>
      `Start the download by ${until}. If it stops, you can resume it in your browser until then, or ask for a new code.`,
    how: 'How to open it',
    steps: [
      'It is a zip file. Unpack it first: double-click it, or choose “Extract all”.',
      'Open index.html: it shows everything, even without an internet connection.',
      'Keep it in a safe place. Anyone who has the file can read it.',
    ],
    protectedSteps: [
      'It is a zip file that your passphrase opens. You need a program that supports AES encryption in zip files: 7-Zip for Windows or Linux, or Keka for macOS. The tool built into Windows may not open it.',
      'Inside is the copy itself, a zip file like any other. Unpack it too.',
      'Open index.html: it shows everything, even without an internet connection.',
    ],
    back: 'Back to the request',
  },
  state: {
    lead: 'Fill in only what is wrong or missing. What you leave empty stays as it is.',
    until: 'You can tell us until',
    itself: 'We correct these automatically in every system',
    itselfHint: 'Enter what is right. We do not show what we hold, because the link alone does not prove who you are.',
    email: 'We send a link to the new address. The change takes effect once you have confirmed it there.',
    person: 'One of our staff decides on these',
    words: 'Anything else, in your own words',
    wordsHint: (limit: number) =>
      `Tell us what is wrong, what is right, and how we can check it. A person reads it. At most ${limit.toLocaleString('en')} characters.`,
    about: 'What it is about',
    evidence: 'A file as evidence',
    evidenceHint: (size: string) =>
      `Optional, for the person who decides. At most ${size}. No machine opens it, and we delete it when your request is closed.`,
    evidenceWrong: (size: string) => `A file as evidence: choose a file of at most ${size}`,
    empty: 'Fill in at least one field, or tell us in your own words what is wrong',
    wrong: {
      text: (field: string) => `${field}: use only letters, digits and ordinary characters`,
      phone: (field: string) => `${field}: enter a phone number in the correct format, like +44 7700 900123`,
      email: (field: string) => `${field}: enter an e-mail address in the correct format, like name@example.com`,
      long: (field: string, limit: number) => `${field}: use at most ${limit.toLocaleString('en')} characters`,
    },
    button: 'Send the corrections',
  },
  prove: {
    title: 'Is this your new e-mail address?',
    text: (company: string) =>
      `Someone asked ${company} to change their e-mail address to the one where you got our e-mail. If it was you, confirm it.`,
    button: 'Yes, it is mine',
    not: 'If it was not you, close this page. Nothing will change.',
    done: 'Your new address is confirmed',
    doneText: 'We are about to make the change in every system. Then we will write to the new address.',
    over: 'This address can no longer be confirmed',
    overText: 'The time is over, or the request was taken back. Nothing was changed. You can ask again at any time.',
  },
  decide: {
    title: 'Decide on a correction',
    lead: 'A person with a confirmed address asks to have personal data corrected (Article 16 GDPR). They are e-mailed the decision and the reason for it, and the history records that the company decided.',
    by: 'The person must have an answer by',
    said: 'What they say is right',
    question: (what: string) => `What do you decide? ${what}`,
    apply: 'Correct it in every system',
    done: 'We have corrected it ourselves',
    decline: (reason: string) => `Do not change it: ${reason}`,
    answer: 'In your own words',
    answerHint: (limit: number) =>
      `Optional. The person reads it in the e-mail. At most ${limit.toLocaleString('en')} characters.`,
    evidence: (size: string) => `Save the file that they gave as evidence (${size})`,
    evidenceHint: 'Nobody has checked it: be as careful as with a file from a stranger.',
    undecided: 'Choose a decision for each point',
    answerWrong: 'In your own words: use only ordinary characters, or write less',
    button: 'Decide, and tell the person',
    nothing: 'There is nothing to decide here',
    nothingText: 'It has already been decided, or the person took it back. This is the current status:',
  },
  protect: {
    title: 'Choose a passphrase for your copy',
    lead: 'We encrypt the file with it. After that, nobody can open the file without the passphrase.',
    facts: [
      'We do not keep the passphrase. If you lose it, nobody can open the file, but you can ask for another copy.',
      'To open the file you need a program that supports AES encryption in zip files: 7-Zip for Windows or Linux and Keka for macOS are free. The tool built into Windows may not open it.',
      'The copy without a passphrase is deleted.',
    ],
    passphrase: 'Passphrase',
    hint: 'Use 12 to 99 characters: letters without accents, digits, spaces and common punctuation. Five unrelated words are best: programs can try billions of short passphrases in a day.',
    again: 'Passphrase again',
    button: 'Encrypt my copy',
    problems: {
      length: 'The passphrase must have 12 to 99 characters. Enter it again, and the code too',
      signs:
        'Use only letters without accents, digits, spaces and common punctuation: programs read other characters differently',
      unlike: 'The two passphrases do not match. Enter both again',
    },
  },
  eraseNow: {
    title: 'Erase everything now?',
    text: (until: string) =>
      `You could still get everything back until ${until}. If you erase now, you give up that time, and nobody can bring your data back.`,
    copies: 'If you asked us for a copy, download it first: it is deleted too.',
    kept: 'Only what the law requires us to keep stays, locked away:',
    button: 'Yes, erase everything now',
    back: 'No, go back',
  },
  mailing: {
    title: (list: string) => `Stop getting “${list}”?`,
    text: 'Press the button and we stop these e-mails to the address that got the link. You do not need to sign in.',
    button: 'Stop these e-mails',
    all: 'Stop all news and offers',
    done: 'These e-mails have stopped',
    since: (list: string, since: string) => `We stopped sending “${list}” to your address on ${since}.`,
    still: 'You will still get e-mails that your account or your requests need.',
    again: 'If you want them again, subscribe again in your account.',
  },
  unknown: {
    title: 'This link does not work',
    text: 'It is incomplete, altered or too old. Nothing has changed.',
    try: 'Check that you opened the whole link in our latest e-mail. You can also ask again at any time.',
    again: 'Ask again',
  },
  failed: {
    title: 'Something went wrong on our side',
    text: 'Nothing was changed or lost. Requests that we have already received continue as promised.',
    try: 'Please go back and try again in a few minutes.',
    again: 'Go to the start page',
  },
  missing: {
    title: 'Page not found',
    text: 'Please check the address. If you are looking for your request, open the link in our latest e-mail.',
    again: 'Go to the start page',
  },
}

export type PagesWording = typeof pagesEn
