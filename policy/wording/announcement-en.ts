/** What is said when the company's privacy notice changes (N13), in English. */
export const announcementEn = {
  version: 'Version',
  letter: {
    title: 'Our privacy notice changes',
    from: (company: string, day: string) =>
      `From ${day} a new version of the privacy notice of ${company} holds. It says which personal data we keep about you, what for, for how long, and who else gets them. This is what changes:`,
    button: 'Read the whole notice',
    nothing: 'You need not do anything.',
    rights:
      'If you do not agree, or want to know more: you can get a copy of your data, object to a use of them, or have everything erased, at any time and free of charge, in our privacy centre.',
    centre: 'Go to the privacy centre',
    why: 'You get this mail because you have an account with us. It is no advertising: it also goes to those who want no news.',
  },
}

export type AnnouncementWording = typeof announcementEn
