/** What state machines and pages exchange with the functions. Every task's shape is versioned: sleepers wake in newer code. */
import type { Kind } from '../domain/figures.ts'
import type { PolicyChange } from '../domain/policy-changes.ts'
import type { PromiseId } from '../policy/promises.ts'
import type { Right } from '../policy/rights.ts'

type Template = 'under-way' | 'which-data' | 'your-mail' | 'own-words'

/** JSON of `GET /desk/record`. */
export type { ProcessingRecord } from '../domain/record.ts'

/** Input of a state machine, and of the tasks `advance` (with `event`) and `system` (with `verb`). A reference only: never personal data. */
export type MachineInput = { readonly v: 1; readonly reference: string }

/** `look` changes nothing; the others are the machine's events of the domain's table. */
export type AdvanceInput = MachineInput & {
  readonly event:
    | 'look'
    | 'restriction-settled'
    | 'moment-reached'
    | 'erasure-settled'
    | 'told'
    | 'release-settled'
    | 'gathered'
    | 'mailing-settled'
    | 'rectification-settled'
    | 'erased-again'
}

/**
 * What the machine does next. `wait` has `at` (ISO instant).
 * restrict: first round; restrict-rest: only what failed; erase / erase-rest alike; certify: sign, tell; release;
 * gather what systems hold; unsubscribe: take the person off lists; package: put the copy together;
 * protect: encrypt it with a passphrase; discard: delete it;
 * correct / correct-rest, erase-again / erase-again-rest: as erase; end.
 */
export type AdvanceOutput = {
  readonly v: 1
  readonly to:
    | 'restrict'
    | 'restrict-rest'
    | 'wait'
    | 'erase'
    | 'erase-rest'
    | 'certify'
    | 'strip'
    | 'release'
    | 'gather'
    | 'unsubscribe'
    | 'package'
    | 'protect'
    | 'discard'
    | 'correct'
    | 'correct-rest'
    | 'erase-again'
    | 'erase-again-rest'
    | 'end'
  readonly at: string
}

export type SystemInput = MachineInput & {
  readonly verb: 'restrict' | 'release' | 'erase' | 'check' | 'erase-again' | 'export' | 'unsubscribe' | 'rectify'
}
/** done: false means call again (the next slice). */
export type SystemOutput = { readonly v: 1; readonly done: boolean }

/** One call of a webhook: which of the request's effects it is. */
export type WebhookInput = MachineInput & { readonly id: string }

/** A slice of the daily round, which is about no request in particular. `from`: where the slice before stopped. */
export type RoundInput = {
  readonly v: 1
  readonly job: 'start-again' | 'kept' | 'erase-again'
  readonly from: string
}
export type RoundOutput = { readonly v: 1; readonly from: string; readonly done: boolean }

/** An act of the synthetic person; `reference` is empty, and so is `since`, before it has asked. */
export type CanaryInput = {
  readonly v: 1
  readonly act: 'ask' | 'confirm' | 'restore' | 'check'
  readonly reference: string
  readonly since: string
}
/** done: false means look again later. */
export type CanaryOutput = {
  readonly v: 1
  readonly reference: string
  readonly since: string
  readonly done: boolean
}

export type PackageInput = MachineInput & { readonly act: 'put-together' | 'protect' | 'discard' }
/** done: false means call again (the next slice); else what the machine does next. */
export type PackageOutput = AdvanceOutput & { readonly done: boolean }

/** Of rounds in slices: more: another slice is left, and may begin at an instant. */
export type InactivityOutput = { readonly v: 1; readonly more: boolean; readonly at: string }

/** How many letters may go out. */
export type Limits = { readonly aDay: number; readonly aSecond: number }

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
/** N12: the company asks whether data may go to a third party. */
type Approval = {
  readonly right: 'disclosure'
  readonly status: 'approving' | 'approved' | 'unapproved' | 'approval-ended'
  /** Who would get which data, for what and until when, and what became of it. */
  readonly disclosure: {
    /** `country`: ISO 3166-1, two letters. */
    readonly to: { readonly name: string; readonly address?: string; readonly country?: string }
    readonly purpose: string
    /** Who of the company asks. */
    readonly by: string
    readonly file: string
    readonly categories: readonly string[]
    /** Until when an approval holds (exclusive). */
    readonly holdsUntil: string
    readonly approvedAt?: string
    /** Why it is not approved, or not any more. */
    readonly why?: 'no' | 'silence' | 'withdrawn' | 'over' | 'unavailable'
    /** How often the company asked whether it may, and when last. */
    readonly checks: number
    readonly checkedAt?: string
    /** What went to the third party, as the company reported it. */
    readonly disclosed: ReadonlyArray<{ readonly at: string; readonly categories: readonly string[] }>
  }
}

