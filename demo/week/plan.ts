import type { Right } from '../../policy/rights.ts'

/** What one of the company's people does, on a day of a month: day 28 is the Monday on which the officer comes back. */
export type Happening = {
  readonly day: number
  /** Which of the people that the week is about. */
  readonly who: number
  readonly title: string
} & (
  | {
      readonly by: 'form'
      readonly right: Right
      readonly language?: 'en' | 'de'
      /** Fields of the form that comes after the confirmation; absent: there is none, or it is left for later. */
      readonly states?: Readonly<Record<string, string>>
      /** Nobody opens the link. */
      readonly unconfirmed?: true
      /** Has everything back, so many days later. */
      readonly restoresAfter?: number
    }
  | { readonly by: 'mail'; readonly subject: string; readonly text: string }
)

/**
 * Four weeks at the demo company: most of it needs nobody, and what does is what an officer meets: mails that could be
 * requests, objections to weigh, a name on invoices to correct, and a request that the same person has asked before.
 */
export const plan: readonly Happening[] = [
  {
    ...{ day: 0, who: 0, by: 'form', right: 'processing-objection' },
    title: 'objects to statistics, and is followed by somebody',
    states: { 'use-technical': 'on', grounds: 'Somebody follows me, and learns from them when I am at work.' },
  },
  { day: 1, who: 1, by: 'form', right: 'erasure', title: 'asks for erasure' },
  { day: 3, who: 2, by: 'form', right: 'access', language: 'de', title: 'asks for a copy' },
  {
    ...{ day: 5, who: 3, by: 'form', right: 'processing-objection' },
    title: 'objects to their posts being shown',
    states: { 'use-public-posts': 'on', grounds: 'A colleague quotes them at work.' },
  },
  { day: 9, who: 4, by: 'form', right: 'restriction', title: 'wants everything unavailable for a while' },
  { day: 16, who: 5, by: 'form', right: 'erasure', restoresAfter: 4, title: 'asks for erasure, and thinks again' },
  {
    ...{ day: 21, who: 6, by: 'form', right: 'rectification' },
    title: 'says that somebody else wrote a post',
    states: { statement: 'The post about parking is not mine. My sister wrote it.', about: 'public-posts' },
  },
  {
    day: 22,
    who: 7,
    by: 'mail',
    subject: 'My data',
    text: 'What can you do about my personal data?',
    title: 'asks a question',
  },
  {
    ...{ day: 23, who: 8, by: 'mail', subject: 'Order 55-1203' },
    text: 'Where is my parcel? The order number is 55-1203, it was sent last week.',
    title: 'looks for a parcel: nobody’s business here',
  },
  {
    ...{ day: 24, who: 9, by: 'mail', subject: 'Löschung' },
    text: 'Guten Tag,\n\nbitte löschen Sie mein Konto und alle Daten, die Sie über mich gespeichert haben.\n\nFreundliche Grüße',
    title: 'asks for erasure by mail',
  },
  { day: 25, who: 10, by: 'form', right: 'portability', title: 'takes their data to another service' },
  {
    day: 26,
    who: 11,
    by: 'form',
    right: 'erasure',
    unconfirmed: true,
    title: 'asks for erasure, and never opens the link',
  },
  {
    ...{ day: 27, who: 12, by: 'mail', subject: 'Data' },
    text: 'What about the personal data in my old account? I am not sure what I want.',
    title: 'is not sure what they want',
  },
]
