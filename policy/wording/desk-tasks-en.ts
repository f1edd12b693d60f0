/** What is said of tasks that somebody of the company does by hand, in English. */
export const deskTasksEn = {
  letters: {
    set: {
      title: 'Something to do by hand',
      ask: (system: string) => `A request needs somebody to do something by hand in: ${system}.`,
    },
    reminder: {
      title: 'Reminder: something to do by hand',
      ask: (system: string) => `This is still to be done by hand in: ${system}.`,
    },
    overdue: {
      title: 'Overdue: something to do by hand',
      ask: (system: string) =>
        `This should have been done by hand by now, and nobody has said that it is: ${system}. What was promised to the person is at risk.`,
    },
    asked: (address: string) => `Asked was ${address}.`,
    due: (at: string) => `It is due on ${at}.`,
    where: 'About whom it is, and where you say what you did, you see on the desk. This mail names nobody.',
    button: 'Open the task',
  },
  nav: 'Tasks',
  list: {
    title: 'To be done by hand, the first that is due first',
    mine: 'Mine',
    all: 'All',
    whose: 'Whose tasks',
    none: 'Nothing is to be done by hand.',
    noneMine: 'Nobody has asked you for anything.',
    caption: 'What people of the company are asked to do by hand',
    columns: { task: 'Task', system: 'Where', asked: 'Asked', due: 'Due', state: 'State' },
    next: 'Further tasks',
  },
  states: { open: 'open', answered: 'done', cannot: 'cannot be done', over: 'no longer needed' },
  overdue: 'overdue',
  verbs: {
    restrict: 'Make unavailable',
    release: 'Give back',
    erase: 'Erase',
    'erase-again': 'Erase what was kept',
    export: 'Give a copy',
    unsubscribe: 'Take off lists',
    rectify: 'Correct',
  },
  what: {
    restrict:
      'Put what there is of this person where nobody else can see or use it. Destroy nothing: they can want it back. Note the reference with it.',
    release:
      'Put back what you made unavailable under this reference, as it was before. If you had made nothing unavailable, say that nothing is held.',
    erase:
      'Destroy what there is of this person for good, copies included. It cannot be undone. What a law asks you to keep stays unavailable; say how much that is, and note the reference with it.',
    'erase-again': 'A law need not be kept to any longer: destroy for good what was kept under this reference.',
    export:
      'Give a copy of everything that there is of this person, as a file for each kind of data, such as a PDF of the pages. What tells of other people is made unreadable before. The file goes to the person as it is.',
    unsubscribe: 'See to it that this person gets no more mails of the lists in this system.',
    rectify: 'Correct what there is of this person, as they say it is right. The values are shown with who it is.',
  },
  system: 'Where',
  asked: 'Asked',
  since: 'Asked on',
  due: 'Due',
  promised: 'Promised to the person by',
  state: 'State',
  request: 'The request',
  backToList: 'All tasks',
  look: {
    title: 'Whose data',
    more: 'Who it is you need to find what is theirs. The history says that you looked.',
    button: 'Show who it is',
    noted: 'That you looked is in the history of this request.',
    role: 'Your role sees what was done, and not about whom.',
    gone: 'The person is not known here any more. What was kept carries the reference of the request.',
    right: (field: string) => `Right is, of ${field}`,
    statement: 'what they said',
    address: 'E-mail address',
    key: (name: string) => `Known as (${name})`,
  },
  answer: {
    title: 'What you did',
    more: 'It counts as what this system answered: it stands in the certificate or with the copy, with your role and number, and with the words that a person stated it.',
    outcome: 'What came of it',
    outcomes: {
      done: 'It is done',
      nothing: 'There is nothing of this person',
      cannot: 'I cannot do it',
    },
    count: (part: string) => `${part}: how many`,
    kept: (part: string) => `${part}: how many a law asks to keep`,
    keptHint: (basis: string) => basis,
    file: (part: string) => `${part}: the file`,
    fileHint: 'At most 4 MB in all. Nobody checks what is in it.',
    reason: 'If you cannot: why',
    reasons: {
      '': 'choose a reason',
      whose: 'Cannot tell which are this person’s',
      access: 'Cannot get at them',
      law: 'A law forbids it',
      other: 'Another reason, see the file',
    },
    paper: 'File with the papers of it',
    paperHint: 'Such as 2026/17, if there is one. It stands in the history, so nothing personal.',
    button: 'Say so',
    again: 'Somebody could not do it. You can say that it is done after all.',
  },
  give: {
    title: 'Give it to a colleague',
    more: (asked: string) =>
      `It is asked of ${asked}. Whoever you choose reads a mail and is reminded from then on; until when it is due stays. The history says whose it is, and that you gave it to them.`,
    to: 'To whom',
    button: 'Give it to them',
  },
  stated: {
    title: 'What was stated',
    on: 'Stated on',
    by: 'Stated by',
    reason: 'Reason',
    paper: 'File',
  },
  problems: {
    'no-outcome': 'Say whether it is done, there is nothing, or you cannot do it.',
    'no-reason': 'Say why you cannot do it.',
    'no-count': 'Say how much it was; or say that there is nothing.',
    'no-file': 'Choose a file for the copy; or say that there is nothing.',
    'bad-count': 'A number has only digits, at most six.',
    'bad-paper': 'A file has letters, digits, and . _ / : - only, at most 40 signs.',
    'no-colleague':
      'Choose a colleague who has signed in here in the last 90 days, and who is not the one that is asked.',
    'too-large': 'The files are larger than 4 MB in all. Make them smaller, or give them in another way and say so.',
    'not-kept-by-law': 'No law that the policy names lets you keep these data.',
    'not-possible-now': 'This is not asked any more, or somebody has said that it is done. Nothing was changed.',
  },
  systems: {
    title: 'Systems that fail, and tasks by hand',
    failing: (system: string) => `${system} has not done what it was asked`,
    failingMore: 'It is asked again by itself, with growing pauses.',
    retry: 'Ask it again now',
    handOver: 'Have it done by hand',
    handOverMore: (asked: string) =>
      `For this request alone, and for this step alone. ${asked} is asked, and the history and the certificate say that a person did it. What the system does after that it does by itself.`,
    tasks: 'Tasks of this request',
  },
}

export type DeskTasksWording = typeof deskTasksEn
