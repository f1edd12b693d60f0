import { type PromiseId, promises } from '../policy/promises.ts'
import type { Policy } from '../policy/schema.ts'
import type { Pressing } from './deadline.ts'
import { added, by, type Kind, nothing, within } from './figures.ts'
import type { Days } from './months.ts'

/**
 * How far the figures can tell that a promise is kept: all of it was done in time; something open may not be; something was
 * late; nothing is finished yet; no figure speaks of it; this policy does not make it.
 */
type Keeping = 'kept' | 'at-risk' | 'broken' | 'open' | 'uncounted' | 'not-made'

/** What of the figures speaks of a promise. They know whether it was done in time, and not whether it was done well. */
const measuredBy: Partial<Record<PromiseId, readonly Kind[]>> = {
  N1: ['access', 'portability'],
  N2: ['rectification'],
  N3: ['restriction'],
  N4: ['erasure'],
  N6: ['unused-account'],
  N8: ['child-account'],
  N9: ['objection'],
}

/** What may not be kept in time, or was not, and is still open. */
export type Pressed = { readonly kind: Kind; readonly why: Pressing }

export type PromiseKept = {
  readonly id: PromiseId
  readonly keeping: Keeping
  readonly counts?: {
    readonly received: number
    /** Done or refused, with reasons; not what was taken back, or found nobody. */
    readonly finished: number
    readonly late: number
    readonly overdue: number
    readonly atRisk: number
    /** Within so many whole days half of them, and 95 of 100, were done; absent: too few to say. */
    readonly median?: number
    readonly most?: number
  }
}

/** Each promise, by the figures of the last months and what is open now. */
export function keepingOf(days: Days, pressed: readonly Pressed[], policy: Policy): readonly PromiseKept[] {
  const sums = new Map(
    by(
      'kind',
      days.map(({ figures }) => figures),
    ),
  )
  return promises.map(({ id }) => {
    if (!isMade(id, policy)) return { id, keeping: 'not-made' }
    const kinds = measuredBy[id]
    if (!kinds) return { id, keeping: 'uncounted' }
    const sum = kinds.map((kind) => sums.get(kind) ?? nothing).reduce(added, nothing)
    const open = (why: Pressing) => pressed.filter((one) => one.why === why && kinds.includes(one.kind)).length
    const [median, most] = [within(0.5, sum), within(0.95, sum)]
    const counts = {
      received: sum.received,
      finished: sum.settled - sum['taken-back'] - sum.nobody,
      late: sum.late,
      overdue: open('overdue'),
      atRisk: open('at-risk'),
      ...(median === undefined ? {} : { median }),
      ...(most === undefined ? {} : { most }),
    }
    return { id, keeping: keeping(counts), counts }
  })
}

function keeping({ finished, late, overdue, atRisk }: NonNullable<PromiseKept['counts']>): Keeping {
  if (late > 0 || overdue > 0) return 'broken'
  if (atRisk > 0) return 'at-risk'
  return finished > 0 ? 'kept' : 'open'
}

/** What a policy says nothing of, nobody promised. */
function isMade(id: PromiseId, { inactivity, minors, announcements }: Policy): boolean {
  switch (id) {
    case 'N6':
      return inactivity !== undefined
    case 'N8':
      return minors !== undefined
    case 'N13':
      return announcements !== undefined
    default:
      return true
  }
}
