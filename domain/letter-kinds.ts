import type { Request, Status } from './request.ts'
import { isTurnedDown } from './turned-down.ts'

/**
 * Who reads a letter. `account`: the account's own address, where somebody at another one was believed to be its holder;
 * `former-address`: the one before it was corrected; `writer`: who wrote a mail for somebody else.
 */
export type Reader = 'person' | 'officer' | 'guardian' | 'new-address' | 'account' | 'former-address' | 'writer'

type Facts = {
  readonly to: Reader
  /** In these statuses what it says is so. */
  readonly trueIn: readonly Status[] | 'any'
  /** What else has to be so of the request. */
  readonly onlyIf?: (request: Request) => boolean
  /** It brings the certificate. */
  readonly certificate?: true
} & Weight

/**
 * Who can set a letter off as often as they like: anybody who knows the address, by the form or by a mail; or its owner, by a
 * link that was mailed there, and the company's people for them. Each can have so many a day, so that no stranger uses up what
 * is the owner's.
 */
export type SetOffBy = 'anybody' | 'owner'

type Weight =
  /** It tells of an end, a deadline or a decision: it has to arrive. */
  | { readonly vital: true; readonly setOffBy?: never; readonly waits?: never }
  /** `waits`: without it a request does not go on, so one too many on a day is sent on the next. */
  | { readonly setOffBy?: SetOffBy; readonly waits?: true; readonly vital?: never }

/** Confirmed and not closed yet. */
export const underWay: readonly Status[] = [
  ...(['restricting', 'grace', 'restoring', 'erasing', 'holding', 'held', 'lifting'] as const),
  ...(['gathering', 'ready', 'discarding', 'stopping', 'stating', 'proving', 'deciding', 'correcting'] as const),
  ...(['objecting', 'weighing', 'consenting', 'approving', 'approved', 'identifying', 'checking'] as const),
]

const answerLate = ['weighing', 'deciding', 'correcting', 'gathering', 'ready', 'holding', 'held'] as const
const addressOpen = ['proving', 'deciding', 'correcting'] as const
const answered = ['approved', 'unapproved', 'approval-ended'] as const

const hasItem = (request: Request, state: 'proving' | 'deciding') =>
  'items' in request && request.items.some((item) => item.state === state)
const isProving = (request: Request) => hasItem(request, 'proving')

