import type { DeskPromisesWording } from './desk-promises-en.ts'

/** What was promised, and how it is kept, for the company's own people, in German. */
export const deskPromisesDe: DeskPromisesWording = {
  title: 'Was versprochen ist und wie es gehalten wird',
  lead: 'Die Zahlen sagen, ob das Versprochene rechtzeitig getan war. Ob es richtig getan wird, beweisen die Tests dieser Version.',
  since: (first, last) => `Gezählt vom ${first} bis zum ${last}. Überfälliges und Gefährdetes ist von jetzt.`,
  nothingYet: (first) =>
    `Gezählt ab dem ${first}, aber noch ist kein Tag zusammengezählt: Das geschieht in der Nacht danach. Überfälliges und Gefährdetes ist von jetzt.`,
  keeping: {
    kept: 'gehalten',
    'at-risk': 'gefährdet',
    broken: 'gebrochen',
    open: 'noch nichts fertig',
    uncounted: 'nicht gezählt',
    'not-made': 'nicht versprochen',
  },
  why: {
    kept: 'Alles, was fertig wurde, war rechtzeitig fertig.',
    'at-risk': 'Nichts war zu spät, aber Offenes kann es werden.',
    broken: 'Etwas war zu spät fertig oder ist überfällig.',
    open: 'In dieser Zeit wurde nichts fertig, woran es zu sehen wäre, und nichts ist zu spät.',
    uncounted: 'Davon sagt keine Zahl etwas. Was es beweist, sind die Tests.',
    'not-made': 'Die Richtlinie dieser Installation verspricht es nicht.',
  },
  law: (article) =>
    article.startsWith('Art.') ? `DSGVO ${article}` : article.replace('Directive', 'Richtlinie').replace('EC', 'EG'),
  own: 'versprochen, ohne dass ein Gesetz es verlangt',
  counts: {
    received: 'Eingegangen',
    finished: 'Fertig',
    late: 'Zu spät',
    overdue: 'Jetzt überfällig',
    atRisk: 'Jetzt gefährdet',
    median: 'Die Hälfte erledigt in',
    most: '95 von 100 erledigt in',
  },
  besides: {
    title: 'Außerdem fällig',
    lead: 'Auch dafür setzt das Gesetz eine Frist. Keine einzelne Zusage handelt davon.',
    'processing-objection': 'Widersprüche gegen eine Nutzung von Daten',
    queue: 'Zur Liste',
    mails: 'Mails, über die noch zu entscheiden ist',
  },
  days: (days) => (days === 0 ? 'einem Tag' : `${days + 1} Tagen`),
  capped: (most) => `Nur die ${most} dringendsten Anträge wurden angesehen: Es sind mehr.`,
  tests: (n) => (n === 1 ? 'Ein Test beweist es' : `${n} Tests beweisen es`),
  testsNone: 'Noch beweist es kein Test.',
  figures: 'Bilder und Tabellen aus zwölf Monaten',
  promises: {
    N1: {
      title: 'Eine Kopie zum Mitnehmen',
      sentence: () =>
        'Auf Antrag bekommt eine Person eine Kopie ihrer Daten in einem strukturierten, gängigen, maschinenlesbaren Format.',
    },
    N2: {
      title: 'Berichtigung',
      sentence: () => 'Falsche Daten werden berichtigt, unvollständige vervollständigt.',
    },
    N3: {
      title: 'Einschränkung',
      sentence: () =>
        'Auf Antrag werden Daten für alle unzugänglich, aber nicht gelöscht, und die Person kann sie zurückhaben.',
    },
    N4: {
      title: 'Löschung',
      sentence: ({ erasure }) =>
        `Auf Antrag werden Daten sofort unzugänglich und vollständig gelöscht. Die Frist ab dem Antrag: ${erasure}.`,
    },
    N5: {
      title: 'Alles zurückhaben',
      sentence: () => 'Bis endgültig gelöscht ist, kann die Person verlangen, die Daten zurückzuhaben.',
    },
    N6: {
      title: 'Konten, die niemand nutzt',
      sentence: ({ unused, removal }) =>
        `Ein Konto, das niemand nutzt, wird zur Löschung vorgemerkt und dann endgültig gelöscht. Ungenutzt: ${unused}; vorgemerkt: ${removal}.`,
    },
    N7: {
      title: 'Was ein Gesetz behält',
      sentence: () =>
        'Manche Daten bleiben länger, aus technischen Gründen oder weil ein Gesetz es verlangt; sonst nichts.',
    },
    N8: {
      title: 'Kinder',
      sentence: ({ age }) =>
        `Daten einer Person unter ${age} ohne Einwilligung der Erziehungsberechtigten werden gelöscht, sobald das Unternehmen davon erfährt.`,
    },
    N9: {
      title: 'Neues und Angebote',
      sentence: () => 'Tipps und Neues bekommt nur, wer sie abonniert hat; ein Klick in jeder Nachricht meldet ab.',
    },
    N10: {
      title: 'Region',
      sentence: () => 'Die Daten eines Portals liegen in der Region, die seine Verwaltung gewählt hat.',
    },
    N11: {
      title: 'Empfänger',
      sentence: () => 'Was gelöscht, eingeschränkt oder berichtigt wird, erreicht auch Dritte, die eine Kopie haben.',
    },
    N12: {
      title: 'Niemand sonst',
      sentence: () => 'Niemandes Daten gehen an andere, ohne dass die Person vorher schriftlich zugestimmt hat.',
    },
    N13: {
      title: 'Änderungen der Erklärung',
      sentence: () => 'Eine Änderung der Datenschutzerklärung wird per E-Mail oder auf der Website angekündigt.',
    },
    N14: {
      title: 'Kostenlos, jederzeit',
      sentence: () => 'Jedes Recht kann jederzeit und kostenlos genutzt werden.',
    },
    N15: {
      title: 'Schutz',
      sentence: () =>
        'Jede Verbindung und jeder Speicher mit persönlichen Daten ist verschlüsselt, Zugriffe sind beschränkt und werden festgehalten.',
    },
    N16: {
      title: 'Nur solange es genutzt wird',
      sentence: () =>
        'Daten werden nur genutzt, solange das Konto aktiv ist; es kann jederzeit stillgelegt oder gelöscht werden.',
    },
    N17: {
      title: 'Cookies',
      sentence: () => 'Diese Seiten setzen nur nötige Cookies, und keines enthält ein Passwort oder Ähnliches.',
    },
    N18: {
      title: 'Öffentliche Beiträge',
      sentence: () => 'Was jemand in öffentlichen Bereichen schrieb, ist öffentlich; wer es schrieb, entscheidet.',
    },
  },
}
