import type { DeskPolicyWording } from './desk-policy-en.ts'

/** The versions of the policy, for the company's own people, in German. */
export const deskPolicyDe: DeskPolicyWording = {
  title: 'Die Richtlinie und was sie vorher war',
  lead: 'Was versprochen ist, wie diese Installation es hält. Eine Fassung ist am Hash von allem erkennbar, was sie sagt; wer die Datei aufhebt, kann ihn prüfen.',
  noted:
    'Eine Fassung zählt ab der Nacht nach ihrer Installation, in der sie vermerkt wird; eine, die vorher ersetzt war, steht nirgends.',
  tonight: 'installiert, vermerkt in der kommenden Nacht',
  record: 'Was die geltende Richtlinie sagt, als Verzeichnis der Verarbeitungen',
  inForce: 'gilt',
  version: (short) => `Fassung ${short}`,
  since: (at) => `seit ${at}`,
  between: (from, to) => `von ${from} bis ${to}`,
  first: 'Die erste, die bekannt ist.',
  changes: (n) => (n === 1 ? 'Eine Änderung' : `${n} Änderungen`),
  columns: { field: 'Feld', from: 'Vorher', to: 'Seitdem' },
  absent: 'nicht da',
  yes: 'ja',
  no: 'nein',
  none: 'keine',
  file: 'als JSON',
  more: 'Ältere Fassungen sind aufgehoben und werden hier nicht gezeigt.',
}