type TakesTwo = 'unhold' | 'lift' | 'turn-down' | 'refuse-objection' | 'decline-correction'
type WhyTurnedDown = 'manifestly-unfounded' | 'excessive' | 'not-identifiable'

/** How somebody asked for whom the company entered the request. */
type Entered = 'phone' | 'letter' | 'chat'

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

/** What somebody of the company is asked to do by hand, as a line of the desk: nothing personal. */
export type TaskLine = {
  readonly id: string
  readonly reference: string
  readonly system: string
  readonly verb: 'restrict' | 'release' | 'erase' | 'erase-again' | 'export' | 'unsubscribe' | 'rectify'
  readonly asked: string
  readonly since: string
  readonly due: string
  readonly state: 'open' | 'answered' | 'cannot' | 'over'
  readonly overdue?: true
}

/** JSON of `GET /desk/tasks`. */
export type TasksView = {
  readonly at: string
  readonly whose: 'mine' | 'all'
  readonly lines: readonly TaskLine[]
  /** Where the next page begins; absent: this is the last. */
  readonly next?: string
}

/** JSON of `GET /desk/tasks/{reference}/{task}`. */
export type DeskTask = {
  readonly line: TaskLine
  readonly at: string
  readonly right: QueueLine['right']
  readonly status: string
  readonly promisedBy: string
  /** What is to be stated of, in this order; `mayKeep`: the exception of the policy by which something may be kept. */
  readonly parts: ReadonlyArray<{ readonly category: string; readonly field?: string; readonly mayKeep?: string }>
  /** Whether this role can say what was done, and whether there is somebody to look at. */
  readonly mayAnswer: boolean
  /** Colleagues to whom this role can give it. */
  readonly colleagues: ReadonlyArray<{ readonly staff: string; readonly name: string }>
  readonly mayLook: boolean
  readonly stated?: {
    readonly at: string
    readonly by: string
    /** The address behind that name. */
    readonly who?: string
    readonly outcome: 'done' | 'nothing' | 'cannot'
    readonly reason?: string
    readonly file?: string
    readonly receipts: ReadonlyArray<{
      readonly category: string
      readonly field?: string
      readonly outcome: string
      readonly count: number
    }>
  }
  /** Whose data they are: after pressing for it. */
  readonly personal?: {
    readonly address?: string
    readonly keys: Readonly<Record<string, string>>
    /** What is right, by part: of a correction. */
    readonly right: ReadonlyArray<{ readonly field: string; readonly value: string }>
  }
}

