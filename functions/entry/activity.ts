import type { Activities } from '../../adapters/activities.ts'
import type { Requests } from '../../adapters/requests.ts'
import { decide } from '../../domain/decide.ts'
import { type Inactivity, idleOn, isNews, isUsedAgain } from '../../domain/inactivity.ts'
import { dayOf, type Instant, shifted } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { whileOvertaken } from './while-overtaken.ts'

/** That an account was used: its key, and when. */
export type Use = { readonly key: string; readonly at: Instant }

/**
 * noted: kept, or known already. stays: its removal was under way and is undone. too-late: it is being erased, or its person
 * asked for that.
 */
export type Noted = 'noted' | 'stays' | 'too-late'

/** How far the caller's clock may be ahead of ours, in ms. */
const skew = 5 * 60_000

/** Uses that can have been by now, and those that cannot; a clock that is a little ahead says now. */
export function timely(uses: readonly Use[], now: Instant) {
  const isPossible = ({ at }: Use) => at <= shifted(now, skew)
  return {
    possible: uses.filter(isPossible).map(({ key, at }) => ({ key, at: at > now ? now : at })),
    inTheFuture: uses.filter((use) => !isPossible(use)),
  }
}

/** Writes at a time: each takes some ms, and a batch has 500 at most. */
const width = 25

/**
 * N6, N16: notes when accounts were used; who used one that was to be removed keeps it. Twice is once, in any order: only
 * the latest day counts, and an account that was used today already is not written again.
 */
export async function note(
  uses: readonly Use[],
  inactivity: Inactivity,
  activities: Activities,
  requests: Requests,
  now: Instant,
): Promise<ReadonlyMap<string, Noted>> {
  const latest = new Map<string, Instant>()
  for (const { key, at } of uses) if (at > (latest.get(key) ?? '')) latest.set(key, at)
  const waiting = [...latest].values()
  const known = new Map<string, Awaited<ReturnType<Activities['of']>>[number]>()
  const keys = [...latest.keys()]
  for (const [n, activity] of (await activities.of(keys)).entries()) known.set(keys[n] ?? '', activity)
  const noted = new Map<string, Noted>()
  const today = dayOf(now, policy.company.timeZone)
  const work = async () => {
    for (const [key, at] of waiting) {
      const day = dayOf(at, policy.company.timeZone)
      const before = known.get(key)
      const after =
        before && !isNews(before, day) ? before : await activities.used(key, day, idleOn(day, inactivity, today))
      const removed = after.removal && isUsedAgain(after) ? after.removal.reference : undefined
      noted.set(key, removed ? await whileOvertaken(() => activeAgain(removed, requests, now)) : 'noted')
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, latest.size) }, work))
  return noted
}

/** One conditional write decides against the erasure, exactly as when the person presses the button. */
async function activeAgain(reference: string, requests: Requests, now: Instant): Promise<Noted> {
  const request = await requests.request(reference)
  // Erased, and what was known of the account not yet deleted.
  if (!request) return 'too-late'
  if (request.status === 'restoring' || request.status === 'restored') return 'stays'
  const decision = decide(request, { type: 'active-again' }, policy, now)
  if (decision.kind === 'refused') return 'too-late'
  await requests.save(decision)
  return 'stays'
}
