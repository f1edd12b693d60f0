import type { EnteredWording } from './entered-en.ts'

/** Was von Anträgen gesagt wird, die jemand im Unternehmen für andere einträgt, auf Deutsch. */
export const enteredDe: EnteredWording = {
  asked: {
    phone: (day) =>
      `Der Antrag kam am ${day} am Telefon, und jemand von uns hat ihn eingetragen. Unsere Frist zählt ab diesem Tag.`,
    letter: (day) =>
      `Der Antrag kam am ${day} in einem Brief, und jemand von uns hat ihn eingetragen. Unsere Frist zählt ab diesem Tag.`,
    chat: (day) =>
      `Der Antrag kam am ${day} in einem Chat, und jemand von uns hat ihn eingetragen. Unsere Frist zählt ab diesem Tag.`,
  },
  received: {
    phone: 'Er kam am Telefon',
    letter: 'Er kam in einem Brief',
    chat: 'Er kam in einem Chat',
  },
  page: {
    nav: 'Antrag eintragen',
    title: 'Für jemanden einen Antrag eintragen',
    lead: 'Für Menschen, die am Telefon, in einem Brief oder in einem Chat darum baten. Die Frist zählt ab dem Tag, an dem es bei Ihnen ankam.',
    proof:
      'Die Person bekommt einen Link an die Adresse, die Sie eintragen. Vor ihrer Bestätigung geschieht nichts, und ob es dort Daten gibt, erfahren Sie nicht früher als sie.',
    channel: 'Auf welchem Weg kam er?',
    channels: { phone: 'Am Telefon', letter: 'In einem Brief', chat: 'In einem Chat' },
    on: 'An welchem Tag?',
    onHint: (first) =>
      `Nicht vor dem ${first}: Bei einem früheren würde der Link zu bald enden. Bitten Sie diese Person, das Formular zu nutzen, und bedenken Sie, dass die Frist schon läuft.`,
    right: 'Was möchte die Person?',
    address: 'E-Mail-Adresse der Person',
    addressHint: 'Die ihres Kontos, wie sie sie genannt hat. Dorthin gehen die Schreiben.',
    theirs: 'Sprache der Schreiben',
    child: 'Es geht um ein Kind',
    said: 'Was falsch ist und was richtig, in ihren Worten',
    saidHint: 'Nur bei einer Berichtigung. Die Person findet es im Formular und kann es ändern, bevor es zählt.',
    button: 'Eintragen',
    problem: 'Noch ist nichts eingetragen.',
    wrong: {
      channel: 'Geben Sie an, auf welchem Weg er kam.',
      on: 'Geben Sie einen Tag zwischen dem ersten möglichen und heute an.',
      right: 'Geben Sie an, was die Person möchte.',
      address: 'Geben Sie eine E-Mail-Adresse ein, etwa name@example.org.',
      theirs: 'Wählen Sie eine Sprache.',
      said: (most) => `Nur Text, höchstens ${most} Zeichen.`,
    },
    entered: 'Eingetragen. Die Person bekommt einen Link; vor ihrer Bestätigung geschieht nichts.',
  },
}
