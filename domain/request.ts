import { type CopyRight, copyRights, type Right } from '../policy/rights.ts'
import type { Act, Language } from '../policy/schema.ts'
import type { Subject } from '../systems/contract.ts'
import type { Count } from './figures.ts'
import type { LetterKind, Vital } from './letter-kinds.ts'
import type { Personal } from './personal.ts'
import type { Reference } from './reference.ts'
import type { OnBehalf } from './subject.ts'
import type { Handed, Task } from './tasks.ts'
import type { Day, Instant, Stop } from './time.ts'

/** The person asking: gone from the request once it is closed and the person was told. */
export type Person = {
  readonly address: Personal<string>
  /** Keyed hash of the address: finds other requests of the same person. */
  readonly hash: string
  /** Where their accounts are, as the directory says (ISO 3166-1). */
  readonly country?: string
  /** Known once the directory answered. */
  readonly subject?: Personal<Subject>
  /** Where the company holds accounts for others: for whom, as long as the directory's own row may be unavailable. */
  readonly onBehalf?: Personal<OnBehalf>
  /** The mail that asked, where one did. */
  readonly mail?: Personal<AskingMail>
  /** What is right, by the field of the policy; `statement`: what the person says in words (GDPR Art. 16). */
  readonly stated?: Personal<Values>
  /** What a mail says is right, until the person sends it over the link, as it is or in other words. */
  readonly proposed?: Personal<string>
  /** What the company says of its decision in its own words. */
  readonly answer?: Personal<string>
  /** The address before it was corrected. */
  readonly formerAddress?: Personal<string>
  /** The address of the account, of whom the company believed that it is theirs although they write from another. */
  readonly account?: Personal<string>
}

/** What letters need of a mail that asked. */
export type AskingMail = {
  /** Message-ID, with its angle brackets: letters answer it. */
  readonly messageId?: string
  /** It names an account, by other means than its address. */
  readonly named?: true
  /** The language of its writer (ISO 639-1), where letters are not written in it. */
  readonly writtenIn?: string
  /** Who wrote it for the person, and the keyed hash of that address. */
  readonly writer?: { readonly address: string; readonly hash: string }
}

/** What the directory says of whose an address is. */
export type Known = { readonly subject: Personal<Subject> } & Pick<Person, 'onBehalf'>

export type Values = Readonly<Record<string, string>>

export type { Right }

/** How a person asked whose request somebody of the company entered. */
export type Entered = 'phone' | 'letter' | 'chat'

/** Something that takes two people: who proposed it and when, until when it can be confirmed. */
export type Proposal = Proposed & { readonly by: string; readonly at: Instant; readonly until: Instant }
type Proposed =
  /** `file`: where its papers are. */
  | { readonly act: 'unhold' | 'lift'; readonly file?: string }
  /** `written`: the entry of the history that says who proposed it, and so wrote what its person is to read. */
  | { readonly act: 'turn-down'; readonly why: WhyTurnedDown; readonly written: number }
  | { readonly act: 'refuse-objection' | 'decline-correction'; readonly decisions: Values; readonly written: number }
/** What is decided with words for its person. */
export type Worded = Exclude<Proposal['act'], 'unhold' | 'lift'>

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
/** Erasure waits because a law asks the company to keep the data (GDPR Art. 17(3)); which one is said in the policy. */
export type LegalHold = { readonly reason: string; readonly since: Instant }

/** GDPR Art. 18(1)(a) to (d): what a person says a restriction is for, if anything. */
export type Ground = 'accuracy' | 'unlawful' | 'claims' | 'objection'

