import type { DeadlinesWording } from './deadlines-en.ts'

/** What is said about deadlines and figures, in German: to people, and to the company's officer. */
export const deadlinesDe: DeadlinesWording = {
  longer: {
    title: 'Unsere Antwort dauert länger',
    asked: {
      access: 'Sie haben uns um eine Kopie Ihrer personenbezogenen Daten gebeten.',
      portability: 'Sie haben uns um Ihre Daten gebeten, um sie zu einem anderen Dienst mitzunehmen.',
      rectification: 'Sie haben uns gebeten, personenbezogene Daten zu berichtigen.',
      restriction: 'Sie haben uns gebeten, Ihre personenbezogenen Daten unzugänglich zu machen.',
      erasure: 'Sie haben uns gebeten, Ihre personenbezogenen Daten zu löschen.',
      objection: 'Sie haben uns gebeten, Ihnen keine Neuigkeiten und Angebote mehr zu senden.',
      'processing-objection': 'Sie widersprechen einer Nutzung Ihrer personenbezogenen Daten.',
    },
    why: (reason) =>
      `Wir können das nicht innerhalb eines Monats abschließen, weil ${reason}. Das Gesetz erlaubt dafür zwei Monate mehr (Artikel 12 Absatz 3 DSGVO).`,
    by: (by) => `Spätestens am ${by} ist es abgeschlossen, und Sie hören von uns.`,
    suspend: 'Bis dahin können Sie Ihre Daten mit einem Klick unzugänglich machen lassen, auf der Seite Ihres Antrags.',
    meanwhile: 'Was schon getan ist, bleibt so; die Seite Ihres Antrags zeigt es jederzeit.',
    button: 'Den Antrag ansehen',
    page: (reason, by) =>
      `Wie wir Ihnen schrieben, dauert es länger als einen Monat, weil ${reason}. Spätestens am ${by} ist es abgeschlossen.`,
  },
  page: {
    title: 'Ein Antrag, dessen Frist näher kommt',
    lead: 'Eine Person, die ihre Adresse bestätigt hat, wartet darauf. Zu entscheiden ist hier nichts: Worauf er wartet, steht unten.',
    over: 'Hier ist nichts mehr zu tun',
    overText: 'Der Antrag ist erledigt, entschieden oder wurde zurückgenommen. So steht es um ihn:',
    right: 'Worum es geht',
    by: 'Zugesagt bis',
    waits: 'Er wartet auf',
    extended: 'Die Person weiß, dass es länger dauert.',
  },
  waits: {
    company: 'Ihre Entscheidung',
    systems: 'Systeme, die noch nicht geantwortet haben',
    law: 'das Ende des Grundes, aus dem die Daten aufzubewahren sind',
    time: 'das Ende der Frist bis zur Löschung',
    person: 'die Person',
  },
  daily: {
    title: (day, overdue, replaced) =>
      replaced > 0
        ? `Nicht wie aufgezeichnet: Anträge zum Datenschutz, ${day}`
        : overdue > 0
          ? `${overdue} überfällig: Anträge zum Datenschutz, ${day}`
          : `Anträge zum Datenschutz, ${day}`,
    replaced: 'Verläufe von Anträgen, die nicht mehr sind, wie sie aufgezeichnet wurden',
    entry: (n, day) => `Eintrag ${n} ist ein anderer als am Ende des ${day}, oder er fehlt`,
    whoReplaced:
      'Oblige schreibt jeden Eintrag einmal. Jemand hat sie also in der Tabelle verändert, oder die Tabelle stammt aus einer Sicherung. Stützen Sie sich auf diese Verläufe nicht, lassen Sie sie, wie sie sind, und geben Sie dies noch heute an die weiter, die Oblige betreiben: docs/runbook.md sagt, was zu tun ist.',
    overdue: 'Überfällig: Sagen Sie jeder Person, was es aufhält, und bringen Sie es in Ordnung',
    'at-risk': 'Gefährdet: Etwas steht im Weg',
    soon: 'Bald fällig',
    mails: { title: 'Mails, über die Sie noch entscheiden müssen', overdue: 'Überfällig', soon: 'Bald fällig' },
    none: 'Keine Frist kommt näher.',
    due: (by, waits) => `zugesagt bis ${by}; wartet auf ${waits}`,
    more: (count) => `Es gibt ${count} weitere, die später zugesagt sind als diese.`,
    decide:
      'Jeder Link zeigt, worauf der Antrag wartet, nimmt auf, was zu entscheiden ist, und sagt, solange der erste Monat läuft, dass es länger dauert. Wer einen Link hat, kann entscheiden: Geben Sie ihn niemandem weiter.',
    chart: 'Eingegangen und erledigt, Tag für Tag',
    received: 'eingegangen',
    done: 'erledigt',
    since: 'In den letzten 30 Tagen',
    figures: {
      received: 'Eingegangen',
      done: 'Erledigt',
      refused: 'Ganz oder teilweise abgelehnt',
      'taken-back': 'Zurückgenommen',
      nobody: 'Keine Daten gefunden',
      late: 'Zu spät erledigt',
      longer: 'Um zwei Monate verlängert, wie das Gesetz es erlaubt',
      median: 'Die Hälfte davon erledigt binnen',
      most: '95 von 100 erledigt binnen',
    },
    byRight: 'Nach Recht',
    byChannel: 'Nach Weg',
    byCountry: 'Nach Land',
    line: (received, done) => `${received} eingegangen, ${done} erledigt`,
    days: (days) => (days === 0 ? 'eines Tages' : `${days + 1} Tagen`),
    kinds: {
      'unused-account': 'Konten, die niemand nutzte',
      'child-account': 'Einwilligung für Konten von Kindern',
    },
    channels: {
      form: 'Das Formular',
      mail: 'E-Mail',
      link: 'Ein Link in einer Mail von Ihnen',
      controller: 'Ein Verantwortlicher, per OpenDSR',
      company: 'Sie selbst',
      nobody: 'Niemand fragte',
      phone: 'Am Telefon, von Ihnen eingetragen',
      letter: 'In einem Brief, von Ihnen eingetragen',
      chat: 'In einem Chat, von Ihnen eingetragen',
    },
    unknown: 'Nicht bekannt',
    others: 'Andere, aus jedem weniger als 5',
    holidays: (last) =>
      `Feiertage sind nur bis ${last} bekannt. Installieren Sie neu oder nennen Sie weitere in der Richtlinie: Bis dahin weichen Fristen nur Wochenenden aus.`,
    file: 'Die Zahlen eines Jahres für die Behörde: Wie Sie sie bekommen, steht in docs/figures.md.',
    why: 'Dieser Brief kommt einmal am Tag, wenn es etwas zu sagen gibt. Er nennt niemanden.',
  },
}
