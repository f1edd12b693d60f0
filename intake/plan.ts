import type { Reference } from '../domain/reference.ts'
import type { Right } from '../policy/rights.ts'
import type { Mail, Refused } from './mail.ts'
import type { Understanding } from './understanding/understand.ts'
import type { Whose } from './whose.ts'

/** What is done with a mail. Nothing of what the mail says is in it. */
export type Plan =
  /** It stays with the ordinary mailbox, untouched and unanswered. */
  | { readonly to: 'leave'; readonly why: 'ordinary' | 'automatic' | 'spam' | 'thanks' }
  /** Each right becomes a request, which the owner of the address confirms; it may be part of an earlier one. */
  | { readonly to: 'open'; readonly rights: readonly Right[]; readonly reference?: Reference }
  /** The person of an earlier request hears where it stands. */
  | { readonly to: 'tell'; readonly reference: Reference }
  /** It says what is right, in a request that asked for it: for certain, or to be confirmed over the link. */
  | { readonly to: 'state'; readonly reference: Reference; readonly isProven: boolean }
  /** Somebody of the company decides. */
  | { readonly to: 'decide'; readonly why: Why; readonly guess: readonly Right[]; readonly reference?: Reference }

type Why =
  | 'unsure'
  | 'damaged'
  /** It asks for what is not carried out by itself. */
  | 'other-right'
  | 'complaint'
  /** It adds something to an earlier request. */
  | 'addition'
  /** A recipient answers to what they were told (GDPR Art. 19). */
  | 'recipient'
  /** It names several addresses, or none. */
  | 'whose'
  | 'guardian'
  /** Somebody writes for somebody else, and does not say where that person can be reached. */
  | 'agent'

/** Rights of a mail that become requests of their own. */
const carriedOut: Readonly<Record<string, Right>> = {
  access: 'access',
  portability: 'portability',
  erasure: 'erasure',
  restriction: 'restriction',
  rectification: 'rectification',
  objection: 'processing-objection',
}

/** Where it is to mails, an objection or consent withdrawn ends them; another objection is weighed, and a person looks at the rest. */
function wantedOf({ rights, because }: Understanding): readonly Right[] {
  const toMails = because.some(({ concept }) => concept === 'marketing' || concept === 'unsubscribe')
  const wanted = rights.map((right) =>
    toMails && (right === 'objection' || right === 'withdraw-consent') ? 'objection' : carriedOut[right],
  )
  return [...new Set(wanted.filter((right) => right !== undefined))]
}

/** Thanks that go on for longer than this may say something besides, characters. */
const longestThanks = 200

/** Decides what is done with a mail that was read and understood. */
export function planFor(mail: Mail | Refused, found: Understanding, { owner, writer }: Whose): Plan {
  if (mail.trust.level === 'refused') return { to: 'leave', why: 'spam' }
  if (found.outcome === 'automatic') return { to: 'leave', why: 'automatic' }
  const wanted = wantedOf(found)
  const { requests, refused } = mail
  const [reference] = [...requests.thread, ...requests.subject, ...requests.own, ...requests.quoted]
  // Which use is objected to decides which right it is: where that is not said for certain, whoever decides chooses.
  const guess = found.outcome === 'unsure' ? wanted.filter((right) => right !== 'processing-objection') : wanted
  const decide = (why: Why): Plan => ({
    ...{ to: 'decide', why, guess },
    ...(reference ? { reference } : {}),
  })
  if (refused !== undefined) return decide('damaged')
  if (requests.recipient) return decide('recipient')
  if (reference) {
    if (found.followUp === 'thanks' && found.outcome === 'ordinary' && mail.text.own.length <= longestThanks)
      return { to: 'leave', why: 'thanks' }
    if (found.followUp === 'complaint') return decide('complaint')
    if (found.followUp === 'reminder' || found.followUp === 'never-mind') return { to: 'tell', reference }
    if (found.outcome !== 'sure') return decide('addition')
  }
  if (found.outcome === 'ordinary') return { to: 'leave', why: 'ordinary' }
  if (found.outcome === 'unsure') return decide('unsure')
  if (found.onBehalf === 'guardian') return decide('guardian')
  if (found.rights.some((right) => wantedOf({ ...found, rights: [right] }).length === 0)) return decide('other-right')
  if (owner === undefined) return decide('whose')
  // Who writes for somebody else, and names no address but their own, is asked for the other's.
  if (found.onBehalf === 'agent' && owner === writer) return decide('agent')
  return { to: 'open', rights: wanted, ...(reference ? { reference } : {}) }
}
