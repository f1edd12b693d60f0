import type { HoldsWording } from './holds-en.ts'

/** What is said to the officer of holds that outlive their requests, in German. */
export const holdsDe: HoldsWording = {
  kept: {
    title: 'Ein aufgeschobener Antrag endet: der Aufschub bleibt',
    what: (reason) => `Die Löschung war aufgeschoben: ${reason}. Der Antrag endet, und gelöscht wird nichts.`,
    next: (until) =>
      `Das Gesetz verlangt weiterhin, die Daten aufzubewahren. Beantragt dieselbe Person noch einmal die Löschung, ist diese von Anfang an aufgeschoben, bis jemand den Aufschub dort beendet. Vermerkt bleibt das bis ${until}.`,
    button: 'Antrag öffnen',
  },
  'taken-over': {
    title: 'Eine neue Löschung ist aufgeschoben',
    what: (reason) =>
      `Ein früherer Antrag derselben Person endete, während er aufgeschoben war: ${reason}. Darum wartet auch dieser.`,
    next: () => 'Besteht der Grund nicht mehr, beenden Sie den Aufschub: Vorher wird nichts gelöscht.',
    button: 'Antrag öffnen',
  },
}
