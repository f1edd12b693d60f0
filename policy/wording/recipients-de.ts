import type { RecipientsWording } from './recipients-en.ts'

/** Was Empfängern gesagt wird, und Menschen über sie (Art. 19 DSGVO), auf Deutsch. */
export const recipientsDe: RecipientsWording = {
  letters: {
    notice: {
      title: {
        restrict: 'Eine Einschränkung ist auszuführen',
        release: 'Eine Einschränkung ist aufgehoben',
        rectify: 'Eine Berichtigung ist auszuführen',
        erase: 'Löschung auszuführen',
      },
      ask: {
        restrict: (company) =>
          `${company} hat die Verarbeitung der personenbezogenen Daten der unten genannten Person auf deren Antrag eingeschränkt (Artikel 18 DSGVO). Sie haben von uns Daten dieser Person erhalten. Bitte bewahren Sie sie auf, tun Sie sonst nichts mit ihnen und lassen Sie niemanden sie sehen, bis wir Ihnen mehr mitteilen (Artikel 19 DSGVO).`,
        release: (company) =>
          `${company} hat Sie gebeten, die Verarbeitung der personenbezogenen Daten der unten genannten Person einzuschränken. Die Einschränkung ist aufgehoben: Sie dürfen die Daten wieder nutzen wie zuvor.`,
        rectify: (company) =>
          `${company} hat personenbezogene Daten der unten genannten Person auf ihren Wunsch berichtigt (Artikel 16 DSGVO). Sie haben Daten über diese Person von uns erhalten. Bitte berichtigen Sie sie ebenfalls (Artikel 19 DSGVO).`,
        erase: (company) =>
          `${company} hat die personenbezogenen Daten der unten genannten Person auf deren Antrag gelöscht (Artikel 17 DSGVO). Sie haben von uns Daten dieser Person erhalten. Bitte löschen Sie sie ebenfalls, soweit kein Gesetz Sie zur Aufbewahrung verpflichtet (Artikel 19 DSGVO).`,
      },
      unused: {
        restrict: (company) =>
          `${company} hat die Verarbeitung der personenbezogenen Daten der unten genannten Person eingeschränkt, weil ihr Konto lange nicht benutzt wurde. Sie haben von uns Daten dieser Person erhalten. Bitte bewahren Sie sie auf, tun Sie sonst nichts mit ihnen und lassen Sie niemanden sie sehen, bis wir Ihnen mehr mitteilen.`,
        erase: (company) =>
          `${company} hat die personenbezogenen Daten der unten genannten Person gelöscht, weil ihr Konto lange nicht benutzt wurde (Artikel 5 Absatz 1 Buchstabe e DSGVO). Sie haben von uns Daten dieser Person erhalten. Bitte löschen Sie sie ebenfalls, soweit kein Gesetz Sie zur Aufbewahrung verpflichtet.`,
      },
      person: 'Sie kennen die Person unter:',
      right: 'Richtig ist:',
      confirm: 'Bitte bestätigen Sie auf dieser Seite, wenn es erledigt ist. Eine Anmeldung ist nicht nötig.',
      button: 'Bestätigen, dass es erledigt ist',
      cannot:
        'Wenn Sie es nicht tun können oder nichts über diese Person haben, antworten Sie auf diese Mail und lassen Sie das Zeichen im Betreff stehen.',
    },
    reminder: {
      title: 'Bitte bestätigen Sie, worum wir Sie gebeten haben',
      ask: (at) =>
        `Am ${at} haben wir Ihnen wegen personenbezogener Daten geschrieben, die Sie von uns erhalten haben. Sie haben noch nicht bestätigt, dass es erledigt ist.`,
      what: {
        restrict: 'Es ging darum, die Verarbeitung der Daten einer Person einzuschränken.',
        release: 'Es ging darum, dass die Einschränkung der Daten einer Person aufgehoben ist.',
        rectify: 'Es ging darum, die Daten einer Person zu berichtigen.',
        erase: 'Es ging darum, die Daten einer Person zu löschen.',
      },
      which: 'Um wen es geht, steht in jener Mail, unter demselben Zeichen.',
    },
    silent: {
      title: 'Ein Empfänger hat nicht bestätigt',
      told: (name, at) => `${name} wurde am ${at} unterrichtet und hat nicht bestätigt.`,
      never: (name) => `${name} war nicht zu erreichen, obwohl es immer wieder versucht wurde.`,
      what: {
        restrict: 'Er sollte die Verarbeitung der Daten einer Person einschränken.',
        release: 'Er sollte erfahren, dass eine Einschränkung aufgehoben ist.',
        rectify: 'Er sollte die Daten einer Person berichtigen.',
        erase: 'Er sollte die Daten einer Person löschen.',
      },
      person: 'Er kennt die Person unter:',
      next: 'Er wird nicht weiter gefragt. Bitte kümmern Sie sich selbst darum (Artikel 19 DSGVO). Bestätigt er später, so zählt es.',
    },
  },
  section: {
    title: 'Andere, die Ihre Daten haben',
    who: 'Wer',
    answer: 'Wie weit es ist',
    what: {
      restrict: 'soll sie einschränken',
      release: 'soll wissen, dass die Einschränkung aufgehoben ist',
      rectify: 'soll sie berichtigen',
      erase: 'soll sie löschen',
    },
    notYet: 'noch nicht unterrichtet: wir versuchen es weiter',
    told: (at) => `unterrichtet am ${at}, noch nicht bestätigt`,
    accepted: (at) => `unterrichtet am ${at}; hat es übernommen und sagt nicht, wann es erledigt ist`,
    confirmed: (told, at) => `unterrichtet am ${told}, bestätigt am ${at}`,
    givenUp: 'keine Bestätigung kam; ein Mensch bei uns kümmert sich darum',
  },
  page: {
    title: {
      restrict: 'Ist die Einschränkung ausgeführt?',
      release: 'Wissen Sie, dass die Einschränkung aufgehoben ist?',
      rectify: 'Ist die Berichtigung ausgeführt?',
      erase: 'Ist die Löschung ausgeführt?',
    },
    lead: (name) => `Um wen es geht, steht in unserer Mail an ${name}. Bestätigen Sie hier, wenn es erledigt ist.`,
    button: 'Es ist erledigt',
    done: 'Danke, es ist bestätigt',
    doneText: (at) => `Wir haben es am ${at} vermerkt. Mehr ist nicht zu tun.`,
    over: 'Nichts mehr zu bestätigen',
    overText:
      'Worum es bei diesem Link ging, ist nicht mehr so. Brauchen wir etwas anderes von Ihnen, haben wir Ihnen geschrieben.',
  },
}
