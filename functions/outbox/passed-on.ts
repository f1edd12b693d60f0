import { randomUUID } from 'node:crypto'
import type { Waiting, Whole } from '../../adapters/items.ts'
import type { Notices } from '../../adapters/notices.ts'
import type { Effect } from '../../domain/effect.ts'
import { actOf } from '../../domain/letters.ts'
import { heardOf } from '../../domain/notices.ts'
import type { Person } from '../../domain/person.ts'
import { Personal } from '../../domain/personal.ts'
import type { Request } from '../../domain/request.ts'
import { type Instant, moved } from '../../domain/time.ts'
import { policy } from '../../policy/in-force.ts'
import { nameOf } from '../../policy/wording/wording.ts'
import type { Done } from './outbox.ts'

/** Leaves a notice for a recipient; the machine that is started after it carries it out, however long that takes. */
export async function passOn(
  { request, notices }: Whole,
  effect: Extract<Effect, { kind: 'notice' }>,
  person: Person,
  { id: cause }: Waiting,
  kept: Notices,
  now: Instant,
): Promise<Done> {
  const { recipient } = effect
  const told = policy.recipients[recipient]?.told
  const act = actOf(effect, request)
  const restriction = act === 'release' ? heardOf(notices, recipient) : undefined
  if (!told || (act === 'release' && !restriction)) return { outcome: 'gone' }
  const notice: Parameters<Notices['begin']>[1] = {
    id: randomUUID(),
    cause,
    recipient,
    act,
    since: now,
    state: 'waiting',
    version: 0,
    ...(restriction ? { takesBack: restriction.id } : {}),
    about: new Personal({
      ...(request.controller ? {} : { address: (person.formerAddress ?? person.address).reveal() }),
      keys: person.subject?.reveal().keys ?? {},
      corrections: corrected(request, recipient),
    }),
  }
  const until = moved(now, policy.periods.evidence, policy.company.timeZone)
  await kept.begin(request.reference, notice, until)
  return { outcome: 'done' }
}

/** What was corrected of the data that a recipient got, as `Field: value`. */
function corrected(request: Request, recipient: string): readonly string[] {
  const items = 'items' in request ? request.items : []
  const stated = 'person' in request ? request.person?.stated?.reveal() : undefined
  return items
    .filter(({ field, state }) => state === 'corrected' && field in policy.correctable)
    .filter(({ category }) => policy.categories[category]?.recipients.includes(recipient))
    .map((item) => `${nameOf(item, policy.languages[0] ?? 'en', policy)}: ${stated?.[item.field] ?? ''}`)
}
