import type { Act } from '../policy/recipients.ts'
import type { Happened } from './history.ts'
import type { LetterKind, Vital } from './letter-kinds.ts'
import type { Request } from './request.ts'

/** What has to happen after a decision was saved; saved with it, so that a crash in between loses nothing. */
export type Effect =
  /** `written`: the entry of the history that says what somebody of the company wrote. */
  | { readonly kind: 'letter'; readonly letter: LetterKind; readonly written?: number }
  /** `act` is absent in what was saved before there were others than erasures and corrections. */
  | { readonly kind: 'notice'; readonly recipient: string; readonly act?: Act }
  /** The company's officer hears that a letter which has to arrive came back: which one, or to which recipient. */
  | { readonly kind: 'undelivered'; readonly what: Vital | 'notice' }
  /** Somebody of the company is asked to do something by hand, reminded, or late; `to`: the officer hears of it too. */
  | {
      readonly kind: 'task'
      readonly task: string
      readonly news: 'set' | 'reminder' | 'overdue'
      readonly to?: 'officer'
    }
  /** A hold outlives its request: it is kept for an erasure that the same person asks for later. */
  | { readonly kind: 'keep-hold'; readonly reason: string }
  /** The company's officer hears of that; or that a new erasure is held up by it. */
  | { readonly kind: 'hold-news'; readonly news: HoldNews; readonly reason: string }
  /** The company's officer hears that somebody proposed what takes two people. */
  | { readonly kind: 'proposal' }
  /** Nothing of the objection's lists goes to the person's address any more, or no data are used for what was stopped. */
  | { readonly kind: 'suppress' }
  /** What is known of the use of the person's accounts: used now, or gone with them. */
  | { readonly kind: 'activity'; readonly as: 'used' | 'gone' }
  /** A guardian is asked, unless one has consented or is being asked (N8). */
  | { readonly kind: 'ask-consent' }
  /** What the person approved ends (N12): their data are unavailable now. */
  | { readonly kind: 'end-approvals' }
  /** A program of the company hears of it by a call: how the request stands since, and by what. */
  | { readonly kind: 'webhook'; readonly hook: string; readonly event: Happened; readonly status: Request['status'] }
  | {
      readonly kind: 'start'
      readonly machine:
        | 'erasure'
        | 'restore'
        | 'export'
        | 'restriction'
        | 'objection'
        | 'rectification'
        | 'recipients'
        | 'erasing-again'
        | 'disclosure'
        | 'identity'
    }

export type HoldNews = 'kept' | 'taken-over'
