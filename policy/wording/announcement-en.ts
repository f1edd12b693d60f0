/** What is said when the company's privacy notice changes (N13), in English. */
export const announcementEn = {
  version: 'Version',
  letter: {
    title: 'Our privacy notice is changing',
    from: (company: string, day: string) =>
      `A new version of the privacy notice of ${company} applies from ${day}. It says which personal data we hold about you, what for, for how long, and who else gets them. This is what changes:`,
    button: 'Read the whole notice',
    nothing: 'You do not need to do anything.',
    rights:
      'If you disagree, or want to know more, our privacy centre lets you get a copy of your data, object to a use of them, or have everything erased, at any time and free of charge.',
    centre: 'Go to the privacy centre',
    why: 'You are getting this e-mail because you have an account with us. It is not advertising: it also goes to people who want no news.',
  },
}

export type AnnouncementWording = typeof announcementEn
