import { randomBytes } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { required } from '../../adapters/environment.ts'
import { newToken, tokenHash } from '../../adapters/keys.ts'
import { AlreadyOpen, Requests } from '../../adapters/requests.ts'
import { decide, received } from '../../domain/decide.ts'
import { reference } from '../../domain/reference.ts'
import type { CopyRight, Person, Request } from '../../domain/request.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { type Answer, endpoint } from '../entry/http.ts'
import { linked, Pressed, seenBy, shownAfter } from '../entry/link.ts'

const Wish = z.extend(Pressed, { right: z._default(z.enum(['access', 'portability']), 'access') })

const requests = new Requests(required('TABLE'), new DynamoDBClient({}))

/**
 * A copy with one click, from a request whose link went to the proven address: before an erasure is carried out, or when
 * an earlier copy was deleted. Where one is under way already, it leads there.
 */
export const handler = endpoint('copy', Wish, async (call): Promise<Answer> => {
  const { token, whole, seen } = await linked(call.token, requests, call.now)
  const person = 'person' in whole.request ? whole.request.person : undefined
  if (token.purpose !== 'manage' || !seen.actions.includes('copy') || !person?.subject)
    return {
      ...shownAfter(seen, call, whole.request.language),
      status: 409,
      json: { error: 'not-possible-now', request: seen },
    }
  const wish = { right: call.body.right, language: call.body.language ?? whole.request.language, person }
  const request = (await openCopy(wish)) ?? (await begun(wish, call.now))
  const secret = newToken()
  const link = { reference: request.reference, purpose: 'manage' } as const
  await requests.issueToken(
    tokenHash(secret),
    link,
    moved(call.now, policy.periods.manageLink, policy.company.timeZone),
  )
  const page = seenBy({ ...link, expires: 0 }, { ...whole, request, answers: [] }, call.now)
  return {
    ...shownAfter(page, { ...call, token: secret }, wish.language),
    json: { ...page, link: `${policy.site}/requests/${secret}` },
  }
})

type Wish = { readonly right: CopyRight; readonly language: Request['language']; readonly person: Person }

async function openCopy({ right, person }: Wish): Promise<Request | undefined> {
  const { [right]: open } = await requests.openOf(person.hash)
  return open ? requests.request(open) : undefined
}

/** Received and, because the link proves the address, confirmed at once. */
async function begun(wish: Wish, now: Instant): Promise<Request> {
  const asked = received({ reference: reference(randomBytes(5)), ...wish }, policy, now, true)
  const found = wish.person.subject ? { subject: wish.person.subject } : ('nobody' as const)
  const confirmed = decide(await requests.save(asked), { type: 'confirmed', found, firstReceivedAt: now }, policy, now)
  if (confirmed.kind === 'refused') throw new Error(`a proven ask was refused: ${confirmed.reason}`)
  try {
    return await requests.save(confirmed)
  } catch (error) {
    // Two clicks at once: one of them began it.
    const open = error instanceof AlreadyOpen && (await openCopy(wish))
    if (!open) throw error
    return open
  }
}
