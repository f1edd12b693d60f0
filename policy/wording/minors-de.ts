import type { MinorsWording } from './minors-en.ts'

/** What is said about children's accounts (N8), in German: in words that a child understands (GDPR Recital 58). */
export const minorsDe: MinorsWording = {
  letters: {
    needed: {
      title: 'Zu Ihrem Konto muss ein Erwachsener Ja sagen',
      asked: (company, age) =>
        `Wir haben erfahren, dass das Konto mit dieser Adresse einem Kind gehören kann. ${company} darf Daten von Kindern unter ${age} Jahren (in manchen Ländern jünger) nur behalten, wenn ein Elternteil oder Vormund Ja sagt.`,
      how: 'Öffnen Sie die Seite und nennen Sie uns die E-Mail-Adresse eines Elternteils oder Vormunds. Dieser Mensch bekommt eine Mail von uns und sagt Ja oder Nein.',
      button: 'Elternteil oder Vormund nennen',
      until: (until) =>
        `Wir warten bis ${until}. Hat bis dahin niemand Ja gesagt, löschen wir alle Daten dieses Kontos.`,
      choice:
        'Auf derselben Seite können Sie eine Kopie Ihrer Daten bekommen oder alles sofort löschen lassen. Dafür brauchen Sie von niemandem eine Erlaubnis.',
      wrong: 'Gehört das Konto keinem Kind, antworten Sie vor diesem Tag auf diese Mail: Ein Mensch liest sie.',
    },
    guardian: {
      title: 'Ein Kind bittet um Ihre Einwilligung',
      asked: (company) =>
        `Ein Kind hat ein Konto bei ${company} und hat Sie als Elternteil oder Vormund genannt. Wir dürfen seine Daten nur behalten, wenn Sie einwilligen (Artikel 8 DSGVO).`,
      button: 'Ja oder Nein sagen',
      until: (until) => `Wir warten bis ${until}. Ohne Ihre Einwilligung werden alle Daten des Kontos gelöscht.`,
      notYou:
        'Wenn Sie kein solches Kind kennen oder nicht sein Elternteil oder Vormund sind, beachten Sie diese Mail nicht.',
    },
    consented: {
      title: 'Ein Elternteil oder Vormund hat Ja gesagt',
      done: 'Ein Elternteil oder Vormund hat in Ihr Konto eingewilligt. Für Sie ändert sich nichts, und es wird nichts gelöscht.',
      back: 'Ein Elternteil oder Vormund hat in Ihr Konto eingewilligt. Ihre Daten sind wieder in jedem System da, wie sie waren.',
      again: 'Alle Rechte haben Sie weiter selbst: eine Kopie, Berichtigung oder Löschung, jederzeit und kostenlos.',
      button: 'Den Antrag ansehen',
    },
    missing: {
      title: 'Ihre Daten werden gelöscht',
      done: 'Das Konto mit dieser Adresse gehört einem Kind, und kein Elternteil oder Vormund hat eingewilligt. Ihre Daten sind deshalb jetzt für alle unzugänglich und werden gelöscht (Artikel 17 Absatz 1 Buchstabe f DSGVO). Das haben die Systeme bisher geantwortet:',
      notYet: (systems) =>
        `Noch nicht unzugänglich in: ${systems}. Wir versuchen es weiter und schreiben Ihnen wieder.`,
      complete: (by) => `Alles ist spätestens am ${by} vollständig gelöscht.`,
      after:
        'Bis die Löschung beginnt, kann ein Elternteil oder Vormund, der unsere Mail bekommen hat, mit dem Link darin noch Ja sagen. Dann kommt alles zurück.',
      copy: 'Vorher können Sie noch eine Kopie von allem bekommen: ein Klick auf der Seite.',
      kept: 'Was wir nach dem Gesetz aufbewahren müssen:',
      button: 'Den Antrag ansehen',
    },
    ended: {
      title: 'Für Ihr Konto ist nichts zu tun',
      done: 'Wir haben Ihnen geschrieben, dass Ihr Konto einem Kind gehören kann. Wir haben noch einmal nachgesehen: Es braucht keine Einwilligung. Es wurde nichts geändert.',
      button: 'Den Antrag ansehen',
    },
  },
  page: {
    consenting: 'Zu Ihrem Konto muss ein Erwachsener Ja sagen',
    consentingText:
      'Dieses Konto kann einem Kind gehören. Wir dürfen seine Daten nur behalten, wenn ein Elternteil oder Vormund Ja sagt. Tut das niemand, löschen wir sie alle.',
    asked: 'Wir haben dem Elternteil oder Vormund geschrieben, den Sie genannt haben. Sie können einen anderen nennen.',
    over: 'Die Zeit dafür ist vorbei. Alles wird gleich gelöscht.',
    until: 'Wir warten bis',
    label: 'E-Mail-Adresse eines Elternteils oder Vormunds',
    hint: 'Dorthin mailen wir einen Link. Für etwas anderes verwenden wir die Adresse nicht.',
    wrong:
      'Geben Sie die E-Mail-Adresse eines Elternteils oder Vormunds ein, nicht Ihre eigene, in der richtigen Form, etwa name@example.com',
    button: 'Die Frage dorthin senden',
    eraseText: 'Sie möchten das nicht? Um alles löschen zu lassen, brauchen Sie von niemandem eine Erlaubnis.',
    erase: 'Jetzt alles löschen lassen',
    copyText: 'Möchten Sie eine Kopie von allem?',
    copy: 'Eine Kopie erstellen',
    consented: 'Ein Elternteil oder Vormund hat Ja gesagt',
    consentedText: (at) => `Seit ${at} wissen wir es. Es wurde nichts gelöscht.`,
    unfounded: 'Es braucht keine Einwilligung',
    unfoundedText: (at) => `Das wurde am ${at} abgeschlossen, und hier geschieht nichts mehr.`,
    unconsentedText:
      'Das Konto gehört einem Kind, und kein Elternteil oder Vormund hat eingewilligt. Alle Daten sind jetzt unzugänglich und werden gelöscht. Ein Elternteil oder Vormund, der unsere Mail bekommen hat, kann mit dem Link darin noch Ja sagen.',
    child: 'Der Grund der Löschung: Es sind Daten eines Kindes (Artikel 17 Absatz 1 Buchstabe f DSGVO).',
    learnt: 'Wir haben erfahren, dass das Konto einem Kind gehören kann',
    waiting: 'Ein Elternteil oder Vormund sagt spätestens Ja oder Nein',
    missing: 'Niemand hat eingewilligt',
  },
  guardian: {
    title: 'Willigen Sie ein?',
    text: (company) =>
      `Ein Kind hat ein Konto bei ${company} und hat Sie als Elternteil oder Vormund genannt. Mit Ihrer Einwilligung behalten wir seine Daten für den Dienst. Ohne sie löschen wir sie.`,
    who: 'Sagen Sie nur Ja, wenn Sie Elternteil oder Vormund dieses Kindes sind. Wir vermerken, dass der Link in unserer Mail an Sie mit Ja beantwortet wurde, und wann. Ihre Adresse löschen wir.',
    until: 'Wir warten bis',
    yes: 'Ja, ich bin Elternteil oder Vormund und willige ein',
    no: 'Nein, das Konto löschen',
    done: 'Danke',
    doneText:
      'Sie haben eingewilligt. Das Konto bleibt, wie es ist. Das Kind kann es jederzeit löschen lassen, auch mit Ihnen zusammen.',
    over: 'Hier gibt es nichts mehr zu beantworten',
    overText:
      'Es ist beantwortet, die Zeit ist vorbei, oder jemand anders wird jetzt gefragt. Möchten Sie uns erreichen, schreiben Sie an die Adresse unten.',
  },
  ask: 'Es geht um ein Kind, oder ich bin unter dem Alter, ab dem ich allein entscheiden darf',
  askMore: (age) =>
    `Unter ${age} Jahren, in manchen Ländern jünger. Was Sie möchten, tun wir auf jeden Fall; wegen des Kontos selbst fragen wir dann einen Elternteil oder Vormund.`,
}
