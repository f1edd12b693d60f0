/** What the company's people read of letters and mails about a request, in English. */
export const deskMailsEn = {
  title: 'E-mails in and out',
  caption: 'Letters sent and e-mails received, oldest first',
  none: 'None yet.',
  columns: { which: 'Direction', what: 'What', at: 'When', fate: 'Result' },
  out: 'Outgoing',
  in: 'Incoming',
  mail: 'an e-mail',
  waiting: 'waiting',
  sent: 'sent',
  notSent: 'not sent: no longer true by then, or the address had reached its limit for that day',
  kept: 'received',
  bounced: 'came back',
  complained: 'reported as spam',
  hidden: 'Their content is personal. It is shown together with who it is.',
  to: 'To',
  from: 'From',
  trust: 'Sender',
  subject: 'Subject',
  attached: 'Attached',
  safe: 'Shown as plain text: nothing in an e-mail is run or loaded. Links in letters that open something are shown as ….',
  unkept: 'Its content is no longer kept, or was not kept when it was sent.',
  mailGone: 'It is no longer kept, or is too large to show here.',
  goneWithPerson: 'Deleted, with everything personal in the request.',
  files: 'Attached files',
  filesHint:
    'Nobody here has opened or checked them. They are saved on your device, and the history records that you downloaded them.',
  fetch: (name: string, size: string) => `Download ${name} (${size})`,
  tooLarge: (name: string, size: string) =>
    `${name} (${size}): too large to download here, but it is in the stored e-mail`,
  evidence: 'File that the person gave as evidence',
  evidenceHint:
    'Nobody here has opened or checked it. It is saved on your device, and the history records that you downloaded it.',
  fetchEvidence: (size: string) => `Download the file (${size})`,
}

export type DeskMailsWording = typeof deskMailsEn
