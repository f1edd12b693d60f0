/** What the company's people read of letters and mails about a request, in English. */
export const deskMailsEn = {
  title: 'Mails in and out',
  caption: 'Letters that were sent, and mails that came in, the oldest first',
  none: 'None yet.',
  columns: { which: 'Which way', what: 'What', at: 'When', fate: 'What became of it' },
  out: 'Outgoing',
  in: 'Incoming',
  mail: 'a mail',
  waiting: 'waiting',
  sent: 'sent',
  notSent: 'not sent: no longer true when its turn came, or the address had enough of these on that day',
  kept: 'received',
  bounced: 'came back',
  complained: 'called spam',
  hidden: 'What they say is personal: it is shown with who it is.',
  to: 'To',
  from: 'From',
  trust: 'Sender',
  subject: 'Subject',
  attached: 'Attached',
  safe: 'As text and nothing else: nothing of a mail is run or loaded. Where a letter opens something, … stands for it.',
  unkept: 'What it said is not kept any more, or was not when it was sent.',
  mailGone: 'It is not kept any more, or is too large to be shown here.',
  goneWithPerson: 'Gone, with what was personal in the request.',
  files: 'Files that came along',
  filesHint:
    'Nobody here opened them or looked into them. They are saved on your device; the history says that you fetched them.',
  fetch: (name: string, size: string) => `Fetch ${name} (${size})`,
  tooLarge: (name: string, size: string) => `${name} (${size}): too large to be fetched here; it is in the stored mail`,
  evidence: 'File that the person gave as evidence',
  evidenceHint:
    'Nobody here opened it or looked into it. It is saved on your device; the history says that you fetched it.',
  fetchEvidence: (size: string) => `Fetch the file (${size})`,
}

export type DeskMailsWording = typeof deskMailsEn
