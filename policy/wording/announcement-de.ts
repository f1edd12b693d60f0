import type { AnnouncementWording } from './announcement-en.ts'

/** What is said when the company's privacy notice changes (N13), in German. */
export const announcementDe: AnnouncementWording = {
  version: 'Fassung',
  letter: {
    title: 'Unsere Datenschutzerklärung ändert sich',
    from: (company, day) =>
      `Ab dem ${day} gilt eine neue Fassung der Datenschutzerklärung von ${company}. Sie sagt, welche personenbezogenen Daten wir über Sie speichern, wofür, wie lange, und wer sie noch bekommt. Das ändert sich:`,
    button: 'Die ganze Erklärung lesen',
    nothing: 'Sie müssen nichts tun.',
    rights:
      'Wenn Sie nicht einverstanden sind oder mehr wissen möchten: In unserem Datenschutz-Zentrum können Sie jederzeit und kostenlos eine Kopie Ihrer Daten bekommen, einer Nutzung widersprechen oder alles löschen lassen.',
    centre: 'Zum Datenschutz-Zentrum',
    why: 'Sie bekommen diese Nachricht, weil Sie bei uns ein Konto haben. Sie ist keine Werbung: Auch wer keine Neuigkeiten möchte, bekommt sie.',
  },
}
