import type { Wording } from './en.ts'

/** Alle deutschen Texte, in Mails und auf Seiten. */
export const de: Wording = {
  greeting: 'Guten Tag,',
  signature: (company) => `Ihr Datenschutz-Team bei ${company}`,
  automatic:
    'Diese Mail kommt aus unserem Datenschutz-Zentrum. Sie können darauf antworten; ein Mensch liest Ihre Antwort.',
  outcome: {
    restricted: 'für alle unzugänglich',
    released: 'wieder verfügbar',
    erased: 'gelöscht',
    kept: 'aufbewahrt, weggeschlossen',
    'not-found': 'nichts gefunden',
    pending: 'noch nicht fertig, wir versuchen es weiter',
  },
  records: (count) => (count === 1 ? '1 Datensatz' : `${count} Datensätze`),
  keptBecause: (what, why, until) =>
    `${what}: ${why}. Aufbewahrt bis ${until}, weggeschlossen und für nichts anderes verwendet.`,
  complain:
    'Wenn Sie meinen, dass wir mit Ihren Daten nicht richtig umgehen, können Sie sich jederzeit bei einer Datenschutz-Aufsichtsbehörde beschweren.',
  backups: (until) =>
    `Sicherungskopien können bis ${until} noch eine Kopie enthalten; sie werden für nichts anderes verwendet, und eine zurückgespielte Sicherung wird erneut gelöscht.`,
  letters: {
    confirmRequest: {
      subject: (reference) => `Bitte bestätigen Sie Ihren Antrag ${reference}`,
      asked: (company) =>
        `Jemand, hoffentlich Sie, hat ${company} gebeten, die personenbezogenen Daten zu dieser Adresse zu löschen.`,
      button: 'Antrag ansehen und bestätigen',
      until: (until) => `Der Link gilt bis ${until}. Vor Ihrer Bestätigung geschieht nichts.`,
      notYou: 'Wenn Sie es nicht waren, beachten Sie diese Mail einfach nicht: Es ändert sich nichts.',
    },
    restricted: {
      subject: (reference) => `Ihre Daten sind jetzt unzugänglich: ${reference}`,
      partly: (reference) => `Ihre Daten werden unzugänglich gemacht: ${reference}`,
      done: 'Sie haben uns gebeten, Ihre personenbezogenen Daten zu löschen, und es bestätigt. Das haben wir bisher getan:',
      notYet: (systems) =>
        `Noch nicht unzugänglich in: ${systems}. Wir versuchen es weiter und schreiben Ihnen wieder, sobald es geschehen ist.`,
      undo: (until) => `Bis ${until} können Sie alles zurückhaben.`,
      complete: (by) => `Spätestens am ${by} ist alles vollständig gelöscht.`,
      kept: 'Was wir nach dem Gesetz aufbewahren müssen:',
      early: 'Wenn Sie nicht warten möchten, können Sie auf derselben Seite auch sofort löschen lassen.',
      button: 'Antrag ansehen oder alles zurückholen',
    },
    reminder: {
      subject: (reference) => `Erinnerung vor der Löschung Ihrer Daten: ${reference}`,
      soon: (at) => `Ihre Daten sind weiterhin für alle unzugänglich. Die Löschung beginnt am ${at}.`,
      undo: (until) => `Bis ${until} können Sie mit einem Klick alles zurückhaben. Danach kann es niemand mehr.`,
      nothing: 'Wenn Sie Ihre Daten weiterhin löschen lassen möchten, müssen Sie nichts tun.',
      button: 'Antrag ansehen oder alles zurückholen',
    },
    takesLonger: {
      subject: (reference) => `Es dauert länger als geplant: ${reference}`,
      restoring:
        'Noch nicht alle unsere Systeme konnten Ihre Daten zurückgeben. Es ist nichts verloren. Wir versuchen es weiter und schreiben, wenn alles zurück ist.',
      erasing: (by) =>
        `Noch nicht alle unsere Systeme konnten Ihre Daten löschen. Wir versuchen es weiter, und hier weiß jemand davon. Versprochen haben wir es bis ${by}.`,
      where: (systems) => `Es fehlt noch: ${systems}.`,
      button: 'Stand ansehen',
    },
    restored: {
      subject: (reference) => `Alles ist wieder da: ${reference}`,
      done: 'Sie wollten Ihre Daten zurück, und sie sind es: in jedem System wieder verfügbar, so wie sie waren.',
      again: 'Sie können jederzeit und kostenlos wieder um Löschung bitten.',
      button: 'Antrag ansehen',
    },
    erased: {
      subject: (reference) => `Ihre Daten sind gelöscht: ${reference}`,
      done: (at) =>
        `Ihre personenbezogenen Daten wurden am ${at} gelöscht. Danach haben wir in jedem System nachgesehen:`,
      kept: 'Was wir nach dem Gesetz aufbewahren müssen:',
      recipients: (names) =>
        `Wir teilen es denen mit, die Daten von uns bekommen haben, damit auch sie löschen: ${names}.`,
      certificate:
        'Die angehängte Bescheinigung sagt, was getan wurde, und ist signiert; jeder kann sie ohne uns prüfen.',
      forget: 'Mit dieser Mail löschen wir auch Ihre Adresse aus dem Antrag selbst.',
      button: 'Bescheinigung ansehen',
    },
    notFound: {
      subject: (reference) => `Wir haben nichts gefunden: ${reference}`,
      done: 'Sie haben Ihren Antrag bestätigt. Zu dieser Adresse haben wir in unseren Konten keine personenbezogenen Daten gefunden. Es gibt also nichts zu löschen, und der Antrag ist abgeschlossen.',
      other: 'Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie bitte mit dieser noch einmal.',
      button: 'Antrag ansehen',
    },
    duplicate: {
      subject: (reference) => `Sie haben schon einen offenen Antrag: ${reference}`,
      done: (other) =>
        `Sie haben einen zweiten Antrag für dieselbe Adresse bestätigt. Er wird schon unter ${other} erledigt; es gilt das Datum des ersten. Den zweiten haben wir geschlossen.`,
      button: 'Antrag ansehen',
    },
    recipientNotice: {
      subject: (reference) => `Löschung auszuführen: ${reference}`,
      ask: (company) =>
        `${company} hat die personenbezogenen Daten der unten genannten Person auf deren Antrag gelöscht (Artikel 17 DSGVO). Sie haben von uns Daten dieser Person erhalten. Bitte löschen Sie sie ebenfalls, soweit kein Gesetz Sie zur Aufbewahrung verpflichtet (Artikel 19 DSGVO).`,
      person: 'Sie kennen die Person unter:',
      answer: 'Bitte bestätigen Sie es durch eine Antwort auf diese Mail und lassen Sie das Zeichen im Betreff stehen.',
    },
  },
  pages: {
    title: 'Datenschutz-Zentrum',
    skip: 'Zum Inhalt springen',
    language: 'English',
    problem: 'Da stimmt etwas nicht',
    free: 'Kostenlos und jederzeit.',
    home: {
      title: 'Ihre Daten, Ihre Entscheidung',
      lead: (company) =>
        `Hier können Sie ${company} bitten, die personenbezogenen Daten zu löschen, die dort über Sie gespeichert sind.`,
      steps: [
        'Sie fragen, mit Ihrer E-Mail-Adresse',
        'Sie bestätigen über einen Link, den wir Ihnen mailen',
        'Ihre Daten werden sofort unzugänglich und später endgültig gelöscht',
      ],
      how: 'So geht es',
      start: 'Beginnen',
      grace: (days, lead) =>
        `Innerhalb von ${days} nach Ihrem Antrag ist alles vollständig gelöscht. Bis ${lead} davor können Sie alles zurückhaben.`,
      other: (address) =>
        `Sie möchten lieber eine Kopie, eine Berichtigung oder eine Einschränkung? Schreiben Sie an ${address}.`,
    },
    ask: {
      title: 'Mit welcher E-Mail-Adresse nutzen Sie unseren Dienst?',
      hint: 'Dorthin mailen wir einen Link, damit sicher ist, dass Sie es sind. Zum Beispiel: name@example.com',
      label: 'E-Mail-Adresse',
      error: 'Geben Sie eine E-Mail-Adresse ein, etwa name@example.com',
      next: 'Weiter',
    },
    check: {
      title: 'Prüfen Sie Ihren Antrag',
      address: 'E-Mail-Adresse',
      wish: 'Ihr Anliegen',
      erase: 'Alle personenbezogenen Daten zu dieser Adresse löschen',
      change: 'Ändern',
      after: 'Was nach dem Absenden geschieht',
      steps: [
        'Wir mailen Ihnen einen Link. Vor Ihrer Bestätigung geschieht nichts.',
        'Wenn Sie bestätigen, werden Ihre Daten für alle unzugänglich.',
        'Bis die Löschung beginnt, können Sie alles zurückhaben.',
      ],
      send: 'Antrag absenden',
    },
    received: {
      title: 'Antrag eingegangen',
      reference: 'Ihr Zeichen',
      next: 'Wie es weitergeht',
      mail: 'Wir haben eine Mail an die angegebene Adresse geschickt. Bitte öffnen Sie den Link darin, um zu bestätigen.',
      spam: 'Nach einigen Minuten keine Mail? Sehen Sie im Spam-Ordner nach oder fragen Sie noch einmal.',
      by: (by) => `Nach Ihrer Bestätigung ist spätestens am ${by} alles vollständig gelöscht.`,
    },
    request: {
      confirm: 'Bitte bestätigen Sie Ihren Antrag',
      confirmText:
        'Mit diesem Knopf bestätigen Sie, dass die Adresse Ihnen gehört und dass Sie Ihre Daten löschen lassen möchten.',
      confirmWhat: [
        'Ihre Daten werden sofort für alle unzugänglich.',
        'Sie bekommen eine Mail, in der steht, was getan wurde und bis wann Sie es rückgängig machen können.',
      ],
      confirmButton: 'Ja, meine Daten löschen',
      expired: 'Dieser Link ist abgelaufen',
      expiredText:
        'Es ist nichts geschehen. Wir können Ihnen einen neuen Link mailen; das Datum Ihres ersten Antrags gilt weiter.',
      expiredButton: 'Neuen Link mailen',
      unverifiedAgain: 'Wir haben Ihnen einen neuen Link gemailt.',
      restricting: 'Ihre Daten werden unzugänglich gemacht',
      grace: 'Ihre Daten sind für alle unzugänglich',
      restoring: 'Alles wird zurückgeholt',
      restored: 'Alles ist wieder da',
      erasing: 'Ihre Daten werden gelöscht',
      erased: 'Ihre Daten sind gelöscht',
      notFound: 'Zu dieser Adresse haben wir nichts gefunden',
      duplicate: 'Sie haben schon einen offenen Antrag',
      restoreUntil: (at) => `Bis ${at} können Sie alles zurückhaben.`,
      erasedBy: (at) => `Spätestens am ${at} ist alles vollständig gelöscht.`,
      closed: (at) => `Erledigt am ${at}.`,
      linkMailed: 'Wir haben Ihnen den Link gemailt, mit dem Sie diesen Antrag verfolgen und rückgängig machen können.',
      timeline: 'Verlauf',
      received: 'Eingegangen',
      confirmed: 'Bestätigt',
      unavailable: 'Für alle unzugänglich',
      restoreEnds: 'Zurückholen endet, Löschung beginnt',
      deleted: 'Spätestens vollständig gelöscht',
      done: 'geschehen',
      ahead: 'steht bevor',
      where: 'Was jedes System geantwortet hat',
      system: 'System',
      data: 'Daten',
      answer: 'Antwort',
      count: 'Datensätze',
      kept: 'Was wir nach dem Gesetz aufbewahren müssen',
      restoreButton: 'Alles zurückholen',
      eraseNow: 'Sofort löschen',
      certificate: 'Bescheinigung herunterladen',
    },
    eraseNow: {
      title: 'Alles sofort löschen?',
      text: 'Sie verzichten auf die Zeit, in der Sie noch alles zurückhaben könnten. Das kann niemand rückgängig machen.',
      button: 'Ja, sofort löschen',
      back: 'Nein, zurück',
    },
    unknown: {
      title: 'Dieser Link funktioniert nicht',
      text: 'Er ist verändert oder zu alt. Es wurde nichts geändert. Sie können jederzeit neu fragen.',
      again: 'Neu fragen',
    },
    error: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Es wurde nichts geändert und nichts verloren. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    },
    missing: { title: 'Diese Seite gibt es nicht', text: 'Bitte prüfen Sie die Adresse.' },
  },
}
