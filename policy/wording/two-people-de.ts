import type { TwoPeopleWording } from './two-people-en.ts'

/** What is said of what takes two people, in German. */
export const twoPeopleDe: TwoPeopleWording = {
  what: {
    unhold: 'Den Aufschub einer Löschung beenden',
    lift: 'Eine Einschränkung beenden',
    'turn-down': 'Einem Antrag nicht nachkommen',
    'refuse-objection': 'Trotz eines Widerspruchs weitermachen',
    'decline-correction': 'Nicht berichtigen, was jemand falsch nennt',
  },
  letter: {
    title: 'Ein zweiter Mensch ist nötig',
    ask: (what) => `Jemand schlägt vor: ${what}. Es lässt sich nicht rückgängig machen, darum braucht es zwei.`,
    until: (at) =>
      `Bis ${at} können andere Beauftragte es am Arbeitsplatz bestätigen oder ablehnen. Vorher geschieht nichts, und nichts, wenn es niemand tut.`,
    button: 'Antrag öffnen',
    onTheDesk:
      'Was Sie gegen den Menschen entscheiden, braucht zwei: Melden Sie sich am Arbeitsplatz an und schlagen Sie es dort vor; jemand anderes bestätigt es. Über diesen Link wird es nicht angenommen.',
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
    stop: 'Damit aufhören',
    apply: 'Berichtigen',
    takesIfNot:
      'Was Sie gegen den Menschen entscheiden, braucht zwei: Sie schlagen es vor, und jemand anderes bestätigt es oder lehnt es ab.',
    takes: 'Dazu braucht es zwei: Sie schlagen es vor, und jemand anderes bestätigt es oder lehnt es ab.',
  },
  done: 'Vorgeschlagen. Andere Beauftragte erfahren davon; nichts geschieht, bevor es jemand von ihnen bestätigt.',
  lookFirst: 'Lesen Sie zuerst, was der Mensch erfahren würde: am Knopf dort, wo es vorgeschlagen ist.',
  decide: {
    title: 'Es ist vorgeschlagen und noch nicht entschieden',
    text: (until) =>
      `Dazu braucht es zwei: Bis ${until} muss es am Arbeitsplatz jemand bestätigen, der es nicht vorgeschlagen hat. Der Mensch erfährt es dann, und nicht vorher.`,
    onTheDesk:
      'Um das zu entscheiden, braucht es zwei. Nichts wurde entschieden: Melden Sie sich am Arbeitsplatz an, öffnen Sie den Antrag und schlagen Sie es dort vor; jemand anderes bestätigt es.',
    desk: 'Den Antrag am Arbeitsplatz öffnen',
    takesIfNot:
      'Was Sie gegen den Menschen entscheiden, braucht zwei. Kamen Sie vom Arbeitsplatz hierher, so schlagen Sie es vor, und jemand anderes bestätigt es oder lehnt es ab; über einen Link in einer Mail wird es abgewiesen.',
  },
  refused: 'Dazu braucht es zwei: Jemand anderes als wer es vorgeschlagen hat, muss es rechtzeitig bestätigen.',
}
