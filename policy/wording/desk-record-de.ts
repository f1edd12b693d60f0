import type { DeskRecordWording } from './desk-record-en.ts'

/** The record of processing (GDPR Art. 30), in German. */
export const deskRecordDe: DeskRecordWording = {
  title: 'Verzeichnis von Verarbeitungs\u00adtätigkeiten',
  lead: (on) => `Art. 30 DSGVO, aus der Richtlinie, die am ${on} gilt.`,
  check:
    'Es sagt, was die Richtlinie weiß. Ergänzen Sie, was anderswo verarbeitet wird, Vertretung oder gemeinsam Verantwortliche, wenn es sie gibt, und was Ihre eigenen Systeme schützt. Was in Worten für Menschen dasteht, spricht sie mit „Sie“ an.',
  print: 'So, wie es ist, lässt es sich drucken.',
  files: 'Zum Aufbewahren:',
  json: 'dieses Verzeichnis als JSON',
  policy: 'die Richtlinie, wie sie ist, als JSON',
  versions: 'was die Richtlinie vorher war',
  controller: {
    title: 'Wer verantwortlich ist',
    name: 'Verantwortlicher',
    address: 'Anschrift',
    mail: 'E-Mail',
    officer: 'Datenschutzbeauftragte oder wer sonst dafür einsteht',
    authority: 'Aufsichtsbehörde',
  },
  people: {
    title: 'Wessen Daten',
    text: 'Menschen, die ein Konto haben oder hatten, und Menschen, die dem Unternehmen wegen ihrer Rechte schreiben.',
  },
  processing: {
    title: 'Was verarbeitet wird, wozu und bis wann',
    purpose: 'Zweck',
    source: 'Herkunft',
    recipients: 'Empfänger',
    nobody: 'niemand',
    where: 'Wo',
    nowhere: 'in keinem System, das die Richtlinie nennt',
    until: 'Alles wird gelöscht, außer was unten als länger aufbewahrt genannt ist:',
    longer: 'Länger aufbewahrt',
    kept: (basis, period) => `${basis}. Dauer nach der Löschung: ${period}.`,
    asked: (period) => `Auf Antrag, Frist: ${period}.`,
    unused: (after, grace) =>
      `Von selbst, wenn das Konto nicht genutzt wird. Ungenutzt: ${after}; danach angekündigt: ${grace}.`,
    backups: (period) => `Sicherungen können danach noch eine Kopie enthalten, höchstens: ${period}.`,
  },
  requests: {
    title: 'Anträge beantworten',
    purpose:
      'Zweck: Menschen antworten, die ihre Rechte nutzen (Art. 12 bis 22 DSGVO), und danach nachweisen, dass es geschehen ist.',
    data: 'Daten: Adresse, Schlüssel des Kontos, was die Person sagt und als Beleg gibt, Briefe, und wer im Unternehmen was getan hat.',
    unconfirmed: (period) => `Was niemand bestätigt, verschwindet. Dauer bis dahin: ${period}.`,
    copies: (period) => `Eine Kopie liegt zum Abholen bereit und wird dann gelöscht. Dauer: ${period}.`,
    evidence: (period) =>
      `Verlauf und Bescheinigung eines abgeschlossenen Antrags, ohne Personenbezug, außer einer Erklärung der Person zu ihren Daten, die kein System aufbewahrt: ${period}.`,
    mails: (period) => `Eine eingegangene Mail bleibt, wie sie kam. Dauer: ${period}.`,
    where: (region) => `Aufbewahrt in ${region}.`,
    sent: (region) => `Briefe gehen von ${region} aus.`,
  },
  recipients: {
    title: 'Empfänger und Länder',
    name: 'Empfänger',
    role: 'Wozu',
    country: 'Land',
    safeguard: 'Was die Daten dort schützt',
    here: 'im Geltungsbereich der DSGVO',
    missing:
      'Außerhalb des Geltungsbereichs der DSGVO, und die Richtlinie nennt keine Garantie (Art. 44 bis 49 DSGVO).',
    none: 'Keine.',
  },
  controllers: {
    title: 'Im Auftrag anderer (Art. 30 Abs. 2 DSGVO)',
    text: 'Im Auftrag dieser Verantwortlichen werden Konten geführt und, wenn sie es verlangen, gelöscht oder kopiert. Wie sie zu erreichen sind, steht in den Verträgen.',
  },
  measures: {
    title: 'Wie es geschützt ist (Art. 32 DSGVO)',
    scope: 'Für das, was Oblige selbst aufbewahrt und tut:',
    all: [
      'Jede Verbindung ist verschlüsselt (TLS): Seiten, Formulare, die Schnittstelle dahinter, Ablagen, Warteschlangen und Briefe; ein Mailserver ohne TLS bekommt keinen Brief.',
      'Jeder Speicher ist verschlüsselt: Tabellen, Ablagen, Warteschlangen und Protokolle.',
      'Was eingeschränkt ist, liegt verschlüsselt unter Verschluss, mit einem Schlüssel je Antrag und System, der in keiner Sicherung ist und bei der Löschung vernichtet wird.',
      'Jede Funktion darf nur, wofür sie da ist, und nur an den Einträgen, für die sie da ist; die Funktion eines Systems erreicht ihr eigenes und kein anderes.',
      'Menschen des Unternehmens melden sich mit zweitem Faktor an, aus zugelassenen E-Mail-Domains und in einer Rolle; jeder Blick auf Persönliches steht im Verlauf des Antrags.',
      'Verläufe sind durch Prüfwerte verkettet, Bescheinigungen und Verläufe unterschrieben; eine Änderung eines Eintrags fällt auf.',
      'Protokolle, Abläufe, Messwerte und Links enthalten nichts Persönliches.',
      'Tabellen lassen sich nicht einfach löschen und überdauern die Installation; die gesichert werden dürfen, werden laufend gesichert.',
      'Jede Version wird gegen jedes Versprechen getestet; die Seite der Versprechen nennt die Tests.',
    ],
  },
}
