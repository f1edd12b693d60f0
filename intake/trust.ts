/** SES's verdicts on a mail, as its receipt event states them. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html */
export type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED' | 'DISABLED'

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

export type TrustReason =
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
  | 'forwarded-by-hand'
  | 'several-senders'

/** Trust in a mail from verdicts given as data: never from headers, which any sender can write. */
export function trustIn(
  verdicts: Verdicts | undefined,
  circumstances: { readonly forwarded?: 'inline' | 'attached' | 'rule' | undefined; readonly senders: number },
): Trust {
  const { spamVerdict, virusVerdict, spfVerdict, dkimVerdict, dmarcVerdict } = verdicts ?? {}
  const reasons: TrustReason[] = []
  if (virusVerdict === 'FAIL') reasons.push('virus')
  if (spamVerdict === 'FAIL') reasons.push('spam')
  if (spamVerdict === 'GRAY') reasons.push('perhaps-spam')
  if (dmarcVerdict === 'FAIL') reasons.push('dmarc-failed')
  if (dmarcVerdict === 'PASS') reasons.push('dmarc-passed')
  if (dkimVerdict === 'PASS') reasons.push('dkim-passed')
  if (spfVerdict === 'PASS') reasons.push('spf-passed')
  if (!verdicts) reasons.push('no-verdicts')
  else if (![spfVerdict, dkimVerdict, dmarcVerdict].includes('PASS')) reasons.push('nothing-passed')
  if (circumstances.forwarded === 'rule') reasons.push('forwarded-by-rule')
  else if (circumstances.forwarded) reasons.push('forwarded-by-hand')
  if (circumstances.senders > 1) reasons.push('several-senders')
  return { level: levelOf(reasons), reasons }
}

function levelOf(reasons: readonly TrustReason[]): Trust['level'] {
  const has = (reason: TrustReason) => reasons.includes(reason)
  if (has('virus') || has('spam')) return 'refused'
  // A rule that forwards breaks SPF and often DMARC of an honest mail: a little less trust, not none.
  if (has('forwarded-by-rule')) return has('dmarc-passed') || has('dkim-passed') ? 'some' : 'none'
  if (has('dmarc-failed') || has('several-senders')) return 'none'
  if (has('forwarded-by-hand')) return 'some'
  if (has('dmarc-passed')) return 'aligned'
  return has('dkim-passed') || has('spf-passed') ? 'some' : 'none'
}
