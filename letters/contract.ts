import type { HoldNews } from '../domain/effect.ts'
import type { Vital } from '../domain/letter-kinds.ts'
import type { TaskVerb } from '../domain/tasks.ts'
import type { Day } from '../domain/time.ts'
import type { Proposal } from '../domain/two-people.ts'
import type { Template } from '../domain/written.ts'
import type { MailView } from '../functions/contract/mail.ts'
import type { ApprovalView, AskedView, RequestView } from '../functions/contract/request.ts'
import type { Act } from '../policy/recipients.ts'
import type { Daily } from './daily.ts'

/** Every mail Oblige sends. Facts only; wording lives in policy/wording. */
export type Letter =
  /** To everybody who has an account (N13); `summary` and `url` in the reader's language, `from` a day. */
  | {
      readonly kind: 'notice-change'
      readonly version: string
      readonly from: Day
      readonly summary: string
      readonly url: string
    }
  /**
   * Asks to confirm; `link` opens the confirmation page until `until`. `writtenIn`: the language of the mail that asked
   * (ISO 639-1), where letters are not written in it.
   */
  | {
      readonly kind: 'confirm-request'
      readonly request: AskedView
      readonly link: string
      readonly until: string
      readonly writtenIn?: string
    }
  /** What was restricted, until when it can be undone, what is kept. Some coverage may be pending: then it says so. */
  | { readonly kind: 'restricted'; readonly request: RequestView; readonly link: string }
  /** Nobody asked: why the account is to be removed, until when that can be stopped, and how. */
  | { readonly kind: 'inactive'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'reminder'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'takes-longer'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'restored'; readonly request: RequestView; readonly link: string }
  /** The certificate is attached by the sender. */
  | { readonly kind: 'erased'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'not-found'; readonly request: AskedView; readonly link: string }
  /** The verified person already has an open request, under `other`. */
  | { readonly kind: 'duplicate'; readonly request: RequestView; readonly other: string; readonly link: string }
  /** What was made unavailable for as long as the person wants. Some coverage may be pending: then it says so. */
  | { readonly kind: 'held'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'lifted'; readonly request: RequestView; readonly link: string }
  /** What the copy holds and what is missing yet, where to fetch it and until when. */
  | { readonly kind: 'copy-ready'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'copy-expires-soon'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'copy-deleted'; readonly request: RequestView; readonly link: string }
  | { readonly kind: 'copy-protected'; readonly request: RequestView; readonly link: string }
  /** What the person withdrew, and that what was gathered is deleted. */
  | { readonly kind: 'withdrawn'; readonly request: RequestView; readonly link: string }
  /** News and offers have stopped, and which systems were set right. */
  | { readonly kind: 'mailing-stopped'; readonly request: RequestView; readonly link: string }
  /** Asks who they are, and why; the page takes it until `request.waitsUntil`. Or: it could not be told who asked. */
  | { readonly kind: 'identity-needed' | 'unidentified'; readonly request: AskedView; readonly link: string }
  /** To the company's officer. */
  | { readonly kind: 'identity-to-check'; readonly request: AskedView; readonly link: string }
  /** To the account's own address: somebody at another one was believed to be its holder. No link: it is theirs. */
  | { readonly kind: 'identity-accepted'; readonly request: AskedView }
  /** About a child's account (N8): to its holder, and `guardian-asked` to the guardian whom they named. */
  | {
      readonly kind: 'consent-needed' | 'guardian-asked' | 'consented' | 'consent-missing' | 'report-ended'
      readonly request: RequestView
      readonly link: string
    }
  /** Asks which use the person objects to, and why; the page takes it until `request.waitsUntil`. */
  | { readonly kind: 'state-grounds' | 'objection-dropped'; readonly request: RequestView; readonly link: string }
  /** To the company's officer. */
  | { readonly kind: 'objection-to-weigh'; readonly request: RequestView; readonly link: string }
  /** Why an answer takes two months more (GDPR Art. 12(3)). */
  | { readonly kind: 'answer-takes-longer'; readonly request: RequestView; readonly link: string }
  /** `answer`: what the company says in its own words. */
  | {
      readonly kind: 'objection-upheld' | 'objection-refused'
      readonly request: RequestView
      readonly link: string
      readonly answer?: string
    }
  /** N12: asks whether data may go to a third party, and what was answered or ended. */
  | {
      readonly kind: 'approval-asked' | 'approval-given' | 'approval-refused' | 'approval-ended'
      readonly request: ApprovalView
      readonly link: string
    }
  /** To the company's officer: what it may do, or not any more. */
  | { readonly kind: 'approval-news'; readonly request: ApprovalView }
  /** Why a law asks the company to keep the data for now; and that it does not any longer. */
  | { readonly kind: 'on-hold' | 'hold-ended'; readonly request: RequestView; readonly link: string }
  /** When the company ends a restriction. */
  | { readonly kind: 'to-be-lifted'; readonly request: RequestView; readonly link: string }
  /** Proves the address once more before a copy is fetched. */
  | {
      readonly kind: 'download-code'
      readonly request: RequestView
      readonly link: string
      readonly code: string
      readonly until: string
    }
  /** Asks what is right; the page takes it until `request.waitsUntil`. */
  | { readonly kind: 'state-what-is-right'; readonly request: RequestView; readonly link: string }
  /** To a new address: nothing of the request but how to prove it. */
  | { readonly kind: 'prove-new-address'; readonly request: RequestView; readonly link: string; readonly until: string }
  /** To the proven address, before the new one counts: a link can have been passed on, and here is the way to stop it. */
  | { readonly kind: 'new-address-stated'; readonly request: RequestView; readonly link: string }
  /** To the address before: no link, because it may be somebody else's by now. */
  | { readonly kind: 'address-changed'; readonly request: RequestView }
  /** `answer`: what the company says in its own words. */
  | {
      readonly kind: 'corrected' | 'not-all-corrected'
      readonly request: RequestView
      readonly link: string
      readonly answer?: string
    }
  | { readonly kind: 'nothing-corrected'; readonly request: RequestView; readonly link: string }
  /** To the company's officer. */
  | { readonly kind: 'decision-needed'; readonly request: RequestView; readonly link: string }
  /** A mail asked about an open request: its page says where it stands. */
  | { readonly kind: 'where-it-stands'; readonly request: RequestView; readonly link: string }
  /** Somebody of the company has the link sent again, because the person has not got it or lost it. */
  | { readonly kind: 'link-again'; readonly request: RequestView; readonly link: string }
  /** What somebody of the company writes from the desk: by a template, with their own words, which may be none. */
  | {
      readonly kind: 'from-the-desk'
      readonly request: AskedView
      readonly template: Template
      readonly words: string
      readonly link: string
    }
  /** Why the company does not do what was asked, `answer` in its own words; and that what was made unavailable is back. */
  | { readonly kind: 'turned-down'; readonly request: AskedView; readonly link: string; readonly answer: string }
  | { readonly kind: 'available-again'; readonly request: AskedView; readonly link: string }
  /** To who wrote a mail for somebody else: the owner of the address that it names was asked to confirm. No link: it is not theirs. */
  | { readonly kind: 'passed-on'; readonly request: RequestView }
  /** To the company's officer: a mail that nobody but a person can decide on. `mail`: a name for it, nothing of what it says. */
  | {
      readonly kind: 'mail-to-decide'
      readonly mail: string
      readonly why: MailView['why']
      readonly guess: MailView['guess']
      readonly link: string
      readonly answerBy: string
    }
  /** The same of those for which there was no letter of their own, because so many had come that day; and how many wait beside them. */
  | {
      readonly kind: 'mails-to-decide'
      readonly mails: ReadonlyArray<{
        readonly mail: string
        readonly why: MailView['why']
        readonly link: string
        readonly answerBy: string
      }>
      readonly more: number
      /** Where all of them are listed, if there is a desk. */
      readonly desk?: string
    }
  /** To who writes for somebody else without saying at which address that person can be asked. Not about any request. */
  | { readonly kind: 'authority-needed'; readonly mail: string }
  /** To the company's officer, once a day. Not about any one request. */
  | Daily
  /** To the company's officer: a letter that has to arrive came back for good. */
  | { readonly kind: 'undelivered'; readonly request: RequestView; readonly what: Vital | 'notice' }
  /**
   * To the company's officer: a held request ended, and its hold is kept until an instant for the next; or a new request is
   * held up by it. `reason` is the policy's.
   */
  | {
      readonly kind: 'hold-news'
      readonly request: RequestView
      readonly news: HoldNews
      readonly reason: string
      readonly until: string
      readonly link?: string
    }
  /** To the company's officer: what takes two people, and until when another has to confirm it. */
  | {
      readonly kind: 'proposal'
      readonly request: RequestView
      readonly act: Proposal['act']
      readonly until: string
      readonly link: string
    }
  /** To somebody of the company, and to the officer when it is overdue: what is to be done by hand. */
  | {
      readonly kind: 'task'
      readonly request: RequestView
      readonly task: { readonly system: string; readonly verb: TaskVerb; readonly due: string; readonly asked: string }
      readonly news: 'set' | 'reminder' | 'overdue'
      readonly link: string
    }
  /** To a recipient (N11): what became of data that it holds. `identifiers` name the person, `corrections` are `Field: value`. */
  | {
      readonly kind: 'recipient-notice'
      readonly request: RequestView
      readonly recipient: string
      readonly act: Act
      readonly identifiers: readonly string[]
      readonly corrections: readonly string[]
      readonly link: string
    }
  | {
      readonly kind: 'recipient-reminder'
      readonly request: RequestView
      readonly recipient: string
      readonly act: Act
      readonly toldAt: string
      readonly link: string
    }
  /** To the company's officer: a recipient that did not confirm, or (without `toldAt`) could not be told of whom. */
  | {
      readonly kind: 'recipient-silent'
      readonly request: RequestView
      readonly recipient: string
      readonly act: Act
      readonly toldAt?: string
      readonly identifiers: readonly string[]
      readonly corrections: readonly string[]
    }

type OfKind<L, K> = L extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? Omit<L, 'kind'> & { readonly kind: K }
    : never
  : never
/** Each kind with its own fields, also where several are named together above. */
export type LetterOf<K extends Letter['kind']> = OfKind<Letter, K>

export type Composed = { readonly subject: string; readonly text: string; readonly html: string }
