/** Two invented people to play with; everybody else comes out of the dice. */
export const ada = {
  firstName: 'Ada',
  lastName: 'Quill',
  email: 'ada.quill@example.org',
  /** She owns a portal, and is a guest in another. */
  accounts: ['a-1001', 'a-1002'],
} as const

/** The account with hundreds of records and dozens of files, so that a copy has something to show. */
export const busy: string = ada.accounts[0]

export const ben = {
  firstName: 'Ben',
  lastName: 'Falk',
  email: 'ben.falk@example.org',
  accounts: ['a-1003'],
} as const

/** One person with an account that is held for a bookshop and one that is not, and somebody of the bookshop's alone. */
export const ofController = { theirs: 'a-1212', others: 'a-1211', reader: 'a-1214' } as const
