import type { Right } from '../../policy/rights.ts'
import type { Approval } from './disclosure.ts'

/** A request as its person sees it: JSON of `GET /requests/{token}`, and what the page shows. */
export type RequestView = AskedView | ApprovalView
export type AskedView = Standing & Asked
export type ApprovalView = Standing & Approval

type Asked = {
  readonly right: Right
  readonly disclosure?: never
  readonly status:
    | 'unverified'
    | 'expired'
    | 'restricting'
    | 'grace'
    | 'restoring'
    | 'restored'
    | 'erasing'
    | 'erased'
    | 'not-found'
    | 'duplicate'
    | 'holding'
    | 'held'
    | 'lifting'
    | 'lifted'
    | 'superseded'
    | 'gathering'
    | 'ready'
    | 'discarding'
    | 'discarded'
    | 'withdrawing'
    | 'withdrawn'
    | 'stopping'
    | 'stopped'
    | 'stating'
    | 'proving'
    | 'deciding'
    | 'correcting'
    | 'unchanged'
    | 'corrected'
    | 'declined'
    | 'identifying'
    | 'checking'
    | 'unidentified'
    | 'turned-down'
    | 'consenting'
    | 'consented'
    | 'unfounded'
    | 'objecting'
    | 'weighing'
    | 'upheld'
    | 'refused'
    | 'dropped'
}
export type WhyTurnedDown = 'manifestly-unfounded' | 'excessive' | 'not-identifiable'

/** How somebody asked for whom the company entered the request. */
export type Entered = 'phone' | 'letter' | 'chat'

type Standing = {
  readonly reference: string
  /** The moment of this view: what is true in it is true then. */
  readonly at: string
  readonly receivedAt: string
  /** Where the person's account is (ISO 3166-1), as long as the request knows it: dates are shown as there. */
  readonly country?: string
  /** Somebody of the company entered it for the person, who asked so. */
  readonly entered?: Entered
  readonly confirmedAt?: string
  /**
   * Nobody asked: the account was last used on a day (ISO 8601), and is removed for that unless it is used again.
   * `available`: the data stay where they are until then.
   */
  readonly inactive?: { readonly lastUsed: string; readonly available?: true }
  /** Restoring is possible until here (exclusive); absent while an erasure waits beyond it. */
  readonly eraseAt?: string
  /** The promised instant: of complete deletion, or of a copy that can be fetched. */
  readonly promisedBy: string
  readonly closedAt?: string
  /** Why the company doubts who asks, and what it asks: ids of the policy (GDPR Art. 12(6)). */
  readonly doubt?: { readonly why: string; readonly questions: readonly string[] }
  /** The mail that asked names an account that may be of another address. */
  readonly named?: true
  /** When the time stood still, and why; while it does, `answeredAt` is when that ends at the latest. */
  readonly stops?: ReadonlyArray<{ readonly why: string; readonly sentAt: string; readonly answeredAt: string }>
  /** Until when a person whom the company could not tell apart keeps their date of receipt when they ask again. */
  readonly askAgainUntil?: string
  /** Erasure waits: for which reason of the policy, and since when. Absent also where the person may not be told. */
  readonly hold?: { readonly reason: string; readonly since: string }
  /** A child's (GDPR Art. 17(1)(f)); `unconsented`: erased because no guardian consented (N8). */
  readonly child?: true
  readonly unconsented?: true
  readonly guardian?: 'asked'
  /** What a restriction is for (GDPR Art. 18(1)), if the person said so. */
  readonly ground?: 'accuracy' | 'unlawful' | 'claims' | 'objection'
  /** When the company ends a restriction, as it told the person; and whether it did. */
  readonly liftAt?: string
  readonly byCompany?: true
  /** The company does not act on it (GDPR Art. 12(5)(b), 11(2)): since when, and why; the letter has its words. */
  readonly turnedDown?: { readonly why: WhyTurnedDown; readonly at: string }
  readonly backupsUntil?: string
  /** A copy that was put together. Bytes of the file; it can be fetched until an instant (exclusive), and so many times more. */
  readonly copy?: {
    readonly bytes: number
    readonly packagedAt: string
    readonly availableUntil: string
    readonly downloadsLeft: number
    /** The person chose one: the file is being encrypted with it, or cannot be opened without it. */
    readonly passphrase?: 'under-way' | 'needed'
  }
  /** Another copy can be asked for with one click until here (exclusive). */
  readonly copyAgainUntil?: string
  /** The copy went, or is going, because data in it were to be erased. */
  readonly erased?: true
  /** When a letter that has to arrive last came back for good: this page says what it said. */
  readonly undeliveredAt?: string
  /** Until when the person can say what is right, or prove a new address (exclusive). */
  readonly waitsUntil?: string
  /** What the person says is wrong, by the field of the policy or `statement`, and what became of it: never the value. */
  readonly items?: ReadonlyArray<{
    readonly field: string
    readonly category: string
    readonly state:
      | 'proving'
      | 'unproven'
      | 'deciding'
      | 'correcting'
      | 'corrected'
      | 'not-held'
      | 'noting'
      | 'noted'
      | 'declined'
      | 'withdrawn'
    readonly reason?: string
  }>
  /** The uses that the person objects to, by the category of the policy whose purpose it is, and what became of each. */
  readonly uses?: ReadonlyArray<{
    readonly category: string
    readonly state: 'open' | 'stopped' | 'goes-on'
    readonly reason?: string
  }>
  /** Why the answer takes two months more (GDPR Art. 12(3)). */
  readonly longer?: 'complex' | 'many'
  /** Bytes of a file that the person gave as evidence. */
  readonly evidence?: number
  /** What each system answered, in the systems' and categories' names of the policy. */
  readonly coverage: ReadonlyArray<{
    readonly system: string
    readonly category: string
    /** Of a correction: which field. */
    readonly field?: string
    readonly outcome:
      | 'restricted'
      | 'released'
      | 'erased'
      | 'kept'
      | 'copied'
      | 'unsubscribed'
      | 'corrected'
      | 'noted'
      | 'not-found'
      | 'pending'
    readonly count: number
    readonly exception?: string
    readonly until?: string
    /** Stated by somebody of the company who did it by hand: their role and number. */
    readonly statedBy?: string
  }>
  /** N11: who else was told of it, and has confirmed; absent: nobody had to be told yet. */
  readonly recipients?: ReadonlyArray<{
    readonly recipient: string
    readonly act: 'restrict' | 'release' | 'rectify' | 'erase'
    /** Absent: it could not be told yet. */
    readonly toldAt?: string
    readonly confirmedAt?: string
    /** It took it on, and never says when it is done. */
    readonly accepted?: true
    /** It did not answer in time; the company's officer sees to it. */
    readonly givenUp?: true
  }>
  /** N7: what this person has that is kept longer than the erasure, by which exception of the policy, and until when. */
  readonly kept: ReadonlyArray<{ readonly category: string; readonly exception: string; readonly until: string }>
  /** What the person can do now. */
  readonly actions: ReadonlyArray<
    | 'confirm'
    | 'restore'
    | 'erase-now'
    | 'certificate'
    | 'copy'
    | 'download'
    | 'protect'
    | 'state'
    | 'suspend'
    | 'approve'
    | 'withdraw'
  >
}
