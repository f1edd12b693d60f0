import type { MailboxWording } from './mailbox-en.ts'

/** Dasselbe auf Deutsch. */
export const mailboxDe: MailboxWording = {
  letters: {
    whereItStands: {
      title: 'So steht es um Ihren Antrag',
      now: (standing) => `Sie haben uns zu Ihrem Antrag geschrieben. So steht es jetzt um ihn: ${standing}.`,
      by: (at) => `Erledigt ist er spätestens am ${at}.`,
      page: 'Seine Seite zeigt jeden Schritt. Dort können Sie auch tun, was noch möglich ist, etwa alles zurückholen.',
      person: 'Ging es Ihnen um etwas anderes, dann antworten Sie auf diese Mail: Ein Mensch liest sie.',
      button: 'Antrag ansehen',
    },
    passedOn: {
      title: 'Wir haben den Inhaber der Adresse gefragt',
      done: 'Sie haben uns für jemand anderen geschrieben oder von einer anderen Adresse als der, die Ihre Mail nennt. Wir haben an die Adresse in Ihrer Mail geschrieben. Wem sie gehört, muss den Antrag mit dem Link bestätigen, den wir dorthin geschickt haben; vorher geschieht nichts.',
      why: 'So kann niemand im Namen eines anderen etwas verlangen. Ob es unter der Adresse Daten gibt, sagen wir nur ihrem Inhaber.',
      lost: 'Ist dieses Postfach nicht mehr zu erreichen, dann antworten Sie auf diese Mail: Ein Mensch hilft Ihnen.',
    },
    mailToDecide: {
      title: 'Eine Mail braucht Ihre Entscheidung',
      why: {
        unsure: 'Im Postfach für Datenschutz kam eine Mail an, bei der nicht sicher ist, was sie verlangt.',
        damaged: 'Im Postfach für Datenschutz kam eine Mail an, die sich nicht ganz lesen ließ.',
        'other-right': 'Im Postfach für Datenschutz kam eine Mail an, die etwas verlangt, das ein Mensch tun muss.',
        complaint: 'Jemand beschwert sich über einen Antrag.',
        addition: 'Jemand ergänzt einen Antrag.',
        recipient: 'Ein Empfänger antwortet auf das, was ihm zu einem Antrag mitgeteilt wurde.',
        whose: 'Eine Mail verlangt etwas, aber es ist nicht klar, für welche Adresse.',
        guardian: 'Jemand schreibt für ein Kind oder für einen Menschen in seiner Obhut.',
      },
      guess: (rights) => `Unsere Vermutung: ${rights}.`,
      by: (at) => `Ist es ein Antrag, dann muss er bis ${at} beantwortet sein.`,
      button: 'Lesen und entscheiden',
      what: 'Die Mail selbst steht hier nicht. Geben Sie den Link niemandem: Wer ihn hat, liest die Mail.',
    },
  },
  page: {
    title: 'Eine Mail zu entscheiden',
    name: 'Mail',
    came: 'Eingegangen',
    by: 'Ist es ein Antrag, Antwort bis',
    from: 'Von',
    subject: 'Betreff',
    attachments: 'Angehängt, nicht geöffnet',
    trust: 'Adresse des Absenders',
    trusts: {
      aligned: 'die Domain bürgt für sie',
      some: 'jemand dieser Domain hat sie gesendet, oder ein Postfach hat sie weitergeleitet',
      none: 'nichts bürgt für sie',
      refused: 'abgelehnt',
    },
    names: 'Sie nennt den Antrag',
    says: 'Was darin steht',
    gone: 'Die Mail ist nicht mehr aufbewahrt.',
    because: 'Worauf unsere Vermutung beruht',
    becauseNone: 'Keine unserer Wendungen kommt darin vor.',
    what: 'Was verlangt sie?',
    address: 'Wessen Daten? Der Inhaber muss bestätigen.',
    addressHint: 'Wir schicken einen Link an diese Adresse. Nichts geschieht, bevor ihr Inhaber ihn öffnet.',
    open: 'Anträge eröffnen',
    none: 'Es ist kein Antrag',
    noneText:
      'Oder sie verlangt nichts davon. Dann bekommt niemand von hier aus eine Antwort; antworten Sie selbst, wo es nötig ist.',
    nothingChosen: 'Wählen Sie, was die Mail verlangt, oder drücken Sie „Es ist kein Antrag“',
    wrongAddress: 'Geben Sie eine E-Mail-Adresse in der richtigen Form ein, etwa name@example.com',
    decided: 'Entschieden',
    decidedNone: (at) => `Am ${at} wurde entschieden, dass diese Mail kein Antrag ist.`,
    decidedOpen: (at) =>
      `Am ${at} wurde entschieden, was diese Mail verlangt. Der Inhaber der Adresse wurde um Bestätigung gebeten:`,
  },
}
