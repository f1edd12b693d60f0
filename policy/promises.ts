/**
 * What the privacy notice promises, in its order. `article` is where the law asks for it
 * (GDPR, unless it names another); without one the company promised it of its own accord.
 */
export const promises = [
  {
    id: 'N1',
    title: 'portability',
    article: 'Art. 20',
    sentence: 'On request a person gets a copy of their data in a structured, commonly used, machine-readable format',
  },
  {
    id: 'N2',
    title: 'rectification',
    article: 'Art. 16',
    sentence: 'Inaccurate data are corrected and incomplete data completed',
  },
  {
    id: 'N3',
    title: 'restriction',
    article: 'Art. 18',
    sentence: 'On request data become unavailable for everyone, but are not deleted, and the person can have them back',
  },
  {
    id: 'N4',
    title: 'erasure',
    article: 'Art. 17',
    sentence:
      'On request data become unavailable at once and are completely deleted within 60 days, counted from the request',
  },
  {
    id: 'N5',
    title: 'restore',
    sentence: 'Until the permanent deletion has happened, the person can ask to have the data restored',
  },
  {
    id: 'N6',
    title: 'inactivity',
    article: 'Art. 5(1)(e)',
    sentence: 'An account inactive for 180 days is scheduled for removal and permanently deleted after 60 more',
  },
  {
    id: 'N7',
    title: 'lawful retention',
    article: 'Art. 17(3)',
    sentence: 'Some data are kept longer, for technical limits or because a law says so; nothing else is',
  },
  {
    id: 'N8',
    title: 'minors',
    article: 'Art. 8',
    sentence: 'Data of a person under 16 without a guardian’s consent are deleted as soon as the company learns of it',
  },
  {
    id: 'N9',
    title: 'mailing',
    article: 'Art. 21(2)',
    sentence: 'Tips and news go only to subscribers; one click in any message unsubscribes',
  },
  {
    id: 'N10',
    title: 'region',
    article: 'Art. 44',
    sentence: 'A portal’s data are stored in the region that its administrator chose',
  },
  {
    id: 'N11',
    title: 'recipients',
    article: 'Art. 19',
    sentence: 'What is erased, restricted or rectified reaches the third parties that hold a copy',
  },
  {
    id: 'N12',
    title: 'disclosure',
    article: 'Art. 6',
    sentence: 'No individual’s data go to anyone else without that person’s prior written approval',
  },
  {
    id: 'N13',
    title: 'notice changes',
    article: 'Art. 13(3)',
    sentence: 'A change of the notice is announced by e-mail or by a note on the site',
  },
  {
    id: 'N14',
    title: 'free, any time',
    article: 'Art. 12(5)',
    sentence: 'Every right can be used at any time and free of charge',
  },
  {
    id: 'N15',
    title: 'protection',
    article: 'Art. 32',
    sentence:
      'Every connection and every medium that holds personal data is encrypted, and access is guarded and logged',
  },
  {
    id: 'N16',
    title: 'lifetime',
    article: 'Art. 5(1)(e)',
    sentence: 'Data are used only while the account is active; it can be deactivated or deleted at any time',
  },
  {
    id: 'N17',
    title: 'cookies',
    article: 'Directive 2002/58/EC Art. 5(3)',
    sentence: 'Oblige’s own pages set essential cookies only, and none holds a password or the like',
  },
  {
    id: 'N18',
    title: 'public posts',
    sentence: 'What a person wrote in public areas is public; the author decides',
  },
] as const satisfies ReadonlyArray<{
  readonly id: `N${number}`
  readonly title: string
  readonly article?: string
  readonly sentence: string
}>

export type PromiseId = (typeof promises)[number]['id']
