import type { DeskFiguresWording } from './desk-figures-en.ts'

/** The figures of twelve months as charts and tables, for the company's own people, in German. */
export const deskFiguresDe: DeskFiguresWording = {
  title: 'Zahlen aus zwölf Monaten',
  lead: 'Nichts davon sagt etwas über jemand Bestimmten. Die Zahlen jedes Bildes stehen daneben als Tabelle.',
  since: (first, last) => `Gezählt vom ${first} bis zum ${last}.`,
  nothingYet: (first) =>
    `Gezählt ab dem ${first}, aber noch ist kein Tag zusammengezählt: Das geschieht in der Nacht danach.`,
  month: 'Monat',
  came: {
    title: 'Eingegangen und erledigt',
    more: 'Alle Rechte zusammen. Erledigt ist auch, was abgelehnt oder zurückgenommen wurde oder niemanden fand.',
    received: 'Eingegangen',
    done: 'Erledigt',
    late: 'Davon zu spät',
    chart: (received, done) => `Zwei Balken für jeden von zwölf Monaten: ${received} eingegangen, ${done} erledigt.`,
  },
  open: {
    title: 'Offen am Ende des Monats',
    more: 'Was irgendwann davor einging und bis dahin nicht erledigt war; im laufenden Monat am letzten Tag, der gezählt ist.',
    open: 'Offen',
    chart: (first, last) => `Eine Linie über zwölf Monate, von ${first} offenen bis ${last}.`,
  },
  needed: {
    title: 'Gebrauchte Tage und die Frist',
    more: 'Von dem, was fertig wurde: Der Balken endet, wo 95 von 100 erledigt waren, die Kerbe darin steht, wo es die Hälfte war. Die Linie ist das Versprechen; ein Monat ist als sein kürzester gezeichnet, mit 28 Tagen.',
    caption: { most: '95 von 100 erledigt', median: 'Die Hälfte erledigt', promised: 'Versprochen' },
    kind: 'Verlangt',
    finished: 'Fertig',
    median: 'Die Hälfte in',
    most: '95 von 100 in',
    promised: 'Versprochene Frist',
    none: 'In dieser Zeit wurde nichts fertig.',
    few: 'zu wenige',
    depends: 'hängt von der Antwort ab',
    label: (most, promised) => `${most}; versprochen: ${promised}`,
    chart: (kinds) =>
      `Ein Balken für jede von ${kinds} Arten von Anträgen, mit einer Linie bei der versprochenen Zeit.`,
    axis: 'Tage',
  },
  kept: {
    title: 'Versprechen: rechtzeitig, gefährdet, gebrochen',
    more: 'Der Anteil an dem, was in diesen Monaten fertig wurde und jetzt offen ist.',
    caption: { inTime: 'Rechtzeitig', atRisk: 'Jetzt gefährdet', broken: 'Zu spät oder jetzt überfällig' },
    short: { inTime: 'rechtzeitig', atRisk: 'gefährdet', broken: 'zu spät' },
    promise: 'Versprechen',
    none: 'nichts fertig, nichts gefährdet',
    chart: (inTime, atRisk, broken) =>
      `Ein Balken für jedes Versprechen, von dem Zahlen etwas sagen: ${inTime} rechtzeitig, ${atRisk} gefährdet, ${broken} zu spät oder überfällig.`,
  },
  files: 'Zum Aufheben:',
  year: (year) => `${year} nach Recht, Weg und Land (CSV)`,
  json: 'diese zwölf Monate (JSON)',
}
