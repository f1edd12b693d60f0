import type { PagesWording } from './pages-en.ts'

/** What the pages for people say, in German. */
export const pagesDe: PagesWording = {
  home: {
    title: 'Ihre Daten, Ihre Entscheidung',
    lead: (company) =>
      `Hier bekommen Sie eine Kopie der personenbezogenen Daten, die ${company} über Sie gespeichert hat, oder lassen sie löschen.`,
    need: 'Sie brauchen die E-Mail-Adresse, mit der Sie unseren Dienst nutzen, und Zugang zu ihrem Postfach. Mehr nicht.',
    start: 'Beginnen',
    how: 'So geht es',
    steps: [
      ['Sie fragen', 'Sie geben Ihre E-Mail-Adresse an. Noch geschieht nichts.'],
      ['Sie bestätigen', 'Wir mailen Ihnen einen Link, damit niemand sonst in Ihrem Namen fragen kann.'],
      ['Wir tun es in jedem System', 'Auf einer eigenen Seite sehen Sie jederzeit, was jedes geantwortet hat.'],
      [
        'Sie haben das Ergebnis in der Hand',
        'Eine Kopie, die Sie überall öffnen können, oder eine signierte Bescheinigung, dass Ihre Daten gelöscht sind.',
      ],
    ],
    wishes: 'Worum Sie bitten können',
    time: 'Wie lange es dauert',
    grace: (days, lead) =>
      `Spätestens ${days} nach Ihrem Antrag ist alles vollständig gelöscht. Bis ${lead} davor können Sie alles zurückhaben.`,
    copy: (period, kept) =>
      `Eine Kopie ist meist in wenigen Minuten fertig, spätestens nach ${period}. Zum Abholen haben Sie ${kept} Zeit.`,
    graceNow: 'Wenn Sie nicht warten möchten, können Sie nach der Bestätigung auch sofort löschen lassen.',
    what: 'Was wir über Sie gespeichert haben',
    data: 'Daten',
    source: 'Woher wir sie haben',
    purpose: 'Wofür sie da sind',
    recipients: 'Wer sie noch hat',
    nobody: 'niemand',
    keep: 'Was wir nach dem Gesetz aufbewahren müssen',
    keepFor: (what, why, period) =>
      `${what}: ${why}. Dauer der Aufbewahrung nach der Löschung: ${period}, weggeschlossen und für nichts anderes verwendet.`,
    otherTitle: 'Andere Anliegen',
    other: 'Sie möchten etwas anderes? Schreiben Sie uns:',
  },
  ask: {
    heading: 'Antrag stellen',
    wish: 'Was möchten Sie?',
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
    wishes: {
      erasure: 'Alle personenbezogenen Daten zu dieser Adresse löschen',
      restriction: 'Alle personenbezogenen Daten zu dieser Adresse unzugänglich machen, ohne sie zu löschen',
      objection: 'Keine Neuigkeiten und Angebote mehr an diese Adresse',
      'processing-objection': 'Einer Nutzung der personenbezogenen Daten zu dieser Adresse widersprechen',
      rectification: 'Personenbezogene Daten zu dieser Adresse berichtigen',
      access: 'Eine Kopie aller personenbezogenen Daten zu dieser Adresse',
      portability: 'Die Daten, die ich bereitgestellt habe, in einer Form, die ein anderer Dienst lesen kann',
    },
    ground: 'Warum möchten Sie das? (freiwillig)',
    groundMore: 'Wir bewahren Ihre Angabe mit dem Antrag auf. Was Sie auch wählen, wir tun dasselbe.',
    grounds: {
      none: 'Ich möchte es nicht sagen',
      accuracy: 'Meine Daten sind falsch, und Sie müssen sie erst prüfen',
      unlawful: 'Sie nutzen meine Daten ohne Recht, aber ich möchte sie nicht gelöscht haben',
      claims: 'Ich brauche die Daten für einen Rechtsanspruch',
      objection: 'Ich habe ihrer Nutzung widersprochen, und Sie müssen erst darüber entscheiden',
    },
    change: 'Ändern',
    changeWhat: 'die E-Mail-Adresse und das Anliegen',
    after: 'Was nach dem Absenden geschieht',
    steps: {
      erasure: [
        'Wir mailen Ihnen einen Link. Vor Ihrer Bestätigung geschieht nichts.',
        'Wenn Sie bestätigen, werden Ihre Daten für alle unzugänglich.',
        'Bis die Löschung beginnt, können Sie alles zurückhaben.',
      ],
      restriction: [
        'Wir mailen Ihnen einen Link. Vor Ihrer Bestätigung geschieht nichts.',
        'Wenn Sie bestätigen, werden Ihre Daten für alle unzugänglich. Gelöscht wird nichts.',
        'Sie können jederzeit alles zurückhaben.',
      ],
      objection: [
        'Wir mailen Ihnen einen Link. Vor Ihrer Bestätigung geschieht nichts.',
        'Wenn Sie bestätigen, gehen keine Neuigkeiten und Angebote mehr an diese Adresse, von keiner Liste.',
      ],
      'processing-objection': [
        'Wir mailen Ihnen einen Link. Vor Ihrer Bestätigung geschieht nichts.',
        'Wenn Sie bestätigen, mailen wir Ihnen einen zweiten Link. Dort sagen Sie uns, welcher Nutzung Sie widersprechen und warum.',
        'Ein Mensch bei uns wägt Ihre Gründe gegen unsere ab und teilt Ihnen die Entscheidung mit. Bis dahin können Sie Ihre Daten unzugänglich machen lassen.',
      ],
      rectification: [
        'Wir mailen Ihnen einen Link. Vor Ihrer Bestätigung geschieht nichts.',
        'Wenn Sie bestätigen, mailen wir Ihnen einen zweiten Link. Dort sagen Sie uns, was falsch ist und was richtig.',
        'Wir berichtigen es in jedem System, oder ein Mensch bei uns entscheidet und nennt Ihnen den Grund.',
      ],
      copy: [
        'Wir mailen Ihnen einen Link. Vor Ihrer Bestätigung geschieht nichts.',
        'Wenn Sie bestätigen, sammeln wir Ihre Daten aus jedem System.',
        'Wir schreiben Ihnen, wenn die Kopie fertig ist. Sie holen sie mit einem Code ab, der an dieselbe Adresse geht.',
      ],
    },
    send: 'Antrag absenden',
  },
  received: {
    title: 'Antrag eingegangen',
    reference: 'Ihr Zeichen',
    next: 'Wie es weitergeht',
    mail: 'Wir mailen einen Link an die angegebene Adresse. Öffnen Sie ihn und bestätigen Sie Ihren Antrag.',
    link: (period) => `Der Link gilt ${period}. Vor Ihrer Bestätigung geschieht nichts.`,
    by: {
      erasure: (by) =>
        `Nach Ihrer Bestätigung wird bis spätestens ${by} alles vollständig gelöscht, bis auf das, was wir gesetzlich aufbewahren müssen.`,
      restriction: (by) =>
        `Nach Ihrer Bestätigung werden Ihre Daten unzugänglich, spätestens am ${by}, meist in wenigen Minuten.`,
      objection: (by) =>
        `Nach Ihrer Bestätigung hören Neuigkeiten und Angebote sofort auf. Spätestens am ${by} ist das in jedem System eingetragen.`,
      'processing-objection': (by) =>
        `Wenn Sie bestätigt und uns Ihre Gründe genannt haben, haben Sie spätestens am ${by} unsere Antwort, es sei denn, wir schreiben Ihnen, warum es länger dauert.`,
      rectification: (by) =>
        `Wenn Sie bestätigt und uns gesagt haben, was richtig ist, haben Sie spätestens am ${by} unsere Antwort, meist sofort.`,
      copy: (by) => `Nach Ihrer Bestätigung können Sie Ihre Kopie spätestens am ${by} abholen, meist viel früher.`,
    },
    noMail: 'Nach einigen Minuten keine Mail?',
    spam: (limit) =>
      `Sehen Sie im Spam-Ordner nach oder fragen Sie noch einmal. Wir senden höchstens ${limit} solche Mails am Tag an eine Adresse; waren es heute schon so viele, kommt ein Link an einem der nächsten Tage.`,
    again: 'Noch einmal fragen',
  },
  request: {
    reference: 'Zeichen',
    confirm: 'Bitte bestätigen Sie Ihren Antrag',
    confirmText: {
      erasure:
        'Sie haben uns gebeten, Ihre personenbezogenen Daten zu löschen. Mit dem Knopf bestätigen Sie, dass die Adresse Ihnen gehört.',
      restriction:
        'Sie haben uns gebeten, Ihre personenbezogenen Daten unzugänglich zu machen. Mit dem Knopf bestätigen Sie, dass die Adresse Ihnen gehört.',
      objection:
        'Sie haben uns gebeten, keine Neuigkeiten und Angebote mehr an Ihre Adresse zu senden. Mit dem Knopf bestätigen Sie, dass die Adresse Ihre ist.',
      'processing-objection':
        'Sie widersprechen einer Nutzung Ihrer personenbezogenen Daten. Mit dem Knopf bestätigen Sie, dass die Adresse Ihnen gehört.',
      rectification:
        'Sie haben uns gebeten, personenbezogene Daten von Ihnen zu berichtigen. Mit dem Knopf bestätigen Sie, dass die Adresse Ihnen gehört.',
      access:
        'Sie haben uns um eine Kopie Ihrer personenbezogenen Daten gebeten. Mit dem Knopf bestätigen Sie, dass die Adresse Ihnen gehört.',
      portability:
        'Sie haben uns um die Daten gebeten, die Sie bereitgestellt haben, für einen anderen Dienst. Mit dem Knopf bestätigen Sie, dass die Adresse Ihnen gehört.',
    },
    confirmWhat: 'Was nach der Bestätigung geschieht',
    confirmSteps: {
      erasure: [
        'Ihre Daten werden sofort für alle unzugänglich.',
        'Sie bekommen eine Mail, in der steht, was getan wurde und bis wann Sie alles zurückhaben können.',
      ],
      restriction: [
        'Ihre Daten werden sofort für alle unzugänglich. Gelöscht wird nichts.',
        'Sie bekommen eine Mail, in der steht, was getan wurde. Das bleibt so, bis Sie alles zurückhaben möchten.',
      ],
      objection: [
        'An diese Adresse gehen keine Neuigkeiten und Angebote mehr.',
        'Sie bekommen eine Mail, die sagt, dass es geschehen ist.',
      ],
      'processing-objection': [
        'Wir mailen Ihnen einen zweiten Link. Dort sagen Sie uns, welcher Nutzung Sie widersprechen und warum.',
        'Bevor wir entschieden haben, ändert sich nichts; Sie können Ihre Daten aber bis dahin unzugänglich machen lassen.',
      ],
      rectification: [
        'Wir mailen Ihnen einen zweiten Link. Dort sagen Sie uns, was falsch ist und was richtig.',
        'Bevor Sie es uns gesagt haben, ändert sich nichts.',
      ],
      copy: [
        'Wir sammeln Ihre Daten aus jedem System. An ihnen ändert sich nichts.',
        'Sie bekommen eine Mail, wenn die Kopie fertig ist. Meist dauert es nur Minuten.',
      ],
    },
    confirmBy: {
      erasure: (at) =>
        `Spätestens am ${at} ist alles vollständig gelöscht, bis auf das, was wir gesetzlich aufbewahren müssen.`,
      restriction: (at) => `Spätestens am ${at} sind Ihre Daten unzugänglich.`,
      objection: (at) => `Spätestens am ${at} ist das in jedem System eingetragen.`,
      'processing-objection': (at) =>
        `Spätestens am ${at} haben Sie unsere Antwort, es sei denn, wir schreiben Ihnen, warum es länger dauert.`,
      rectification: (at) => `Spätestens am ${at} haben Sie unsere Antwort.`,
      copy: (at) => `Spätestens am ${at} können Sie die Kopie abholen.`,
    },
    confirmButton: {
      erasure: 'Ja, meine Daten löschen',
      restriction: 'Ja, meine Daten unzugänglich machen',
      objection: 'Ja, keine Neuigkeiten und Angebote mehr',
      'processing-objection': 'Ja, ich widerspreche',
      rectification: 'Ja, die Adresse gehört mir',
      copy: 'Ja, eine Kopie erstellen',
    },
    confirmNot:
      'Wenn Sie nicht darum gebeten haben oder es nicht mehr möchten, schließen Sie diese Seite. Es ändert sich nichts.',
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
    notFoundText: {
      erasure:
        'In unseren Konten gibt es zu dieser Adresse keine personenbezogenen Daten. Es gibt also nichts zu löschen, und der Antrag ist abgeschlossen. Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie mit dieser noch einmal.',
      restriction:
        'In unseren Konten gibt es zu dieser Adresse keine personenbezogenen Daten. Es gibt also nichts unzugänglich zu machen, und der Antrag ist abgeschlossen. Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie mit dieser noch einmal.',
      objection: 'An diese Adresse gehen keine Neuigkeiten und Angebote mehr.',
      'processing-objection':
        'In unseren Konten gibt es zu dieser Adresse keine personenbezogenen Daten. Es gibt also keine Nutzung, der Sie widersprechen könnten, und der Antrag ist abgeschlossen. Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie mit dieser noch einmal.',
      rectification:
        'In unseren Konten gibt es zu dieser Adresse keine personenbezogenen Daten. Es gibt also nichts zu berichtigen, und der Antrag ist abgeschlossen. Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie mit dieser noch einmal.',
      copy: 'In unseren Konten gibt es zu dieser Adresse keine personenbezogenen Daten. Es gibt also nichts zu kopieren, und der Antrag ist abgeschlossen. Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie mit dieser noch einmal.',
    },
    duplicate: 'Sie haben schon einen offenen Antrag',
    duplicateText:
      'Sie haben einen zweiten Antrag für dieselbe Adresse bestätigt. Der erste geht weiter, und sein Datum gilt. Den zweiten haben wir geschlossen und Ihnen das Zeichen des ersten gemailt.',
    gathering: 'Ihre Kopie wird erstellt',
    gatheringText:
      'Wir fragen jedes System, was es über Sie gespeichert hat. Sie bekommen eine Mail, wenn die Kopie fertig ist; Sie müssen hier nicht warten.',
    ready: 'Ihre Kopie ist fertig',
    readyText: (size) =>
      `Es ist eine Zip-Datei mit ${size}. Entpacken Sie sie und öffnen Sie index.html in einem beliebigen Browser.`,
    readyPartly: 'Ihre Kopie ist fertig, aber noch nicht vollständig',
    missingText: (systems) =>
      `Es fehlt noch: ${systems}. Das steht auch in der Kopie. Wir fragen weiter und schreiben Ihnen, wenn sie vollständig ist.`,
    fetchUntil: 'Sie können sie abholen bis',
    fetchText:
      'Vorher mailen wir einen Code an Ihre Adresse, damit niemand Ihre Daten bekommt, der nur den Link zu dieser Seite hat.',
    fetchButton: 'Code zum Abholen mailen',
    fetchLeft: (times) =>
      times === 1 ? 'Sie können sie noch einmal abholen.' : `Sie können sie ${times}-mal abholen.`,
    protectText:
      'Möchten Sie, dass nur Sie die Datei öffnen können, wo immer sie liegt? Wählen Sie dafür eine Passphrase.',
    protectButton: 'Code zum Wählen einer Passphrase mailen',
    protecting: 'Ihre Kopie wird verschlüsselt',
    protectingText:
      'Wir verschlüsseln Ihre Kopie mit Ihrer Passphrase und löschen die unverschlüsselte. Meist dauert das höchstens einige Minuten; Sie bekommen eine Mail, wenn es getan ist.',
    protectedText: (size) =>
      `Es ist eine Zip-Datei mit ${size}, die nur Ihre Passphrase öffnet, in einem Programm wie 7-Zip oder Keka. Wenn Sie die Passphrase verloren haben, bitten Sie um eine neue Kopie.`,
    fetchedOften:
      'Sie haben sie so oft abgeholt, wie wir es erlauben. Wenn sie gelöscht ist, können Sie um eine neue bitten.',
    discarding: 'Ihre Kopie wird gelöscht',
    discardingText: 'Die Zeit zum Abholen ist vorbei. Sie bekommen eine Mail, wenn die Kopie gelöscht ist.',
    outlivedText:
      'Daten darin werden gelöscht, und keine Kopie überdauert sie. Sie bekommen eine Mail, wenn die Kopie gelöscht ist.',
    discarded: 'Ihre Kopie wurde gelöscht',
    outlived: (at) =>
      `Am ${at} haben wir die Kopie gelöscht, weil Daten darin zu löschen waren. Um eine Kopie von dem, was wir sonst über Sie gespeichert haben, können Sie jederzeit bitten.`,
    discardedText: (at) =>
      `Am ${at} haben wir die Kopie gelöscht. An Ihren Daten selbst ändert das nichts, und Sie können jederzeit um eine neue Kopie bitten.`,
    withdrawText: 'Sie möchten die Kopie nicht mehr? Wir löschen, was gesammelt wurde, und schließen den Antrag.',
    withdrawButton: 'Antrag zurücknehmen',
    withdrawing: 'Ihr Antrag wird zurückgenommen',
    withdrawingText: 'Wir löschen, was für Ihre Kopie gesammelt wurde. Sie bekommen eine Mail, wenn es geschehen ist.',
    withdrawn: 'Sie haben Ihren Antrag zurückgenommen',
    withdrawnText: (at) =>
      `Am ${at} haben wir ihn geschlossen und gelöscht, was für die Kopie gesammelt war. An Ihren Daten selbst ändert das nichts.`,
    onHold: (reason, since) =>
      `Die Löschung muss seit ${since} warten: ${reason}. Bis sie weitergeht, bleiben Ihre Daten unzugänglich, und Sie können alles zurückhaben. Wir schreiben Ihnen, wenn der Grund entfällt.`,
    groundSaid: (ground) => `Was Sie dazu gesagt haben: ${ground}.`,
    waits: 'Die Löschung wartet',
    toBeLifted: (at) => `Wir haben Ihnen geschrieben, dass wir sie nach ${at} wieder verfügbar machen.`,
    liftedByUs: 'Wir haben die Einschränkung beendet, wie wir es Ihnen vorher geschrieben haben.',
    stopping: 'Ihr Wunsch wird in jedem System vermerkt',
    stoppingText:
      'An Ihre Adresse gehen keine Neuigkeiten und Angebote mehr. Wir berichtigen noch, was unsere Systeme dazu sagen.',
    stopped: 'Keine Neuigkeiten und Angebote mehr',
    stoppedText: (at) =>
      `Seit ${at} ist das in jedem System eingetragen. Wenn Sie wieder Neuigkeiten möchten, abonnieren Sie sie in Ihrem Konto neu.`,
    tooLate: 'Zurücknehmen lässt sich der Antrag nicht mehr, und nichts lässt sich zurückholen.',
    noWithdrawal: {
      correcting:
        'Was gerade berichtigt wird, kann nicht mehr zurückgenommen werden. Sie können danach eine weitere Berichtigung beantragen.',
      corrected:
        'Es ist erledigt und kann nicht mehr zurückgenommen werden. Sie können jederzeit eine weitere Berichtigung beantragen.',
      declined:
        'Es ist entschieden und kann nicht mehr zurückgenommen werden. Sie können jederzeit eine weitere Berichtigung beantragen.',
      discarding: 'Der Antrag kann nicht mehr zurückgenommen werden: Was dafür gesammelt war, wird ohnehin gelöscht.',
      stopping:
        'Wir haben Ihren Widerspruch sofort umgesetzt, er kann also nicht zurückgenommen werden. Möchten Sie wieder Neuigkeiten, abonnieren Sie sie neu.',
      restoring:
        'Der Antrag ist zurückgenommen, und das lässt sich nicht mehr ändern. Sie können neu fragen, wenn alles zurück ist.',
      lifting:
        'Das lässt sich nicht mehr aufhalten. Sie können Ihre Daten wieder unzugänglich machen lassen, wenn sie zurück sind.',
    },
    copyAgain: 'Noch eine Kopie erstellen',
    copyText: 'Möchten Sie vor der Löschung eine Kopie von allem?',
    copyButton: 'Eine Kopie erstellen',
    gatheringNow: 'Wir sammeln Ihre Daten aus jedem System',
    copyAtLatest: 'Spätestens dann können Sie die Kopie abholen',
    copyMade: 'Die Kopie wurde zusammengestellt',
    copyEnds: 'Die Kopie wird gelöscht',
    copyGone: 'Die Kopie wurde gelöscht',
    heldText: 'Gelöscht wird nichts. Das bleibt so, solange Sie möchten.',
    heldAnyTime: 'Sie können jederzeit alles zurückhaben.',
    liftedText: (at) =>
      `Seit ${at} sind Ihre Daten in jedem System wieder verfügbar, so wie sie waren. Sie können sie jederzeit wieder unzugänglich machen lassen.`,
    superseded: 'Ihre Daten sind gelöscht',
    supersededText: (at) =>
      `Sie haben auch um Löschung gebeten. Am ${at} war sie fertig. Es gibt also nichts mehr unzugänglich zu halten, und dieser Antrag ist abgeschlossen.`,
    supersededCorrection: (at) =>
      `Sie haben auch um Löschung gebeten. Am ${at} war sie fertig. Es gibt also nichts mehr zu berichtigen, und dieser Antrag ist abgeschlossen.`,
    stating: 'Bitte sagen Sie uns, was richtig ist',
    statingText:
      'Wir haben Ihnen einen Link zu der Seite gemailt, auf der Sie uns sagen, was falsch ist und was richtig.',
    statingOver:
      'Die Zeit, uns zu sagen, was richtig ist, ist vorbei. Es wurde nichts geändert, und der Antrag wird gleich geschlossen.',
    proving: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse',
    provingText:
      'Wir haben einen Link an die neue Adresse gemailt. Sie gilt, sobald Sie ihn geöffnet und bestätigt haben.',
    deciding: 'Ein Mensch bei uns entscheidet',
    decidingText: 'Sie bekommen eine Mail mit der Entscheidung und dem Grund.',
    correcting: 'Ihre Daten werden berichtigt',
    correctingText: 'Sie bekommen eine Mail, wenn jedes System geantwortet hat.',
    corrected: 'Ihre Daten sind berichtigt',
    correctedText: (at) => `Am ${at} war die Berichtigung Ihrer Daten fertig.`,
    notAllCorrected: 'Nicht alles konnte berichtigt werden',
    notAllCorrectedText: (at) => `Am ${at} waren wir fertig. Was nicht geändert wurde, und warum, steht unten.`,
    unchanged: 'Es wurde nichts berichtigt',
    unchangedText: (at) =>
      `Sie haben Ihren Antrag zurückgenommen oder uns nicht rechtzeitig gesagt, was richtig ist. Am ${at} wurde er geschlossen, und es wurde nichts geändert.`,
    correctAgain: 'Um eine weitere Berichtigung bitten',
    items: 'Was Sie berichtigt haben möchten',
    reason: 'Der Grund',
    takeBack: 'Zurücknehmen',
    takeBackText: 'Anders überlegt? Was noch nicht berichtigt ist, bleibt, wie es ist.',
    statedBy: 'Spätestens dann sagen Sie uns, was richtig ist',
    stated: 'Sie haben uns gesagt, was richtig ist',
    provenBy: 'Spätestens dann bestätigen Sie die neue E-Mail-Adresse',
    decidingNow: 'Ein Mensch bei uns entscheidet',
    correctingNow: 'Wir berichtigen Ihre Daten in jedem System',
    answeredBy: 'Spätestens dann haben Sie unsere Antwort',
    correctedAt: 'In jedem System berichtigt',
    answeredAt: 'Sie haben unsere Antwort',
    erasureFirst:
      'Sie haben auch um Löschung gebeten, deshalb bleiben Ihre Daten vorerst unzugänglich. Wenn Sie sie zurückhaben möchten, lassen Sie zuerst die Löschung rückgängig machen: Der Link steht in deren Mails.',
    heldAgain: 'Meine Daten wieder unzugänglich machen',
    heldSince: 'Das bleibt so, bis Sie alles zurückhaben möchten',
    heldAtLatest: 'Spätestens dann sind sie in jedem System unzugänglich',
    restoreUntil: 'Sie können alles zurückhaben bis',
    linkMailed:
      'Um den Antrag zu verfolgen oder alles zurückzuholen, nutzen Sie den Link in der Mail, die wir Ihnen jetzt senden.',
    reload: 'Nachsehen, wie weit es jetzt ist',
    actions: 'Was Sie tun können',
    inactive: {
      grace: 'Ihr Konto wird entfernt',
      unused: (lastUsed) => `Es wurde zuletzt am ${lastUsed} benutzt und ist deshalb zur Entfernung vorgesehen.`,
      unavailable: 'Ihre Daten sind für alle unzugänglich und noch nicht gelöscht.',
      available: 'Noch ist nichts gelöscht, und Sie können es benutzen wie bisher.',
      restored: 'Ihr Konto bleibt',
      restoredText: (at) => `Seit ${at} ist es nicht mehr zur Entfernung vorgesehen, und alles ist, wie es war.`,
      restoreUntil: 'Sie können es behalten bis',
      restoreText: 'Möchten Sie es behalten? Melden Sie sich einmal an, oder drücken Sie diesen Knopf.',
      restoreButton: 'Mein Konto behalten',
      askAgain: 'Um Löschung bitten',
      received: 'Ihr Konto wurde zur Entfernung vorgesehen',
      restoreEnds: 'Letzter Augenblick, es zu behalten. Danach beginnt die Löschung',
      picture: (day, days, restore) =>
        `Heute ist Tag ${day} von ${days}, seit es vorgesehen wurde. Bis Tag ${restore} können Sie das Konto behalten.`,
    },
    restoreText:
      'Sie haben es sich anders überlegt? Nehmen Sie den Antrag zurück: Wir holen alles zurück, wie es war, und schließen ihn.',
    restoreButton: 'Alles zurückholen',
    eraseNowText: 'Sie möchten nicht warten?',
    eraseNow: 'Alles sofort löschen lassen',
    certificateText:
      'Ihre Bescheinigung sagt, was getan wurde, und ist signiert. Heben Sie sie auf: Jeder kann sie ohne uns prüfen.',
    certificate: 'Bescheinigung herunterladen',
    history: 'Ganzen Verlauf herunterladen, signiert',
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
  code: {
    title: 'Geben Sie den Code ein, den wir Ihnen gemailt haben',
    hint: 'Acht Buchstaben und Ziffern, zum Beispiel 7K3M-92QF. Er gilt einmal.',
    label: 'Code',
    wrong:
      'Das ist nicht der Code unserer neuesten Mail. Sehen Sie noch einmal nach, oder lassen Sie sich einen neuen mailen',
    over: 'Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen mailen',
    next: 'Weiter zum Herunterladen',
    none: 'Nach einigen Minuten keine Mail?',
    limit: (limit) => `Sehen Sie im Spam-Ordner nach. Wir senden höchstens ${limit} Codes am Tag.`,
    again: 'Neuen Code mailen',
    back: 'Zurück zum Antrag',
  },
  download: {
    title: 'Hier ist Ihre Kopie',
    button: 'Kopie herunterladen',
    until: (until) =>
      `Das Herunterladen muss bis ${until} beginnen. Wenn es abbricht, lassen Sie Ihren Browser bis dahin fortfahren, oder lassen Sie sich einen neuen Code mailen.`,
    how: 'So öffnen Sie sie',
    steps: [
      'Es ist eine Zip-Datei. Entpacken Sie sie zuerst: mit einem Doppelklick oder mit „Alle extrahieren“.',
      'Öffnen Sie index.html: Da steht alles, auch ohne Internet.',
      'Bewahren Sie sie sicher auf. Wer die Datei hat, kann sie lesen.',
    ],
    protectedSteps: [
      'Es ist eine Zip-Datei, die Ihre Passphrase öffnet, in einem Programm, das AES-Verschlüsselung in Zip-Dateien kennt: 7-Zip für Windows oder Linux, Keka für macOS. Was Windows selbst mitbringt, öffnet sie vielleicht nicht.',
      'Darin liegt die Kopie selbst, eine Zip-Datei wie jede andere. Entpacken Sie auch sie.',
      'Öffnen Sie index.html: Da steht alles, auch ohne Internet.',
    ],
    back: 'Zurück zum Antrag',
  },
  state: {
    lead: 'Füllen Sie nur aus, was falsch ist oder fehlt. Was Sie leer lassen, bleibt, wie es ist.',
    until: 'Sagen können Sie es uns bis',
    itself: 'Das berichtigen wir von selbst in jedem System',
    itselfHint:
      'Wir zeigen nicht, was wir gespeichert haben, damit es niemand sieht, der nur diesen Link hat. Schreiben Sie, was richtig ist.',
    email: 'Wir mailen einen Link an die neue Adresse: Sie gilt, sobald Sie sie dort bestätigt haben.',
    person: 'Darüber entscheidet ein Mensch bei uns',
    words: 'Anderes in Ihren Worten',
    wordsHint: (limit) =>
      `Was falsch ist, was richtig ist, und woran wir das sehen können. Ein Mensch liest es. Höchstens ${limit.toLocaleString('de')} Zeichen.`,
    about: 'Worum es geht',
    evidence: 'Eine Datei als Nachweis',
    evidenceHint: (size) =>
      `Freiwillig, für das, worüber ein Mensch entscheidet. Höchstens ${size}. Keine Maschine öffnet sie, und wir löschen sie, wenn Ihr Antrag abgeschlossen ist.`,
    evidenceWrong: (size) => `Eine Datei als Nachweis: eine Datei von höchstens ${size}`,
    empty: 'Füllen Sie mindestens ein Feld aus oder sagen Sie uns in Ihren Worten, was falsch ist',
    wrong: {
      text: (field) => `${field}: nur Buchstaben, Ziffern und übliche Zeichen`,
      phone: (field) => `${field}: eine Telefonnummer in der richtigen Form, wie +44 7700 900123`,
      email: (field) => `${field}: eine E-Mail-Adresse in der richtigen Form, wie name@example.com`,
      long: (field, limit) => `${field}: höchstens ${limit.toLocaleString('de')} Zeichen`,
    },
    button: 'Absenden, was richtig ist',
  },
  prove: {
    title: 'Ist das Ihre neue E-Mail-Adresse?',
    text: (company) =>
      `Jemand hat ${company} gebeten, die eigene E-Mail-Adresse in die zu ändern, an die unsere Mail ging. Wenn Sie das waren, bestätigen Sie es.`,
    button: 'Ja, sie gehört mir',
    not: 'Wenn Sie das nicht waren, schließen Sie diese Seite. Es ändert sich nichts.',
    done: 'Ihre neue Adresse ist bestätigt',
    doneText: 'Gleich ist sie in jedem System geändert. Dann schreiben wir an die neue Adresse.',
    over: 'Diese Adresse kann nicht mehr bestätigt werden',
    overText:
      'Die Zeit ist vorbei, oder der Antrag wurde zurückgenommen. Es wurde nichts geändert; Sie können jederzeit wieder fragen.',
  },
  decide: {
    title: 'Über eine Berichtigung entscheiden',
    lead: 'Eine Person, die ihre Adresse bestätigt hat, bittet um Berichtigung personenbezogener Daten (Artikel 16 DSGVO). Die Entscheidung und der Grund werden ihr gemailt, und im Verlauf steht, dass das Unternehmen entschieden hat.',
    by: 'Die Person muss eine Antwort haben bis',
    said: 'Was nach ihren Angaben richtig ist',
    question: (what) => `Wie entscheiden Sie? ${what}`,
    apply: 'In jedem System berichtigen',
    done: 'Wir haben es selbst berichtigt',
    decline: (reason) => `Nicht ändern: ${reason}`,
    answer: 'In Ihren eigenen Worten',
    answerHint: (limit) =>
      `Freiwillig; die Person liest es in der Mail. Höchstens ${limit.toLocaleString('de')} Zeichen.`,
    evidence: (size) => `Die Datei speichern, die als Nachweis dabei ist (${size})`,
    evidenceHint: 'Niemand hat sie geprüft: Öffnen Sie sie wie eine Datei von Fremden.',
    undecided: 'Wählen Sie für jedes davon eine Entscheidung',
    answerWrong: 'Weniger oder nur übliche Zeichen in Ihren eigenen Worten',
    button: 'Entscheiden und der Person mitteilen',
    nothing: 'Hier ist nichts zu entscheiden',
    nothingText: 'Es wurde entschieden, oder die Person hat es zurückgenommen. So steht es:',
  },
  protect: {
    title: 'Wählen Sie eine Passphrase für Ihre Kopie',
    lead: 'Wir verschlüsseln die Datei damit. Dann kann, wer die Datei hat, sie nur mit der Passphrase öffnen.',
    facts: [
      'Wir bewahren die Passphrase nicht auf. Wenn Sie sie verlieren, kann niemand die Datei öffnen; Sie können um eine neue Kopie bitten.',
      'Zum Öffnen brauchen Sie ein Programm, das AES-Verschlüsselung in Zip-Dateien kennt: 7-Zip für Windows oder Linux und Keka für macOS sind kostenlos. Was Windows selbst mitbringt, öffnet sie vielleicht nicht.',
      'Die Kopie ohne Passphrase wird gelöscht.',
    ],
    passphrase: 'Passphrase',
    hint: 'Zwischen 12 und 99 Buchstaben ohne Umlaute und Akzente, Ziffern, Leerzeichen und übliche Zeichen. Besser fünf Wörter, die nichts miteinander zu tun haben: Programme können an einem Tag Milliarden kurze durchprobieren.',
    again: 'Die Passphrase noch einmal',
    button: 'Meine Kopie verschlüsseln',
    problems: {
      length: 'Die Passphrase braucht zwischen 12 und 99 Zeichen. Bitte geben Sie sie noch einmal ein, den Code auch',
      signs:
        'Bitte nur Buchstaben ohne Umlaute und Akzente, Ziffern, Leerzeichen und übliche Zeichen: Andere lesen Programme verschieden',
      unlike: 'Das ist nicht, was Sie zuerst eingegeben haben. Bitte geben Sie beides noch einmal ein',
    },
  },
  eraseNow: {
    title: 'Alles sofort löschen?',
    text: (until) =>
      `Bis ${until} könnten Sie alles zurückhaben. Wenn Sie jetzt löschen, verzichten Sie auf diese Zeit, und niemand kann Ihre Daten zurückholen.`,
    copies: 'Falls Sie um eine Kopie gebeten haben, holen Sie sie vorher ab: Auch sie wird gelöscht.',
    kept: 'Nur was wir nach dem Gesetz aufbewahren müssen, bleibt, weggeschlossen:',
    button: 'Ja, alles sofort löschen',
    back: 'Nein, zurück',
  },
  mailing: {
    title: (list) => `Möchten Sie „${list}“ nicht mehr bekommen?`,
    text: 'Mit einem Knopf beenden wir diese Mails an die Adresse, die den Link bekommen hat. Anmelden müssen Sie sich nicht.',
    button: 'Diese Mails beenden',
    all: 'Alle Neuigkeiten und Angebote beenden',
    done: 'Diese Mails haben aufgehört',
    since: (list, since) => `Seit ${since} geht nichts von „${list}“ mehr an Ihre Adresse.`,
    still: 'Mails, die Ihr Konto oder Ihre Anträge brauchen, kommen weiter.',
    again: 'Wenn Sie sie wieder möchten, abonnieren Sie sie in Ihrem Konto neu.',
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
}
