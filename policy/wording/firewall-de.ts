import type { FirewallWording } from './firewall-en.ts'

/** What stands instead of a page where the firewall lets a request not pass, in German. */
export const firewallDe: FirewallWording = {
  tooMany:
    'Aus Ihrem Netz kamen zu viele Anfragen. Verloren ist nichts; bitte versuchen Sie es in fünf Minuten noch einmal.',
  tooLarge:
    'Das ist mehr, als ein Formular hier annimmt; angenommen wurde davon nichts. Bitte gehen Sie zurück und kürzen Sie es.',
}