/** Unavailable for as long as the person wants (GDPR Art. 18; the notice promises it without a ground). */
type Hold = Every & { readonly right: 'restriction'; readonly confirmedAt: Instant; readonly ground?: Ground }
/** No more direct marketing (GDPR Art. 21(2)): of one list of the policy, or of all. */
type Objection = Every & { readonly right: 'objection'; readonly confirmedAt: Instant; readonly lists: string }
/** GDPR Art. 12(3): why an answer may take two months more. */
type WhyLonger = 'complex' | 'many'
/** Why the company does not act on a request: GDPR Art. 12(5)(b), or 11(2) and 12(2). */
export type WhyTurnedDown = 'manifestly-unfounded' | 'excessive' | 'not-identifiable'
/** The company does not act on it, since when and why; what was done for it is being taken back. */
type TurnedDown = { readonly turnedDown: { readonly why: WhyTurnedDown; readonly at: Instant } }
/** One use of data that a person objects to, by the category of the policy whose purpose it is, and what became of it. */
export type Use = {
  readonly category: string
  readonly state: 'open' | 'stopped' | 'goes-on'
  /** Id of the policy's reason, of what goes on. */
  readonly reason?: string
}
type ProcessingObjection = Every & { readonly right: 'processing-objection'; readonly confirmedAt: Instant }
type Weighed = ProcessingObjection & Closed & Uncertified & { readonly uses: readonly Use[] }
/** A file that the person gave: nothing of it but how many bytes, and the end of its name (`pdf`, or empty). */
export type Evidence = { readonly id: string; readonly bytes: number; readonly extension: string }
type Rectification = Every & {
  readonly right: 'rectification'
  readonly confirmedAt: Instant
  readonly evidence?: Evidence
}
type Corrected = Rectification & Closed & Uncertified & { readonly items: readonly Item[] }
/** One thing that a person says is wrong, and what has become of it; never the value itself. */
export type Item = {
  /** A field of the policy, or `statement`: what the person says in words. */
  readonly field: string
  readonly category: string
  /** noting: declined, and what the person said is being put with the records; noted: it lies there. */
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
  /** Id of the policy's reason, of what was declined. */
  readonly reason?: string
}
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
/** N12: to whom a person's data would go and what for, as the company said it, and who of the company asks. */
export type Terms = {
  readonly to: { readonly name: string; readonly address?: string; readonly country?: string }
  readonly purpose: string
  readonly by: string
}
/** What went to the third party, and when, as the company reported it. */
export type Disclosed = { readonly at: Instant; readonly categories: readonly string[] }
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
/** Said; not answered in time; or the data became unavailable or are being erased. */
export type WhyNot = 'no' | 'silence' | 'unavailable'
/** Withdrawn by the person; its time was over; or the data became unavailable or are being erased. */
export type WhyEnded = 'withdrawn' | 'over' | 'unavailable'
/** Data in a copy were to be erased: it went for that, whether or not its time was over. */
type Outlived = { readonly erased?: true }
type Copy = Every & { readonly right: CopyRight; readonly confirmedAt: Instant }
/** A package that was put together, the `round`th of its request: more than one when a system answered late. */
type Packaged = {
  readonly round: number
  readonly packagedAt: Instant
  readonly bytes: number
  readonly files: number
}
/** GDPR Art. 12(6): why the company doubts who asks, and what it asks; ids of the policy. */
export type Doubt = { readonly why: string; readonly questions: readonly string[] }
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

/** How a request comes to be: somebody asked; an account was found that nobody uses; or the company asks for an approval. */
export type Beginning = 'received' | 'found-inactive' | 'disclosure-asked'

/** What somebody of the company did on the desk that changes nothing: looked at what is personal, fetched a file, wrote to the person, had their link sent again, left a note. */
type DeskWork = 'looked' | 'fetched' | 'wrote' | 'link-sent' | 'noted'
/** What a history tells: an event, how a request began, or work on the desk. */
export type Happened = Event['type'] | Beginning | DeskWork

export type Entry = {
  readonly n: number
  readonly at: Instant
  readonly event: Happened
  readonly from: Status | 'none'
  readonly to: Status
  /** Systems or reasons; never personal. */
  readonly detail?: string
  /** SHA-256 (hex) of what it leaves to `Untold`. */
  readonly digest?: string
  readonly previous: string
  readonly hash: string
}

/**
 * What the person is not told of an entry, who reads there no more than that something was noted: a note for colleagues, or
 * a hold of which the law lets nobody tell them. It stands beside the chain, which holds its digest.
 */
export type Untold = Pick<Entry, 'n' | 'event' | 'detail'> & { readonly salt: string }

export type Refusal = {
  readonly kind: 'refused'
  readonly reason:
    | 'not-possible-now'
    | 'too-late'
    | 'link-expired'
    | 'switched-off'
    | 'fetched-too-often'
    | 'on-hold'
    | 'notice-running'
    | 'reason-needed'
    | 'not-approved-then'
    | 'too-long'
    | 'two-people'
}
export type Step = {
  readonly kind: 'step'
  readonly before: Request
  readonly request: Request
  readonly entry: Entry
  readonly untold?: Untold
  readonly effects: readonly Effect[]
  /** What is to be done by hand: new, answered, or over. */
  readonly tasks?: readonly Task[]
  /** What it adds to the figures, and of which day. */
  readonly counts: { readonly day: Day; readonly of: readonly Count[] }
  /** When a machine should have moved it on; absent: none has to. */
  readonly movesBy?: Instant
  /** When everything under the reference may vanish; absent: it stays. */
  readonly keptUntil?: Instant
}
export type Decision = Step | Refusal
