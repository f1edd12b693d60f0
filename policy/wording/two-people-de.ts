import type { TwoPeopleWording } from './two-people-en.ts'

/** What is said of what takes two people, in German. */
export const twoPeopleDe: TwoPeopleWording = {
  what: { unhold: 'Den Aufschub einer Löschung beenden', lift: 'Eine Einschränkung beenden' },
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
    own: 'Sie haben es vorgeschlagen: Jemand anderes muss es bestätigen. Vorher geschieht nichts.',
    other: 'Sehen Sie selbst in die Unterlagen, bevor Sie es bestätigen. Es lässt sich nicht rückgängig machen.',
    confirm: 'Bestätigen',
    decline: 'Ablehnen',
    takeBack: 'Zurücknehmen',
    takes: 'Dazu braucht es zwei: Sie schlagen es vor, und jemand anderes bestätigt es oder lehnt es ab.',
  },
  refused: 'Dazu braucht es zwei: Jemand anderes als wer es vorgeschlagen hat, muss es rechtzeitig bestätigen.',
}
