import { isToken, tokenHash } from '../../adapters/keys.ts'
import type { Notices } from '../../adapters/notices.ts'
import type { Requests } from '../../adapters/requests.ts'
import type { Tokens } from '../../adapters/tokens.ts'
import { isTrue, type Notice } from '../../domain/notices.ts'
import type { Request } from '../../domain/request.ts'
import type { Instant } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, Refused } from './refused.ts'

const unknown: Answer = { status: 404, json: { error: 'unknown-link' }, page: { kind: 'link-unknown' } }

/** Where what a link says, and what it is about, is kept. */
type Kept = { readonly requests: Requests; readonly tokens: Tokens; readonly notices: Notices }
export type Behind = { readonly request: Request; readonly notice: Notice }

/** What a recipient's link is about. @throws Refused for links that are unknown, altered, over, or somebody else's */
export async function noticeBehind(secret: string, { requests, tokens, notices }: Kept, now: Instant): Promise<Behind> {
  if (!isToken(secret)) throw new Refused(unknown)
  const token = await tokens.find(tokenHash(secret), Date.parse(now))
  if (token?.purpose !== 'carried-out' || !token.cause) throw new Refused(unknown)
  const { reference, cause } = token
  const [request, notice] = await Promise.all([requests.request(reference), notices.find({ reference, cause })])
  if (!request || !notice) throw new Refused(unknown)
  return { request, notice }
}

/** What its holder sees: whether there is something to confirm, and nothing of the person. */
export function confirmingPage({ request, notice }: Behind, token: string, asked: string | undefined): Answer {
  const { recipient, act, confirmedAt } = notice
  const about = { reference: request.reference, recipient, act }
  const standing = confirmedAt
    ? { state: 'done' as const, at: confirmedAt }
    : { state: isTrue(act, request) ? ('open' as const) : ('over' as const) }
  const told = policy.recipients[recipient]?.told
  const own = told?.kind === 'mail' ? told.language : undefined
  const language = policy.languages.find((one) => one === asked) ?? own ?? policy.languages[0] ?? 'en'
  return {
    status: 200,
    json: { ...about, ...standing },
    page: { kind: 'confirming', ...about, ...standing, token },
    language,
  }
}
