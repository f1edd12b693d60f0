import type { Attachment } from './attachments.ts'
import type { Automatic } from './automatic.ts'
import type { RequestsNamed } from './requests-named.ts'
import type { Trust } from './trust.ts'

/** One end of a mail. The address is lower-case and may be empty when the header held none. */
export type Party = { readonly name: string; readonly address: string }

/** What was wrong with a mail; it is kept and shown to a person all the same. */
export type Damage =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'too-many-parts'
  | 'headers-too-long'
  /** The parts that the mail declares are not there: all of its body was taken as text. */
  | 'no-parts'
  | 'unreadable'
  /** A charset was declared wrongly or not at all: the text was read by what its bytes look like. */
  | 'charset'
  /** Text beyond what any letter holds was left out. */
  | 'cut'

/** Somebody else's mail inside this one. `attached` and `inline` are forwarded by hand, `rule` by a mailbox's rule. */
export type Forwarded = {
  readonly how: 'inline' | 'attached' | 'rule'
  readonly from: Party | undefined
  readonly subject: string
  /** What that person wrote; empty for `rule`, where the text is the mail's own. */
  readonly text: string
  /** For `rule`, the headers that say so. */
  readonly by?: readonly string[]
}

/** What the headers said, and what that is worth. Everything is what somebody else wrote: nothing of it proves anything. */
type Envelope = {
  readonly messageId: string | undefined
  readonly inReplyTo: readonly string[]
  readonly references: readonly string[]
  readonly from: Party | undefined
  readonly sender: Party | undefined
  readonly replyTo: readonly Party[]
  readonly to: readonly Party[]
  readonly cc: readonly Party[]
  readonly subject: string
  /** As the mail says: may lie in the future or be missing. */
  readonly date: Date | undefined
  /** Set when no person wrote to us: nobody may answer. */
  readonly automatic: Automatic | undefined
  /** Requests that the mail names, by where their reference stands. */
  readonly requests: RequestsNamed
  readonly trust: Trust
  /** What was wrong; empty for an ordinary mail. */
  readonly damage: readonly Damage[]
}

/** A mail that was read. */
export type Mail = Envelope & {
  readonly refused?: undefined
  readonly text: {
    /** What the sender wrote now: no quoted mail, no signature. */
    readonly own: string
    /** What was quoted below or between. */
    readonly quoted: string
    /** Name, address, disclaimer below the text. */
    readonly signature: string
    /** A letter in a text/plain part marked as attachment, below a short text of its own. */
    readonly letter: string
  }
  readonly forwarded: Forwarded | undefined
  readonly attachments: readonly Attachment[]
}

/** A mail that could not be read beyond its headers: a person has to look at the stored original. */
export type Refused = Envelope & { readonly refused: Damage }

/** The same mail, which prints as `[personal]` wherever it is logged or serialised. */
export const sealed = <T extends object>(mail: T): T => Object.assign(new Sealed() as T, mail)

class Sealed {
  toJSON(): string {
    return '[personal]'
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[personal]'
  }
}
