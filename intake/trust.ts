/** SES's verdicts on a mail, as its receipt event states them. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html */
type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED'

export type Verdicts = {
  readonly spamVerdict?: Verdict
  readonly virusVerdict?: Verdict
  readonly spfVerdict?: Verdict
  readonly dkimVerdict?: Verdict
  readonly dmarcVerdict?: Verdict
}

/**
 * How far the sender's address may be believed. `refused`: nothing is done by itself. `none`: a person may look, no
 * thread is joined. `some`: somebody of that domain sent it, or a mailbox's rule passed it on. `aligned`: the domain in
 * From vouches for the mail. Even `aligned` proves no identity: every request by mail is confirmed through a link.
 */
export type Trust = {
  readonly level: 'refused' | 'none' | 'some' | 'aligned'
  readonly reasons: readonly TrustReason[]
}

type TrustReason =
  | 'virus'
  | 'spam'
  | 'perhaps-spam'
  | 'dmarc-failed'
  | 'dmarc-passed'
  | 'dkim-passed'
  | 'spf-passed'
  | 'nothing-passed'
  | 'no-verdicts'
  | 'forwarded-by-rule'
  /** From is a mailbox that wrote itself there; the one who wrote is only told by other headers. */
  | 'from-rewritten'
  | 'rewritten-by-our-mailbox'
  | 'forwarded-by-hand'
  | 'several-senders'

/** What else counts besides the verdicts. */
export type Circumstances = {
  readonly forwarded?: 'inline' | 'attached' | 'rule' | undefined
  /** Authors in From, over all From headers. */
  readonly senders: number
  /** The rule that passed the mail on wrote itself into From. */
  readonly rewritten?: boolean
  /** The address in From is one of the company's own mailboxes. */
  readonly ours?: boolean
}

/**
 * Trust in the address in From or, for a mail that a rule passed on, in the one who wrote it. From verdicts given as
 * data, never from headers like Authentication-Results, which any sender can write. Who wrote a mail that somebody
 * forwarded by hand is never trusted: the level is that of the forwarder.
 */
export function trustIn(
  verdicts: Verdicts | undefined,
  { forwarded, senders, rewritten = false, ours = false }: Circumstances,
): Trust {
  const { spamVerdict, virusVerdict, spfVerdict, dkimVerdict, dmarcVerdict } = verdicts ?? {}
  const passed = [spfVerdict, dkimVerdict, dmarcVerdict].includes('PASS')
  const holding = {
    virus: virusVerdict === 'FAIL',
    spam: spamVerdict === 'FAIL',
    'perhaps-spam': spamVerdict === 'GRAY',
    'dmarc-failed': dmarcVerdict === 'FAIL',
    'dmarc-passed': dmarcVerdict === 'PASS',
    'dkim-passed': dkimVerdict === 'PASS',
    'spf-passed': spfVerdict === 'PASS',
    'no-verdicts': !verdicts,
    'nothing-passed': verdicts !== undefined && !passed,
    'forwarded-by-rule': forwarded === 'rule',
    'from-rewritten': rewritten,
    'rewritten-by-our-mailbox': rewritten && ours,
    'forwarded-by-hand': forwarded === 'inline' || forwarded === 'attached',
    'several-senders': senders > 1,
  } satisfies Record<TrustReason, boolean>
  const reasons = (Object.keys(holding) as TrustReason[]).filter((reason) => holding[reason])
  return { level: levelOf(holding), reasons }
}

function levelOf(is: Readonly<Record<TrustReason, boolean>>): Trust['level'] {
  if (is.virus || is.spam) return 'refused'
  if (is['several-senders']) return 'none'
  const signed = is['dmarc-passed'] || is['dkim-passed']
  // Anybody can write X-Original-From into a mail of their own: it counts only from a mailbox of the company's.
  if (is['from-rewritten']) return signed && is['rewritten-by-our-mailbox'] ? 'some' : 'none'
  // A rule that forwards breaks SPF and often DMARC of an honest mail; what is still signed is somebody's.
  if (is['forwarded-by-rule']) return signed ? 'some' : 'none'
  if (is['dmarc-failed']) return 'none'
  if (is['dmarc-passed']) return is['forwarded-by-hand'] ? 'some' : 'aligned'
  return signed || is['spf-passed'] ? 'some' : 'none'
}
