import type { Event } from './event.ts'
import type { Beginning } from './history.ts'
import type { Status } from './request.ts'

/** Statuses in which a system can be failing, or somebody be doing by hand what is asked of it. */
export const workedOn = [
  ...(['grace', 'held', 'restoring', 'lifting', 'erasing', 'erasing-again'] as const),
  ...(['gathering', 'ready', 'stopping', 'correcting'] as const),
] as const satisfies readonly Status[]

/** Statuses in which something can be proposed that takes two people. */
export const proposable = [
  ...(['identifying', 'checking', 'restricting', 'grace', 'holding', 'held', 'gathering', 'ready'] as const),
  ...(['stating', 'proving', 'deciding', 'correcting', 'objecting', 'weighing'] as const),
] as const satisfies readonly Status[]

/**
 * Every transition there is: status, event, the statuses it can lead to, and what it means.
 * Whatever is not here is refused. docs/lifecycle.md is drawn from this table.
 */
export const lifecycle = [
  ['unverified', 'asked-again', ['unverified'], 'A new link, so many times a day; the date of receipt stays'],
  [
    'unverified',
    'confirmed',
    [
      ...(['restricting', 'holding', 'gathering', 'stating', 'objecting', 'stopping', 'stopped'] as const),
      ...(['identifying', 'not-found', 'duplicate'] as const),
    ],
    'The address is proven; the directory names whose it is',
  ],
  ['unverified', 'doubted', ['unverified'], 'The company doubts who asks: they are asked once the address is proven'],
  ['stating', 'doubted', ['identifying'], 'The company doubts who asks, before anything was said: they are asked'],
  ['objecting', 'doubted', ['identifying'], 'The company doubts who asks, before anything was said: they are asked'],
  [
    'identifying',
    'identity-answered',
    ['checking'],
    'The person said who they are: the time runs on, and somebody of the company decides',
  ],
  ['identifying', 'moment-reached', ['identifying', 'unidentified'], 'A reminder; or the time to answer is over'],
  [
    'checking',
    'identified',
    ['restricting', 'holding', 'gathering', 'stating', 'objecting', 'duplicate'],
    'The company believes them: the account’s own address is told',
  ],
  ['checking', 'not-identified', ['unidentified'], 'The company cannot tell who asks'],
  ['checking', 'moment-reached', ['checking'], 'The company is reminded'],
  [
    'unidentified',
    'told',
    ['unidentified'],
    'The time in which the person can ask again and keep their date of receipt is over; personal data leave the request',
  ],
  ['unverified', 'reported', ['consenting'], 'The company learnt that the account is a child’s: a guardian is asked'],
  ['consenting', 'guardian-named', ['consenting'], 'The account’s holder named a guardian, who gets a link'],
  ['consenting', 'consent-given', ['consented'], 'Both addresses are proven, and the guardian consents'],
  ['consenting', 'consent-refused', ['restricting'], 'The guardian does not consent: everything is erased'],
  ['consenting', 'erase-now-asked', ['restricting'], 'The account’s holder does not want to wait'],
  [
    'consenting',
    'moment-reached',
    ['consenting', 'restricting'],
    'A reminder; or nobody consented: everything is erased',
  ],
  ['consenting', 'report-ended', ['unfounded'], 'The company says that it is no child’s account'],
  [
    'consenting',
    'erased-meanwhile',
    ['unfounded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['restricting', 'consent-given', ['restoring'], 'The guardian consents after all'],
  ['grace', 'consent-given', ['restoring'], 'The guardian consents after all'],
  ['consented', 'told', ['consented'], 'The person was told; personal data leave the request'],
  ['unfounded', 'told', ['unfounded'], 'The person was told; personal data leave the request'],
  ['restricting', 'restriction-settled', ['grace'], 'Every system answered, or is being asked again'],
  ['restricting', 'restore-asked', ['restoring'], 'The person wants everything back'],
  ['restricting', 'active-again', ['restoring'], 'The account that nobody used was used: it stays'],
  ['restricting', 'asked-for', ['restricting'], 'The person asks for the erasure that was only scheduled'],
  [
    'restricting',
    'hold-set',
    ['restricting'],
    'A law asks the company to keep the data: erasure waits, restriction does not',
  ],
  ['restricting', 'hold-ended', ['restricting'], 'The company need not keep the data any longer'],
  ['grace', 'hold-set', ['grace'], 'A law asks the company to keep the data: erasure waits'],
  ['grace', 'hold-ended', ['grace'], 'The company need not keep the data any longer: an erasure that is due begins'],
  ['grace', 'restriction-settled', ['grace'], 'A system that was down answered'],
  [
    'grace',
    'moment-reached',
    ['grace', 'erasing'],
    'A reminder; or the grace period ended: erasure claims the request',
  ],
  ['grace', 'restore-asked', ['restoring'], 'The person wants everything back'],
  ['grace', 'active-again', ['restoring'], 'The account that nobody used was used: it stays'],
  ['grace', 'asked-for', ['grace', 'restricting'], 'The person asks for the erasure that was only scheduled'],
  ['grace', 'erase-now-asked', ['erasing'], 'The person waives the rest of the grace period'],
  ['restoring', 'release-settled', ['restoring', 'restored', 'turned-down'], 'Back, byte for byte, in every system'],
  ['erasing', 'erasure-settled', ['erasing'], 'Erased and checked in every system, or being asked again'],
  ['erasing', 'certified', ['erased'], 'The certificate is signed, the ledger written'],
  ['holding', 'restriction-settled', ['held'], 'Every system answered, or is being asked again'],
  ['holding', 'restore-asked', ['lifting'], 'The person wants everything back'],
  ['held', 'restriction-settled', ['held'], 'A system that was down answered'],
  ['held', 'restore-asked', ['lifting'], 'The person wants everything back: at any time'],
  ['held', 'lift-announced', ['held'], 'The company wants to end the restriction, and tells the person when'],
  ['held', 'lift-due', ['lifting'], 'The person was told in time that the company ends the restriction'],
  [
    'held',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['lifting', 'release-settled', ['lifting', 'lifted', 'turned-down'], 'Back, byte for byte, in every system'],
  [
    'lifting',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['held', 'certified', ['held'], 'The certificate of what was made unavailable is signed; the person is told'],
  ['lifted', 'certified', ['lifted'], 'The certificate is signed; the person is told'],
  ['lifted', 'told', ['lifted'], 'The person was told; personal data leave the request'],
  ['gathering', 'gathered', ['gathering'], 'Every system gave what it holds, or is being asked again'],
  [
    'gathering',
    'packaged',
    ['ready', 'discarding'],
    'The copy is put together; the person is told; or data in it are being erased',
  ],
  ['gathering', 'erased-meanwhile', ['discarding'], 'Data in the copy are erased, by whatever erasure: it goes first'],
  ['gathering', 'withdraw-asked', ['withdrawing'], 'The person does not want the copy any more'],
  ['ready', 'gathered', ['ready'], 'A system that was down gave what it holds'],
  [
    'ready',
    'packaged',
    ['ready', 'discarding'],
    'The copy is put together again, with what was missing; or data in it are being erased',
  ],
  ['ready', 'erased-meanwhile', ['discarding'], 'Data in the copy are erased, by whatever erasure: it goes first'],
  ['ready', 'code-asked', ['ready'], 'A code goes to the proven address'],
  ['ready', 'code-wrong', ['ready'], 'A code was mistyped, or is over'],
  ['ready', 'downloaded', ['ready'], 'The right code: the copy can be fetched for a short time'],
  ['ready', 'protect-asked', ['ready'], 'A passphrase was chosen: the copy is encrypted with it'],
  ['ready', 'protected', ['ready'], 'Only the encrypted copy is left; the person is told'],
  ['ready', 'moment-reached', ['ready', 'discarding'], 'A reminder; or the time to fetch the copy is over'],
  ['ready', 'withdraw-asked', ['withdrawing'], 'The person does not want the copy any more'],
  ['withdrawing', 'discarded', ['withdrawn', 'turned-down'], 'What was gathered is deleted; the person is told'],
  ['discarding', 'discarded', ['discarded'], 'The copy is deleted; the person is told'],
  ['discarded', 'told', ['discarded'], 'The time to ask again with one click is over; personal data leave the request'],
  ['withdrawn', 'told', ['withdrawn'], 'The person was told; personal data leave the request'],
  [
    'stopping',
    'mailing-settled',
    ['stopping', 'stopped'],
    'Every system took the person off its lists, or is asked again',
  ],
  [
    'objecting',
    'objected',
    ['weighing'],
    'The person said which use they object to, and why: somebody of the company weighs it',
  ],
  ['objecting', 'moment-reached', ['objecting', 'dropped'], 'A reminder; or the time to give grounds is over'],
  ['objecting', 'withdraw-asked', ['dropped'], 'The person took it back'],
  [
    'objecting',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['weighing', 'weighed', ['upheld', 'refused'], 'The company decided about each use, with its reasons'],
  ['weighing', 'extended', ['weighing'], 'The company needs two months more, and tells the person why'],
  ['deciding', 'extended', ['deciding'], 'The company needs two months more, and tells the person why'],
  ['correcting', 'extended', ['correcting'], 'The company needs two months more, and tells the person why'],
  ['gathering', 'extended', ['gathering'], 'The company needs two months more, and tells the person why'],
  ['ready', 'extended', ['ready'], 'The company needs two months more for what is missing, and tells the person why'],
  ['holding', 'extended', ['holding'], 'The company needs two months more, and tells the person why'],
  ['held', 'extended', ['held'], 'The company needs two months more for what is missing, and tells the person why'],
  ['weighing', 'moment-reached', ['weighing'], 'The company is reminded'],
  ['weighing', 'withdraw-asked', ['dropped'], 'The person took it back'],
  [
    'weighing',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['upheld', 'certified', ['upheld'], 'The certificate is signed; the person is told'],
  ['refused', 'certified', ['refused'], 'The certificate of what stops is signed; the person is told'],
  ['upheld', 'told', ['upheld'], 'The person was told; personal data leave the request'],
  ['refused', 'told', ['refused'], 'The person was told; personal data leave the request'],
  ['dropped', 'told', ['dropped'], 'The person was told; personal data leave the request'],
  ['stopped', 'certified', ['stopped'], 'The certificate is signed; the person is told'],
  ['stopped', 'told', ['stopped'], 'The person was told; personal data leave the request'],
  ['approving', 'approval-given', ['approved'], 'The person approves that their data go to the third party'],
  ['approving', 'approval-refused', ['unapproved'], 'The person does not: nothing goes anywhere'],
  ['approving', 'moment-reached', ['approving', 'unapproved'], 'A reminder; or nobody answered in time, which is a no'],
  ['approving', 'approval-checked', ['approving', 'unapproved'], 'The company asks whether it may, and may not'],
  ['approving', 'made-unavailable', ['unapproved'], 'The same person’s data became unavailable, or are being erased'],
  ['approved', 'approval-checked', ['approved', 'approval-ended'], 'The company asks whether it may'],
  ['approved', 'disclosed', ['approved'], 'The company says what went to the third party, and when'],
  ['approved', 'withdraw-asked', ['approval-ended'], 'The person took the approval back, for the time to come'],
  ['approved', 'moment-reached', ['approval-ended'], 'The time is over for which the person approved'],
  [
    'approved',
    'made-unavailable',
    ['approval-ended'],
    'The same person’s data became unavailable, or are being erased',
  ],
  ['unapproved', 'approval-checked', ['unapproved'], 'The company asks whether it may, and may not'],
  ['approval-ended', 'approval-checked', ['approval-ended'], 'The company asks whether it may, and may not any more'],
  ['approval-ended', 'disclosed', ['approval-ended'], 'The company says what went before the approval ended'],
  ['unapproved', 'told', ['unapproved'], 'The person was told; personal data leave the request'],
  ['approval-ended', 'told', ['approval-ended'], 'The person was told; personal data leave the request'],
  [
    'stating',
    'stated',
    ['proving', 'deciding', 'correcting'],
    'The person said what is right: a new address is proven, a person decides, or systems correct',
  ],
  ['stating', 'proposed', ['stating'], 'A mail says what is right; the person is asked to send it over the link'],
  ['stating', 'moment-reached', ['stating', 'unchanged'], 'A reminder; or the time to say what is right is over'],
  ['stating', 'withdraw-asked', ['unchanged'], 'The person took it back'],
  [
    'stating',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['proving', 'address-proven', ['correcting'], 'The new address is proven too'],
  ['proving', 'moment-reached', ['corrected', 'declined'], 'The time to prove the new address is over'],
  ['proving', 'withdraw-asked', ['unchanged', 'corrected', 'declined'], 'The person took back what was not done yet'],
  [
    'proving',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['deciding', 'address-proven', ['correcting'], 'The new address is proven too'],
  ['deciding', 'decided', ['proving', 'correcting', 'corrected', 'declined'], 'The company decided, with its reasons'],
  ['deciding', 'moment-reached', ['deciding'], 'The company is reminded; or the time to prove the new address is over'],
  ['deciding', 'withdraw-asked', ['unchanged', 'corrected', 'declined'], 'The person took back what was not done yet'],
  [
    'deciding',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  [
    'correcting',
    'rectification-settled',
    ['correcting', 'deciding', 'proving', 'corrected', 'declined'],
    'Corrected in every system, or being asked again',
  ],
  ['correcting', 'address-proven', ['correcting'], 'The new address is proven too'],
  ['correcting', 'decided', ['correcting'], 'The company decided, with its reasons'],
  [
    'correcting',
    'erased-meanwhile',
    ['superseded'],
    'An erasure of the same person is done; personal data leave the request',
  ],
  ['unchanged', 'told', ['unchanged'], 'The person was told; personal data leave the request'],
  ['corrected', 'certified', ['corrected'], 'The certificate is signed; the person is told'],
  ['declined', 'certified', ['declined'], 'The certificate is signed; the person is told'],
  ['corrected', 'told', ['corrected'], 'The person was told; personal data leave the request'],
  [
    'declined',
    'told',
    ['declined'],
    'The person was told; personal data leave the request, but for what they said where no system keeps it',
  ],
  [
    'erased',
    'kept-long-enough',
    ['erasing-again'],
    'A law need not be kept to any longer: what was kept for it is erased too',
  ],
  [
    'erased',
    'backup-restored',
    ['erasing-again'],
    'A backup may have brought back what was erased: it is erased again',
  ],
  ['erasing-again', 'backup-restored', ['erasing-again'], 'Another backup was restored meanwhile: it begins anew'],
  [
    'erasing-again',
    'erasure-settled',
    ['erasing-again', 'erased'],
    'Erased and checked in every system, or being asked again',
  ],
  ...workedOn.flatMap(
    (status) =>
      [
        [status, 'task-answered', [status], 'Somebody of the company did by hand what they were asked, or cannot'],
        [status, 'task-reassigned', [status], 'What is to be done by hand is another colleague’s now'],
        [status, 'tried-again', [status], 'The company has a system that fails asked again at once'],
        [status, 'handed-over', [status], 'The company does by hand what a system that fails was asked'],
      ] as const,
  ),
  ...proposable.flatMap(
    (status) =>
      [
        [
          status,
          'act-proposed',
          [status],
          'Somebody of the company proposes what takes two people; nothing happens yet',
        ],
        [status, 'proposal-declined', [status], 'Another declines it, or whoever proposed it takes it back'],
      ] as const,
  ),
  ...(
    [
      ['restoring', ['restricting', 'grace']],
      ['lifting', ['holding', 'held']],
      ['withdrawing', ['gathering', 'ready']],
    ] as const
  ).flatMap(([to, those]) =>
    those.map(
      (status) =>
        [
          status,
          'turned-down',
          [to],
          'The company does not act on it, and tells the person why; what was done for it is taken back first',
        ] as const,
    ),
  ),
  ...(['identifying', 'checking', 'stating', 'proving', 'deciding', 'objecting', 'weighing'] as const).map(
    (status) =>
      [status, 'turned-down', ['turned-down'], 'The company does not act on it, and tells the person why'] as const,
  ),
  ['turned-down', 'told', ['turned-down'], 'The person was told; personal data leave the request'],
  ['erasing-again', 'told', ['erasing-again'], 'The person was told; personal data leave the request'],
  ['restored', 'told', ['restored'], 'The person was told; personal data leave the request'],
  ['erased', 'told', ['erased'], 'The person was told; personal data leave the request'],
  ['not-found', 'told', ['not-found'], 'The person was told; personal data leave the request'],
  ['duplicate', 'told', ['duplicate'], 'The person was told; personal data leave the request'],
] as const satisfies ReadonlyArray<readonly [Status, Event['type'], readonly Status[], string]>

/** How requests begin, with the statuses and what it means. */
export const beginnings = [
  ['received', ['unverified'], 'Somebody asks, and has to prove the address'],
  ['found-inactive', ['restricting', 'grace'], 'An account was not used for as long as the policy says'],
  ['disclosure-asked', ['approving'], 'The company asks whether a person’s data may go to a third party'],
] as const satisfies ReadonlyArray<readonly [Beginning, readonly Status[], string]>

/** The statuses an event can lead to from here; none: refused. */
export const leadsTo = (from: Status, event: Event['type']): readonly Status[] =>
  lifecycle.find(([status, type]) => status === from && type === event)?.[2] ?? []

/** @throws when the table has no such way: then a story and the table say different things. */
export function heldTo(from: Status, event: Event['type'], to: Status): void {
  if (!leadsTo(from, event).includes(to)) throw new Error(`${from} cannot become ${to} by ${event}`)
}
