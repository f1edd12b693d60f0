import { type CopyRight, copyRights, type Right } from '../policy/rights.ts'
import type { Language } from '../policy/schema.ts'
import type { Evidence, Item } from './correction.ts'
import type { Disclosed, Terms, WhyEnded, WhyNot } from './disclosure.ts'
import type { Entered } from './entered.ts'
import type { Doubt } from './identity.ts'
import type { LegalHold } from './legal-hold.ts'
import type { Person } from './person.ts'
import type { Personal } from './personal.ts'
import type { Reference } from './reference.ts'
import type { Day, Instant, Stop } from './time.ts'
import type { WhyTurnedDown } from './turned-down.ts'
import type { Proposal } from './two-people.ts'
import type { Use } from './weighing.ts'

type Every = {
  readonly v: 1
  readonly reference: Reference
  /** What a person asked for; `disclosure`: what the company asks of them (N12). */
  readonly right: Right | 'disclosure'
  /** By the policy: who asked instead of the person, on whose behalf the company holds the data (GDPR Art. 28). */
  readonly controller?: string
  /** By the synthetic person who tries what people are promised: in no figures, and of no one whom anybody would be told of. */
  readonly canary?: true
  /** Somebody of the company entered it for a person who asked in another way. */
  readonly entered?: Entered
  readonly version: number
  readonly language: Language
  readonly receivedAt: Instant
  readonly promisedBy: Instant
  /** GDPR Art. 12(3): why the answer may take two months more, as the person was told. */
  readonly longer?: WhyLonger
  /** Failing systems of which somebody does by hand what was asked, as domain/tasks.ts names that. */
  readonly byHand?: readonly string[]
  /** Which systems wait for somebody who is still in time, and when that is next looked at. */
  readonly awaits?: { readonly systems: readonly string[]; readonly until: Instant }
  /** Something was done that systems are to be asked about at once, and not when their pause ends. */
  readonly hurried?: true
  /** What one person of the company proposed, and another has to confirm. */
  readonly proposal?: Proposal
  /** Somebody gave a file for a copy. */
  readonly filed?: true
  /** When the time stood still; the last one of a question that waits ends with the time for an answer. */
  readonly stops?: readonly Stop[]
  /** Head of the history's hash chain, and its length. */
  readonly historyHash: string
  readonly historyLength: number
}

type Asked = Every & { readonly right: Right }
type Verified = Every & {
  readonly right: 'erasure'
  readonly confirmedAt: Instant
  readonly eraseAt: Instant
  /** Nobody asked: the account was not used. Absent as soon as the person asks. */
  readonly inactive?: Inactive
  /** The ground of GDPR Art. 17(1)(f): the data were collected from a child. */
  readonly child?: true
  /** Nobody asked for it: a guardian's consent is missing (N8). */
  readonly unconsented?: true
}
/** N6. `available`: by the policy the data stay where they are until they are erased. */
type Inactive = { readonly lastUsed: Day; readonly available?: true }
/** Of a child's account: what came of the question whether a guardian consents. */
type Consent = Every & { readonly right: 'erasure' }
/** N7: what a law keeps, by the exception of the policy, and until when. */
export type Kept = { readonly exception: string; readonly category: string; readonly until: Instant }

/** GDPR Art. 18(1)(a) to (d): what a person says a restriction is for, if anything. */
export type Ground = 'accuracy' | 'unlawful' | 'claims' | 'objection'

