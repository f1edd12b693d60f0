import type { Policy } from '../policy/schema.ts'
import type { Effect } from './effect.ts'
import type { Happened } from './history.ts'
import type { Request } from './request.ts'

/** What anybody can bring about without proving anything is no news. */
type Told = Exclude<Request['status'], 'unverified'>
const isTold = (status: Request['status']): status is Told => status !== 'unverified'

/**
 * The programs of the company that hear of a step, when it changed how a request stands. Each call is an effect of its own, saved
 * with the step: one that cannot be made holds up no other.
 */
export function webhooksOf(
  before: Request,
  { status, canary }: Request,
  event: Happened,
  { webhooks = {} }: Policy,
): readonly Effect[] {
  const isNew = before.status !== status || before.version === 0
  if (!isNew || !isTold(status) || canary) return []
  const hooks: Readonly<Record<string, { readonly statuses?: readonly Told[] | undefined }>> = webhooks
  return Object.entries(hooks)
    .filter(([, { statuses }]) => !statuses || statuses.includes(status))
    .map(([hook]) => ({ kind: 'webhook', hook, event, status }))
}
