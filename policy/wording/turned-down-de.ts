import type { TurnedDownWording } from './turned-down-en.ts'

/** Was zu einem Antrag gesagt wird, auf den hin das Unternehmen nicht tätig wird (Art. 12 Abs. 4, 5 Satz 2 Buchst. b, 11 Abs. 2 DSGVO), auf Deutsch. */
export const turnedDownDe: TurnedDownWording = {
  why: {
    'manifestly-unfounded':
      'Wir halten den Antrag für offenkundig unbegründet (Art. 12 Abs. 5 Satz 2 Buchst. b DSGVO).',
    excessive: 'Wir halten den Antrag für exzessiv (Art. 12 Abs. 5 Satz 2 Buchst. b DSGVO).',
    'not-identifiable':
      'Wir können nicht feststellen, dass es Ihre Daten sind (Art. 11 Abs. 2 und Art. 12 Abs. 2 DSGVO).',
  },
  meanwhile: {
    back: 'Was wir dafür gesperrt hatten, wird wieder verfügbar gemacht, wie es war. Sie bekommen eine Mail, wenn das geschehen ist.',
    deleted: 'Was wir für die Kopie zusammengetragen hatten, wird gelöscht. An Ihren Daten selbst ändert das nichts.',
    isBack: 'Was wir dafür gesperrt hatten, ist wieder verfügbar, wie es war.',
    isDeleted:
      'Von dem, was wir für die Kopie zusammengetragen haben mögen, bleibt bei uns nichts. An Ihren Daten selbst ändert das nichts.',
    nothing: 'Wir haben dafür an Ihren Daten nichts geändert.',
  },
  again:
    'Sie können jederzeit kostenlos einen neuen Antrag stellen. Wenn es etwas gibt, das wir nicht wissen, antworten Sie auf unsere Mail: Ein Mensch liest sie.',
  rights: (authority) =>
    `Wenn Sie nicht einverstanden sind, können Sie sich bei einer Aufsichtsbehörde beschweren; für uns zuständig ist: ${authority}. Sie können auch vor Gericht gehen (Art. 77 und 79 DSGVO).`,
  letters: {
    turnedDown: {
      title: 'Wir tun nicht, was Sie verlangt haben',
      asked: (right, on) => `Am ${on} haben Sie das verlangt: ${right}. Wir haben entschieden, es nicht zu tun.`,
      words: 'Warum, in unseren Worten:',
      button: 'Antrag ansehen',
    },
    availableAgain: {
      title: 'Ihre Daten sind wieder verfügbar',
      done: 'Wie wir Ihnen schrieben, tun wir nicht, was Sie verlangt haben. Was wir dafür gesperrt hatten, ist in jedem System wieder verfügbar, wie es war:',
      button: 'Antrag ansehen',
    },
  },
  page: {
    title: 'Wir tun nicht, was Sie verlangt haben',
    letter: 'Unsere Gründe stehen in dem Brief, den wir Ihnen geschickt haben.',
    closed: (at) => `Der Antrag ist seit ${at} geschlossen.`,
    back: (at) => `Seit ${at} sind Ihre Daten in jedem System wieder verfügbar, wie sie waren.`,
    again: 'Neuen Antrag stellen',
    decided: 'Wir haben entschieden, es nicht zu tun',
    deleting: 'Was zusammengetragen war, wird gelöscht',
  },
}
