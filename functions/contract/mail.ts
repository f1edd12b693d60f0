import type { Right } from '../../policy/rights.ts'

/** A mail that somebody of the company decides on: JSON of `GET /mails/{token}`, and what the page shows. */
export type MailView = {
  /** SES's name for it, cut short. */
  readonly mail: string
  readonly at: string
  readonly receivedAt: string
  /** A month after it came, when it is a request. */
  readonly answerBy: string
  readonly why:
    | 'unsure'
    | 'damaged'
    | 'other-right'
    | 'complaint'
    | 'addition'
    | 'recipient'
    | 'whose'
    | 'guardian'
    | 'agent'
  readonly guess: ReadonlyArray<Right>
  /** What the guess rests on: concepts and phrases of the lexicon. */
  readonly because: ReadonlyArray<{ readonly concept: string; readonly phrase: string }>
  /** The earlier request that it names. */
  readonly reference?: string
  /** How far its sender's address may be believed. */
  readonly trust: 'none' | 'some' | 'aligned' | 'refused'
  /** What the mail says, as text; absent when it is not kept any more. */
  readonly said?: {
    readonly from: string
    readonly subject: string
    readonly text: string
    readonly attachments: readonly string[]
  }
  /** The address whose owner would confirm, as far as the mail tells. */
  readonly owner?: string
  /** What was decided: the rights that the owner was asked to confirm; none: it is no request, or spam. */
  readonly decided?: { readonly at: string; readonly rights: readonly string[]; readonly spam?: true }
}
