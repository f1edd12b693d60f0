import type { DeskMailsWording } from './desk-mails-en.ts'

/** Was Menschen im Unternehmen von Briefen und Mails zu einem Antrag lesen, auf Deutsch. */
export const deskMailsDe: DeskMailsWording = {
  title: 'Mails hin und her',
  caption: 'Verschickte Briefe und eingegangene Mails, die ältesten zuerst',
  none: 'Noch keine.',
  columns: { which: 'Richtung', what: 'Was', at: 'Wann', fate: 'Was daraus wurde' },
  out: 'Ausgang',
  in: 'Eingang',
  mail: 'eine Mail',
  waiting: 'wartet',
  sent: 'verschickt',
  notSent: 'nicht verschickt: nicht mehr wahr, als er an der Reihe war, oder die Adresse hatte an dem Tag genug davon',
  kept: 'angekommen',
  bounced: 'kam zurück',
  complained: 'als Spam gemeldet',
  hidden: 'Was darin steht, ist persönlich: Es erscheint zusammen mit dem, wer es ist.',
  to: 'An',
  from: 'Von',
  trust: 'Absender',
  subject: 'Betreff',
  attached: 'Im Anhang',
  safe: 'Als Text und sonst nichts: Von einer Mail wird nichts ausgeführt oder nachgeladen. Wo ein Brief etwas öffnet, steht … dafür.',
  unkept: 'Was darin stand, ist nicht mehr da, oder wurde beim Verschicken nicht behalten.',
  mailGone: 'Sie ist nicht mehr da, oder zu groß, um hier gezeigt zu werden.',
  goneWithPerson: 'Gelöscht, mit allem Persönlichen im Antrag.',
  files: 'Mitgeschickte Dateien',
  filesHint:
    'Niemand hat sie hier geöffnet oder hineingesehen. Sie werden auf Ihrem Gerät gespeichert; der Verlauf sagt, dass Sie sie geholt haben.',
  fetch: (name, size) => `${name} holen (${size})`,
  tooLarge: (name, size) => `${name} (${size}): zu groß, um hier geholt zu werden; sie liegt in der gespeicherten Mail`,
  evidence: 'Datei, die die Person als Beleg gab',
  evidenceHint:
    'Niemand hat sie hier geöffnet oder hineingesehen. Sie wird auf Ihrem Gerät gespeichert; der Verlauf sagt, dass Sie sie geholt haben.',
  fetchEvidence: (size) => `Datei holen (${size})`,
}
