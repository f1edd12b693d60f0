import type { WrittenWording } from './written-en.ts'

/** Was jemand im Unternehmen einer Person schreibt, und was dabei zu lesen ist, auf Deutsch. */
export const writtenDe: WrittenWording = {
  letters: {
    'under-way': {
      title: 'So steht Ihr Antrag',
      before: (right, by) =>
        `Sie haben uns darum gebeten: ${right}. Menschen bei uns arbeiten daran, und Sie haben unsere Antwort spätestens am ${by}.`,
      after: 'Sie müssen nichts tun.',
    },
    'which-data': {
      title: 'Welche Daten meinen Sie?',
      before: (right, by) =>
        `Sie haben uns darum gebeten: ${right}. Wenn Sie nur einen Teil Ihrer Daten meinen oder eine bestimmte Zeit, sagen Sie uns, welche: Antworten Sie auf diese Mail. Sie haben unsere Antwort spätestens am ${by}.`,
      after: 'Sie müssen nicht antworten. Dann machen wir mit allem weiter.',
    },
    'your-mail': {
      title: 'Wir haben Ihre Mail gelesen',
      before: (right) => `Danke für Ihre Mail zu: ${right}. Ein Mensch bei uns hat sie gelesen.`,
      after: 'Sonst hat sich dadurch nichts geändert.',
    },
    'own-words': {
      title: 'Ein Wort zu Ihrem Antrag',
      before: (right) => `Es geht um: ${right}.`,
      after: undefined,
    },
    button: 'Antrag ansehen',
    reply: 'Wenn Sie auf diese Mail antworten, liest es ein Mensch.',
  },
  page: {
    title: 'Notizen, und was Sie schrieben',
    none: 'Noch keine.',
    templates: {
      'under-way': 'Sie arbeiten daran',
      'which-data': 'Fragen, welche Daten gemeint sind',
      'your-mail': 'Auf eine Mail antworten',
      'own-words': 'In eigenen Worten',
    },
    note: 'Notiz',
    hidden: 'Was darin steht, ist persönlich: Es erscheint zusammen mit dem, wer es ist.',
    hiddenRole: 'Was darin steht, ist persönlich: Ihre Rolle sieht es nicht.',
    gone: 'Gelöscht, mit allem Persönlichen im Antrag.',
    write: {
      title: 'Der Person schreiben',
      more: (language) =>
        `Es kommt in den Mailverlauf des Antrags, auf ${language}. Sie sehen es, bevor es verschickt wird; im Verlauf steht, dass Sie geschrieben haben.`,
      template: 'Worum es geht',
      words: 'In eigenen Worten',
      wordsHint: 'Nur Text. Es kann leer bleiben, wo der Rest genügt. Schreiben Sie in ihrer Sprache.',
      preview: 'Erst ansehen',
      previewed: 'Das wird die Person bekommen. Noch ist nichts verschickt.',
      subject: 'Betreff',
      send: 'Verschicken',
      back: 'Nicht verschicken',
    },
    noting: {
      title: 'Eine Notiz hinterlassen',
      more: 'Für Kolleginnen und Kollegen und sonst niemanden. Wer Persönliches ansieht, sieht sie; sie geht mit ihm, wenn der Antrag vorbei ist. Schreiben Sie, was andere wissen müssen, und nicht mehr über die Person.',
      words: 'Notiz',
      button: 'Notiz hinterlassen',
    },
    turnDown: {
      title: 'Auf den Antrag hin nicht tätig werden',
      more: 'Die Person erfährt es sofort: den Grund in Ihren Worten, dass sie sich bei der Aufsichtsbehörde beschweren und dass sie vor Gericht gehen kann. Was für den Antrag gesperrt wurde, wird wieder verfügbar, was zusammengetragen wurde, wird gelöscht, und dann ist er geschlossen. Den Grund müssen Sie nachweisen können (Art. 12 Abs. 5 DSGVO).',
      inTime:
        'Als unbegründet oder exzessiv lässt er sich innerhalb eines Monats nach Eingang ablehnen (Art. 12 Abs. 4 DSGVO).',
      why: 'Grund',
      reasons: {
        'manifestly-unfounded': 'offenkundig unbegründet (Art. 12 Abs. 5 DSGVO)',
        excessive: 'exzessiv, vor allem weil er wiederholt wird (Art. 12 Abs. 5 DSGVO)',
        'not-identifiable': 'es ist nicht festzustellen, dass es ihre Daten sind (Art. 11 Abs. 2, 12 Abs. 2 DSGVO)',
      },
      words: 'Warum, in Ihren Worten',
      wordsHint:
        'Die Person liest es. Nur Text, in ihrer Sprache. Nennen Sie, woran es liegt, und nichts, was andere betrifft.',
      preview: 'Brief erst ansehen',
      previewed: 'Das wird die Person bekommen. Noch ist nichts entschieden und nichts verschickt.',
      send: 'Entscheiden, und den Brief schicken',
      back: 'Nicht entscheiden',
      done: 'Entschieden. Der Brief ist unterwegs; der Verlauf sagt, wer entschieden hat und warum.',
      'no-why': 'Wählen Sie einen Grund: Für diesen kann es inzwischen zu spät sein.',
    },
    refused: {
      'no-words': (most) => `Schreiben Sie etwas, nur Text, höchstens ${most} Zeichen.`,
      'no-template': 'Wählen Sie, worum es geht: Vielleicht ist inzwischen etwas anderes wahr.',
    },
    done: {
      wrote: 'Verschickt. Es steht im Verlauf.',
      noted: 'Notiert. Dass Sie es taten, steht im Verlauf.',
    },
  },
}
