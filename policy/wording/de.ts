import type { Wording } from './en.ts'

/** Alle deutschen Texte, in Mails und auf Seiten. */
export const de: Wording = {
  signature: (company) => `Ihr Datenschutz-Team bei ${company}`,
  automatic: (address) =>
    `Diese Mail kommt aus unserem Datenschutz-Zentrum. Sie können darauf antworten oder an ${address} schreiben: Ein Mensch liest es.`,
  outcome: {
    restricted: 'für alle unzugänglich',
    released: 'wieder verfügbar',
    erased: 'gelöscht',
    kept: 'aufbewahrt, weggeschlossen',
    'not-found': 'nichts gefunden',
    pending: 'noch nicht fertig, wir versuchen es weiter',
  },
  records: (count) => (count === 1 ? '1 Datensatz' : `${count.toLocaleString('de')} Datensätze`),
  keptBecause: (what, why, until) =>
    `${what}: ${why}. Aufbewahrt bis ${until}, weggeschlossen und für nichts anderes verwendet.`,
  complain:
    'Wenn Sie meinen, dass wir mit Ihren Daten nicht richtig umgehen, können Sie sich jederzeit bei einer Datenschutz-Aufsichtsbehörde beschweren.',
  backups: (until) =>
    `Sicherungskopien können bis ${until} noch eine Kopie enthalten; sie werden für nichts anderes verwendet.`,
  letters: {
    confirmRequest: {
      title: 'Bitte bestätigen Sie Ihren Antrag',
      asked: (company) =>
        `Jemand, hoffentlich Sie, hat ${company} gebeten, die personenbezogenen Daten zu dieser Adresse zu löschen.`,
      meaning:
        'Wenn Sie es bestätigen, werden Ihre Daten sofort für alle unzugänglich. Gelöscht werden sie später; bis dahin können Sie alles zurückhaben.',
      button: 'Antrag ansehen und bestätigen',
      until: (until) => `Der Link gilt bis ${until}. Vor Ihrer Bestätigung geschieht nichts.`,
      notYou: 'Wenn Sie es nicht waren, beachten Sie diese Mail nicht: Es ändert sich nichts.',
    },
    restricted: {
      title: 'Ihre Daten sind jetzt unzugänglich',
      partly: 'Ihre Daten werden unzugänglich gemacht',
      done: (receivedAt) =>
        `Sie haben uns gebeten, Ihre personenbezogenen Daten zu löschen, und es bestätigt. Ihr Antrag ist am ${receivedAt} eingegangen. Das hat jedes System bisher geantwortet:`,
      notYet: (systems) =>
        `Noch nicht unzugänglich in: ${systems}. Wir versuchen es weiter und schreiben Ihnen wieder, sobald es geschehen ist.`,
      undo: (until) => `Bis ${until} können Sie alles zurückhaben.`,
      complete: (by) => `Spätestens am ${by} ist alles vollständig gelöscht.`,
      kept: 'Was wir nach dem Gesetz aufbewahren müssen:',
      early: 'Wenn Sie nicht warten möchten, können Sie auf derselben Seite auch sofort löschen lassen.',
      button: 'Antrag ansehen oder alles zurückholen',
    },
    reminder: {
      title: 'Erinnerung vor der Löschung Ihrer Daten',
      still:
        'Sie haben uns gebeten, Ihre personenbezogenen Daten zu löschen. Sie sind für alle unzugänglich und noch nicht gelöscht.',
      partly: (systems) =>
        `Sie haben uns gebeten, Ihre personenbezogenen Daten zu löschen. Sie werden unzugänglich gemacht, sind es aber noch nicht in: ${systems}. Gelöscht ist noch nichts.`,
      undo: (until) =>
        `Bis ${until} können Sie alles zurückhaben. Dann beginnt die Löschung, und niemand kann mehr etwas zurückholen.`,
      complete: (by) => `Spätestens am ${by} ist alles vollständig gelöscht.`,
      nothing: 'Wenn Sie Ihre Daten weiterhin löschen lassen möchten, müssen Sie nichts tun.',
      button: 'Antrag ansehen oder alles zurückholen',
    },
    takesLonger: {
      title: 'Es dauert länger als geplant',
      restoring:
        'Noch nicht alle unsere Systeme konnten Ihre Daten zurückgeben. Es ist nichts verloren. Wir versuchen es weiter und schreiben, wenn alles zurück ist.',
      erasing: (by) =>
        `Noch nicht alle unsere Systeme konnten Ihre Daten löschen. Wir versuchen es weiter. Versprochen haben wir es bis ${by}.`,
      where: (systems) => `Es fehlt noch: ${systems}.`,
      button: 'Stand ansehen',
    },
    restored: {
      title: 'Alles ist wieder da',
      done: 'Sie wollten Ihre Daten zurück, und sie sind es: in jedem System wieder verfügbar, so wie sie waren.',
      again: 'Sie können jederzeit und kostenlos wieder um Löschung bitten.',
      button: 'Antrag ansehen',
    },
    erased: {
      title: 'Ihre Daten sind gelöscht',
      done: (at) =>
        `Am ${at} war die Löschung Ihrer personenbezogenen Daten fertig, und wir haben in jedem System nachgesehen. Das ist das Ergebnis:`,
      kept: 'Was wir nach dem Gesetz aufbewahren müssen:',
      recipients: (names) =>
        `Wir teilen es denen mit, die Daten von uns bekommen haben, damit auch sie löschen: ${names}.`,
      certificate:
        'Die angehängte Bescheinigung sagt, was getan wurde, und ist signiert; jeder kann sie ohne uns prüfen.',
      forget:
        'Sobald diese Mail und alle Mitteilungen verschickt sind, löschen wir auch Ihre Adresse aus dem Antrag selbst.',
      button: 'Bescheinigung ansehen',
    },
    notFound: {
      title: 'Wir haben nichts gefunden',
      done: 'Sie haben Ihren Antrag bestätigt. Zu dieser Adresse haben wir in unseren Konten keine personenbezogenen Daten gefunden. Es gibt also nichts zu löschen, und der Antrag ist abgeschlossen.',
      other: 'Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie bitte mit dieser noch einmal.',
      button: 'Antrag ansehen',
    },
    duplicate: {
      title: 'Sie haben schon einen offenen Antrag',
      done: (other) =>
        `Sie haben einen zweiten Antrag für dieselbe Adresse bestätigt. Er wird schon unter ${other} erledigt; es gilt das Datum des ersten. Den zweiten haben wir geschlossen.`,
      button: 'Antrag ansehen',
    },
    recipientNotice: {
      title: 'Löschung auszuführen',
      ask: (company) =>
        `${company} hat die personenbezogenen Daten der unten genannten Person auf deren Antrag gelöscht (Artikel 17 DSGVO). Sie haben von uns Daten dieser Person erhalten. Bitte löschen Sie sie ebenfalls, soweit kein Gesetz Sie zur Aufbewahrung verpflichtet (Artikel 19 DSGVO).`,
      person: 'Sie kennen die Person unter:',
      answer: 'Bitte bestätigen Sie es durch eine Antwort auf diese Mail und lassen Sie das Zeichen im Betreff stehen.',
    },
  },
  pages: {
    name: 'Deutsch',
    title: 'Datenschutz-Zentrum',
    of: (company) => `Datenschutz-Zentrum von ${company}`,
    skip: 'Zum Inhalt springen',
    languages: 'Sprache',
    error: 'Fehler',
    problem: 'Da stimmt etwas nicht',
    free: 'Jedes Recht können Sie jederzeit und kostenlos nutzen.',
    human: 'Sie möchten mit einem Menschen sprechen? Schreiben Sie an',
    home: {
      title: 'Ihre Daten, Ihre Entscheidung',
      lead: (company) =>
        `Hier können Sie ${company} bitten, die personenbezogenen Daten zu löschen, die dort über Sie gespeichert sind.`,
      need: 'Sie brauchen die E-Mail-Adresse, mit der Sie unseren Dienst nutzen, und Zugang zu ihrem Postfach. Mehr nicht.',
      start: 'Beginnen',
      how: 'So geht es',
      steps: [
        ['Sie fragen', 'Sie geben Ihre E-Mail-Adresse an. Noch geschieht nichts.'],
        ['Sie bestätigen', 'Wir mailen Ihnen einen Link, damit niemand sonst in Ihrem Namen fragen kann.'],
        ['Ihre Daten werden unzugänglich', 'Sofort und für alle. Gelöscht sind sie noch nicht.'],
        [
          'Ihre Daten werden gelöscht',
          'Es sei denn, Sie überlegen es sich vorher anders. Sie bekommen eine signierte Bescheinigung.',
        ],
      ],
      time: 'Wie lange es dauert',
      grace: (days, lead) =>
        `Spätestens ${days} nach Ihrem Antrag ist alles vollständig gelöscht. Bis ${lead} davor können Sie alles zurückhaben.`,
      graceNow: 'Wenn Sie nicht warten möchten, können Sie nach der Bestätigung auch sofort löschen lassen.',
      what: 'Was wir löschen',
      data: 'Daten',
      source: 'Woher wir sie haben',
      purpose: 'Wofür sie da sind',
      recipients: 'Wer sie noch hat',
      keep: 'Was wir nach dem Gesetz aufbewahren müssen',
      keepFor: (what, why, period) =>
        `${what}: ${why}. Dauer der Aufbewahrung nach der Löschung: ${period}, weggeschlossen und für nichts anderes verwendet.`,
      otherTitle: 'Andere Anliegen',
      other: 'Sie möchten lieber eine Kopie Ihrer Daten, eine Berichtigung oder eine Einschränkung? Schreiben Sie uns:',
    },
    ask: {
      title: 'Mit welcher E-Mail-Adresse nutzen Sie unseren Dienst?',
      hint: 'Dorthin mailen wir einen Link, damit sicher ist, dass Sie es sind. Zum Beispiel: name@example.com',
      label: 'E-Mail-Adresse',
      missing: 'Geben Sie Ihre E-Mail-Adresse ein',
      wrong: 'Geben Sie eine E-Mail-Adresse in der richtigen Form ein, etwa name@example.com',
      next: 'Weiter',
    },
    check: {
      title: 'Prüfen Sie Ihren Antrag',
      address: 'E-Mail-Adresse',
      wish: 'Ihr Anliegen',
      erase: 'Alle personenbezogenen Daten zu dieser Adresse löschen',
      change: 'Ändern',
      changeWhat: 'die E-Mail-Adresse',
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
      mail: 'Wir mailen einen Link an die angegebene Adresse. Öffnen Sie ihn und bestätigen Sie Ihren Antrag.',
      link: (period) => `Der Link gilt ${period}. Vor Ihrer Bestätigung geschieht nichts.`,
      by: (by) => `Wenn Sie bestätigt haben, ist alles vollständig gelöscht, und zwar spätestens am ${by}.`,
      noMail: 'Nach einigen Minuten keine Mail?',
      spam: (limit) =>
        `Sehen Sie im Spam-Ordner nach oder fragen Sie noch einmal. Wir senden höchstens ${limit} solche Mails am Tag an eine Adresse.`,
      again: 'Noch einmal fragen',
    },
    request: {
      reference: 'Zeichen',
      confirm: 'Bitte bestätigen Sie Ihren Antrag',
      confirmText:
        'Sie haben uns gebeten, Ihre personenbezogenen Daten zu löschen. Mit dem Knopf bestätigen Sie, dass die Adresse Ihnen gehört.',
      confirmWhat: 'Was nach der Bestätigung geschieht',
      confirmSteps: [
        'Ihre Daten werden sofort für alle unzugänglich.',
        'Sie bekommen eine Mail, in der steht, was getan wurde und bis wann Sie alles zurückhaben können.',
      ],
      confirmBy: (at) => `Spätestens am ${at} ist alles vollständig gelöscht.`,
      confirmButton: 'Ja, meine Daten löschen',
      confirmNot: 'Wenn Sie nicht darum gebeten haben, schließen Sie diese Seite. Es ändert sich nichts.',
      expired: 'Dieser Link ist abgelaufen',
      expiredText:
        'Es ist nichts geschehen. Wir können Ihnen einen neuen Link mailen; das Datum Ihres ersten Antrags gilt weiter.',
      expiredButton: 'Neuen Link mailen',
      restricting: 'Ihre Daten werden unzugänglich gemacht',
      restrictingText:
        'Wir fragen jedes System, das Daten von Ihnen hat. Sie bekommen eine Mail, wenn sie geantwortet haben.',
      grace: 'Ihre Daten sind für alle unzugänglich',
      graceText: 'Gelöscht sind sie noch nicht.',
      partlyText: (systems) =>
        `Noch nicht unzugänglich in: ${systems}. Wir versuchen es weiter und schreiben Ihnen, sobald es geschehen ist.`,
      graceOver: 'Die Zeit, in der Sie alles zurückhaben konnten, ist vorbei. Gleich beginnt die Löschung.',
      restoring: 'Alles wird zurückgeholt',
      restoringText: 'Es ist nichts verloren. Sie bekommen eine Mail, wenn alles wieder da ist.',
      restored: 'Alles ist wieder da',
      restoredText: (at) =>
        `Seit ${at} sind Ihre Daten in jedem System wieder verfügbar, so wie sie waren. Sie können jederzeit wieder um Löschung bitten.`,
      erasing: 'Ihre Daten werden gelöscht',
      erasingText:
        'Wir löschen in jedem System und sehen danach nach. Wenn es geschehen ist, bekommen Sie eine Mail mit einer Bescheinigung.',
      erased: 'Ihre Daten sind gelöscht',
      erasedText: (at) => `Am ${at} war die Löschung fertig, und wir haben in jedem System nachgesehen.`,
      notFound: 'Zu dieser Adresse haben wir nichts gefunden',
      notFoundText:
        'In unseren Konten gibt es zu dieser Adresse keine personenbezogenen Daten. Es gibt also nichts zu löschen, und der Antrag ist abgeschlossen. Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie mit dieser noch einmal.',
      duplicate: 'Sie haben schon einen offenen Antrag',
      duplicateText:
        'Sie haben einen zweiten Antrag für dieselbe Adresse bestätigt. Der erste geht weiter, und sein Datum gilt. Den zweiten haben wir geschlossen und Ihnen das Zeichen des ersten gemailt.',
      restoreUntil: 'Sie können alles zurückhaben bis',
      linkMailed:
        'Um den Antrag zu verfolgen oder alles zurückzuholen, nutzen Sie den Link in der Mail, die wir Ihnen jetzt senden.',
      reload: 'Nachsehen, wie weit es jetzt ist',
      actions: 'Was Sie tun können',
      restoreText: 'Sie haben es sich anders überlegt? Wir holen alles zurück, wie es war, und schließen den Antrag.',
      restoreButton: 'Alles zurückholen',
      eraseNowText: 'Sie möchten nicht warten?',
      eraseNow: 'Alles sofort löschen lassen',
      certificateText:
        'Ihre Bescheinigung sagt, was getan wurde, und ist signiert. Heben Sie sie auf: Jeder kann sie ohne uns prüfen.',
      certificate: 'Bescheinigung herunterladen',
      certificateMailed: 'Die Bescheinigung haben wir Ihnen gemailt. Sie sagt, was getan wurde, und ist signiert.',
      again: 'Mit einer anderen Adresse fragen',
      askAgain: 'Wieder um Löschung bitten',
      timeline: 'Verlauf',
      dayOf: (day, days) => `${day} von ${days} Tagen ${day === 1 ? 'ist' : 'sind'} vorbei`,
      picture: (day, days, restore) =>
        `Heute ist Tag ${day} von ${days} nach Ihrem Antrag. Bis Tag ${restore} können Sie alles zurückhaben.`,
      received: 'Ihr Antrag ist eingegangen',
      confirmed: 'Sie haben ihn bestätigt',
      unavailable: 'Ihre Daten sind für alle unzugänglich',
      becoming: 'Ihre Daten werden unzugänglich gemacht',
      restoreEnds: 'Bis dahin können Sie alles zurückhaben. Danach beginnt die Löschung',
      erasingNow: 'Wir löschen Ihre Daten und sehen in jedem System nach',
      deleted: 'Spätestens dann ist alles vollständig gelöscht',
      broughtBack: 'Wir holen alles zurück',
      back: 'Alles ist wieder da',
      gone: 'Gelöscht, und in jedem System nachgesehen',
      backups: 'Spätestens dann ist auch die letzte Sicherungskopie weg',
      ended: 'Antrag abgeschlossen',
      state: { done: 'Geschehen', now: 'Jetzt', ahead: 'Kommt noch' },
      where: 'Was jedes System geantwortet hat',
      data: 'Daten',
      answer: 'Antwort',
      keeps: 'Was wir nach dem Gesetz aufbewahren müssen',
      backupsTitle: 'Sicherungskopien',
    },
    eraseNow: {
      title: 'Alles sofort löschen?',
      text: (until) =>
        `Bis ${until} könnten Sie alles zurückhaben. Wenn Sie jetzt löschen, verzichten Sie auf diese Zeit, und niemand kann Ihre Daten zurückholen.`,
      kept: 'Nur was wir nach dem Gesetz aufbewahren müssen, bleibt, weggeschlossen:',
      button: 'Ja, alles sofort löschen',
      back: 'Nein, zurück',
    },
    unknown: {
      title: 'Dieser Link geht nicht',
      text: 'Er ist unvollständig, verändert oder zu alt. Er hat nichts geändert.',
      try: 'Sehen Sie nach, ob Sie den ganzen Link der neuesten Mail geöffnet haben. Sie können auch jederzeit neu fragen.',
      again: 'Neu fragen',
    },
    failed: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Es wurde nichts geändert, und nichts ist verloren. Anträge, die schon eingegangen sind, gehen weiter wie versprochen.',
      try: 'Bitte gehen Sie zurück und versuchen Sie es in einigen Minuten noch einmal.',
      again: 'Zur ersten Seite',
    },
    missing: {
      title: 'Diese Seite gibt es nicht',
      text: 'Bitte prüfen Sie die Adresse. Wenn Sie Ihren Antrag suchen, öffnen Sie den Link in unserer neuesten Mail.',
      again: 'Zur ersten Seite',
    },
  },
}
