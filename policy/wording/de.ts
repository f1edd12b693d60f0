import type { Wording } from './en.ts'

/** Deutsche Texte, die Mails und Seiten gemeinsam haben. */
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
  },
}
