import type { MailView } from '../mail.ts'
import type { RequestView, WhyTurnedDown } from '../request.ts'
import type { DeskDisclosure } from './disclosures.ts'
import type { QueueLine } from './queue.ts'
import type { TaskLine } from './tasks.ts'

type Template = 'under-way' | 'which-data' | 'your-mail' | 'own-words'

type TakesTwo = 'unhold' | 'lift' | 'turn-down' | 'refuse-objection' | 'decline-correction'

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
