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
    copied: 'in Ihrer Kopie',
    unsubscribed: 'von der Liste genommen',
    corrected: 'berichtigt',
    noted: 'unverändert, mit Ihren Angaben dabei',
    'not-found': 'nichts gefunden',
    pending: 'noch nicht fertig, wir versuchen es weiter',
  },
  item: {
    proving: 'wartet, bis Sie die neue Adresse bestätigen',
    unproven: 'nicht geändert: die neue Adresse wurde nicht rechtzeitig bestätigt',
    deciding: 'darüber entscheidet ein Mensch bei uns',
    correcting: 'wird berichtigt',
    corrected: 'berichtigt',
    'not-held': 'nicht geändert: wir haben keinen Datensatz damit gefunden',
    noting: 'nicht geändert; Ihre Angaben werden zum Datensatz gelegt',
    noted: 'nicht geändert; Ihre Angaben liegen beim Datensatz',
    declined: 'nicht geändert; Ihre Angaben bleiben bei diesem Antrag',
    withdrawn: 'von Ihnen zurückgenommen',
  },
  inWords: (category) => `Ihre Angaben zu: ${category}`,
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
      asked: {
        erasure: (company) =>
          `Jemand, hoffentlich Sie, hat ${company} gebeten, die personenbezogenen Daten zu dieser Adresse zu löschen.`,
        restriction: (company) =>
          `Jemand, hoffentlich Sie, hat ${company} gebeten, die personenbezogenen Daten zu dieser Adresse unzugänglich zu machen, ohne sie zu löschen.`,
        objection: (company) =>
          `Jemand, hoffentlich Sie, hat ${company} gebeten, keine Neuigkeiten und Angebote mehr an diese Adresse zu senden.`,
        'processing-objection': (company) =>
          `Jemand, hoffentlich Sie, widerspricht einer Nutzung der personenbezogenen Daten zu dieser Adresse durch ${company}.`,
        rectification: (company) =>
          `Jemand, hoffentlich Sie, hat ${company} gebeten, personenbezogene Daten zu dieser Adresse zu berichtigen.`,
        access: (company) =>
          `Jemand, hoffentlich Sie, hat ${company} um eine Kopie aller personenbezogenen Daten zu dieser Adresse gebeten.`,
        portability: (company) =>
          `Jemand, hoffentlich Sie, hat ${company} um die Daten gebeten, die Sie bereitgestellt haben, in einer Form, die ein anderer Dienst lesen kann.`,
      },
      meaning: {
        'processing-objection':
          'Wenn Sie bestätigen, fragen wir Sie, welcher Nutzung Sie widersprechen und warum. Darüber entscheidet dann ein Mensch bei uns innerhalb eines Monats. Vorher ändert sich nichts.',
        rectification:
          'Wenn Sie bestätigen, fragen wir Sie, was falsch ist und was richtig. Bevor Sie es uns gesagt haben, ändert sich nichts.',
        erasure:
          'Wenn Sie es bestätigen, werden Ihre Daten sofort für alle unzugänglich. Gelöscht werden sie später; bis dahin können Sie alles zurückhaben.',
        restriction:
          'Wenn Sie es bestätigen, werden Ihre Daten sofort für alle unzugänglich, auch für uns selbst. Gelöscht wird nichts, und Sie können jederzeit alles zurückhaben.',
        objection:
          'Wenn Sie es bestätigen, hören sie sofort und auf Dauer auf. Mails, die Ihr Konto braucht, kommen weiter.',
        copy: 'Wenn Sie es bestätigen, sammeln wir die Daten aus jedem System und schreiben Ihnen, sobald Sie sie abholen können.',
      },
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
      copy: 'Sie können vor der Löschung noch eine Kopie von allem bekommen: ein Klick auf derselben Seite.',
      button: 'Antrag ansehen oder alles zurückholen',
    },
    inactive: {
      title: 'Ihr Konto wird entfernt',
      unused: (company, lastUsed) =>
        `Ihr Konto bei ${company} wurde zuletzt am ${lastUsed} benutzt. Wir bewahren personenbezogene Daten nur auf, solange ein Konto benutzt wird; deshalb ist Ihres zur Entfernung vorgesehen.`,
      unavailable:
        'Ihre Daten sind ab jetzt für alle unzugänglich und noch nicht gelöscht. Das hat jedes System bisher geantwortet:',
      available: 'Noch hat sich nichts geändert: Sie können Ihr Konto benutzen wie bisher.',
      notYet: (systems) => `Noch nicht unzugänglich in: ${systems}. Wir versuchen es weiter.`,
      keep: (until) =>
        `Möchten Sie es behalten? Melden Sie sich bis ${until} einmal an, oder drücken Sie einen Knopf auf der Seite unten. Dann bleibt alles, wie es war.`,
      complete: (by) =>
        `Möchten Sie es nicht mehr, müssen Sie nichts tun: Bis spätestens ${by} ist alles vollständig gelöscht, und Sie erhalten eine signierte Bescheinigung.`,
      kept: 'Was wir nach dem Gesetz aufbewahren müssen:',
      copy: 'Vorher können Sie eine Kopie von allem bekommen: ein Klick auf derselben Seite.',
      button: 'Konto behalten oder nachsehen, was geschieht',
    },
    reminder: {
      inactive: {
        title: 'Eine Erinnerung, bevor Ihr Konto entfernt wird',
        still:
          'Ihr Konto wurde lange nicht benutzt und ist zur Entfernung vorgesehen. Ihre Daten sind für alle unzugänglich und noch nicht gelöscht.',
        available:
          'Ihr Konto wurde lange nicht benutzt und ist zur Entfernung vorgesehen. Noch ist nichts gelöscht, und Sie können es benutzen wie bisher.',
        partly: (systems) =>
          `Ihr Konto wurde lange nicht benutzt und ist zur Entfernung vorgesehen. Ihre Daten werden unzugänglich gemacht, sind es aber noch nicht in: ${systems}. Noch ist nichts gelöscht.`,
        undo: (until) =>
          `Bis ${until} können Sie es behalten: Melden Sie sich einmal an, oder drücken Sie einen Knopf auf der Seite unten. Danach beginnt die Löschung, und niemand kann etwas zurückholen.`,
        nothing: 'Möchten Sie das Konto nicht mehr, müssen Sie nichts tun.',
        button: 'Konto behalten oder nachsehen, was geschieht',
      },
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
      correcting: (by) =>
        `Noch nicht alle unsere Systeme konnten Ihre Daten berichtigen. Wir versuchen es weiter. Versprochen haben wir es bis ${by}.`,
      where: (systems) => `Es fehlt noch: ${systems}.`,
      button: 'Stand ansehen',
    },
    restored: {
      title: 'Alles ist wieder da',
      done: 'Sie wollten Ihre Daten zurück, und sie sind es: in jedem System wieder verfügbar, so wie sie waren.',
      again: 'Sie können jederzeit und kostenlos wieder um Löschung bitten.',
      button: 'Antrag ansehen',
      inactive: {
        title: 'Ihr Konto bleibt',
        done: 'Ihr Konto wurde wieder benutzt, oder Sie wollten es behalten. Es ist nicht mehr zur Entfernung vorgesehen, und alles ist, wie es war.',
        again: 'Sie können jederzeit und kostenlos um Löschung bitten.',
      },
    },
    erased: {
      title: 'Ihre Daten sind gelöscht',
      done: (at) =>
        `Am ${at} war die Löschung Ihrer personenbezogenen Daten fertig, und wir haben in jedem System nachgesehen. Das ist das Ergebnis:`,
      kept: 'Was wir nach dem Gesetz aufbewahren müssen:',
      recipients: (names) =>
        `Wir teilen es denen mit, die Daten von uns bekommen haben, damit auch sie löschen: ${names}. Auf der Seite Ihres Antrags steht, wem es mitgeteilt ist und wer es bestätigt hat.`,
      certificate:
        'Die angehängte Bescheinigung sagt, was getan wurde, und ist signiert; jeder kann sie ohne uns prüfen.',
      forget:
        'Sobald diese Mail und alle Mitteilungen verschickt sind, löschen wir auch Ihre Adresse aus dem Antrag selbst.',
      button: 'Bescheinigung ansehen',
      inactive: {
        done: (at) =>
          `Ihr Konto wurde lange nicht benutzt, und niemand wollte es behalten. Am ${at} war die Löschung Ihrer personenbezogenen Daten fertig, und wir haben in jedem System nachgesehen. Das ist das Ergebnis:`,
      },
    },
    notFound: {
      title: 'Wir haben nichts gefunden',
      done: {
        erasure:
          'Sie haben Ihren Antrag bestätigt. Zu dieser Adresse haben wir in unseren Konten keine personenbezogenen Daten gefunden. Es gibt also nichts zu löschen, und der Antrag ist abgeschlossen.',
        restriction:
          'Sie haben Ihren Antrag bestätigt. Zu dieser Adresse haben wir in unseren Konten keine personenbezogenen Daten gefunden. Es gibt also nichts unzugänglich zu machen, und der Antrag ist abgeschlossen.',
        objection: 'Sie haben Ihren Antrag bestätigt. An diese Adresse gehen keine Neuigkeiten und Angebote mehr.',
        'processing-objection':
          'Sie haben Ihren Antrag bestätigt. Zu dieser Adresse haben wir in unseren Konten keine personenbezogenen Daten gefunden. Es gibt also keine Nutzung, der Sie widersprechen könnten, und der Antrag ist abgeschlossen.',
        rectification:
          'Sie haben Ihren Antrag bestätigt. Zu dieser Adresse haben wir in unseren Konten keine personenbezogenen Daten gefunden. Es gibt also nichts zu berichtigen, und der Antrag ist abgeschlossen.',
        copy: 'Sie haben Ihren Antrag bestätigt. Zu dieser Adresse haben wir in unseren Konten keine personenbezogenen Daten gefunden. Es gibt also nichts zu kopieren, und der Antrag ist abgeschlossen.',
      },
      other: 'Wenn Sie unseren Dienst mit einer anderen Adresse nutzen, fragen Sie bitte mit dieser noch einmal.',
      button: 'Antrag ansehen',
    },
    duplicate: {
      title: 'Sie haben schon einen offenen Antrag',
      done: (other) =>
        `Sie haben einen zweiten Antrag für dieselbe Adresse bestätigt. Er wird schon unter ${other} erledigt; es gilt das Datum des ersten. Den zweiten haben wir geschlossen.`,
      button: 'Antrag ansehen',
    },
    held: {
      title: 'Ihre Daten sind jetzt unzugänglich',
      partly: 'Ihre Daten werden unzugänglich gemacht',
      done: (receivedAt) =>
        `Sie haben uns am ${receivedAt} gebeten, Ihre personenbezogenen Daten unzugänglich zu machen. Gelöscht wird nichts. Das hat jedes System bisher geantwortet:`,
      notYet: (systems) =>
        `Noch nicht unzugänglich in: ${systems}. Wir versuchen es weiter und schreiben Ihnen wieder, sobald es geschehen ist.`,
      undo: 'Das bleibt so, solange Sie möchten. Sie können jederzeit alles zurückhaben, auf der Seite Ihres Antrags.',
      button: 'Antrag ansehen oder alles zurückholen',
    },
    lifted: {
      title: 'Alles ist wieder da',
      done: 'Sie wollten Ihre Daten zurück, und sie sind es: in jedem System wieder verfügbar, so wie sie waren.',
      byUs: 'Wie angekündigt haben wir die Einschränkung beendet. Ihre Daten sind in jedem System wieder verfügbar, so wie sie waren.',
      again: 'Sie können sie jederzeit und kostenlos wieder unzugänglich machen lassen.',
      button: 'Antrag ansehen',
    },
    copyReady: {
      title: 'Ihre Kopie ist fertig',
      partly: 'Ihre Kopie ist fertig, aber noch nicht vollständig',
      done: (receivedAt) =>
        `Sie haben am ${receivedAt} um eine Kopie Ihrer Daten gebeten. Sie ist zusammengestellt. Das hat jedes System gegeben:`,
      notYet: (systems) =>
        `Es fehlt noch: ${systems}. Das steht auch in der Kopie. Wir fragen weiter und schreiben Ihnen, wenn sie vollständig ist.`,
      fetch: (size, until) => `Die Datei hat ${size}. Sie können sie bis ${until} abholen; dann löschen wir sie.`,
      proof:
        'Zum Abholen brauchen Sie einen Code, den wir an diese Adresse mailen. So bekommt niemand Ihre Daten, der nur diesen Link hat.',
      open: 'Es ist eine Zip-Datei: Entpacken Sie sie und öffnen Sie index.html in einem beliebigen Browser. Programme finden dieselben Daten als JSON und CSV.',
      what: {
        access:
          'Sie enthält alles, was wir über Sie gespeichert haben. Wenn Sie nur möchten, was Sie selbst bereitgestellt haben, um es zu einem anderen Dienst mitzunehmen, können Sie auch darum bitten.',
        portability:
          'Sie enthält, was Sie selbst bereitgestellt haben, in einer Form, die andere Dienste lesen können. Wenn Sie alles möchten, was wir über Sie gespeichert haben, können Sie auch darum bitten.',
      },
      button: 'Kopie abholen',
    },
    copyExpiresSoon: {
      title: 'Ihre Kopie wird bald gelöscht',
      until: (until) => `Sie können die Kopie Ihrer Daten bis ${until} abholen. Dann löschen wir sie.`,
      again:
        'Ihre Daten selbst bleiben, wie sie sind, und Sie können jederzeit und kostenlos um eine neue Kopie bitten.',
      button: 'Kopie abholen',
    },
    copyDeleted: {
      title: 'Ihre Kopie wurde gelöscht',
      done: 'Die Zeit, in der Sie die Kopie Ihrer Daten abholen konnten, ist vorbei. Darum haben wir sie wie angekündigt gelöscht. Ihre Daten selbst bleiben, wie sie sind.',
      again: (until) =>
        `Wenn Sie doch noch eine Kopie möchten, genügt bis ${until} ein Klick. Danach ist Ihre Adresse bei diesem Antrag nicht mehr gespeichert, und Sie fragen wie beim ersten Mal.`,
      button: 'Noch eine Kopie anfordern',
    },
    withdrawn: {
      title: 'Sie haben Ihren Antrag zurückgenommen',
      done: 'Wie gewünscht haben wir Ihren Antrag auf eine Kopie geschlossen und gelöscht, was dafür gesammelt war. Ihre Daten selbst bleiben, wie sie sind.',
      again: 'Sie können jederzeit neu fragen, und es kostet nichts.',
      notYou: 'Wenn Sie es nicht waren, hat vielleicht jemand Ihren Link: Bitte antworten Sie auf diese Mail.',
      button: 'Antrag ansehen',
    },
    onHold: {
      title: 'Die Löschung muss warten',
      why: 'Sie haben uns gebeten, Ihre Daten zu löschen. Vorerst dürfen wir das nicht.',
      inactive: {
        why: 'Ihr Konto ist zur Entfernung vorgesehen, weil es nicht benutzt wurde. Vorerst dürfen wir Ihre Daten nicht löschen.',
      },
      reason: (reason) => `Der Grund: ${reason}.`,
      meanwhile:
        'Die Daten bleiben für alle unzugänglich und werden für nichts anderes verwendet. Sobald der Grund entfällt, geht die Löschung weiter, und wir schreiben Ihnen. Bis dahin können Sie alles zurückhaben.',
      button: 'Antrag ansehen',
    },
    holdEnded: {
      title: 'Die Löschung geht weiter',
      done: 'Der Grund, aus dem wir Ihre Daten aufbewahren mussten, ist entfallen. Die Löschung geht weiter wie geplant; wenn ihre Zeit inzwischen gekommen ist, beginnt sie sofort. Wenn sie fertig ist, bekommen Sie eine Bescheinigung.',
      button: 'Antrag ansehen',
    },
    toBeLifted: {
      title: 'Wir machen Ihre Daten wieder verfügbar',
      when: (at) =>
        `Ihre Daten sind unzugänglich, weil Sie darum gebeten haben. Wir sehen dafür keinen Grund mehr und machen sie nach ${at} wieder verfügbar.`,
      against:
        'Wenn Sie nicht einverstanden sind, antworten Sie vorher auf diese Mail. Sie können uns auch bitten, Ihre Daten stattdessen zu löschen.',
      button: 'Antrag ansehen',
    },
    mailingStopped: {
      title: 'Keine Neuigkeiten und Angebote mehr',
      done: (company) =>
        `Wie gewünscht sendet ${company} keine Neuigkeiten und Angebote mehr an diese Adresse, gleich welcher Art. Damit das so bleibt, behalten wir nur eine Zeichenfolge, die aus der Adresse gebildet ist und aus der niemand sie ablesen kann.`,
      still: 'Mails, die Ihr Konto oder Ihre Anträge brauchen, kommen weiter.',
      again: 'Wenn Sie wieder Neuigkeiten möchten, melden Sie sich in Ihrem Konto wieder an.',
      button: 'Antrag ansehen',
    },
    copyProtected: {
      title: 'Ihre Kopie ist geschützt',
      done: 'Wie gewünscht haben wir Ihre Kopie mit Ihrer Passphrase verschlüsselt und die ohne gelöscht. Was ab jetzt abgeholt wird, kann nur öffnen, wer die Passphrase hat.',
      open: 'Zum Öffnen brauchen Sie ein Programm, das AES-Verschlüsselung in Zip-Dateien kennt: zum Beispiel 7-Zip oder Keka, beide kostenlos. Darin liegt die Kopie selbst, eine Zip-Datei wie jede andere.',
      lost: 'Wir haben Ihre Passphrase nicht und können sie nicht wiederbeschaffen. Wenn Sie sie verlieren, bitten Sie um eine neue Kopie.',
      fetch: (size, until) => `Die Datei hat ${size}. Sie können sie bis ${until} abholen. Dann löschen wir sie.`,
      notYou:
        'Wenn Sie es nicht waren, hat vielleicht jemand Ihren Link und liest Ihre Mails: Antworten Sie dann bitte auf diese Mail.',
      button: 'Kopie abholen',
    },
    downloadCode: {
      title: 'Ihr Code zum Abholen der Kopie',
      asked: 'Jemand, hoffentlich Sie, möchte die Kopie Ihrer Daten abholen. Dieser Code öffnet sie:',
      until: (until) =>
        `Er gilt einmal, bis ${until}. Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben.`,
      notYou:
        'Wenn Sie es nicht waren, beachten Sie diese Mail nicht und sagen Sie den Code niemandem: Ohne ihn kann die Kopie nicht abgeholt werden. Vielleicht hat jemand Ihren Link; antworten Sie dann bitte auf diese Mail.',
      button: 'Zurück zur Seite',
    },
    stateWhatIsRight: {
      title: 'Bitte sagen Sie uns, was richtig ist',
      asked:
        'Sie haben uns gebeten, Ihre personenbezogenen Daten zu berichtigen, und Ihre Adresse bestätigt. Sagen Sie uns nun, was falsch ist und was richtig:',
      until: (until) => `Sie haben Zeit bis ${until}. Bevor Sie es uns gesagt haben, ändert sich nichts.`,
      how: 'Manches berichtigen wir sofort, in jedem System. Über anderes entscheidet ein Mensch bei uns und nennt Ihnen den Grund.',
      button: 'Sagen, was richtig ist',
    },
    proveNewAddress: {
      title: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse',
      asked: (company) =>
        `Jemand, hoffentlich Sie, hat ${company} gebeten, die eigene E-Mail-Adresse in diese zu ändern. Wenn Sie bestätigen, wird sie die Adresse des Kontos.`,
      button: 'Diese Adresse bestätigen',
      until: (until) => `Der Link gilt bis ${until}. Bevor Sie bestätigen, ändert sich nichts.`,
      notYou: 'Wenn Sie das nicht waren, beachten Sie diese Mail nicht: Es ändert sich nichts.',
    },
    newAddressStated: {
      title: 'Eine neue E-Mail-Adresse wurde angegeben',
      done: 'Auf der Seite Ihres Antrags hat jemand, hoffentlich Sie, eine neue E-Mail-Adresse für Ihr Konto angegeben. Wir haben einen Link dorthin gemailt; sobald sie dort bestätigt ist, wird sie die Adresse Ihres Kontos.',
      notYou:
        'Wenn Sie das nicht waren, nehmen Sie es jetzt auf der Seite des Antrags zurück: Vielleicht hat jemand Ihren Link.',
      button: 'Antrag ansehen oder zurücknehmen',
    },
    addressChanged: {
      title: 'Ihre E-Mail-Adresse wurde geändert',
      done: 'Die E-Mail-Adresse Ihres Kontos wurde in eine andere geändert, wie Sie es wollten. Beide Adressen wurden bestätigt. Ab jetzt schreiben wir an die neue.',
      notYou: 'Wenn Sie das nicht waren, antworten Sie sofort auf diese Mail.',
    },
    corrected: {
      title: 'Ihre Daten sind berichtigt',
      done: (at) => `Am ${at} war die Berichtigung Ihrer Daten fertig. Das wurde geändert, und hier:`,
      recipients: (names) =>
        `Wir teilen es denen mit, die diese Daten von uns bekommen haben, damit auch sie berichtigen: ${names}. Auf der Seite Ihres Antrags steht, wem es mitgeteilt ist und wer es bestätigt hat.`,
      words: 'Was wir Ihnen dazu sagen möchten:',
      forget:
        'Sobald diese Mail und alle Mitteilungen verschickt sind, löschen wir Ihre Angaben und Ihre Adresse aus dem Antrag selbst.',
      button: 'Antrag ansehen',
    },
    notAllCorrected: {
      title: 'Nicht alles konnte berichtigt werden',
      done: 'Sie haben uns gebeten, personenbezogene Daten zu berichtigen. Das ist daraus geworden:',
      why: 'Warum wir manches nicht geändert haben:',
      words: 'Was wir Ihnen dazu sagen möchten:',
      noted:
        'Ihre Angaben liegen beim Datensatz selbst: Wer damit arbeitet, sieht, dass er nach Ihrer Auffassung falsch ist.',
      kept: 'Ihre Angaben bleiben bei diesem Antrag.',
      where: 'Was getan wurde, und wo:',
      rights: (authority, url) =>
        `Wenn Sie nicht einverstanden sind: Für uns zuständig ist ${authority} (${url}). Sie können auch vor Gericht gehen oder mit weiteren Nachweisen noch einmal fragen.`,
      button: 'Antrag ansehen',
    },
    nothingCorrected: {
      title: 'Es wurde nichts berichtigt',
      done: 'Sie haben uns um eine Berichtigung gebeten und das zurückgenommen, oder uns nicht rechtzeitig gesagt, was richtig ist. Es wurde nichts geändert, und der Antrag ist abgeschlossen.',
      again: 'Sie können jederzeit und kostenlos wieder fragen.',
      button: 'Antrag ansehen',
    },
    decisionNeeded: {
      title: 'Über eine Berichtigung ist zu entscheiden',
      asked:
        'Eine Person, die ihre Adresse bestätigt hat, bittet um Berichtigung personenbezogener Daten (Artikel 16 DSGVO). Darüber muss ein Mensch entscheiden:',
      by: (by) => `Die Person muss bis ${by} eine Antwort haben.`,
      how: 'Die Seite zeigt, was sie angegeben hat, und nimmt Ihre Entscheidung mit dem Grund entgegen. Wer diesen Link hat, kann entscheiden: Geben Sie ihn niemandem weiter.',
      button: 'Ansehen und entscheiden',
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
      keep: 'Was wir nach dem Gesetz aufbewahren müssen',
      keepFor: (what, why, period) =>
        `${what}: ${why}. Dauer der Aufbewahrung nach der Löschung: ${period}, weggeschlossen und für nichts anderes verwendet.`,
      otherTitle: 'Andere Anliegen',
      other: 'Sie möchten etwas anderes? Schreiben Sie uns:',
    },
    rights: {
      access: {
        name: 'Eine Kopie von allem',
        more: 'Alle personenbezogenen Daten, die wir über Sie gespeichert haben, als Datei, die jeder Browser öffnet.',
      },
      portability: {
        name: 'Meine Daten für einen anderen Dienst',
        more: 'Nur was Sie selbst bereitgestellt haben, in einer Form, die andere Dienste lesen können.',
      },
      'processing-objection': {
        name: 'Einer Nutzung meiner Daten widersprechen',
        more: 'Sie nennen Ihre Gründe, und ein Mensch bei uns entscheidet, ob wir damit aufhören.',
      },
      rectification: {
        name: 'Meine Daten berichtigen',
        more: 'Was falsch ist, wird in jedem System richtiggestellt, und was fehlt, wird ergänzt.',
      },
      restriction: {
        name: 'Meine Daten unzugänglich machen',
        more: 'Für alle, solange Sie möchten. Gelöscht wird nichts.',
      },
      objection: {
        name: 'Keine Neuigkeiten und Angebote mehr',
        more: 'Keine Direktwerbung mehr an Ihre Adresse, von keiner Liste.',
      },
      erasure: {
        name: 'Meine Daten löschen',
        more: 'Sofort unzugänglich, und gelöscht nach einer Zeit, in der Sie es sich anders überlegen können.',
      },
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
      ground: 'Warum möchten Sie es? Sie müssen es nicht sagen.',
      groundMore: 'Es bleibt bei Ihrem Antrag. Wir tun dasselbe, was Sie auch wählen.',
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
        erasure: (by) => `Wenn Sie bestätigt haben, ist alles vollständig gelöscht, und zwar spätestens am ${by}.`,
        restriction: (by) =>
          `Wenn Sie bestätigt haben, sind Ihre Daten unzugänglich, und zwar spätestens am ${by}, meist in wenigen Minuten.`,
        objection: (by) =>
          `Nach Ihrer Bestätigung hören Neuigkeiten und Angebote sofort auf, und spätestens am ${by} stimmt es in jedem System.`,
        'processing-objection': (by) =>
          `Wenn Sie bestätigt und uns Ihre Gründe genannt haben, haben Sie spätestens am ${by} unsere Antwort, es sei denn, wir schreiben Ihnen, warum es länger dauert.`,
        rectification: (by) =>
          `Wenn Sie bestätigt und uns gesagt haben, was richtig ist, haben Sie spätestens am ${by} unsere Antwort, meist sofort.`,
        copy: (by) =>
          `Wenn Sie bestätigt haben, können Sie Ihre Kopie abholen, und zwar spätestens am ${by}, meist viel früher.`,
      },
      noMail: 'Nach einigen Minuten keine Mail?',
      spam: (limit) =>
        `Sehen Sie im Spam-Ordner nach oder fragen Sie noch einmal. Wir senden höchstens ${limit} solche Mails am Tag an eine Adresse.`,
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
        erasure: (at) => `Spätestens am ${at} ist alles vollständig gelöscht.`,
        restriction: (at) => `Spätestens am ${at} sind Ihre Daten unzugänglich.`,
        objection: (at) => `Spätestens am ${at} stimmt es in jedem System.`,
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
      protectText: 'Soll nur Ihnen die Datei offenstehen, wo immer sie liegt? Wählen Sie dafür eine Passphrase.',
      protectButton: 'Code zum Wählen einer Passphrase mailen',
      protecting: 'Ihre Kopie wird verschlüsselt',
      protectingText:
        'Wir verschlüsseln Ihre Kopie mit Ihrer Passphrase und löschen die ohne. Meist dauert das höchstens einige Minuten; Sie bekommen eine Mail, wenn es getan ist.',
      protectedText: (size) =>
        `Es ist eine Zip-Datei mit ${size}, die nur Ihre Passphrase öffnet, in einem Programm wie 7-Zip oder Keka. Wenn Sie die Passphrase verloren haben, bitten Sie um eine neue Kopie.`,
      fetchedOften:
        'Sie haben sie so oft abgeholt, wie wir es erlauben. Wenn sie gelöscht ist, können Sie um eine neue bitten.',
      discarding: 'Ihre Kopie wird gelöscht',
      discardingText: 'Die Zeit zum Abholen ist vorbei. Sie bekommen eine Mail, wenn die Kopie gelöscht ist.',
      discarded: 'Ihre Kopie wurde gelöscht',
      discardedText: (at) =>
        `Am ${at} haben wir die Kopie gelöscht. Ihre Daten selbst bleiben, wie sie sind, und Sie können jederzeit um eine neue Kopie bitten.`,
      withdrawText: 'Sie möchten die Kopie nicht mehr? Wir löschen, was gesammelt wurde, und schließen den Antrag.',
      withdrawButton: 'Antrag zurücknehmen',
      withdrawing: 'Ihr Antrag wird zurückgenommen',
      withdrawingText:
        'Wir löschen, was für Ihre Kopie gesammelt wurde. Sie bekommen eine Mail, wenn es geschehen ist.',
      withdrawn: 'Sie haben Ihren Antrag zurückgenommen',
      withdrawnText: (at) =>
        `Am ${at} haben wir ihn geschlossen und gelöscht, was für die Kopie gesammelt war. Ihre Daten selbst bleiben, wie sie sind.`,
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
        `Seit ${at} stimmt es in jedem System. Wenn Sie wieder Neuigkeiten möchten, melden Sie sich in Ihrem Konto wieder an.`,
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
          'Ihrem Widerspruch wurde sofort gefolgt, er kann also nicht zurückgenommen werden. Möchten Sie wieder Neuigkeiten, abonnieren Sie sie neu.',
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
      again: 'Wenn Sie sie wieder möchten, melden Sie sich in Ihrem Konto wieder an.',
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
