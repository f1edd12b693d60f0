/** What is said of tasks that somebody of the company does by hand, in English. */
export const deskTasksEn = {
  letters: {
    set: {
      title: 'A task to do by hand',
      ask: (system: string) => `A request needs something done by hand in: ${system}.`,
    },
    reminder: {
      title: 'Reminder: a task to do by hand',
      ask: (system: string) => `This is still to be done by hand in: ${system}.`,
    },
    overdue: {
      title: 'Overdue: a task to do by hand',
      ask: (system: string) =>
        `This should have been done by hand by now, but nobody has reported it: ${system}. Our promise to the person is at risk.`,
    },
    asked: (address: string) => `It was assigned to ${address}.`,
    due: (at: string) => `It is due on ${at}.`,
    where: 'The desk shows who it is about, and is where you report what you did. This e-mail names nobody.',
    button: 'Open the task',
  },
  nav: 'Tasks',
  list: {
    title: 'Tasks to do by hand, earliest deadline first',
    mine: 'Mine',
    all: 'All',
    whose: 'Whose tasks',
    none: 'There is nothing to do by hand.',
    noneMine: 'You have no tasks.',
    caption: 'Tasks that staff are asked to do by hand',
    columns: { task: 'Task', system: 'Where', asked: 'Assigned to', due: 'Due', state: 'Status' },
    next: 'More tasks',
  },
  states: { open: 'open', answered: 'done', cannot: 'cannot be done', over: 'no longer needed' },
  overdue: 'overdue',
  verbs: {
    restrict: 'Make unavailable',
    release: 'Make available again',
    erase: 'Erase',
    'erase-again': 'Erase what was kept',
    export: 'Give a copy',
    unsubscribe: 'Take off lists',
    rectify: 'Correct',
  },
  what: {
    restrict:
      'Put everything about this person where nobody else can see or use it. Destroy nothing: they may want it back. Note the reference with it.',
    release:
      'Put back what you made unavailable under this reference, as it was before. If you had made nothing unavailable, say that there is nothing.',
    erase:
      'Permanently destroy everything about this person, including copies. It cannot be undone. What a law requires you to keep stays unavailable. Say how much that is, and note the reference with it.',
    'erase-again':
      'The law no longer requires you to keep this: permanently destroy what was kept under this reference.',
    export:
      'Provide a copy of everything about this person, as one file for each kind of data, such as a PDF of the pages. First make anything about other people unreadable. The file goes to the person as it is.',
    unsubscribe: 'Make sure that this person gets no more e-mails from the lists in this system.',
    rectify: 'Correct this person’s data to what they say is right. The values are shown together with who it is.',
  },
  system: 'Where',
  asked: 'Assigned to',
  since: 'Assigned on',
  due: 'Due',
  promised: 'Promised to the person by',
  state: 'Status',
  request: 'The request',
  backToList: 'All tasks',
  look: {
    title: 'Whose data',
    more: 'You need to know who it is to find their data. The history records that you looked.',
    button: 'Show who it is',
    noted: 'The history of this request records that you looked.',
    role: 'Your role sees what was done, but not who it is about.',
    gone: 'The person is no longer known here. What was kept carries the reference of the request.',
    right: (field: string) => `Correct value of ${field}`,
    statement: 'what they said',
    address: 'E-mail address',
    key: (name: string) => `Known as (${name})`,
  },
  answer: {
    title: 'What you did',
    more: 'This counts as the answer of this system. It appears in the certificate or with the copy, with your role and number, marked as stated by a person.',
    outcome: 'Result',
    outcomes: {
      done: 'It is done',
      nothing: 'There is nothing about this person',
      cannot: 'I cannot do it',
    },
    count: (part: string) => `${part}: how many`,
    kept: (part: string) => `${part}: how many a law requires you to keep`,
    keptHint: (basis: string) => basis,
    file: (part: string) => `${part}: the file`,
    fileHint: 'At most 4 MB in total. Nobody checks what is in it.',
    reason: 'If you cannot, why not?',
    reasons: {
      '': 'choose a reason',
      whose: 'Cannot tell which are this person’s',
      access: 'Cannot access them',
      law: 'A law forbids it',
      other: 'Another reason, see the file',
    },
    paper: 'File with the papers',
    paperHint: 'For example 2026/17, if there is one. It is recorded in the history, so enter nothing personal.',
    button: 'Report it',
    again: 'A colleague could not do it. You can still report that it is done.',
  },
  give: {
    title: 'Pass it to a colleague',
    more: (asked: string) =>
      `It is assigned to ${asked}. The colleague you choose gets an e-mail, and the reminders from then on. The due date stays the same. The history records whose task it is, and that you passed it on.`,
    to: 'Colleague',
    button: 'Pass it on',
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
    'no-count': 'Say how many there were, or say that there is nothing.',
    'no-file': 'Choose a file for the copy, or say that there is nothing.',
    'bad-count': 'Enter a number with digits only, at most six.',
    'bad-paper': 'Enter the number of the file with letters, digits and . _ / : - only, at most 40 characters.',
    'no-colleague':
      'Choose a colleague who has signed in here in the last 90 days, and who does not already have the task.',
    'too-large':
      'The files are larger than 4 MB in total. Make them smaller, or provide them in another way and say so.',
    'not-kept-by-law': 'No law that the policy names lets you keep these data.',
    'not-possible-now': 'This is no longer needed, or a colleague has already reported it done. Nothing was changed.',
  },
  systems: {
    title: 'Failing systems, and tasks by hand',
    failing: (system: string) => `${system} has not done what it was asked`,
    failingMore: 'It is asked again automatically, at growing intervals.',
    retry: 'Ask it again now',
    handOver: 'Have it done by hand',
    handOverMore: (asked: string) =>
      `Only for this request, and only for this step. ${asked} is asked, and the history and the certificate say that a person did it. The system does everything after that automatically.`,
    tasks: 'Tasks of this request',
  },
}

export type DeskTasksWording = typeof deskTasksEn
