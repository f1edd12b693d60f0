/**
 * English texts that letters and pages share; those of one kind of letter or page stand in files of their own beside this, so that a
 * function carries what it says and no more. `de.ts` has the same shape.
 */
export const en = {
  signature: (company: string) => `Your privacy team at ${company}`,
  automatic: (address: string) =>
    `This e-mail was sent by our privacy centre. You can reply to it, or write to ${address}: a person reads it.`,
  outcome: {
    restricted: 'unavailable to everyone',
    released: 'available again',
    erased: 'erased',
    kept: 'kept, locked away',
    copied: 'in your copy',
    unsubscribed: 'taken off the list',
    corrected: 'corrected',
    noted: 'unchanged, with what you said kept beside it',
    'not-found': 'nothing found',
    pending: 'not finished yet, we keep trying',
  },
  /** What has become of one thing that a person says is wrong. */
  item: {
    proving: 'waiting for you to confirm the new address',
    unproven: 'not changed: the new address was not confirmed in time',
    deciding: 'one of our staff is deciding',
    correcting: 'being corrected',
    corrected: 'corrected',
    'not-held': 'not changed: we found no record that holds it',
    noting: 'not changed; what you said is being added to the record',
    noted: 'not changed; what you said is kept with the record',
    declined: 'not changed; what you said is kept with this request',
    withdrawn: 'you took it back',
  },
  /** What a person says in words about data of a kind. */
  inWords: (category: string) => `What you said about: ${category}`,
  records: (count: number) => (count === 1 ? '1 record' : `${count.toLocaleString('en')} records`),
  keptBecause: (what: string, why: string, until: string) =>
    `${what}: ${why}. Kept until ${until}, locked away and used for nothing else.`,
  complain:
    'If you think that we do not handle your data as we should, you can complain to a data protection authority at any time.',
  backups: (until: string) => `Backups may hold a copy until ${until}; they are used for nothing else.`,
  pages: {
    /** The name of this language in itself: what the switch says. */
    name: 'English',
    title: 'Privacy centre',
    of: (company: string) => `Privacy centre of ${company}`,
    skip: 'Skip to the content',
    languages: 'Language',
    error: 'Error',
    problem: 'There is a problem',
    free: 'Every right can be used at any time and free of charge.',
    human: 'Do you need to speak to a person? Write to',
    rights: {
      access: {
        name: 'A copy of everything',
        more: 'All personal data that we hold about you, as a file that you can open in any browser.',
      },
      portability: {
        name: 'My data for another service',
        more: 'Only what you provided yourself, in a form that other services can read.',
      },
      'processing-objection': {
        name: 'Object to a use of my data',
        more: 'You give your reasons, and one of our staff decides whether we stop.',
      },
      rectification: {
        name: 'Correct my data',
        more: 'We put right what is wrong in every system, and add what is missing.',
      },
      restriction: {
        name: 'Make my data unavailable',
        more: 'To everyone, for as long as you want. Nothing is deleted.',
      },
      objection: {
        name: 'Stop news and offers',
        more: 'No more direct marketing to your address, from any list.',
      },
      erasure: {
        name: 'Erase my data',
        more: 'Unavailable at once, and deleted after a period in which you can change your mind.',
      },
    },
  },
}

export type Wording = typeof en