/** Every letter about a request, and what is so of it. */
const kinds = {
  'confirm-request': { to: 'person', trueIn: ['unverified'], setOffBy: 'anybody', waits: true },
  'not-found': { to: 'person', trueIn: ['not-found'], vital: true },
  duplicate: { to: 'person', trueIn: ['duplicate'] },
  'where-it-stands': { to: 'person', trueIn: underWay, setOffBy: 'anybody' },
  'link-again': { to: 'person', trueIn: underWay, setOffBy: 'owner' },
  // That an owner was asked stays so, and who hears it must not learn what they did.
  'passed-on': { to: 'writer', trueIn: 'any', setOffBy: 'anybody' },
  // What somebody of the company writes is theirs to say, whatever became of the request in that second.
  'from-the-desk': { to: 'person', trueIn: 'any', onlyIf: ({ status }) => status !== 'unverified', vital: true },
  'answer-takes-longer': { to: 'person', trueIn: answerLate, vital: true },
  'turned-down': {
    ...{ to: 'person', trueIn: ['restoring', 'lifting', 'withdrawing', 'turned-down'], vital: true },
    onlyIf: isTurnedDown,
  },
  'available-again': { to: 'person', trueIn: ['turned-down'], vital: true },

  restricted: { to: 'person', trueIn: ['grace'], vital: true },
  inactive: {
    ...{ to: 'person', trueIn: ['grace'], vital: true },
    onlyIf: (request) => 'inactive' in request && request.inactive !== undefined,
  },
  reminder: { to: 'person', trueIn: ['grace'], vital: true },
  'takes-longer': {
    ...{ to: 'person', trueIn: ['restoring', 'erasing', 'lifting', 'correcting'], vital: true },
    onlyIf: (request) => 'outstanding' in request && request.outstanding.length > 0,
  },
  'on-hold': {
    ...{ to: 'person', trueIn: ['restricting', 'grace'], vital: true },
    onlyIf: (request) => 'hold' in request && request.hold !== undefined,
  },
  'hold-ended': { to: 'person', trueIn: ['restricting', 'grace', 'erasing'], vital: true },
  restored: { to: 'person', trueIn: ['restored'], vital: true },
  erased: { to: 'person', trueIn: ['erased', 'erasing-again'], vital: true, certificate: true },

  held: { to: 'person', trueIn: ['held'], vital: true, certificate: true },
  'to-be-lifted': {
    ...{ to: 'person', trueIn: ['held'], vital: true },
    onlyIf: (request) => 'liftAt' in request && request.liftAt !== undefined,
  },
  lifted: { to: 'person', trueIn: ['lifted'], vital: true, certificate: true },

  'copy-ready': { to: 'person', trueIn: ['ready'], vital: true },
  'copy-expires-soon': { to: 'person', trueIn: ['ready'] },
  'download-code': { to: 'person', trueIn: ['ready'], setOffBy: 'owner' },
  'copy-protected': { to: 'person', trueIn: ['ready'] },
  'copy-deleted': { to: 'person', trueIn: ['discarded'] },
  withdrawn: { to: 'person', trueIn: ['withdrawn'] },

  'mailing-stopped': { to: 'person', trueIn: ['stopped'], certificate: true },
  'state-grounds': { to: 'person', trueIn: ['objecting'], vital: true },
  'objection-to-weigh': { to: 'officer', trueIn: ['weighing'], vital: true },
  'objection-upheld': { to: 'person', trueIn: ['upheld'], vital: true, certificate: true },
  'objection-refused': { to: 'person', trueIn: ['refused'], vital: true, certificate: true },
  'objection-dropped': { to: 'person', trueIn: ['dropped'] },

  'identity-needed': { to: 'person', trueIn: ['identifying'], vital: true },
  'identity-to-check': { to: 'officer', trueIn: ['checking'], vital: true },
  'identity-accepted': { to: 'account', trueIn: underWay, vital: true },
  unidentified: { to: 'person', trueIn: ['unidentified'], vital: true },

  'consent-needed': { to: 'person', trueIn: ['consenting'], vital: true },
  'guardian-asked': { to: 'guardian', trueIn: ['consenting'], setOffBy: 'owner', waits: true },
  consented: { to: 'person', trueIn: ['consented', 'restored'], vital: true },
  'consent-missing': { to: 'person', trueIn: ['grace'], vital: true },
  'report-ended': { to: 'person', trueIn: ['unfounded'], vital: true },

  'approval-asked': { to: 'person', trueIn: ['approving'], vital: true },
  'approval-given': { to: 'person', trueIn: ['approved'], vital: true },
  'approval-refused': { to: 'person', trueIn: ['unapproved'] },
  'approval-ended': { to: 'person', trueIn: ['approval-ended'], vital: true },
  'approval-news': { to: 'officer', trueIn: answered, vital: true },

  'state-what-is-right': { to: 'person', trueIn: ['stating'], vital: true },
  'prove-new-address': {
    ...{ to: 'new-address', trueIn: addressOpen, setOffBy: 'owner', waits: true },
    onlyIf: isProving,
  },
  'new-address-stated': { to: 'person', trueIn: addressOpen, onlyIf: isProving },
  'decision-needed': {
    ...{ to: 'officer', trueIn: ['deciding', 'correcting'], vital: true },
    onlyIf: (request) => hasItem(request, 'deciding'),
  },
  'address-changed': { to: 'former-address', trueIn: ['corrected', 'declined'] },
  corrected: { to: 'person', trueIn: ['corrected'], vital: true, certificate: true },
  'not-all-corrected': { to: 'person', trueIn: ['declined'], vital: true, certificate: true },
  'nothing-corrected': { to: 'person', trueIn: ['unchanged'] },
} as const satisfies Record<string, Facts>

export type LetterKind = keyof typeof kinds
/** The letters that have to arrive. */
export type Vital = { [K in LetterKind]: (typeof kinds)[K] extends { readonly vital: true } ? K : never }[LetterKind]

export const letterKinds = Object.keys(kinds) as readonly LetterKind[]
/** Other letters are not about one request, or no step of it asks for them. */
export const isLetterKind = (kind: string): kind is LetterKind => Object.hasOwn(kinds, kind)
export const factsOf = (kind: LetterKind): Facts => kinds[kind]
export const isVital = (kind: LetterKind): kind is Vital => factsOf(kind).vital === true