/** JSON of `GET /desk/requests/{reference}`. */
export type DeskRequest = {
  readonly line: QueueLine
  /** What the person sees; absent: the company asked, and the person decides (N12). */
  readonly request?: RequestView
  readonly acts: ReadonlyArray<
    | ('decide' | 'doubt' | 'extend' | 'hold' | 'unhold' | 'lift' | 'child' | 'no-child' | 'link')
    | ('confirm' | 'decline')
  >
  /** N12: what the person is asked to approve, and what came of it; without its terms for who sees nothing personal. */
  readonly disclosure?: DeskDisclosure
  /** What recipients are told, and how far that is (GDPR Art. 19). */
  readonly told: ReadonlyArray<{
    readonly recipient: string
    readonly act: 'restrict' | 'release' | 'rectify' | 'erase'
    readonly state: 'waiting' | 'told' | 'accepted' | 'confirmed' | 'overtaken' | 'given-up'
    /** When it was to be told; when it was; when it was last tried, asked or reminded; when it confirmed; what comes next. */
    readonly since: string
    readonly toldAt?: string
    readonly triedAt?: string
    readonly confirmedAt?: string
    readonly next?: string
  }>
  /** What takes two people: what one proposed, and until when another can confirm it; `who`: their address. */
  readonly proposal?: {
    readonly act: TakesTwo
    readonly by: string
    readonly at: string
    readonly until: string
    readonly file?: string
    /** Of a request that is to be turned down: on which ground; of other decisions, by category or field. */
    readonly why?: WhyTurnedDown
    readonly decisions?: Readonly<Record<string, string>>
    /** By which entry of the history its words were written. */
    readonly written?: number
    readonly who?: string
  }
  /** Which acts take two people by the policy. */
  readonly takesTwo: readonly TakesTwo[]
  /** Whether there is a certificate, in which nothing is personal. */
  readonly certified: boolean
  /** Whether there is anything personal in it, and this role may see it. */
  readonly mayLook: boolean
  readonly longerUntil?: string
  /** Why an erasure is held up, by the policy. */
  readonly hold?: { readonly reason: string; readonly since: string }
  /** Systems that have not done what they were asked, and what people of the company are asked to do by hand. */
  readonly byHand: {
    readonly failing: readonly string[]
    readonly tasks: readonly TaskLine[]
    /** Whether this role can have a failing system asked again, and its part done by hand. */
    readonly mayRetry: boolean
    readonly mayHandOver: boolean
  }
  readonly letters: ReadonlyArray<{
    /** What the letter is called in `personal`. */
    readonly id: string
    /** Which letter it is, to the person, a guardian, the officer or a colleague. */
    readonly what: string
    readonly at: string
    readonly sentAt?: string
    /** It was not true any more when its turn came, or its address had had as many such letters as it gets in a day. */
    readonly notSent?: true
    readonly bouncedAt?: string
    readonly complainedAt?: string
  }>
  /** Mails that came in about it, by SES's name of each; `gone`: with what was personal. */
  readonly mails: ReadonlyArray<{ readonly id: string; readonly at: string; readonly gone?: true }>
  /**
   * `who`: the address behind the name in `detail`, of somebody who signed in on the desk. `untold`: of this its person
   * reads no more than that something was noted.
   */
  readonly history: ReadonlyArray<{
    readonly n: number
    readonly at: string
    readonly event: string
    readonly to: string
    readonly detail?: string
    readonly who?: string
    readonly untold?: true
  }>
  /** Whether every entry of the history is as it was written. */
  readonly whole: boolean
  /** What colleagues noted and wrote, by the entry that says so; `template` absent: a note; `gone`: with what was personal. */
  readonly written: ReadonlyArray<{
    readonly n: number
    readonly at: string
    readonly who?: string
    readonly template?: Template
    /** What another person has to confirm before its person reads it. */
    readonly proposes?: Exclude<TakesTwo, 'unhold' | 'lift'>
    readonly gone?: true
  }>
  /** What this role can write to the person now; and whether it can leave a note. */
  readonly canWrite: readonly Template[]
  /** Why this role can turn it down now; nothing: it cannot. */
  readonly canTurnDown: readonly WhyTurnedDown[]
  readonly canNote: boolean
  /** Only after somebody pressed for it. */
  readonly personal?: DeskPersonal
}

/** What a person is asked to approve, and what came of it, as somebody of the company sees it. */
export type DeskDisclosure = {
  readonly reference: string
  readonly status: 'approving' | 'approved' | 'unapproved' | 'approval-ended'
  readonly file: string
  readonly categories: readonly string[]
  readonly askedAt: string
  /** Until when the person can answer (exclusive); absent: they did, or their time is over. */
  readonly answerBy?: string
  /** When they were last reminded of it. */
  readonly remindedAt?: string
  readonly approvedAt?: string
  /** Until when an approval holds, or would (exclusive). */
  readonly holdsUntil: string
  readonly closedAt?: string
  readonly why?: 'no' | 'silence' | 'withdrawn' | 'over' | 'unavailable'
  readonly checks: number
  readonly checkedAt?: string
  readonly disclosed: ReadonlyArray<{ readonly at: string; readonly categories: readonly string[] }>
  /** `country`: ISO 3166-1, two letters. */
  readonly terms?: {
    readonly to: { readonly name: string; readonly address?: string; readonly country?: string }
    readonly purpose: string
    readonly by: string
  }
}

/** JSON of `GET /desk/disclosures`. */
export type DisclosuresView = {
  readonly at: string
  /** What is asked and approved, the first that ends first; or what is over, the latest first. */
  readonly which: 'open' | 'over'
  readonly lines: readonly DeskDisclosure[]
  readonly mayAsk: boolean
  readonly next?: string
}

/** JSON of `GET /desk/disclosures/ask`: days (ISO 8601) until which an approval can be asked for. */
export type AskView = {
  readonly today: string
  readonly latest: string
  readonly wrong: ReadonlyArray<
    'address' | 'name' | 'place' | 'country' | 'purpose' | 'categories' | 'until' | 'by' | 'file' | 'theirs'
  >
}

