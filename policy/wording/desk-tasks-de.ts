import type { DeskTasksWording } from './desk-tasks-en.ts'

/** What is said of tasks that somebody of the company does by hand, in German. */
export const deskTasksDe: DeskTasksWording = {
  letters: {
    set: {
      title: 'Etwas ist von Hand zu tun',
      ask: (system) => `Ein Antrag braucht jemanden, der etwas von Hand tut in: ${system}.`,
    },
    reminder: {
      title: 'Erinnerung: etwas ist von Hand zu tun',
      ask: (system) => `Das ist noch von Hand zu tun in: ${system}.`,
    },
    overdue: {
      title: 'Überfällig: etwas ist von Hand zu tun',
      ask: (system) =>
        `Das sollte inzwischen von Hand getan sein, und niemand hat gesagt, dass es so ist: ${system}. Was der Person versprochen wurde, ist gefährdet.`,
    },
    asked: (address) => `Gebeten wurde ${address}.`,
    due: (at) => `Fällig ist es am ${at}.`,
    where:
      'Um wen es geht und wo Sie sagen, was Sie getan haben, sehen Sie am Arbeitsplatz. Diese Mail nennt niemanden.',
    button: 'Aufgabe öffnen',
  },
  nav: 'Aufgaben',
  list: {
    title: 'Von Hand zu tun, das zuerst Fällige zuerst',
    mine: 'Meine',
    all: 'Alle',
    whose: 'Wessen Aufgaben',
    none: 'Nichts ist von Hand zu tun.',
    noneMine: 'Niemand hat Sie um etwas gebeten.',
    caption: 'Worum Menschen des Unternehmens gebeten sind',
    columns: { task: 'Aufgabe', system: 'Wo', asked: 'Gebeten', due: 'Fällig', state: 'Stand' },
    next: 'Weitere Aufgaben',
  },
  states: { open: 'offen', answered: 'getan', cannot: 'nicht möglich', over: 'nicht mehr nötig' },
  overdue: 'überfällig',
  verbs: {
    restrict: 'Unzugänglich machen',
    release: 'Zurückgeben',
    erase: 'Löschen',
    'erase-again': 'Aufbewahrtes löschen',
    export: 'Kopie geben',
    unsubscribe: 'Von Listen nehmen',
    rectify: 'Berichtigen',
  },
  what: {
    restrict:
      'Legen Sie, was es von dieser Person gibt, dorthin, wo es sonst niemand sehen oder nutzen kann. Vernichten Sie nichts: Sie kann es zurückhaben wollen. Vermerken Sie das Zeichen dabei.',
    release:
      'Legen Sie zurück, was Sie unter diesem Zeichen unzugänglich gemacht haben, so wie es vorher war. Haben Sie nichts unzugänglich gemacht, sagen Sie, dass nichts da ist.',
    erase:
      'Vernichten Sie endgültig, was es von dieser Person gibt, auch Kopien. Das lässt sich nicht rückgängig machen. Was ein Gesetz aufzubewahren verlangt, bleibt unzugänglich; sagen Sie, wie viel das ist, und vermerken Sie das Zeichen dabei.',
    'erase-again':
      'Ein Gesetz verlangt es nicht mehr: Vernichten Sie endgültig, was unter diesem Zeichen aufbewahrt wurde.',
    export:
      'Geben Sie eine Kopie von allem, was es von dieser Person gibt, als eine Datei für jede Art von Daten, etwa ein PDF der Seiten. Was von anderen Menschen erzählt, wird vorher unleserlich gemacht. Die Datei geht so, wie sie ist, an die Person.',
    unsubscribe: 'Sorgen Sie dafür, dass diese Person keine Mails der Listen in diesem System mehr bekommt.',
    rectify:
      'Berichtigen Sie, was es von dieser Person gibt, so wie sie es für richtig erklärt. Die Werte stehen dabei, wer es ist.',
  },
  system: 'Wo',
  asked: 'Gebeten',
  since: 'Gebeten am',
  due: 'Fällig',
  promised: 'Der Person versprochen bis',
  state: 'Stand',
  request: 'Der Antrag',
  backToList: 'Alle Aufgaben',
  look: {
    title: 'Wessen Daten',
    more: 'Wer es ist, brauchen Sie, um zu finden, was ihr gehört. Im Verlauf steht, dass Sie nachgesehen haben.',
    button: 'Zeigen, wer es ist',
    noted: 'Dass Sie nachgesehen haben, steht im Verlauf dieses Antrags.',
    role: 'Ihre Rolle sieht, was getan wurde, und nicht, um wen es geht.',
    gone: 'Die Person ist hier nicht mehr bekannt. Was aufbewahrt wurde, trägt das Zeichen des Antrags.',
    right: (field) => `Richtig ist, bei ${field}`,
    statement: 'dem, was sie gesagt hat',
    address: 'E-Mail-Adresse',
    key: (name) => `Bekannt als (${name})`,
  },
  answer: {
    title: 'Was Sie getan haben',
    more: 'Es gilt als Antwort dieses Systems: Es steht in der Bescheinigung oder bei der Kopie, mit Ihrer Rolle und Nummer und den Worten, dass ein Mensch es erklärt hat.',
    outcome: 'Was daraus wurde',
    outcomes: {
      done: 'Es ist getan',
      nothing: 'Von dieser Person gibt es nichts',
      cannot: 'Ich kann es nicht tun',
    },
    count: (part) => `${part}: wie viele`,
    kept: (part) => `${part}: wie viele ein Gesetz aufzubewahren verlangt`,
    keptHint: (basis) => basis,
    file: (part) => `${part}: die Datei`,
    fileHint: 'Zusammen höchstens 4 MB. Niemand prüft, was darin ist.',
    reason: 'Wenn Sie es nicht können: warum',
    reasons: {
      '': 'Grund wählen',
      whose: 'Unklar, welche dieser Person gehören',
      access: 'Kein Zugang',
      law: 'Ein Gesetz verbietet es',
      other: 'Ein anderer Grund, siehe Akte',
    },
    paper: 'Akte mit den Unterlagen dazu',
    paperHint: 'Etwa 2026/17, wenn es eine gibt. Sie steht im Verlauf, also nichts Persönliches.',
    button: 'So erklären',
    again: 'Jemand konnte es nicht tun. Sie können erklären, dass es doch getan ist.',
  },
  give: {
    title: 'An jemand anderen geben',
    more: (asked) =>
      `Gebeten ist ${asked}. Wen Sie auswählen, liest eine Mail und wird von da an erinnert; bis wann es fällig ist, bleibt. Die Historie sagt, wer gebeten ist und dass Sie es weitergegeben haben.`,
    to: 'An wen',
    button: 'Weitergeben',
  },
  stated: {
    title: 'Was erklärt wurde',
    on: 'Erklärt am',
    by: 'Erklärt von',
    reason: 'Grund',
    paper: 'Akte',
  },
  problems: {
    'no-outcome': 'Sagen Sie, ob es getan ist, ob es nichts gibt oder ob Sie es nicht tun können.',
    'no-reason': 'Sagen Sie, warum Sie es nicht tun können.',
    'no-count': 'Sagen Sie, wie viel es war; oder sagen Sie, dass es nichts gibt.',
    'no-file': 'Wählen Sie eine Datei für die Kopie; oder sagen Sie, dass es nichts gibt.',
    'bad-count': 'Eine Zahl hat nur Ziffern, höchstens sechs.',
    'bad-paper': 'Eine Akte hat nur Buchstaben, Ziffern und . _ / : -, höchstens 40 Zeichen.',
    'no-colleague':
      'Wählen Sie jemanden, der sich hier in den letzten 90 Tagen angemeldet hat und nicht schon gebeten ist.',
    'too-large':
      'Die Dateien sind zusammen größer als 4 MB. Machen Sie sie kleiner, oder geben Sie sie auf anderem Weg und sagen Sie es.',
    'not-kept-by-law': 'Kein Gesetz, das die Richtlinie nennt, lässt Sie diese Daten aufbewahren.',
    'not-possible-now':
      'Darum wird nicht mehr gebeten, oder jemand hat erklärt, dass es getan ist. Es wurde nichts geändert.',
  },
  systems: {
    title: 'Systeme, die scheitern, und Aufgaben von Hand',
    failing: (system) => `${system} hat nicht getan, worum es gebeten wurde`,
    failingMore: 'Es wird von selbst wieder gefragt, in wachsenden Abständen.',
    retry: 'Jetzt wieder fragen',
    handOver: 'Von Hand tun lassen',
    handOverMore: (asked) =>
      `Nur für diesen Antrag und nur für diesen Schritt. Gebeten wird ${asked}, und im Verlauf und in der Bescheinigung steht, dass ein Mensch es getan hat. Was das System danach tut, tut es von selbst.`,
    tasks: 'Aufgaben dieses Antrags',
  },
}
