import type { Right } from '../../../policy/rights.ts'
import type { MailView } from '../mail.ts'
import type { Entered } from '../request.ts'

/** A request as a line of the desk's queue: nothing personal. */
export type QueueLine = {
  readonly reference: string
  readonly right: Right | 'disclosure'
  readonly status: string
  readonly receivedAt: string
  readonly promisedBy: string
  readonly language: string
  readonly country?: string
  readonly pressing?: 'overdue' | 'at-risk' | 'soon'
  readonly waitsFor: 'company' | 'systems' | 'law' | 'time' | 'person'
  /** How it came. */
  readonly channel: 'form' | 'mail' | 'link' | 'controller' | 'company' | 'nobody' | Entered
}

/** A mail that somebody has to decide on, as a line of the desk: nothing of what it says. */
export type MailLine = {
  readonly id: string
  readonly receivedAt: string
  readonly answerBy: string
  readonly why: MailView['why']
  readonly guess: ReadonlyArray<Right>
  readonly language?: string
}

/** JSON of `GET /desk`. */
export type QueueView = {
  readonly at: string
  readonly lines: readonly QueueLine[]
  /** Mails that nobody else can decide on, the first to be answered first; not more than `mostMails`. */
  readonly mails: readonly MailLine[]
  readonly chosen: Readonly<Partial<Record<'right' | 'waits' | 'status' | 'channel' | 'language' | 'age', string>>>
  /** Promised before now, and soon; counted up to `most`. */
  readonly counts: { readonly overdue: number; readonly soon: number; readonly most: number }
  /** Where the next page begins; absent: this is the last. */
  readonly next?: string
}

/** JSON of `GET /desk/enter`: days (ISO 8601) of receipt that can be entered, and what a form that is pressed twice is known by. */
export type EnterView = {
  readonly today: string
  readonly earliest: string
  readonly once: string
  readonly wrong: ReadonlyArray<'channel' | 'on' | 'right' | 'address' | 'theirs' | 'said'>
}