/** JSON of `GET /desk/promises`: of nobody in particular. */
export type PromisesView = {
  readonly at: string
  /** The first day that is looked at, and the last that was added up; absent: none was yet (dates in the company's time zone). */
  readonly since: string
  readonly until?: string
  /** As many overdue and risky requests as are counted at the most. */
  readonly mostCounted: number
  readonly promises: ReadonlyArray<{
    readonly id: PromiseId
    /** Where the law asks for it; absent: the company promised it of its own accord. */
    readonly article?: string
    readonly keeping: 'kept' | 'at-risk' | 'broken' | 'open' | 'uncounted' | 'not-made'
    readonly counts?: {
      readonly received: number
      readonly finished: number
      readonly late: number
      readonly overdue: number
      readonly atRisk: number
      /** Whole days. */
      readonly median?: number
      readonly most?: number
    }
    /** The tests of this version that prove it, by their sentences. */
    readonly tests: ReadonlyArray<{ readonly sentence: string; readonly file: string }>
  }>
  /** Of what the law sets a time for, and no promise speaks: objections to be weighed, and mails that wait for a decision. */
  readonly besides: ReadonlyArray<{
    readonly what: 'processing-objection' | 'mails'
    readonly overdue: number
    readonly atRisk: number
  }>
}

/** JSON of `GET /desk/policy`: what was in force, the newest first. */
export type PolicyView = {
  readonly versions: ReadonlyArray<{
    /** SHA-256 (hex) of its canonical JSON (RFC 8785). */
    readonly hash: string
    /** When it was first seen to be in force; absent: it is deployed, and its first night has not come. */
    readonly since?: string
    /** It is not in force any more; and since when another one was seen to be. */
    readonly over?: true
    readonly until?: string
    /** What is not as in the one before; absent: there is none before, or none that is read. */
    readonly changes?: readonly PolicyChange[]
  }>
  /** There are older ones than those. */
  readonly more: boolean
}

/** JSON of `GET /desk/figures`: what the charts are drawn from, of nobody in particular. */
export type FiguresView = Pick<PromisesView, 'at' | 'since' | 'until' | 'mostCounted' | 'besides'> & {
  readonly months: ReadonlyArray<{
    /** As 2026-03. */
    readonly month: string
    readonly received: number
    readonly settled: number
    readonly late: number
    /** At its end, or as far as days were added up. */
    readonly open: number
  }>
  /** How long answers took; what nobody was answered is not among it. */
  readonly needed: ReadonlyArray<{
    readonly kind: Kind
    readonly finished: number
    /** Whole days; absent: too few to say. */
    readonly median?: number
    readonly most?: number
    /** ISO 8601 period, and its days at the least; absent: it depends on who answers. */
    readonly promised?: string
    readonly promisedDays?: number
  }>
  /** Of the promises that figures tell of. */
  readonly promises: ReadonlyArray<{
    readonly id: PromiseId
    readonly inTime: number
    /** Open now, and perhaps not in time. */
    readonly atRisk: number
    /** Finished too late, or overdue now. */
    readonly broken: number
  }>
}

/** What is personal in a request, by what it is. */
export type DeskPersonal = {
  readonly address: string
  readonly formerAddress?: string
  readonly account?: string
  readonly keys?: Readonly<Record<string, string>>
  readonly writer?: string
  /** What colleagues noted and wrote, by the entry of the history that says so. */
  readonly written?: Readonly<Record<string, string>>
  /** What the person said, by field. */
  readonly stated?: Readonly<Record<string, string>>
  /** What letters said, by their ids: as they were, but for what opens something. */
  readonly letters?: Readonly<
    Record<string, { readonly to: string; readonly subject: string; readonly text: string; readonly attached?: string }>
  >
  /** What mails said that came in, by SES's names of them: as long as they are kept, and not those that are too large. */
  readonly mails?: Readonly<Record<string, DeskMail>>
}

/** A mail that came in: text and nothing else. */
export type DeskMail = {
  readonly from: string
  readonly subject: string
  readonly text: string
  /** How far its sender's address may be believed. */
  readonly trust: MailView['trust']
  /** `tooLarge`: it stays in the stored mail. */
  readonly files: ReadonlyArray<{ readonly name: string; readonly bytes: number; readonly tooLarge?: true }>
}
