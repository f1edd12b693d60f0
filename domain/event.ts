import type { Evidence, Item } from './correction.ts'
import type { Disclosed } from './disclosure.ts'
import type { Doubt } from './identity.ts'
import type { Known, Values } from './person.ts'
import type { Personal } from './personal.ts'
import type { Reference } from './reference.ts'
import type { Packaged, WhyLonger } from './request.ts'
import type { Handed, Task } from './tasks.ts'
import type { Instant, Stop } from './time.ts'
import type { WhyTurnedDown } from './turned-down.ts'

/** What the company decides, with words that the person reads; `written`: as another entry of the history proposed it. */
export type Decided = { readonly written?: number } & (
  | {
      readonly type: 'weighed'
      /** By category: stop, or the policy's reason why it goes on. */
      readonly decisions: Values
      readonly answer?: Personal<string>
    }
  | {
      readonly type: 'decided'
      /** By field: apply, or the policy's reason not to. */
      readonly decisions: Values
      readonly answer?: Personal<string>
    }
  /** The company does not act on it. */
  | { readonly type: 'turned-down'; readonly why: WhyTurnedDown; readonly answer: Personal<string> }
)

/** What happens to a request. `by`: who of the company did it on the desk, as `staffOf` names them. */
export type Event = Happening & {
  readonly by?: string
  /** Of an event that says what systems answered: what is to be done by hand for the rest. */
  readonly handed?: Handed
  /** Random and not to be guessed: needed for what the person may not be told of (`Untold`). */
  readonly salt?: string
}

type Happening =
  | Decided
  | { readonly type: 'asked-again'; readonly linkUntil: Instant }
  | {
      readonly type: 'confirmed'
      readonly found: (Known & { readonly country?: string }) | 'nobody' | { readonly duplicateOf: Reference }
      readonly firstReceivedAt: Instant
      /** When the time stood still for an earlier ask that is taken up again. */
      readonly stops?: readonly Stop[]
      /** Set when a link in a mail of the company says so: from which list, or `all`. */
      readonly unsubscribed?: string
      /** The directory says that a guardian has to consent. */
      readonly minor?: boolean
    }
  /** The company learnt that an account is a child's. */
  | { readonly type: 'reported'; readonly found: Known; readonly source: string }
  | { readonly type: 'guardian-named'; readonly guardian: Personal<string> }
  | { readonly type: 'consent-given' | 'consent-refused' }
  /** `file`: where the company keeps the papers of it; never personal. */
  | { readonly type: 'report-ended'; readonly file: string }
  | {
      readonly type: 'restriction-settled' | 'erasure-settled' | 'release-settled' | 'mailing-settled'
      readonly outstanding: readonly string[]
    }
  | { readonly type: 'moment-reached' }
  | { readonly type: 'restore-asked' }
  | { readonly type: 'erase-now-asked' }
  /** Of an account that is to be removed for inactivity: it was used; or its person asks for the erasure. */
  | { readonly type: 'active-again' | 'asked-for' }
  /** `file`: where the company keeps the papers of it; never personal. */
  | { readonly type: 'hold-set'; readonly reason: string; readonly file: string }
  /** Kept of an earlier request of the same person, which ended before the hold did. */
  | { readonly type: 'hold-set'; readonly reason: string; readonly from: Reference }
  | { readonly type: 'hold-ended'; readonly file: string }
  | { readonly type: 'lift-announced' }
  /** Whether the mail that announced it is out. */
  | { readonly type: 'lift-due'; readonly told: boolean }
  /** A certificate is signed; of an erasure with the ids of the policy's exceptions by which something was kept. */
  | { readonly type: 'certified'; readonly kept: readonly string[] }
  /** What a law asked to keep need not be kept any longer; or a backup may have brought back what was erased. */
  | { readonly type: 'kept-long-enough' | 'backup-restored' }
  /** An erasure of the same person is done: there is nothing left to hold, and no copy outlives what was in it. */
  | { readonly type: 'erased-meanwhile' }
  | { readonly type: 'gathered'; readonly outstanding: readonly string[] }
  | {
      readonly type: 'packaged'
      readonly package: Omit<Packaged, 'packagedAt'>
      /** Data in it are erased from then on: no copy may outlive them. */
      readonly notAfter?: Instant
    }
  | { readonly type: 'code-asked' | 'code-wrong' | 'downloaded' | 'withdraw-asked' | 'protect-asked' }
  /** `erased`: what was in it is being erased. */
  | { readonly type: 'discarded'; readonly erased?: true }
  /** Bytes of the protected file. */
  | { readonly type: 'protected'; readonly bytes: number }
  | {
      readonly type: 'stated'
      readonly items: readonly Item[]
      readonly stated: Personal<Values>
      readonly evidence?: Evidence
    }
  /** Which uses a person objects to, by category, and their grounds. */
  | { readonly type: 'objected'; readonly uses: readonly string[]; readonly grounds: Personal<string> }
  | { readonly type: 'extended'; readonly why: WhyLonger }
  /** Somebody of the company doubts who asks: why, and what is to be asked of them. */
  | { readonly type: 'doubted'; readonly doubt: Doubt }
  /** What a person answers to who they are, by the policy's question. */
  | { readonly type: 'identity-answered'; readonly answers: Personal<Values> }
  /** The company believes them: whose account it is, and its address with the keyed hash. */
  | {
      readonly type: 'identified'
      readonly found: Known | { readonly duplicateOf: Reference }
      readonly account: { readonly address: Personal<string>; readonly hash: string }
      readonly minor?: boolean
    }
  | { readonly type: 'not-identified' }
  /** What a mail says is right; who wrote it is not proven. */
  | { readonly type: 'proposed'; readonly said: Personal<string> }
  | { readonly type: 'address-proven' }
  | {
      readonly type: 'rectification-settled'
      readonly outstanding: readonly string[]
      /** Where records were found to correct. */
      readonly held: ReadonlyArray<{ readonly category: string; readonly field: string }>
    }
  /** N12: what a person says to a disclosure. */
  | { readonly type: 'approval-given' | 'approval-refused' }
  /** N12: the company asks whether it may; whether the directory knows the person, and their data are available. */
  | { readonly type: 'approval-checked'; readonly available: boolean }
  /** N12: what went to the third party. */
  | { readonly type: 'disclosed'; readonly disclosed: Disclosed }
  /** The same person's data became unavailable, or are being erased. */
  | { readonly type: 'made-unavailable' }
  /** Somebody of the company did by hand what they were asked, or cannot. */
  | { readonly type: 'task-answered'; readonly task: Task }
  /** It is a colleague's now (`to`, as `staffOf` names them), whose address the task has. */
  | { readonly type: 'task-reassigned'; readonly task: Task; readonly to: string }
  /** Of a system that fails: it is asked at once; or somebody does by hand what was asked of it. */
  | { readonly type: 'tried-again' | 'handed-over'; readonly system: string }
  /** One person of the company proposes what takes two; another declines it, or they take it back. */
  | { readonly type: 'act-proposed'; readonly act: 'unhold' | 'lift'; readonly file?: string }
  | { readonly type: 'act-proposed'; readonly decision: Decided }
  | { readonly type: 'proposal-declined' }
  | { readonly type: 'told' }
