import type { LettersWording } from './letters-en.ts'

/** What letters about requests say, in German. */
export const lettersDe: LettersWording = {
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
      'Ihre Daten sind ab jetzt für alle unzugänglich, aber noch nicht gelöscht. Das hat jedes System bisher geantwortet:',
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
    again: 'An Ihren Daten selbst ändert das nichts, und Sie können jederzeit und kostenlos um eine neue Kopie bitten.',
    button: 'Kopie abholen',
  },
  copyDeleted: {
    title: 'Ihre Kopie wurde gelöscht',
    done: 'Die Zeit, in der Sie die Kopie Ihrer Daten abholen konnten, ist vorbei. Darum haben wir sie wie angekündigt gelöscht. An Ihren Daten selbst ändert das nichts.',
    again: (until) =>
      `Wenn Sie doch noch eine Kopie möchten, genügt bis ${until} ein Klick. Danach ist Ihre Adresse bei diesem Antrag nicht mehr gespeichert, und Sie fragen wie beim ersten Mal.`,
    button: 'Noch eine Kopie anfordern',
    outlived: {
      why: 'Daten in der Kopie, um die Sie gebeten hatten, waren zu löschen. Keine Kopie überdauert sie; darum haben wir die Kopie gelöscht.',
      again:
        'Um eine Kopie von dem, was wir sonst über Sie gespeichert haben, können Sie jederzeit und kostenlos bitten.',
      button: 'Antrag ansehen',
    },
  },
  withdrawn: {
    title: 'Sie haben Ihren Antrag zurückgenommen',
    done: 'Wie gewünscht haben wir Ihren Antrag auf eine Kopie geschlossen und gelöscht, was dafür gesammelt war. An Ihren Daten selbst ändert das nichts.',
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
    again: 'Wenn Sie wieder Neuigkeiten möchten, abonnieren Sie sie in Ihrem Konto neu.',
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
      `Wenn Sie nicht einverstanden sind, können Sie sich bei einer Aufsichtsbehörde beschweren. Für uns zuständig ist ${authority} (${url}). Sie können auch vor Gericht gehen oder mit weiteren Nachweisen noch einmal fragen.`,
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
}
