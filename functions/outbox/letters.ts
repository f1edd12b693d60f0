import type { Codes } from '../../adapters/codes.ts'
import type { Whole } from '../../adapters/items.ts'
import { boundTo, codeHash, newCode, newToken, tokenHash } from '../../adapters/keys.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Token, Tokens } from '../../adapters/tokens.ts'
import type { LetterKind } from '../../domain/letter-kinds.ts'
import type { Person } from '../../domain/person.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, instant, moved } from '../../domain/time.ts'
import { view } from '../../domain/view.ts'
import type { Letter, LetterOf } from '../../letters/contract.ts'
import { policy } from '../../policy/in-force.ts'
import type { ApprovalView, AskedView, RequestView } from '../contract/request.ts'
import { guardianOf } from './reader.ts'

/** What a letter is written from. `written`: the entry of the history that says what somebody of the company wrote. */
type From = { readonly whole: Whole; readonly person: Person; readonly now: Instant; readonly written?: number }
type About = From & {
  readonly request: Request
  readonly seen: RequestView
  readonly issue: Issue
  /** Another request, as it is by now. */
  readonly other: (reference: string) => Promise<Request | undefined>
}
/** What a letter brings that is made for it alone. */
type Issue = {
  link(purpose: Token['purpose'], until: Instant, only?: Only): Promise<string>
  code(until: Instant): Promise<string>
}

/**
 * `reference`: it leads to another request; `provesUntil`: when it proves the address no more; `to`: whose it is alone, whoever
 * else has one for the same.
 */
type Only = { readonly reference?: string; readonly provesUntil?: Instant; readonly to?: string }

/** Undefined: what it says went with what was personal. */
type Writers = { readonly [K in LetterKind]: (kind: K, about: About) => Promise<LetterOf<K> | undefined> }

/** Writes what letters about requests say: facts, and the links and codes that they bring. */
export class LetterWriter {
  readonly #requests: Requests
  readonly #tokens: Tokens
  readonly #codes: Codes

  constructor(requests: Requests, tokens: Tokens, codes: Codes) {
    this.#requests = requests
    this.#tokens = tokens
    this.#codes = codes
  }

