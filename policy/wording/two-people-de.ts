import type { TwoPeopleWording } from './two-people-en.ts'

/** What is said of what takes two people, in German. */
export const twoPeopleDe: TwoPeopleWording = {
  what: {
    unhold: 'Den Aufschub einer Löschung beenden',
    lift: 'Eine Einschränkung beenden',
    'turn-down': 'Einem Antrag nicht nachkommen',
  },
  letter: {
    title: 'Ein zweiter Mensch ist nötig',
    ask: (what) => `Jemand schlägt vor: ${what}. Es lässt sich nicht rückgängig machen, darum braucht es zwei.`,
    until: (at) =>
      `Bis ${at} können andere Beauftragte es am Arbeitsplatz bestätigen oder ablehnen. Vorher geschieht nichts, und nichts, wenn es niemand tut.`,
    button: 'Antrag öffnen',
  },
  page: {
    title: (what) => `Vorgeschlagen: ${what}`,
    by: 'Vorgeschlagen von',
    at: 'Vorgeschlagen am',
    until: 'Zu bestätigen bis',
    file: 'Akte mit den Unterlagen',
    why: 'Grund',
    said: 'In diesen Worten, die der Mensch liest',
    toRead:
      'Lesen Sie, was der Mensch erfahren würde, bevor Sie es bestätigen: Die Worte stehen dort, wo steht, wer es ist, und der Verlauf sagt, dass Sie nachgesehen haben.',
    read: 'Lesen, und sehen, wer es ist',
    own: 'Sie haben es vorgeschlagen: Jemand anderes muss es bestätigen. Vorher geschieht nichts.',
    other: 'Sehen Sie selbst in die Unterlagen, bevor Sie es bestätigen. Es lässt sich nicht rückgängig machen.',
    otherWords:
      'Bestätigen Sie es nur, wenn Sie selbst so entscheiden würden, in diesen Worten: Der Mensch erfährt es sofort, und es lässt sich nicht rückgängig machen.',
    propose: 'Vorschlagen',
    confirm: 'Bestätigen',
    decline: 'Ablehnen',
    takeBack: 'Zurücknehmen',
    takes: 'Dazu braucht es zwei: Sie schlagen es vor, und jemand anderes bestätigt es oder lehnt es ab.',
  },
  done: 'Vorgeschlagen. Andere Beauftragte erfahren davon; nichts geschieht, bevor es jemand von ihnen bestätigt.',
  lookFirst: 'Lesen Sie zuerst, was der Mensch erfahren würde: am Knopf dort, wo es vorgeschlagen ist.',
  refused: 'Dazu braucht es zwei: Jemand anderes als wer es vorgeschlagen hat, muss es rechtzeitig bestätigen.',
}