/** Unavailable for as long as the person wants (GDPR Art. 18; the notice promises it without a ground). */
type Hold = Every & { readonly right: 'restriction'; readonly confirmedAt: Instant; readonly ground?: Ground }
/** No more direct marketing (GDPR Art. 21(2)): of one list of the policy, or of all. */
type Objection = Every & { readonly right: 'objection'; readonly confirmedAt: Instant; readonly lists: string }
/** GDPR Art. 12(3): why an answer may take two months more. */
export type WhyLonger = 'complex' | 'many'
/** The company does not act on it, since when and why; what was done for it is being taken back. */
type TurnedDown = { readonly turnedDown: { readonly why: WhyTurnedDown; readonly at: Instant } }
type ProcessingObjection = Every & { readonly right: 'processing-objection'; readonly confirmedAt: Instant }
type Weighed = ProcessingObjection & Closed & Uncertified & { readonly uses: readonly Use[] }
type Rectification = Every & {
  readonly right: 'rectification'
  readonly confirmedAt: Instant
  readonly evidence?: Evidence
}
type Corrected = Rectification & Closed & Uncertified & { readonly items: readonly Item[] }
type Stated = Rectification & {
  readonly person: Person
  readonly items: readonly Item[]
  /** How often there was work for systems: an answer counts for its round. */
  readonly round: number
  readonly startedAt: Instant
  readonly outstanding: readonly string[]
  /** Until when a new address can be proven. */
  readonly provenBy: Instant
  readonly remindedAt: Instant
}
type Disclosure = Every & {
  readonly right: 'disclosure'
  readonly terms: Personal<Terms>
  readonly categories: readonly string[]
  /** Where the company keeps the papers of it; never personal. */
  readonly file: string
  /** Until when an approval would hold (exclusive). */
  readonly holdsUntil: Instant
  /** How often the company asked whether it may, and when last. */
  readonly checks: number
  readonly checkedAt?: Instant
  readonly disclosed: readonly Disclosed[]
}
/** Data in a copy were to be erased: it went for that, whether or not its time was over. */
type Outlived = { readonly erased?: true }
type Copy = Every & { readonly right: CopyRight; readonly confirmedAt: Instant }
/** A package that was put together, the `round`th of its request: more than one when a system answered late. */
export type Packaged = {
  readonly round: number
  readonly packagedAt: Instant
  readonly bytes: number
  readonly files: number
}
/** The address is proven, and who asks is not. */
type Doubted = Omit<Asked, 'stops'> & {
  /** The last one lasts until the answer. */
  readonly stops: readonly Stop[]
  readonly person: Person
  readonly confirmedAt: Instant
  readonly doubt: Doubt
  readonly remindedAt: Instant
  readonly ground?: Ground
  readonly child?: true
}
type Closed = { readonly closedAt: Instant; readonly person?: Person }
/** Its certificate is not signed yet, and so the person was not told. */
type Uncertified = { readonly uncertified?: true }

