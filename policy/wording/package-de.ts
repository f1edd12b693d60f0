import type { PackageWording } from './package-en.ts'

const number = (n: number) => n.toLocaleString('de')

/** Die deutschen Texte einer Kopie der Daten einer Person. */
export const de: PackageWording = {
  otherPerson: '[über eine andere Person]',
  tooLong: (file) => `[zu lang für eine Tabelle: steht ganz in ${file}]`,
  schema: (name, system, category) =>
    `Eine Zeile von ${name}-*.jsonl: ein Datensatz aus „${category}“ von „${system}“. Aus den Datensätzen dieser Kopie gebildet.`,
  records: (n) => (n === 1 ? '1 Datensatz' : `${number(n)} Datensätze`),
  files: (n) => (n === 1 ? '1 Datei' : `${number(n)} Dateien`),
  index: {
    title: 'Eine Kopie Ihrer Daten',
    portable: 'Ihre Daten zum Mitnehmen',
    access: (company) =>
      `Das ist alles, was ${company} über Sie gespeichert hat, so wie es war, als die Kopie entstand.`,
    accessInPart: (company) =>
      `Das ist, was ${company} über Sie gespeichert hat, so wie es war, als die Kopie entstand, ohne das, was unten als fehlend genannt ist.`,
    portability: (company) =>
      `Das sind die Daten, die Sie ${company} gegeben haben oder die durch Ihre Nutzung entstanden sind, in Formaten, die andere Dienste lesen können. Eine Kopie von allem, was über Sie gespeichert ist, können Sie ebenfalls verlangen.`,
    reference: 'Kennung',
    asked: 'Verlangt am',
    made: 'Kopie erstellt',
    skip: 'Zu Ihren Daten springen',
    searchLabel: 'Suchen in dem, was diese Seite zeigt',
    hits: 'Gefundene Zeilen: {n}',
    missingTitle: 'Nicht in dieser Kopie',
    missing: (what, system) => `${what}, in ${system}: Das System konnte noch nicht antworten.`,
    missingNext:
      'Verloren ist nichts. Wir fragen weiter; sobald der Rest da ist, entsteht eine vollständige Kopie und wir schreiben Ihnen.',
    difference: (what, system, found, included) =>
      `${what}, in ${system}: ${number(found)} Datensätze wurden gezählt, ${number(included)} sind in dieser Kopie. Während sie entstand, hat sich etwas geändert.`,
    notPartOf: (what) =>
      `Nicht dabei, weil Sie sie nicht selbst bereitgestellt haben: ${what}. Sie sind in einer Kopie von allem enthalten.`,
    redacted: (n) =>
      n === 1
        ? '1 Angabe über eine andere Person wurde herausgenommen und ist gekennzeichnet.'
        : `${number(n)} Angaben über andere Personen wurden herausgenommen und sind gekennzeichnet.`,
    overview: 'Was wo gespeichert ist',
    overviewHint:
      'Der Balken zeigt den Anteil an allen Datensätzen, der Streifen, von wann sie sind: je dunkler, desto mehr in diesem Monat.',
    nothing: 'Hier wurde nichts gefunden.',
    notYet: 'Noch keine Antwort.',
    since: (day) => `seit ${day}`,
    span: (from, to) => `${from} bis ${to}`,
    undated: 'ohne Datum',
    purpose: 'Wofür',
    from: 'Woher',
    all: 'Alles davon steht auf dieser Seite.',
    part: (shown, all) => `Die ersten ${number(shown)} von ${number(all)} stehen hier.`,
    whole: 'Alle, vollständig, stehen in:',
    more: (n, folder) => `und ${number(n)} weitere im Ordner ${folder}`,
    shortened: 'Lange Texte sind hier gekürzt (…).',
    versions: 'ältere Fassung',
    columns: { name: 'Name', modified: 'Geändert', bytes: 'Größe', version: 'Fassung' },
    current: 'aktuell',
    empty: 'nichts',
    yes: 'ja',
    no: 'nein',
    row: 'Zeile',
    tableOf: (name) => `Tabelle von ${name}`,
    about: 'Was wir mit diesen Daten tun, wer sie bekommt, wie lange sie bleiben, und Ihre Rechte',
    machine: 'Für Maschinen und Fachleute',
    formats:
      'Jede Art von Datensatz ist zweimal da: als JSON Lines (.jsonl, beschrieben durch ein JSON Schema) und als Tabelle (.csv) für Tabellenprogramme; dort beginnt ein Text, der sonst eine Formel wäre, mit einem Apostroph.',
    manifest:
      'manifest.json sagt System für System, was in dieser Kopie ist, und ist signiert; mit den Listen im Ordner checksums deckt es jede Datei ab. Der Befehl „npx oblige verify“ prüft es, ohne jemanden zu fragen.',
  },
  about: {
    title: 'Über Ihre Daten',
    back: 'Zurück zu Ihren Daten',
    controller: 'Wer verantwortlich ist',
    officer: 'Für Fragen zu Ihren Daten',
    categories: 'Was gespeichert ist und warum',
    category: 'Daten',
    purpose: 'Wofür',
    source: 'Woher',
    recipients: 'Wer sie bekommt',
    kept: 'Wie lange',
    untilAsked: 'bis Sie die Löschung verlangen',
    unused: (after, grace) =>
      `die eines Kontos, das ${after} lang niemand nutzt: bis ${grace} vergangen sind, nachdem wir Ihnen deswegen geschrieben haben`,
    child: (age) =>
      `die eines Kontos eines Kindes unter ${age} Jahren: nur bis wir erfahren, dass die Einwilligung der Eltern fehlt`,
    keptBy: (period, basis) => `${period} nach einer Löschung, weggeschlossen: ${basis}`,
    backups: (period) =>
      `Sicherungen können nach einer Löschung noch bis zu ${period} eine Kopie enthalten; sie werden für nichts anderes verwendet.`,
    recipientsTitle: 'Wer Daten von uns bekommt',
    recipient: 'Wer',
    role: 'Wofür',
    country: 'Wo',
    safeguard: 'Was die Daten dort schützt',
    inside: 'im Europäischen Wirtschaftsraum, dort gilt dasselbe Recht',
    outside: 'außerhalb des Europäischen Wirtschaftsraums',
    nobody: 'niemand',
    decisions: 'Entscheidungen allein durch Maschinen',
    noDecisions: 'Keine. Über Sie entscheidet keine Maschine allein, und dafür wird kein Profil gebildet.',
    rights: 'Ihre Rechte',
    use: 'Jedes davon können Sie nutzen, indem Sie uns schreiben, oder hier:',
    list: [
      'zu erfahren, was über Sie gespeichert ist, und eine Kopie davon zu bekommen',
      'Falsches berichtigen zu lassen',
      'Ihre Daten löschen zu lassen',
      'ihre Nutzung einschränken zu lassen',
      'ihrer Nutzung zu widersprechen',
      'die Daten, die Sie bereitgestellt haben, zu einem anderen Dienst mitzunehmen',
    ],
    complaint: (authority) =>
      `Sie können sich jederzeit bei einer Aufsichtsbehörde beschweren, zum Beispiel bei: ${authority}.`,
  },
}
