import { randomBytes } from 'node:crypto'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { AlreadyOpen, type Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import type { Person } from '../../domain/person.ts'
import { reference } from '../../domain/reference.ts'
import type { Ground, Request } from '../../domain/request.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import type { Right } from '../../policy/rights.ts'
import type { RequestView } from '../contract/request.ts'
import type { Answer, Call } from './http.ts'
import { type Links, seenBy, shownAfter } from './link.ts'
import type { Pressed } from './shapes.ts'

type Wish = {
  readonly right: Right
  readonly language: Request['language']
  readonly person: Person
  readonly ground?: Ground
}

/**
 * Another request with one click, from the page of a request whose link went to the proven address. Where one is under way
 * already, it leads there.
 */
export async function further(
  call: Call<Pressed>,
  action: RequestView['actions'][number],
  ask: { readonly right: Right; readonly ground?: Ground },
  links: Links,
): Promise<Answer> {
  const { requests, tokens } = links
  const { token, whole, seen } = await links.ofPerson(call.token, call.now)
  const person = 'person' in whole.request ? whole.request.person : undefined
  if (token.purpose !== 'manage' || !seen.actions.includes(action) || !person?.subject)
    return {
      ...shownAfter(seen, call, whole.request.language),
      status: 409,
      json: { error: 'not-possible-now', request: seen },
    }
  const wish = { ...ask, language: call.body.language ?? whole.request.language, person: asked(person) }
  const open = await requests.openOf(person.hash)
  const request = (await openOne(wish, open, requests)) ?? (await begun(wish, open, requests, call.now))
  const secret = newToken()
  const link = { reference: request.reference, purpose: 'manage' } as const
  await tokens.issue(tokenHash(secret), link, moved(call.now, policy.periods.manageLink, policy.company.timeZone))
  const page = seenBy({ ...link, expires: 0 }, { ...whole, request, answers: [] }, call.now)
  return {
    ...shownAfter(page, { ...call, token: secret }, wish.language),
    json: { ...page, link: `${policy.site}/requests/${secret}` },
  }
}

/** What was said in one request is not part of another. */
function asked({ stated: _, answer: __, ...person }: Person): Person {
  return person
}

type Open = Awaited<ReturnType<Requests['openOf']>>

async function openOne({ right }: Wish, { [right]: open }: Open, requests: Requests): Promise<Request | undefined> {
  return open ? requests.request(open) : undefined
}

/** Received and, because the link proves the address, confirmed at once. */
async function begun(wish: Wish, { erasure }: Open, requests: Requests, now: Instant): Promise<Request> {
  const step = received({ reference: reference(randomBytes(5)), ...wish }, policy, now, true)
  const found = wish.person.subject ? { subject: wish.person.subject } : ('nobody' as const)
  const confirmed = decide(await requests.save(step), { type: 'confirmed', found, firstReceivedAt: now }, policy, now)
  if (confirmed.kind === 'refused') throw new Error(`a proven ask was refused: ${confirmed.reason}`)
  try {
    // Whom an erasure knows is nobody any more once it is done.
    return await requests.save(confirmed, { also: [requests.stillOpen(wish.person.hash, 'erasure', erasure)] })
  } catch (error) {
    // Two clicks at once: one of them began it.
    const open =
      error instanceof AlreadyOpen && (await openOne(wish, await requests.openOf(wish.person.hash), requests))
    if (!open) throw error
    return open
  }
}