/** One request; what a status needs is there, what it cannot have is not. */
export type Request =
  | (Every & {
      readonly status: 'unverified'
      readonly right: Right
      readonly person: Person
      readonly linkUntil: Instant
      readonly ground?: Ground
      /** It says that it is a child's. */
      readonly child?: true
      readonly doubt?: Doubt
      /** New links on the day (UTC) on which the last was asked for, by whoever can have that without proof of anything. */
      readonly newLinks?: { readonly on: Day; readonly times: number }
    })
  | (Doubted & { readonly status: 'identifying'; readonly answerBy: Instant })
  | (Doubted & { readonly status: 'checking' })
  | (Asked & Closed & { readonly status: 'unidentified'; readonly confirmedAt: Instant })
  | (Consent & {
      readonly status: 'consenting'
      readonly person: Person
      readonly consentBy: Instant
      readonly remindedAt: Instant
      readonly guardian?: 'asked'
    })
  | (Consent & Closed & { readonly status: 'consented' })
  | (Consent & Closed & { readonly status: 'unfounded' })
  | (Verified & { readonly status: 'restricting'; readonly person: Person; readonly hold?: LegalHold })
  | (Verified & {
      readonly status: 'grace'
      readonly person: Person
      /** Systems whose data are not unavailable yet. */
      readonly outstanding: readonly string[]
      readonly remindedAt: Instant
      readonly hold?: LegalHold
    })
  | (Verified &
      Partial<TurnedDown> & {
        readonly status: 'restoring'
        readonly person: Person
        readonly startedAt: Instant
        readonly outstanding: readonly string[]
      })
  | (Verified & {
      readonly status: 'erasing'
      readonly person: Person
      readonly startedAt: Instant
      readonly outstanding: readonly string[]
      readonly erasedAt?: Instant
    })
  | (Hold & { readonly status: 'holding'; readonly person: Person })
  | (Hold &
      Uncertified & {
        readonly status: 'held'
        readonly person: Person
        /** Systems whose data are not unavailable yet. */
        readonly outstanding: readonly string[]
        /** When the company may end it, as the person was told (GDPR Art. 18(3)). */
        readonly liftAt?: Instant
      })
  | (Hold &
      Partial<TurnedDown> & {
        readonly status: 'lifting'
        readonly byCompany?: true
        readonly person: Person
        readonly startedAt: Instant
        readonly outstanding: readonly string[]
      })
  | (Hold & Closed & Uncertified & { readonly status: 'lifted'; readonly byCompany?: true })
  | (Objection & {
      readonly status: 'stopping'
      readonly person: Person
      /** Whether it came by a click in a mail, whose page was the answer. */
      readonly silent: boolean
      /** Systems that still say that the person wants the mails. */
      readonly outstanding: readonly string[]
    })
  | (Objection & Closed & Uncertified & { readonly status: 'stopped' })
  | (ProcessingObjection & {
      readonly status: 'objecting'
      readonly person: Person
      /** Until when the person can say which use they object to, and why. */
      readonly statedBy: Instant
      readonly remindedAt: Instant
    })
  | (ProcessingObjection & {
      readonly status: 'weighing'
      readonly person: Person
      readonly uses: readonly Use[]
      readonly remindedAt: Instant
    })
  | (Weighed & { readonly status: 'upheld' })
  | (Weighed & { readonly status: 'refused' })
  | (ProcessingObjection & Closed & { readonly status: 'dropped' })
  | ((Hold | Rectification | ProcessingObjection) & Closed & { readonly status: 'superseded' })
  | (Rectification & {
      readonly status: 'stating'
      readonly person: Person
      readonly statedBy: Instant
      readonly remindedAt: Instant
    })
  | (Stated & { readonly status: 'proving' })
  | (Stated & { readonly status: 'deciding' })
  | (Stated & { readonly status: 'correcting' })
  | (Rectification & Closed & { readonly status: 'unchanged'; readonly items: readonly Item[] })
  | (Corrected & { readonly status: 'corrected' })
  | (Corrected & {
      readonly status: 'declined'
      /** What the person said and no system keeps with its records. */
      readonly statement?: Personal<string>
    })
  | (Copy & {
      readonly status: 'gathering'
      readonly person: Person
      /** Systems that have not given all that they hold. */
      readonly outstanding: readonly string[]
      readonly gatheredAt?: Instant
    })
  | (Copy &
      Packaged & {
        readonly status: 'ready'
        readonly person: Person
        readonly outstanding: readonly string[]
        readonly gatheredAt: Instant
        readonly availableUntil: Instant
        readonly remindedAt: Instant
        readonly downloads: number
        /** When a passphrase was chosen, and since when there is only the copy that it opens (`bytes` are then its). */
        readonly protectAskedAt?: Instant
        readonly protectedAt?: Instant
      })
  | (Copy & Outlived & { readonly status: 'discarding'; readonly person: Person })
  | (Copy & Partial<TurnedDown> & { readonly status: 'withdrawing'; readonly person: Person })
  | (Copy & Closed & { readonly status: 'withdrawn' })
  | (Copy & Outlived & Closed & { readonly status: 'discarded' })
  | (Verified & Closed & { readonly status: 'restored' })
  | (Verified & Closed & { readonly status: 'erased'; readonly kept: readonly Kept[] })
  | (Verified &
      Closed & {
        readonly status: 'erasing-again'
        readonly kept: readonly Kept[]
        /** How often it began anew: an answer counts for its round. */
        readonly round: number
        readonly startedAt: Instant
        readonly outstanding: readonly string[]
      })
  | (Disclosure & {
      readonly status: 'approving'
      readonly person: Person
      /** Until when the person can say yes (exclusive): then silence was a no. */
      readonly answerBy: Instant
      readonly remindedAt: Instant
    })
  | (Disclosure & { readonly status: 'approved'; readonly person: Person; readonly approvedAt: Instant })
  | (Disclosure & Closed & { readonly status: 'unapproved'; readonly why: WhyNot })
  | (Disclosure & Closed & { readonly status: 'approval-ended'; readonly approvedAt: Instant; readonly why: WhyEnded })
  | (Asked & Closed & TurnedDown & { readonly status: 'turned-down'; readonly confirmedAt: Instant })
  | (Asked & Closed & { readonly status: 'not-found' })
  | (Asked & Closed & { readonly status: 'duplicate'; readonly of: Reference })

export type Status = Request['status']
export type In<S extends Status> = Extract<Request, { status: S }>

export const isCopy = (right: Request['right']): right is CopyRight => copyRights.some((one) => one === right)

export const isClosed = (request: Request): request is Extract<Request, Closed> => 'closedAt' in request

/** In these statuses something was done that is signed before the person is told of it. */
export type Certifiable =
  | In<'held'>
  | In<'lifted'>
  | In<'stopped'>
  | In<'upheld'>
  | In<'refused'>
  | In<'corrected'>
  | In<'declined'>

/** Whether its certificate is still to be signed. */
export const isUncertified = (request: Request): request is Certifiable => 'uncertified' in request