  /** @returns undefined when there is nothing left to say */
  async write<K extends LetterKind>(kind: K, from: From): Promise<Letter | undefined> {
    const { request, answers, certificate, notices } = from.whole
    const seen = view(request, answers, policy, from.now, certificate !== undefined, notices)
    const write: Writers[K] = writers[kind]
    const other = (reference: string) => this.#requests.request(reference)
    return write(kind, { ...from, request, seen, issue: this.#issue(request.reference), other })
  }

  #issue(reference: string): Issue {
    return {
      link: async (purpose, until, { to, ...only } = {}) => {
        const secret = newToken()
        const bound = to === undefined ? {} : { to: boundTo(secret, to) }
        await this.#tokens.issue(tokenHash(secret), { reference, purpose, ...only, ...bound }, until)
        return `${policy.site}/requests/${secret}`
      },
      code: async (until) => {
        const code = newCode()
        await this.#codes.issue(reference, codeHash(reference, code), until, policy.limits.codeTries)
        return code
      },
    }
  }
}

/** A time of the policy later. */
const after = (at: Instant, period: string) => moved(at, period, policy.company.timeZone)

const unexpected = () => new Error('the letter is not for such a request: it should not have been asked for')
const asked = ({ seen }: About): AskedView => {
  if (seen.right === 'disclosure') throw unexpected()
  return seen
}
const approval = ({ seen }: About): ApprovalView => {
  if (seen.right !== 'disclosure') throw unexpected()
  return seen
}

const toManage = ({ issue, now }: About, only?: Only) =>
  issue.link('manage', after(now, policy.periods.manageLink), only)
const toDecide = ({ issue, request }: About) =>
  issue.link('decide', after(request.promisedBy, policy.periods.confirmLink))
const answerOf = ({ person }: About) => (person.answer ? { answer: person.answer.reveal() } : {})

/**
 * The request that a duplicate's person may go to: the open one, if its own letters go to the same address, whose owner this one
 * proved. Who only was taken for somebody with another address sees the page of their own.
 */
async function openFor({ request, person, other }: About, reference: string): Promise<string> {
  const open = await other(reference)
  const theirs = open && 'person' in open ? open.person?.address : undefined
  return theirs?.reveal().toLowerCase() === person.address.reveal().toLowerCase() ? reference : request.reference
}

/** These say how the request stands, and lead to it. */
const standing = async <K extends LetterKind>(kind: K, about: About) => ({
  kind,
  request: about.seen,
  link: await toManage(about),
})
const standingAsked = async <K extends LetterKind>(kind: K, about: About) => ({
  kind,
  request: asked(about),
  link: await toManage(about),
})
const standingApproval = async <K extends LetterKind>(kind: K, about: About) => ({
  kind,
  request: approval(about),
  link: await toManage(about),
})
/** With what the company says in its own words, if anything. */
const answered = async <K extends LetterKind>(kind: K, about: About) => ({
  ...(await standing(kind, about)),
  ...answerOf(about),
})
const deciding = async <K extends LetterKind>(kind: K, about: About) => ({
  kind,
  request: about.seen,
  link: await toDecide(about),
})

const writers: Writers = {
  'confirm-request': async (kind, about) => {
    const { request, person, now, issue } = about
    const until = request.status === 'unverified' ? request.linkUntil : now
    const link = await issue.link('confirm', after(request.receivedAt, policy.periods.unverified), {
      provesUntil: until,
    })
    const writtenIn = person.mail?.reveal().writtenIn
    return { kind, request: asked(about), link, until, ...(writtenIn ? { writtenIn } : {}) }
  },
  'not-found': standingAsked,
  duplicate: async (kind, about) => {
    const { request, seen } = about
    const other = request.status === 'duplicate' ? request.of : request.reference
    return { kind, request: seen, other, link: await toManage(about, { reference: await openFor(about, other) }) }
  },
  'where-it-stands': standing,
  'link-again': standing,
  'passed-on': async (kind, { seen }) => ({ kind, request: seen }),
  'from-the-desk': async (kind, about) => {
    const { template, words } = about.whole.written.find(({ n }) => n === about.written) ?? {}
    if (!template || !words || about.seen.right === 'disclosure') return undefined
    return { ...(await standingAsked(kind, about)), template, words: words.reveal() }
  },
  'answer-takes-longer': standing,
  'turned-down': async (kind, about) => ({
    ...(await standingAsked(kind, about)),
    answer: about.person.answer?.reveal() ?? '',
  }),
  'available-again': standingAsked,

  restricted: standing,
  inactive: standing,
  reminder: standing,
  'takes-longer': standing,
  'on-hold': standing,
  'hold-ended': standing,
  restored: standing,
  erased: standing,

  held: standing,
  'to-be-lifted': standing,
  lifted: standing,

  'copy-ready': standing,
  'copy-expires-soon': standing,
  'download-code': async (kind, about) => {
    const letter = await standing(kind, about)
    const until = after(about.now, policy.periods.downloadCode)
    return { ...letter, code: await about.issue.code(until), until }
  },
  'copy-protected': standing,
  'copy-deleted': standing,
  withdrawn: standing,

  'mailing-stopped': standing,
  'state-grounds': standing,
  'objection-to-weigh': deciding,
  'objection-upheld': answered,
  'objection-refused': answered,
  'objection-dropped': standing,

  'identity-needed': standingAsked,
  'identity-to-check': async (kind, about) => ({ kind, request: asked(about), link: await toDecide(about) }),
  'identity-accepted': async (kind, about) => ({ kind, request: asked(about) }),
  unidentified: standingAsked,

  'consent-needed': standing,
  'guardian-asked': async (kind, { seen, request, person, issue }) => {
    // Until everything is erased the guardian can still consent.
    const until = after(instant(request.promisedBy), policy.periods.confirmLink)
    return { kind, request: seen, link: await issue.link('consent', until, { to: guardianOf(person) }) }
  },
  consented: standing,
  'consent-missing': standing,
  'report-ended': standing,

  'approval-asked': standingApproval,
  'approval-given': standingApproval,
  'approval-refused': standingApproval,
  'approval-ended': standingApproval,
  'approval-news': async (kind, about) => ({ kind, request: approval(about) }),

  'state-what-is-right': standing,
  'prove-new-address': async (kind, { seen, request, now, issue }) => {
    const until = 'provenBy' in request ? request.provenBy : now
    return { kind, request: seen, until, link: await issue.link('prove', until) }
  },
  'new-address-stated': standing,
  'decision-needed': deciding,
  'address-changed': async (kind, { seen }) => ({ kind, request: seen }),
  corrected: answered,
  'not-all-corrected': answered,
  'nothing-corrected': standing,
}
